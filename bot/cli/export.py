"""`gatepost export`: a school's own records as a zip of JSON and CSV files."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zipfile import ZIP_DEFLATED, ZipFile

import typer
from tortoise.transactions import in_transaction

from bot.cli.opening import OUT, on_database, said
from workflows import audit
from workflows.errors import BadFile
from workflows.registers.exports import export as files_of

BY = "command:export"


def export(
    school: Annotated[str, typer.Argument(help="the school's short name, as in trust.json")],
    file: Annotated[Path, typer.Argument(help="the zip file to write; it must not exist yet")],
) -> None:
    """Write a school's posts, comments, evidence, consents, roles and audit entries to a zip file."""
    with said() as settings:
        on_database(lambda: _written(school, file), settings)
    OUT.print(f"{file} is written. It holds personal data in the clear, and only you can read it: keep it safe.")


async def _written(school: str, file: Path) -> None:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise BadFile(f"{file} exists already. Choose another name.") from None
    try:
        with os.fdopen(handle, "wb") as opened, ZipFile(opened, "w", ZIP_DEFLATED) as archive:
            async for name, content in files_of(school):
                archive.writestr(name, content)
    except BaseException:
        os.unlink(file)  # noqa: PTH108
        raise
    async with in_transaction():
        await audit.record("export", school, BY, {}, datetime.now(UTC))

"""`gatepost check`: reads labelled or unlabelled drafts or comments from files and answers line by line."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from workflows.people.files import TrustFileError, read_register, read_staff, read_trust
from workflows.policy.corpus import BadLine, comment, comment_answer, draft, draft_answer, row
from workflows.policy.reader import Reader

UNUSABLE, SOME_SKIPPED = 2, 1
ERRORS = Console(stderr=True, highlight=False, soft_wrap=True)


class Texts(StrEnum):
    """What is checked."""

    DRAFTS = "drafts"
    COMMENTS = "comments"


class UnusableFileError(Exception):
    """A file is missing or cannot be used at all; the message is one sentence for the person at the keyboard."""


def check(
    texts: Annotated[Texts, typer.Argument(help="drafts or comments")],
    corpus: Annotated[Path, typer.Option(help="folder with trust.json, register.csv, staff.csv and the texts")],
    output: Annotated[Path, typer.Option(help="file for the answers, one JSON object a line")],
) -> None:
    """Check drafts or comments from files against the policy; needs no database."""
    try:
        reader, clean = _reader(corpus)
        lines = _read(corpus / f"{texts}.jsonl").splitlines()
        answered = _answer_all(reader, texts, lines, output)
    except UnusableFileError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(UNUSABLE) from None
    if not (clean and answered):
        raise typer.Exit(SOME_SKIPPED)


def _reader(corpus: Path) -> tuple[Reader, bool]:
    """The reader for a folder, and whether every line of its registers could be used."""
    try:
        trust = read_trust(_read(corpus / "trust.json"))
    except TrustFileError as error:
        raise UnusableFileError(f"{corpus / 'trust.json'}: {error}") from None
    pupils, bad_pupils = read_register(_read(corpus / "register.csv"), trust)
    staff, bad_staff = read_staff(_read(corpus / "staff.csv"), trust)
    for name, rejected in (("register.csv", bad_pupils), ("staff.csv", bad_staff)):
        for line in rejected:
            ERRORS.print(f"{name}, line {line.line_number}: {line.reason}", markup=False)
    return Reader(trust, pupils, staff), not (bad_pupils or bad_staff)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnusableFileError(f"There is no file {path}.") from None
    except UnicodeDecodeError:
        raise UnusableFileError(f"{path} is not a text file in UTF-8.") from None
    except OSError as error:
        raise UnusableFileError(f"{path} cannot be read: {error.strerror}.") from None


def _answer_all(reader: Reader, texts: Texts, lines: list[str], output: Path) -> bool:
    """Write an answer for every good line; whether all lines were good."""
    answer = _answer_draft if texts is Texts.DRAFTS else _answer_comment
    bad = 0
    try:
        with output.open("w", encoding="utf-8") as answers:
            for number, line in enumerate(_with_progress(lines, str(texts)), start=1):
                if not line.strip():
                    continue
                try:
                    answers.write(json.dumps(answer(reader, row(line)), ensure_ascii=False) + "\n")
                except BadLine as error:
                    bad += 1
                    ERRORS.print(f"{texts}.jsonl, line {number}: skipped, {error}.", markup=False)
    except OSError as error:
        raise UnusableFileError(f"{output} cannot be written: {error.strerror}.") from None
    return not bad


def _with_progress(lines: list[str], what: str) -> Iterator[str]:
    if not ERRORS.is_terminal:
        return iter(lines)
    return iter(track(lines, description=f"Checking {what}", console=ERRORS))


def _answer_draft(reader: Reader, value: dict[str, Any]) -> dict[str, Any]:
    return draft_answer(value["id"], reader.draft(draft(value)))


def _answer_comment(reader: Reader, value: dict[str, Any]) -> dict[str, Any]:
    return comment_answer(value["id"], reader.comment(comment(value)))

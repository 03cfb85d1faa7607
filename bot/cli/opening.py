"""What the administration's commands share: settings, the open database, and errors said in sentences."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import structlog
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bot.app import Place, opened
from bot.keyfile import demo_keys
from bot.local import APPS
from bot.logging import set_up
from bot.serving import tables
from bot.settings import Settings, load
from workflows.errors import GatepostError

FAILED = 1
OUT = Console(highlight=False, soft_wrap=True)
ERRORS = Console(stderr=True, highlight=False, soft_wrap=True)
Result = TypeVar("Result")


def place(settings: Settings) -> Place:
    """Where the installation keeps its things; raises Misconfigured without a key."""
    demo = settings.environment == "demo"
    keys = tuple(key.get_secret_value() for key in settings.keys)
    if not keys and demo:
        keys = demo_keys(settings.data)
    if not keys:
        settings.keyring()
    return Place(
        settings.data.resolve(),
        settings.domain_url,
        settings.engine_database_url,
        keys,
        settings.executor_id,
        APPS if demo else tables(settings),
    )


def on_database(work: Callable[[], Awaitable[Result]], settings: Settings) -> Result:
    """Run `work` with the migrated database open, and close it whatever happens."""
    where = place(settings)

    async def opened_work() -> Result:
        async with opened(where):
            return await work()

    return asyncio.run(opened_work())


@contextmanager
def said() -> Iterator[Settings]:
    """The settings; what goes wrong inside is said in a sentence, with exit status 1."""
    try:
        settings = load()
        set_up(settings.log_level)
        yield settings
    except GatepostError as error:
        ERRORS.print(str(error), markup=False)
        raise typer.Exit(FAILED) from None
    except (typer.Exit, typer.Abort):
        raise
    except ConnectionError:
        ERRORS.print("The database server does not answer. Please check that it runs, and database_url.")
        raise typer.Exit(FAILED) from None
    except OSError as error:
        ERRORS.print(f"This did not work: {error.strerror or type(error).__name__}.", markup=False)
        raise typer.Exit(FAILED) from None
    except Exception as error:
        # The words of an unexpected error may quote a register, so only its kind and place are shown.
        structlog.get_logger().exception("command failed")
        ERRORS.print(f"This failed unexpectedly ({type(error).__name__}). What was begun was undone.", markup=False)
        raise typer.Exit(FAILED) from None


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on a terminal, silent elsewhere; call what it yields with how much more was done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=ERRORS, disable=not ERRORS.is_terminal, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.advance(task, done)


def many(count: int, noun: str) -> str:
    """A count with its noun, such as `1 line` or `3 lines`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"

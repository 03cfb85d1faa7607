"""What `gatepost doctor` looks at: each check says in plain words what is, and what to do where it is not well."""

import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from pathlib import Path

from tortoise.connection import get_connection
from tortoise.migrations.api import plan

from bot.app import Place
from bot.serving import teams_registration
from bot.settings import SLACK, Settings
from bot.teams.registration import Registration
from workflows import access, audit
from workflows.database import configuration, connect, disconnect
from workflows.errors import GatepostError
from workflows.keys import Keyring, use_keyring
from workflows.models import AuditHead, Person, Pupil, School

LEAST_DISK = 1_000_000_000


class Verdict(StrEnum):
    """How bad it is: only a failure keeps Gatepost from serving."""

    GOOD = "good"
    ADVICE = "advice"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report; `to_do` is empty where all is well."""

    verdict: Verdict
    what: str
    to_do: str = ""


def good(what: str) -> Check:
    """All is well."""
    return Check(Verdict.GOOD, what)


def settings_checks(settings: Settings) -> Iterator[Check]:
    """What can be said without opening anything."""
    try:
        keys = len(settings.keys)
        settings.keyring()
        yield good(f"Encryption keys: {keys}.")
    except GatepostError as error:
        if settings.environment == "production":
            yield Check(Verdict.FAILURE, str(error), "Set GATEPOST_KEYS.")
    if settings.terms:
        yield good(f"Terms: {len(settings.terms)}, until {max(term.last_day for term in settings.terms)}.")
    else:
        yield Check(Verdict.ADVICE, "No terms are set, so holidays count as school days.", "Add [[terms]].")
    slack, teams = settings.slack_bot_token.get_secret_value(), settings.teams_app_id
    if settings.environment == "production" and not (slack or teams):
        yield Check(Verdict.FAILURE, "Neither Slack nor Teams is configured.", "Set the tokens of one of them.")
    if slack and settings.slack_mode == "socket" and not settings.slack_app_token.get_secret_value():
        yield Check(Verdict.FAILURE, "Slack has no app token.", "Set GATEPOST_SLACK_APP_TOKEN.")
    if slack and settings.slack_mode == "http" and not settings.slack_signing_secret.get_secret_value():
        yield Check(Verdict.FAILURE, "Slack has no signing secret.", "Set GATEPOST_SLACK_SIGNING_SECRET.")
    if registration := teams_registration(settings):
        yield from _teams_checks(registration)
    if settings.slack_api_url != SLACK or settings.teams_anonymous:
        yield Check(Verdict.ADVICE, "An emulator is configured.", "Remove slack_api_url and teams_anonymous to serve.")


def _teams_checks(bot: Registration) -> Iterator[Check]:
    missing = list(bot.missing())
    yield from (Check(Verdict.FAILURE, sentence, "docs/teams.md says where to find it.") for sentence in missing)
    if not missing:
        yield good(f"Teams: the bot is registered, for {len(bot.tenants)} tenant(s), at {bot.address}.")


def disk_checks(place: Place) -> Iterator[Check]:
    """Whether the data folder can be written, and has room."""
    try:
        place.data.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(place.data).free
    except OSError as error:
        yield Check(Verdict.FAILURE, f"{place.data} cannot be used: {error.strerror}.", "Choose another data folder.")
        return
    if free < LEAST_DISK:
        yield Check(Verdict.FAILURE, f"Only {free // 1_000_000} MB are free on the disk.", "Make room.")
    else:
        yield good(f"Disk: {free // 1_000_000_000} GB free.")
    if place.engine_url.startswith("sqlite:"):
        yield _engine_check(Path(place.engine_url.removeprefix("sqlite:///")))


def _engine_check(file: Path) -> Check:
    if not file.exists():
        return good("The engine's database will be made at the first start.")
    try:
        with sqlite3.connect(file, timeout=2) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()
    except sqlite3.Error:
        what = "The engine's database cannot be written."
        return Check(Verdict.FAILURE, what, f"Check the owner of {file}, and whether another program holds it.")
    return good("The engine's database can be written.")


async def database_checks(place: Place) -> AsyncIterator[Check]:
    """Whether the database answers, is up to date and readable, and whether the right people are in it."""
    try:
        await _ask(place)
        steps = await _migrations(place)
    except Exception as error:
        yield Check(Verdict.FAILURE, f"The database does not answer ({type(error).__name__}).", "Check database_url.")
        return
    if any(step.startswith("+") for step in steps):
        yield Check(Verdict.FAILURE, "The tables are not up to date.", "Run gatepost migrate.")
        return
    yield good("The database answers and is up to date.")
    use_keyring(Keyring(place.keys))
    await connect(place.database_url, place.apps)
    try:
        async for check in _content_checks(on_a_chat_platform="local" not in place.apps):
            yield check
    finally:
        await disconnect()


async def _ask(place: Place) -> None:
    await connect(place.database_url, place.apps)
    try:
        await get_connection("default").execute_query("SELECT 1")
    finally:
        await disconnect()


async def _migrations(place: Place) -> list[str]:
    # The ORM prints its plan as well, and takes a database that does not answer for an empty one.
    with redirect_stdout(StringIO()):
        steps = await plan(config=configuration(place.database_url, place.apps))
    await disconnect()
    return steps


async def _content_checks(*, on_a_chat_platform: bool) -> AsyncIterator[Check]:
    try:
        people, _ = await Person.all(), await Pupil.first()
    except GatepostError:
        what = "What is stored cannot be read with the configured keys."
        yield Check(Verdict.FAILURE, what, "Put the key it was stored under back into GATEPOST_KEYS.")
        return
    head = await AuditHead.get_or_none(id=audit.HEAD)
    if head is not None and not audit.seal_fits(head):
        yield Check(Verdict.FAILURE, "The end of the audit log is not ours.", "Run gatepost audit verify.")
    schools = await School.filter(closed=False).order_by("slug")
    if not schools:
        yield Check(Verdict.FAILURE, "No school is known.", "Run gatepost import trust, then pupils and staff.")
    for school in schools:
        async for check in _school_checks(school):
            yield check
    if on_a_chat_platform:
        async for check in _channel_checks(schools):
            yield check
    yield _without_email([person for person in people if person.left_at is None])
    if not await access.communications_leads():
        yield Check(Verdict.ADVICE, "Nobody is Communications Lead of the trust.", "Add them to staff.csv.")


async def _school_checks(school: School) -> AsyncIterator[Check]:
    heads, team = await access.headteachers(school.slug), await access.leadership(school.slug)
    missing = []
    if not any(head.email_index for head in heads):
        missing.append("a headteacher with an email")
    if len({person.id for person in (*heads, *team)}) < 2:
        missing.append("a second person who can approve (a deputy or assistant headteacher)")
    if not team:
        missing.append("a leadership team")
    if missing:
        lacks = f"{school.slug} lacks {', '.join(missing)}."
        yield Check(Verdict.FAILURE, lacks, "Correct staff.csv and run gatepost import staff.")
    else:
        yield good(f"{school.slug}: {len(heads)} headteacher, {len(team)} in leadership.")
    if not await Pupil.exists(school_id=school.slug, left_at=None):
        yield Check(Verdict.FAILURE, f"{school.slug} has no pupils.", "Run gatepost import pupils.")
    if not await access.administrators(school.slug):
        what = f"{school.slug} has no administrator yet."
        yield Check(Verdict.ADVICE, what, "The headteacher authorises one in the chat.")


async def _channel_checks(schools: list[School]) -> AsyncIterator[Check]:
    for school in schools:
        if await access.leadership_channel(school.slug) is None:
            what = f"{school.slug} has no leadership channel, so alerts reach people one by one only."
            yield Check(Verdict.ADVICE, what, "Its headteacher types leadership here in a private channel.")


def _without_email(people: list[Person]) -> Check:
    without = sum(not person.email_index for person in people)
    indexes = [person.email_index for person in people if person.email_index]
    twice = len(indexes) - len(set(indexes))
    if not (without or twice):
        return good(f"Staff: {len(people)}, each with an email of their own.")
    what = f"Of {len(people)} staff, {without} have no email and {twice} share one: they cannot use the chat."
    return Check(Verdict.ADVICE, what, "Add the column email to staff.csv.")

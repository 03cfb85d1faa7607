"""Clause 3.7: nothing is kept past the retention schedule, holds excepted, and a report says what went."""

from datetime import timedelta
from typing import Any

import pytest

from bot.schedules import Retention
from tests.database import Database
from tests.staff import NOON, a_person, a_school
from workflows.audit_check import verify
from workflows.models import (
    Account,
    Alert,
    AuditEntry,
    Comment,
    ConsentChange,
    Event,
    Evidence,
    Message,
    Person,
    Picture,
    Post,
    Publication,
    Pupil,
    Revision,
    Task,
)
from workflows.retention import purge
from workflows.states import AlertState, PostState, Role, TaskState

SCHEDULE = Retention().schedule()
LONG_AGO = NOON - timedelta(days=9000)
RECENTLY = NOON - timedelta(days=3)


@pytest.fixture
async def author(database: Database) -> Person:
    await a_school("meadow")
    await Account.create(id="meadow-x", school_id="meadow", platform="x", handle="@m", url="https://x.example/m")
    return await a_person("M1", "meadow", Role.ADMINISTRATOR, email="ada@meadow.example")


async def a_post(author: Person, id: str, state: PostState, at: Any = LONG_AGO, shows: str = "") -> None:
    await Picture.create(
        id=f"{id}-photo", school_id="meadow", sealed=b"", content_type="", width=1, height=1, sha256=""
    )
    await Post.create(id=id, school_id="meadow", author=author, state=state, created_at=at, changed_at=at)
    photos = [{"picture": f"{id}-photo", "pupils": [shows] if shows else []}]
    await Revision.create(post_id=id, number=1, content={"photos": photos}, claim="", by=author, at=at)
    if state is PostState.PUBLISHED:
        await Publication.create(post_id=id, account_id="meadow-x", published_at=at)


async def a_comment(id: str, state: AlertState | None = None, at: Any = LONG_AGO) -> None:
    await Comment.create(id=id, school_id="meadow", content={}, reading={}, urgent=bool(state), reported_at=at)
    if state:
        resolved = at if state is AlertState.RESOLVED else None
        await Alert.create(
            id=f"{id}-alert", school_id="meadow", comment_id=id, state=state, raised_at=at, resolved_at=resolved
        )
        await Evidence.create(id=f"{id}-kept", comment_id=id, record={}, picture=b"", sha256="", captured_at=at)


async def a_task(about: str, state: TaskState) -> None:
    await Task.create(
        id=f"{about}-{state}", school_id="meadow", kind="delete_comment", about=about, state=state, created_at=LONG_AGO
    )


async def gone() -> dict[str, tuple[int, int]]:
    report = await purge(SCHEDULE, NOON, "test")
    return {line.kind: (line.gone, line.held) for line in report if line.gone or line.held}


async def test_an_old_post_goes_with_its_revisions_and_pictures(author: Person) -> None:
    await a_post(author, "old", PostState.PUBLISHED)
    await a_post(author, "new", PostState.PUBLISHED, RECENTLY)
    assert await gone() == {"published_posts": (1, 0)}
    assert [post.id for post in await Post.all()] == ["new"]
    assert [picture.id for picture in await Picture.all()] == ["new-photo"]
    assert await Revision.all().count() == 1


@pytest.mark.parametrize("state", [PostState.REJECTED, PostState.EXPIRED, PostState.WITHDRAWN, PostState.DRAFTING])
async def test_an_old_draft_goes(author: Person, state: PostState) -> None:
    await a_post(author, "old", state)
    assert await gone() == {"unpublished_drafts": (1, 0)}


@pytest.mark.parametrize("state", [PostState.IN_REVIEW, PostState.APPROVED, PostState.PUBLISHING])
async def test_a_draft_that_somebody_waits_for_stays(author: Person, state: PostState) -> None:
    await a_post(author, "old", state)
    assert await gone() == {}


async def test_an_open_task_holds_its_post(author: Person) -> None:
    await a_post(author, "old", PostState.PUBLISHED)
    await a_task("old", TaskState.OPEN)
    assert await gone() == {"published_posts": (0, 1)}
    await Task.all().update(state=TaskState.DONE)
    assert await gone() == {"published_posts": (1, 0)}
    assert not await Task.exists()


async def test_the_evidence_of_an_open_alert_is_held(author: Person) -> None:
    await a_comment("open", AlertState.ACKNOWLEDGED)
    await a_comment("closed", AlertState.RESOLVED)
    await a_comment("recent", AlertState.RESOLVED, RECENTLY)
    await a_comment("harmless")
    assert await gone() == {"comments": (1, 0), "evidence": (1, 1)}
    assert {one.id for one in await Comment.all()} == {"open", "recent"}
    assert {one.comment_id for one in await Evidence.all()} == {"open", "recent"}


async def test_a_comment_that_still_has_to_be_deleted_is_held(author: Person) -> None:
    await a_comment("closed", AlertState.RESOLVED)
    await a_task("closed", TaskState.OPEN)
    assert await gone() == {"evidence": (0, 1)}


async def test_a_pupil_who_left_stays_while_a_post_shows_them(author: Person) -> None:
    for pupil in ("P1", "P2"):
        await Pupil.create(id=pupil, school_id="meadow", identity={}, left_at=LONG_AGO)
        await ConsentChange.create(pupil_id=pupil, consent="image_public", answer="yes", at=LONG_AGO, source="", by="")
    await a_post(author, "recent", PostState.PUBLISHED, RECENTLY, shows="P1")
    assert await gone() == {"pupils_left": (1, 1)}
    assert [pupil.id for pupil in await Pupil.all()] == ["P1"]
    assert [entry.pupil_id for entry in await ConsentChange.all()] == ["P1"]


async def test_a_colleague_who_left_loses_their_name_and_keeps_what_they_did(author: Person) -> None:
    await a_post(author, "recent", PostState.PUBLISHED, RECENTLY)
    await Person.filter(id=author.id).update(left_at=LONG_AGO)
    assert await gone() == {"staff_left": (1, 0)}
    former = await Person.get(id=author.id)
    assert (former.formal_name, former.email_index) == ("a former member of staff", "")
    assert (await Post.get(id="recent")).author_id == author.id
    assert await gone() == {}


async def test_old_messages_and_events_go_unless_they_are_about_something_open(author: Person) -> None:
    await a_comment("open", AlertState.RAISED)
    for key, about in (("m1", "gone-post"), ("m2", "open-alert")):
        await Message.create(key=key, about=about, card="alert", destination={}, state="sent", intended_at=LONG_AGO)
    await Event.create(id="e1", command="x", at=LONG_AGO)
    assert await gone() == {"evidence": (0, 1), "messages": (1, 1), "events": (1, 0)}
    assert [message.key for message in await Message.all()] == ["m2"]


async def test_a_dry_run_only_counts(author: Person) -> None:
    await a_post(author, "old", PostState.PUBLISHED)
    report = await purge(SCHEDULE, NOON, "test", dry_run=True)
    assert report[0].gone == 1
    assert await Post.exists(id="old")
    assert not await AuditEntry.exists()


async def test_the_report_is_recorded(author: Person) -> None:
    await a_post(author, "old", PostState.PUBLISHED)
    await gone()
    assert (await AuditEntry.get(action="purge")).details["published_posts"] == 1
    assert await verify() == []

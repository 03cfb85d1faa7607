"""Two approvers at once, a double click, an old card after an edit, approve against withdraw, a timer too late."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.database import copy_of, empty_postgres
from tests.races.invariants import wrong
from tests.races.racing import RacingEngine
from tests.scenarios.story import CLEAN, Story
from workflows import database
from workflows.cards import ApprovalCard, DraftCard, PublishCard
from workflows.engine.commands import Command
from workflows.errors import Refused
from workflows.intake import Intake
from workflows.models import Decision, Post

ACTS = ("approve", "send back", "reject", "submit", "edit", "plan", "withdraw", "adopt", "confirm", "time")
NOT_SHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing story is printed as it was found: making it shorter would take minutes."""
WAYS = (
    (),
    ("submit",),
    ("submit", "approve"),
    ("submit", "approve", "confirm"),
    ("plan", "submit"),
    ("plan", "submit", "approve"),
    ("adopt", "submit"),
    ("adopt",),
)
CLASHES = (
    (("submit",), "approve", "approve"),
    (("submit",), "approve", "edit"),
    (("submit",), "approve", "withdraw"),
    (("submit",), "approve", "reject"),
    (("submit",), "approve", "time"),
    (("submit",), "edit", "edit"),
    (("submit",), "send back", "edit"),
    (("submit",), "reject", "submit"),
    (("plan", "submit", "approve"), "time", "withdraw"),
    (("plan", "submit", "approve"), "time", "edit"),
    (("submit", "approve"), "confirm", "withdraw"),
    (("submit", "approve"), "confirm", "confirm"),
    (("submit", "approve"), "confirm", "time"),
    (("adopt",), "adopt", "withdraw"),
    ((), "submit", "edit"),
    ((), "submit", "withdraw"),
)
"""How far a draft got, and the two things that then happen to it at the same instant, in either order."""
DECIDERS = ("head", "deputy", "second_deputy")
WRITERS = ("administrator", "other_administrator")
acts = st.sampled_from(ACTS)
newest = st.sampled_from([-1, -1, -1, -2, 0])
"""Which of the cards that somebody was ever shown is used: mostly the newest, sometimes an older one."""


class Races(RuleBasedStateMachine):
    """People use any card they ever saw, twice, late, and at the same instant as somebody else."""

    open: Callable[[], Awaitable[None]]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.run = self.runner.run
        self.clicks: list[tuple[int, str, str, dict[str, str]]] = []

    @initialize(way=st.sampled_from(WAYS))
    def begin(self, way: tuple[str, ...]) -> None:
        self.run(self._begin())
        self.run(self._go(way))

    @rule(way=st.sampled_from(WAYS))
    def another_draft_goes_its_way(self, way: tuple[str, ...]) -> None:
        self.run(self._go(way))

    async def _go(self, way: tuple[str, ...]) -> None:
        """A draft that nobody interferes with, as far as it gets on this way."""
        suggested = way[:1] == ("adopt",)
        await self.story.says(self.cast.teacher if suggested else self.cast.administrator, CLEAN)
        for act in way:
            await self._do(act, "head", -1)

    async def _begin(self) -> None:
        await type(self).open()
        self.story = await Story.begin()
        self.engine = RacingEngine(self.story.world, self.story.clock)
        self.story.engine, self.story.intake = self.engine, Intake(self.engine, self.story.world)
        self.cast = self.story.cast

    def teardown(self) -> None:
        self.run(database.disconnect())
        self.runner.close()

    @rule(act=acts, who=st.sampled_from(DECIDERS), card=newest)
    def do(self, act: str, who: str, card: int) -> None:
        self.run(self._do(act, who, card))

    @rule(verb=st.sampled_from(["post.approve", "post.reject", "post.send_back"]))
    def an_old_card(self, verb: str) -> None:
        """The draft was changed and sent again, and the headteacher still has the card from before."""
        self.run(self._go(("submit", "edit", "submit")))
        before = self.run(self._versions())
        self.run(self._old_card_used(verb))
        assert self.run(self._versions()) == before

    async def _old_card_used(self, verb: str) -> None:
        post = self.story.draft().post
        old = next(value for value in self._asked(self.cast.head) if value["post"] == post)
        if verb == "post.approve":
            await self.story.presses(self.cast.head, verb, **old)
        else:
            await self.story.fills(self.cast.head, verb, old, reason="Say where.")

    @rule(who=st.sampled_from(DECIDERS))
    def whoever_changed_it_decides(self, who: str) -> None:
        self.run(self._go(("submit",)))
        self.run(self._rewritten_and_approved(getattr(self.cast, who)))

    async def _rewritten_and_approved(self, person: int) -> None:
        draft = self.story.draft()
        value = {"post": draft.post, "claim": draft.claim}
        await self.story.fills(person, "post.edit", value, text=f"{CLEAN} In a row.")
        draft = self.story.draft()
        await self.story.presses(self.cast.administrator, "post.submit", post=draft.post, claim=draft.claim)
        made = Decision.filter(post_id=draft.post, by_id=person)
        before = await made.count()
        for one in DECIDERS:
            if values := self._asked(getattr(self.cast, one)):
                await self.story.presses(person, "post.approve", **values[-1])
        assert await made.count() == before

    @precondition(lambda self: self.clicks)
    @rule(which=st.integers(0, 20))
    def click_again(self, which: int) -> None:
        """The same event once more, as a platform delivers it that got no answer."""
        person, verb, event, value = self.clicks[which % len(self.clicks)]
        before = self.run(self._versions())
        self.run(self.story.presses(person, verb, event, **value))
        assert self.run(self._versions()) == before

    @rule(clash=st.sampled_from(CLASHES), turned=st.booleans(), other=st.sampled_from(DECIDERS), card=newest)
    def at_once(self, clash: tuple[tuple[str, ...], str, str], turned: bool, other: str, card: int) -> None:
        way, *pair = clash
        self.run(self._at_once(way, pair[::-1] if turned else pair, other, card))

    async def _at_once(self, way: tuple[str, ...], pair: list[str], other: str, card: int) -> None:
        await self._go(way)
        self.engine.held = held = list[Command]()
        for act, who in zip(pair, ("head", other), strict=True):
            if act == "time":
                held += self.engine.due_next()
            else:
                await self._do(act, who, card)
        await self.engine.race(held)

    @rule(hours=st.sampled_from([1, 3, 7, 30]))
    def time_passes(self, hours: int) -> None:
        self.run(self.story.passes(hours=hours))

    async def _do(self, act: str, who: str, card: int) -> None:
        person: int = getattr(self.cast, who)
        # A form that cannot be opened any more says why, and nothing else happens.
        with suppress(Refused):
            await self._acts()[act](person, card)

    def _acts(self) -> dict[str, Callable[[int, int], Awaitable[None]]]:
        return {
            "approve": lambda person, card: self._press(person, "post.approve", self._asked(person), card),
            "send back": lambda person, card: self._turn_down(person, "post.send_back", card),
            "reject": lambda person, card: self._turn_down(person, "post.reject", card),
            "submit": lambda person, card: self._press(self._writer(person), "post.submit", self._drafts(), card),
            "edit": self._edit,
            "plan": self._plan,
            "withdraw": lambda person, card: self._press(self._writer(person), "post.withdraw", self._drafts(), card),
            "adopt": lambda person, card: self._press(self._writer(person), "post.adopt", self._posts(), card),
            "confirm": self._confirm,
            "time": lambda person, card: self.story.passes(hours=2),
        }

    def _writer(self, person: int) -> int:
        return self.cast.administrator if person % 2 else self.cast.other_administrator

    def _asked(self, person: int) -> list[dict[str, str]]:
        """Everything that somebody could press on an approval card, old versions of it included."""
        return [{"post": one.post, "claim": one.claim} for one in self._seen([person], ApprovalCard)]

    def _drafts(self) -> list[dict[str, str]]:
        writers = [getattr(self.cast, person) for person in WRITERS]
        return [{"post": one.post, "claim": one.claim} for one in self._seen(writers, DraftCard)]

    def _posts(self) -> list[dict[str, str]]:
        return [{"post": str(getattr(one.versions[0], "post", ""))} for one in self.story.chat.sent]

    def _seen(self, people: list[int], kind: type[Any]) -> list[Any]:
        sent = (one for one in self.story.chat.sent if getattr(one.to, "person", None) in people)
        return [version for one in sent for version in one.versions if isinstance(version, kind)]

    async def _press(self, person: int, verb: str, values: list[dict[str, str]], card: int) -> None:
        if values:
            value, event = values[max(card, -len(values))], self.story.event()
            self.clicks.append((person, verb, event, value))
            await self.story.presses(person, verb, event, **value)

    async def _turn_down(self, person: int, verb: str, card: int) -> None:
        if values := self._asked(person):
            await self.story.fills(person, verb, values[max(card, -len(values))], reason="Say where.")

    async def _edit(self, person: int, card: int) -> None:
        if values := self._drafts():
            text = f"{CLEAN} {len(self.story.chat.sent)} of them."
            await self.story.fills(self._writer(person), "post.edit", values[max(card, -len(values))], text=text)

    async def _plan(self, person: int, card: int) -> None:
        """For five hours from now, by the clock on the wall of the school."""
        if values := self._drafts():
            at = f"{self.story.clock.now() + timedelta(hours=5):%Y-%m-%dT%H:%M}"
            answers = {"accounts": ("hillside-x",), "planned_at": at}
            await self.story.fills(self._writer(person), "post.plan", values[max(card, -len(values))], **answers)

    async def _confirm(self, person: int, card: int) -> None:
        if tasks := self._seen([self.cast.administrator], PublishCard):
            await self.story.confirms(tasks[max(card, -len(tasks))])

    async def _versions(self) -> dict[str, int]:
        return {post.id: post.version for post in await Post.all()}

    @invariant()
    def nothing_is_wrong(self) -> None:
        if hasattr(self, "story"):
            assert not self.run(wrong(self.story.world, self.story.chat))
            assert not self.engine.failed


def test_whatever_people_and_time_do_at_once_every_draft_stays_legal(sqlite_template: Path, tmp_path: Path) -> None:
    _play(_fresh_files(sqlite_template, tmp_path), examples=12)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("clash", CLASHES, ids=str)
def test_each_clash_in_either_order_leaves_the_draft_legal(
    clash: tuple[tuple[str, ...], str, str], turned: bool, sqlite_template: Path, tmp_path: Path
) -> None:
    opened = _fresh_files(sqlite_template, tmp_path)
    machine: Races = type("Played", (Races,), {"open": staticmethod(opened)})()
    try:
        machine.begin(way=())
        machine.at_once(clash=clash, turned=turned, other="head", card=-1)
        machine.nothing_is_wrong()
    finally:
        machine.teardown()


@pytest.mark.postgres
def test_whatever_people_and_time_do_at_once_every_draft_stays_legal_on_postgresql(postgres_url: str) -> None:
    async def emptied() -> None:
        await database.connect(postgres_url)
        await empty_postgres()

    _play(emptied, examples=8)


@pytest.mark.long
def test_whatever_people_and_time_do_at_once_for_longer(sqlite_template: Path, tmp_path: Path) -> None:
    _play(_fresh_files(sqlite_template, tmp_path), examples=100)


def _fresh_files(template: Path, folder: Path) -> Callable[[], Awaitable[None]]:
    """What opens a database of its own for each story."""

    async def a_fresh_file() -> None:
        shutil.rmtree(folder / "one", ignore_errors=True)
        (folder / "one").mkdir()
        await database.connect(copy_of(template, folder / "one").url)

    return a_fresh_file


def _play(opened: Callable[[], Awaitable[None]], examples: int) -> None:
    machine = type("Played", (Races,), {"open": staticmethod(opened)})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=examples, stateful_step_count=20, deadline=None, phases=NOT_SHRUNK)
    )

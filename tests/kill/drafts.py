"""What happens to drafts: each plot is a way through the lifecycle, played by looking at the platform's cards."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.builders import Cast
from tests.kill.hands import PATIENCE, Hands
from tests.kill.platform import Platform, Shown
from workflows.tasks import derived_id

LOOK_SECONDS = 0.1


class Overtaken(Exception):
    """The draft expired because the bot was dead too often: that is allowed, and ends the plot."""


@dataclass
class Draft:
    """One draft and everybody around it."""

    number: int
    cast: Cast
    hands: Hands
    platform: Platform
    random: random.Random
    post: str = ""
    author: int = 0

    def value(self, card: Shown) -> dict[str, str]:
        return {key: card[key] for key in ("post", "claim") if key in card}

    async def sees(self, person: int, kind: str, subject: str = "", **wanted: Any) -> Shown:
        """Wait until a person's newest matching card stands there; raises Overtaken where the draft expired."""
        async with asyncio.timeout(PATIENCE):
            while True:
                if found := self._newest(person, kind, subject or self.post, wanted):
                    return found
                if wanted.get("outcome") != "expired" and self._newest(
                    self.author, "OutcomeCard", self.post, {"outcome": "expired"}
                ):
                    raise Overtaken
                await asyncio.sleep(LOOK_SECONDS)

    def _newest(self, person: int, kind: str, subject: str, wanted: dict[str, Any]) -> Shown | None:
        cards = (one.shown for one in reversed(self.platform.cards(f"person:{person}", kind, subject)))
        return next((card for card in cards if all(card[key] == value for key, value in wanted.items())), None)

    async def written(self, by: int = 0, more: str = "") -> Shown:
        self.author = by or self.cast.administrator
        text = f"Kestrel class planted bulbs beside the path today, row {self.number}.{more}"
        self.post = derived_id(await self.hands.say(self.author, text), "post")
        return await self.sees(self.author, "DraftCard")

    async def submitted(self, card: Shown) -> Shown:
        await self.hands.press(self.author, "post.submit", self.value(card))
        return await self.sees(self.cast.head, "ApprovalCard", state="waiting")

    async def approved(self, card: Shown, by: int = 0) -> None:
        """With a double click now and then, of the same event and of another one."""
        by, event = by or self.cast.head, self.hands.event()
        clicks = [event] * self.random.choice([1, 1, 2]) + [self.hands.event()] * self.random.choice([0, 0, 1])
        await asyncio.gather(*(self.hands.press(by, "post.approve", self.value(card), click) for click in clicks))

    async def published(self) -> None:
        await self.sees(self.author, "OutcomeCard", outcome="approved")
        await asyncio.gather(*(self._confirmed(account) for account in ("Facebook @hillside", "X @hillside")))
        await self.sees(self.author, "OutcomeCard", outcome="published")

    async def _confirmed(self, account: str) -> None:
        task = await self._task(account)
        who = self.random.choice([self.cast.administrator, self.cast.other_administrator])
        link = f"{task['url']}/posts/{self.number}"
        value = {"task": task["task"]}
        await self.hands.fill(who, "publication.confirm", value, permalink=link, device="school")

    async def _task(self, account: str) -> Shown:
        async with asyncio.timeout(PATIENCE):
            while True:
                for one in self.platform.cards(f"person:{self.author}", "PublishCard"):
                    if one.shown["account"] == account and f"row {self.number}." in one.shown["text"]:
                        return one.shown
                await asyncio.sleep(LOOK_SECONDS)


async def straight(draft: Draft) -> None:
    await draft.approved(await draft.submitted(await draft.written()))
    await draft.published()


async def put_right_first(draft: Draft) -> None:
    card = await draft.written(more=" Thanks to Miss Sarah!")
    for finding in [one for one in card["findings"] if one["fix"]][:1]:
        value = {**draft.value(card), "finding": str(finding["number"])}
        await draft.hands.press(draft.author, "post.fix", value)
        card = await draft.sees(draft.author, "DraftCard", revision=2)
    await draft.hands.press(draft.author, "post.submit", draft.value(card))


async def sent_back(draft: Draft) -> None:
    card = await draft.submitted(await draft.written())
    await draft.hands.fill(draft.cast.head, "post.send_back", draft.value(card), reason="Say where.")
    await draft.sees(draft.author, "OutcomeCard", outcome="sent_back")
    card = await draft.sees(draft.author, "DraftCard", state="drafting")
    text = f"{card['text']} Come and see!"
    await draft.hands.fill(draft.author, "post.edit", draft.value(card), text=text)
    card = await draft.sees(draft.author, "DraftCard", revision=2)
    await draft.approved(await draft.submitted(card))
    await draft.published()


async def rejected(draft: Draft) -> None:
    card = await draft.submitted(await draft.written())
    await draft.hands.fill(draft.cast.head, "post.reject", draft.value(card), reason="Not now.")
    await draft.sees(draft.author, "OutcomeCard", outcome="rejected")


async def withdrawn(draft: Draft) -> None:
    card = await draft.written()
    if draft.random.random() < 0.7:
        card = await draft.submitted(card)
    await draft.hands.press(draft.author, "post.withdraw", {"post": draft.post})
    await draft.sees(draft.author, "DraftCard", state="withdrawn")


async def called_off(draft: Draft) -> None:
    await draft.approved(await draft.submitted(await draft.written()))
    await draft.sees(draft.author, "OutcomeCard", outcome="approved")
    await draft.hands.press(draft.author, "post.withdraw", {"post": draft.post})
    await draft.sees(draft.author, "DraftCard", state="withdrawn")


async def unanswered(draft: Draft) -> None:
    await draft.submitted(await draft.written())
    await draft.sees(draft.author, "OutcomeCard", outcome="expired")


async def deputised(draft: Draft) -> None:
    await draft.submitted(await draft.written())
    card = await draft.sees(draft.cast.deputy, "ApprovalCard", state="waiting")
    await draft.approved(card, draft.cast.deputy)
    await draft.published()


async def changed_under_review(draft: Draft) -> None:
    old = await draft.submitted(await draft.written())
    card = await draft.sees(draft.author, "DraftCard", state="in_review")
    await draft.hands.fill(draft.author, "post.edit", draft.value(card), text=f"{card['text']} More soon!")
    card = await draft.sees(draft.author, "DraftCard", revision=2)
    await draft.hands.press(draft.cast.head, "post.approve", draft.value(old))
    await draft.approved(await draft.submitted(card))
    await draft.published()


async def suggested(draft: Draft) -> None:
    draft.author = draft.cast.teacher
    text = f"Kestrel class planted bulbs beside the path today, row {draft.number}."
    draft.post = derived_id(await draft.hands.say(draft.author, text), "post")
    await draft.sees(draft.cast.administrator, "SuggestionCard", state="open")
    both = (draft.cast.administrator, draft.cast.other_administrator)
    await asyncio.gather(*(draft.hands.press(who, "post.adopt", {"post": draft.post}) for who in both))
    card = await draft.sees(draft.cast.administrator, "SuggestionCard", state="adopted")
    draft.author = both[0] if "Thornton" in card["decision"] else both[1]
    await draft.approved(await draft.submitted(await draft.sees(draft.author, "DraftCard")))
    await draft.published()


async def declined(draft: Draft) -> None:
    draft.author = draft.cast.teacher
    draft.post = derived_id(await draft.hands.say(draft.author, f"Our harvest table, row {draft.number}."), "post")
    await draft.sees(draft.cast.administrator, "SuggestionCard", state="open")
    await draft.hands.fill(draft.cast.administrator, "post.decline", {"post": draft.post}, reason="We had that.")
    await draft.sees(draft.cast.other_administrator, "SuggestionCard", state="declined")


async def everybody_at_once(draft: Draft) -> None:
    card = await draft.submitted(await draft.written())
    value, hands = draft.value(card), draft.hands
    await asyncio.gather(
        hands.press(draft.cast.head, "post.approve", value),
        hands.fill(draft.cast.head, "post.reject", value, reason="On second thoughts."),
        hands.press(draft.author, "post.withdraw", {"post": draft.post}),
    )


Plot = Callable[[Draft], Awaitable[None]]
PLOTS: tuple[Plot, ...] = (
    straight,
    sent_back,
    rejected,
    changed_under_review,
    withdrawn,
    deputised,
    everybody_at_once,
    suggested,
    called_off,
    unanswered,
    declined,
    put_right_first,
)

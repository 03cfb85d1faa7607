"""What happens in Teams and is not asked for an answer: messages, their edits and deletions, arrivals."""

import asyncio
from datetime import timedelta

from bot.teams import PLATFORM, channels
from bot.teams.buttons import filling, is_filling, pressing
from bot.teams.chat import TeamsChat, part_at
from bot.teams.connection import Activity, Connector
from bot.teams.connection.activity import digest
from bot.teams.files import fetched
from bot.teams.forms import Asked
from bot.teams.identity import Identities, external_id, place
from bot.teams.models import TeamsPerson
from bot.teams.submitting import Incomplete, Submitting
from bot.teams.text import words
from workflows.cards import Notice
from workflows.errors import Refused, Stranger
from workflows.intake import Intake, post_of
from workflows.models import Person, Post
from workflows.ports import Clock, Deleted, Edited, Incoming, Place, Pressed, Said, Typed

JOIN = timedelta(minutes=3)
"""Photos without words join the draft that somebody began at most so long ago."""
LOOKS, LOOK_SECONDS = 20, 0.1
ARRIVED = ("conversationUpdate", "installationUpdate")


class Events:
    """Turns an activity into what the intake knows; refusals are answered in the same conversation."""

    def __init__(
        self, intake: Intake, chat: TeamsChat, connector: Connector, identities: Identities, clock: Clock
    ) -> None:
        self._intake, self._chat, self._connector = intake, chat, connector
        self._identities, self._clock = identities, clock
        self._submitting = Submitting(intake, identities)

    async def happened(self, activity: Activity) -> None:
        """Work on an activity that was acknowledged; raises ChatError where it should be tried again."""
        await self._channels(activity)
        try:
            await self._dispatch(activity)
        except Incomplete as incomplete:
            person = await self._identities.person(activity)
            await self._chat.ask(place(activity), incomplete.again, f"asked:{activity.key}", person.id)
        except Refused as refusal:
            if activity.type not in ARRIVED:
                await self._answer(activity, str(refusal))

    async def _channels(self, activity: Activity) -> None:
        """Note how a channel is reached, or that it cannot be reached any more."""
        reason, conversations = await channels.lost(activity)
        if not reason:
            await channels.noted(activity)
        for number, conversation in enumerate(conversations):
            await self._intake.channel_lost(f"{activity.key}/{number}", PLATFORM, conversation, reason)

    async def _dispatch(self, activity: Activity) -> None:
        match activity.type:
            case "message" if activity.value is not None:
                await self._sent_back(activity)
            case "message" if activity.is_personal:
                await self._said(activity, await self._identities.person(activity))
            case "message":
                await self._mentioned(activity, await self._identities.person(activity))
            case "messageUpdate" if activity.is_personal:
                await self._edited(activity)
            case "messageDelete" if activity.is_personal:
                person = await self._identities.person(activity)
                await self._intake.deleted(Deleted(activity.key, person.id, origin(activity)))
            case "conversationUpdate" if _is_new(activity):
                await self._arrived(activity)
            case "installationUpdate" if activity.is_personal and activity.action == "add":
                await self._identities.person(activity)

    async def _answer(self, activity: Activity, sentence: str) -> None:
        await self._chat.bring(place(activity), Notice(sentence, "warning"), f"refused:{activity.key}", None)

    async def _sent_back(self, activity: Activity) -> None:
        """A button of a client that knows no `Action.Execute`, or a form that stood in a message."""
        if is_filling(activity.value):
            await self._submitting.filled(activity, filling(activity.value))
            return
        person = await self._identities.person(activity)
        button = pressing(activity.value)
        form = await self._intake.pressed(Pressed(activity.key, person.id, button.verb, button.value))
        if form is not None:
            await self._chat.ask(place(activity), Asked(form), f"asked:{activity.key}", person.id)

    async def _said(self, activity: Activity, person: Person) -> None:
        text, quoted = words(activity)
        files = await fetched(activity, self._connector)
        if not text and not files:
            return
        known = await TeamsPerson.get(external_id=external_id(activity))
        under = await self._under(activity, quoted) if quoted else await self._joined(known, text, files)
        await self._intake.said(Said(activity.key, person.id, text, files, under, origin(activity)))
        if not under:
            await TeamsPerson.filter(id=known.id).update(drafted=origin(activity), drafted_at=self._clock.now())

    async def _under(self, activity: Activity, quoted: str) -> str:
        """The card of ours, or the message of theirs, to which somebody replies."""
        part = await part_at(activity.conversation.id, quoted)
        return part.key if part else digest(activity.conversation.id, quoted)

    async def _joined(self, known: TeamsPerson, text: str, files: tuple[Incoming, ...]) -> str:
        """The message whose draft photos without words belong to, if somebody has just begun one."""
        recent = known.drafted_at is not None and known.drafted_at >= self._clock.now() - JOIN
        if text or not files or not recent:
            return ""
        for _ in range(LOOKS):
            if await Post.exists(id=post_of(known.drafted)):
                return known.drafted
            await asyncio.sleep(LOOK_SECONDS)
        return ""

    async def _mentioned(self, activity: Activity, person: Person) -> None:
        """The bot was named in a channel or group chat: a command, never a draft."""
        here = Place(
            PLATFORM,
            channels.root(activity.conversation.id),
            await channels.is_private(activity, self._connector),
        )
        text, _ = words(activity)
        form = await self._intake.typed(Typed(activity.key, person.id, text, here))
        if form is not None:
            await self._chat.ask(place(activity), Asked(form), f"asked:{activity.key}", None)

    async def _edited(self, activity: Activity) -> None:
        person = await self._identities.person(activity)
        text, _ = words(activity)
        await self._intake.edited(Edited(activity.key, person.id, origin(activity), text))

    async def _arrived(self, activity: Activity) -> None:
        """The bot was added: somebody who is on the register is welcomed, others hear nothing until they write."""
        if not activity.is_personal:
            return
        try:
            person = await self._identities.person(activity)
        except Stranger:
            return
        await self._intake.pressed(Pressed(activity.key, person.id, "person.greet", {}))


def _is_new(activity: Activity) -> bool:
    return any(one.id == activity.recipient.id for one in activity.members_added)


def origin(activity: Activity) -> str:
    """The lasting id of a message, which its edits and its deletion carry as well."""
    return digest(activity.conversation.id, activity.id)

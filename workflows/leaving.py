"""Clause 3.5: somebody's chat account was closed, or they left by the register: roles end at once and all moves on."""

from workflows import access
from workflows.authorising import lose_everything
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Engine, Follow, Tell
from workflows.engine.world import World
from workflows.models import Alert, ChatIdentity, Person, Post
from workflows.policy.enforcement import enforces
from workflows.posts.passing_on import passed_on
from workflows.states import AlertState, PostState


@handles("person.deactivated")
@enforces("3.4", "3.5 acts")
async def deactivated(command: Command, world: World) -> Change:
    """Access ends in the same transaction; the headteacher hears of it; drafts and alerts go to somebody else."""
    person = await Person.get_or_none(id=command.payload["person"], left_at=None)
    platform = str(command.payload["platform"])
    if person is None or not await ChatIdentity.exists(person_id=person.id, platform=platform):
        return Change()

    async def write() -> None:
        await lose_everything(person, platform, world)

    told: list[Effect] = [Tell("gone", str(person.id), {"person": one}) for one in await _told_of(person)]
    return Change(f"person:{person.id}", [*told, *await _what_waits_for(person)], write)


@handles("person.left")
@enforces("3.5 acts")
async def left(command: Command, world: World) -> Change:
    """Somebody left by the register, which ended their roles: their drafts and alerts go to somebody else."""
    person = await Person.get_or_none(id=command.payload["person"], left_at__isnull=False)
    return Change(f"person:{person.id}", await _what_waits_for(person)) if person else Change()


async def see_to_leavers(engine: Engine) -> None:
    """Pass on what waits for leavers; an import runs beside the bot, or while it is stopped, and cannot do it."""
    asked = [person for post in await Post.filter(state=PostState.IN_REVIEW) for person in post.asked]
    taken_on = [alert.acknowledged_by_id for alert in await Alert.filter(state=AlertState.ACKNOWLEDGED)]
    for person in await Person.filter(id__in={*asked, *taken_on}, left_at__isnull=False):
        await engine.submit(Command(f"left:{person.id}:{person.left_at}", "person.left", {"person": person.id}))


async def _what_waits_for(person: Person) -> list[Effect]:
    return [*await passed_on(person.id, gone=True), *await _alerts_of(person)]


async def _told_of(person: Person) -> list[int]:
    """The headteachers wherever somebody had a role; the trust's lead where the headteacher is the one who is gone."""
    told: list[int] = []
    for school in await access.schools_of(person):
        told += [head.id for head in await access.headteachers(school) if head.id != person.id]
    if not told:
        told = [lead.id for lead in await access.communications_leads() if lead.id != person.id]
    return list(dict.fromkeys(told))


async def _alerts_of(person: Person) -> list[Effect]:
    theirs = await Alert.filter(state=AlertState.ACKNOWLEDGED, acknowledged_by_id=person.id)
    return [Follow("alert.pass_on", {"alert": alert.id, "person": person.id}) for alert in theirs]

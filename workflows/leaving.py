"""Clause 3.5: a chat account was closed, so whoever it belonged to loses every role at once and all moves on."""

from workflows import access
from workflows.authorising import lose_everything
from workflows.engine.applying import Change, handles
from workflows.engine.commands import Command, Effect, Follow, Tell
from workflows.engine.world import World
from workflows.models import Alert, ChatIdentity, Person
from workflows.policy.enforcement import enforces
from workflows.posts.passing_on import passed_on
from workflows.states import AlertState


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
    moved = [*await passed_on(person.id, gone=True), *await _alerts_of(person)]
    return Change(f"person:{person.id}", [*told, *moved], write)


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

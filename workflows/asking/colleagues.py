"""The forms about people: who is away, who stands in, who is authorised, where leadership is alerted."""

from typing import Any

from workflows import access
from workflows.asking.answers import Answers, Photos, instant, text
from workflows.engine.world import World
from workflows.errors import NotAllowed, Refused
from workflows.forms import Form, Input, Option
from workflows.models import Deputy, Person, School
from workflows.states import Role

PLACES = ("first", "second", "third")


async def away(person: Person, value: dict[str, str], world: World) -> Form:
    """Until when somebody is away."""
    hint = "Drafts go to the next in line meanwhile. Type “back” when you return earlier."
    return Form("person.away", "I am away until", (Input("until", "Back at", "datetime", hint=hint),), "Save")


def read_away(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
    """When they are back."""
    return "person.away", {"until": instant(answers, world, "until")}


async def led_by(person: Person) -> str:
    """The school whose headteacher somebody is; raises NotAllowed for others."""
    for school in await access.schools_of(person):
        if Role.HEADTEACHER in await access.roles_at(person, school):
            return school
    raise NotAllowed("This is for the headteacher of the school. Please ask them.")


async def deputies(person: Person, value: dict[str, str], world: World) -> Form:
    """Who stands in for the headteacher, first one first."""
    school = await led_by(person)
    team = tuple(Option(str(one.id), one.formal_name) for one in await access.leadership(school))
    if not team:
        raise Refused("The staff register lists nobody in your leadership team. Please have it corrected there.")
    order = [str(one.person_id) for one in await Deputy.filter(school_id=school).order_by("position")]
    initial = [*order, *("" for _ in PLACES)]
    inputs = tuple(
        Input(place, f"{place.title()} deputy", "choice", required=place == "first", initial=now, options=team)
        for place, now in zip(PLACES, initial, strict=False)
    )
    return Form("deputies.name", "Who stands in for you?", inputs, "Save", {"school": school})


def read_deputies(answers: Answers, value: dict[str, str], photos: Photos, world: World) -> tuple[str, dict[str, Any]]:
    """The deputies in their order, each once."""
    chosen = [text(answers, place) for place in PLACES]
    return "deputies.name", {**value, "people": list(dict.fromkeys(int(one) for one in chosen if one.isdecimal()))}


async def staff_options(person: Person) -> tuple[Option, ...]:
    """The staff whom a headteacher could authorise, by surname, with their job titles."""
    school = await led_by(person)
    held = {one.id for one in await access.administrators(school)} | {person.id}
    staff = [one for one in await Person.filter(school_id=school, left_at=None) if one.id not in held]
    staff.sort(key=lambda one: (one.identity["surname"], one.identity["forename"]))
    return tuple(Option(str(one.id), _described(one)) for one in staff)


def _described(person: Person) -> str:
    return f"{person.formal_name} ({person.job_title})" if person.job_title else person.formal_name


async def grant(person: Person, value: dict[str, str], world: World) -> Form:
    """Whom the headteacher authorises."""
    colleagues = await staff_options(person)
    if not colleagues:
        raise Refused("Everybody on your staff register is an administrator already, or nobody stands on it but you.")
    who = Input("colleague", "Colleague", "choice", options=colleagues, source="staff")
    return Form("role.grant", "Authorise an administrator", (who,), "Authorise", {"school": await led_by(person)})


async def revoke(person: Person, value: dict[str, str], world: World) -> Form:
    """From whom the headteacher takes the authorisation."""
    school = await led_by(person)
    held = await access.administrators(school)
    if not held:
        raise Refused("Nobody at your school is authorised as an administrator at the moment.")
    who = Input(
        "person", "Administrator", "choice", options=tuple(Option(str(one.id), _described(one)) for one in held)
    )
    return Form("role.revoke", "End an authorisation", (who,), "End it", {"school": school}, "danger")


async def may_bind(person: Person) -> list[School]:
    """The schools for whose leadership somebody may choose a channel; raises NotAllowed where there is none."""
    roles = await access.roles_of(person)
    if (Role.COMMUNICATIONS_LEAD, None) in roles:
        return await School.filter(closed=False).order_by("name")
    led = [school for role, school in roles if role is Role.HEADTEACHER]
    if not led:
        raise NotAllowed("Only the headteacher or the Communications Lead chooses the leadership channel.")
    return await School.filter(slug__in=led).order_by("name")


async def leadership(person: Person, value: dict[str, str], world: World) -> Form:
    """Whose leadership a channel is."""
    options = tuple(Option(school.slug, school.name) for school in await may_bind(person))
    which = Input("school", "Alerts of which school arrive here?", "choice", options=options)
    return Form("leadership.bind", "Leadership channel", (which,), "Use this channel", value)

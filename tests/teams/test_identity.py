"""Clause 3.4 in Teams: staff of the trust's own tenants, by work email; everybody else is refused politely."""

from dataclasses import replace

import pytest

from tests.fakes.teams.people import User
from tests.scenarios.story import CLEAN
from tests.teams.campus import Campus
from tests.teams.drawing import text
from workflows.models import AuditEntry, ChatIdentity, Post

FOREIGN = "4b1d6c3e-77aa-4e06-9a0d-0d1f6a10f002"


def thornton(campus: Campus) -> User:
    return campus.users[campus.cast.administrator]


STRANGERS = {
    "another tenant": (lambda one: replace(one, tenant=FOREIGN), "external"),
    "a guest": (lambda one: replace(one, role="guest"), "guest"),
    "a guest account by its name": (lambda one: replace(one, principal="x_y.example#EXT#@meadow.example"), "guest"),
    "somebody who is not signed in": (lambda one: replace(one, role="anonymous"), "guest"),
    "not on the register": (lambda one: replace(one, email="nobody@hillside.example"), "unknown"),
    "without an email": (lambda one: replace(one, email=""), "unverified"),
    "without an Entra account": (lambda one: replace(one, object_id=""), "unverified"),
}


@pytest.mark.parametrize(("change", "reason"), STRANGERS.values(), ids=STRANGERS.keys())
async def test_3_4_strangers_are_refused_without_any_data(campus: Campus, change: object, reason: str) -> None:
    stranger = change(thornton(campus))  # type: ignore[operator]
    await campus.hands.say(stranger, CLEAN)
    await campus.settled()
    (answer,) = [one for one in campus.hands.chat(stranger).messages if not one.sender]
    assert "Thornton" not in text(answer.card)
    assert campus.titles(answer) == []
    assert not await Post.exists()
    assert await AuditEntry.filter(action=f"access.refused.{reason}").exists()


async def test_3_4_a_stranger_presses_a_button_and_searches_for_pupils_in_vain(campus: Campus) -> None:
    guest = replace(thornton(campus), role="guest", object_id="object-guest")
    chat = campus.hands.chat(guest)
    data = {"gatepost": {"verb": "post.approve", "value": {"post": "x", "claim": "y"}}}
    pressed = {"action": {"type": "Action.Execute", "verb": "post.approve", "data": data}}
    answer = await campus.hands.invoke(guest, chat, "adaptiveCard/action", pressed)
    assert "members of staff" in answer["value"]
    opened = await campus.hands.invoke(guest, chat, "task/fetch", {"data": data})
    assert "members of staff" in opened["task"]["value"]
    asked = {"queryText": "Am", "dataset": "pupils:x"}
    assert (await campus.hands.invoke(guest, chat, "application/search", asked))["value"] == {"results": []}


async def test_a_person_is_bound_once_by_tenant_and_object_id(campus: Campus) -> None:
    for _ in range(3):
        await campus.says(campus.cast.administrator, "hello")
    (identity,) = await ChatIdentity.all()
    assert identity.external_id == f"{thornton(campus).tenant}/{thornton(campus).object_id}"
    looked_up = [call for call in campus.service.calls if "/members/" in call]
    assert len(looked_up) == 1, "a profile is believed for some hours"
    await campus.passes(hours=13)
    await campus.says(campus.cast.administrator, "hello")
    assert len([call for call in campus.service.calls if "/members/" in call]) == 2


async def test_somebody_who_has_become_a_guest_is_refused_once_their_profile_is_looked_at_again(
    campus: Campus,
) -> None:
    await campus.says(campus.cast.administrator, "hello")
    campus.hands.chat(thornton(campus)).members[:] = [replace(thornton(campus), role="guest")]
    await campus.passes(hours=13)
    await campus.says(campus.cast.administrator, CLEAN)
    assert not await Post.exists()


async def test_an_account_under_the_work_email_of_somebody_else_is_not_theirs(campus: Campus) -> None:
    await campus.says(campus.cast.administrator, "hello")
    second = replace(thornton(campus), object_id="object-second")
    await campus.hands.say(second, CLEAN)
    await campus.settled()
    assert not await Post.exists()


async def test_the_app_for_everybody_says_nothing_to_people_who_are_not_on_the_register(campus: Campus) -> None:
    stranger = replace(thornton(campus), email="caretaker@hillside.example", object_id="object-caretaker")
    await campus.hands.arrive(stranger)
    await campus.settled()
    assert campus.hands.chat(stranger).messages == []


async def test_arriving_is_a_welcome_and_a_way_to_be_reached(campus: Campus) -> None:
    await campus.arrives(campus.cast.head)
    assert "Vance" in text(campus.cards(campus.cast.head)[-1].card)

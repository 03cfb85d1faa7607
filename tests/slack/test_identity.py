"""Clause 3.4 in Slack: only confirmed work emails of the register open the door, and it closes with the account."""

from typing import Any

import pytest

from tests.fakes.slack.workspace import BOT
from tests.slack.stage import CLEAN, Stage, shown, user_of
from workflows.models import AuditEntry, ChatIdentity, Post, RoleGrant

STRANGERS: dict[str, dict[str, Any]] = {
    "guest": {"is_restricted": True},
    "single-channel guest": {"is_ultra_restricted": True},
    "external": {"team_id": "T0ELSEWHERE"},
    "stranger": {"is_stranger": True},
    "bot": {"is_bot": True},
    "unconfirmed": {"is_email_confirmed": False},
    "deactivated": {"deleted": True},
}


@pytest.mark.parametrize("who", STRANGERS)
async def test_strangers_are_refused_without_any_data(school: Stage, who: str) -> None:
    email = school.space.users[user_of("teacher")]["profile"]["email"]
    school.space.add_user("U0STRANGER", email, **STRANGERS[who])
    await school.people.say("U0STRANGER", "Amara Okonkwo planted bulbs")
    conversation = school.space.direct("U0STRANGER").messages
    await school.until(lambda: [one for one in conversation if one["user"] == BOT])
    assert "Gatepost" in shown(conversation[-1])
    assert "Amara" not in shown(conversation[-1])
    assert not await Post.exists()
    assert not await ChatIdentity.filter(external_id="U0STRANGER")


async def test_an_email_that_is_not_on_the_register_is_refused_and_recorded(school: Stage) -> None:
    school.space.add_user("U0PARENT", "parent@home.example")
    await school.people.say("U0PARENT", "hello")
    conversation = school.space.direct("U0PARENT").messages
    await school.until(lambda: "members of staff" in str(conversation))
    assert await AuditEntry.filter(action="access.refused.unknown").count() == 1


async def test_a_headteacher_who_has_never_written_is_found_by_work_email(school: Stage) -> None:
    assert not await ChatIdentity.exists(person_id=school.cast.head)
    await school.submitted()
    assert (await ChatIdentity.get(person_id=school.cast.head)).external_id == user_of("head")


async def test_a_deactivated_user_loses_every_role_and_the_headteacher_hears_of_it(school: Stage) -> None:
    await school.people.say(user_of("administrator"), "hello")
    await school.card("administrator")
    user = school.space.users[user_of("administrator")]
    user["deleted"] = True
    await school.people.event("user_change", user=user)
    await school.card("head", "Mrs Thornton")
    assert not await RoleGrant.filter(person_id=school.cast.administrator, revoked_at=None)


async def test_a_changed_user_is_looked_at_again(school: Stage) -> None:
    teacher = user_of("teacher")
    await school.people.say(teacher, "hello")
    await school.card("teacher")
    school.space.users[teacher]["is_restricted"] = True
    await school.people.event("user_change", user=school.space.users[teacher])
    await school.people.say(teacher, CLEAN)
    await school.card("teacher", "Guests")
    assert not await Post.exists()


async def test_somebody_who_was_bound_may_go_on_while_slack_does_not_answer(school: Stage) -> None:
    await school.people.say(user_of("administrator"), "hello")
    await school.card("administrator")
    await school.people.event("user_change", user=school.space.users[user_of("administrator")])
    school.space.trouble["users.info"] = ["500", "429:1"]
    await school.people.say(user_of("administrator"), CLEAN)
    await school.card("administrator", "Your draft")
    assert school.space.trouble["users.info"] == ["429:1"]

"""The Home tab and the slash commands."""

from bot.slack.models import SlackHome
from tests.fakes.slack.limits import view_faults
from tests.fakes.slack.workspace import BOT
from tests.slack.stage import CLEAN, Stage, shown, user_of
from workflows.models import Person

ADMIN, HEAD = user_of("administrator"), user_of("head")


async def test_the_home_tab_shows_what_waits_and_its_buttons_work(both: Stage) -> None:
    approval = await both.submitted()
    await both.people.event("app_home_opened", user=HEAD, channel=both.space.direct(HEAD).id, tab="home")
    home = await both.until(lambda: both.space.homes.get(HEAD))
    assert CLEAN[:20] in str(home["blocks"])
    had = len(both.direct("head"))
    button = next(one for block in home["blocks"] if (one := block.get("accessory")))
    await both.people.press(HEAD, home, button["text"]["text"])
    again = await both.card("head", "Please approve", after=had)
    await both.people.press(HEAD, again, "Approve")
    await both.shows(approval, "Approved by")


async def test_the_home_tab_is_kept_up_to_date_once_it_was_opened(school: Stage) -> None:
    await school.people.event("app_home_opened", user=HEAD, tab="home")
    await school.until(lambda: school.space.homes.get(HEAD))
    await school.submitted()
    await school.until(lambda: CLEAN[:20] in str(school.space.homes[HEAD]["blocks"]), "the tab is old")
    assert user_of("administrator") not in school.space.homes, "nobody gets a tab that they never opened"


async def test_looking_at_the_messages_tab_publishes_nothing(school: Stage) -> None:
    await school.people.event("app_home_opened", user=HEAD, tab="messages")
    await school.people.say(HEAD, "hello")
    await school.card("head")
    assert school.space.homes == {}


async def test_a_stranger_sees_no_home_tab(school: Stage) -> None:
    school.space.add_user("U0PARENT", "parent@home.example")
    await school.people.event("app_home_opened", user="U0PARENT", tab="home")
    await school.people.say("U0PARENT", "hello")
    await school.until(lambda: [one for one in school.space.direct("U0PARENT").messages if one["user"] == BOT])
    assert school.space.homes == {}


async def test_another_process_that_published_meanwhile_is_no_harm(school: Stage) -> None:
    await school.people.event("app_home_opened", user=HEAD, tab="home")
    home = await school.until(lambda: school.space.homes.get(HEAD))
    home["hash"] = "somebody.else"
    await school.people.event("app_home_opened", user=HEAD, tab="home")
    await school.until(lambda: school.space.homes[HEAD]["hash"] != "somebody.else")


async def test_gatepost_answers_where_it_was_typed_and_in_the_own_conversation(school: Stage) -> None:
    channel = school.space.add_channel("C0STAFF", "public", ADMIN, BOT)
    await school.people.command(ADMIN, "/gatepost", "", channel.id)
    await school.card("administrator", "")
    await school.until(lambda: "our direct conversation" in str(school.space.ephemeral))


async def test_a_headteacher_says_until_when_they_are_away(school: Stage) -> None:
    await school.people.command(HEAD, "/gatepost", "I am away until 10 November")
    await school.card("head", "10 November")


async def test_a_headteacher_authorises_an_administrator_in_a_form(school: Stage) -> None:
    await school.people.command(HEAD, "/gatepost", "authorise")
    form = await school.people.modal(HEAD)
    assert view_faults(form) == []


async def test_words_that_nobody_knows_are_answered_with_what_to_do(school: Stage) -> None:
    await school.people.command(ADMIN, "/gatepost", "sing")
    await school.until(lambda: school.space.ephemeral)
    assert "help" in str(school.space.ephemeral)


async def test_a_form_that_opens_too_late_says_so(school: Stage) -> None:
    school.space.trigger_seconds = -1.0
    await school.people.command(ADMIN, "/post")
    await school.until(lambda: "took too long" in str(school.space.ephemeral))


async def test_a_form_of_somebody_else_is_refused(school: Stage) -> None:
    await school.people.command(ADMIN, "/post")
    form = await school.people.modal(ADMIN)
    answer = await school.people.submit(HEAD, form, text=CLEAN)
    assert "Somebody else" in str(answer["errors"])
    forged = {**form, "private_metadata": "forged"}
    answer = await school.people.submit(ADMIN, forged, text=CLEAN)
    assert "open it again" in str(answer["errors"])
    assert "Your draft" not in "".join(map(shown, school.direct("administrator")))


async def test_3_7_whoever_left_has_no_tab_on_record(school: Stage) -> None:
    await school.people.event("app_home_opened", user=HEAD, tab="home")
    await school.until(lambda: school.space.homes.get(HEAD))
    await school.adapter.forget_what_is_gone()
    assert await SlackHome.exists()
    await Person.filter(id=school.cast.head).update(left_at=school.clock.now())
    await school.adapter.forget_what_is_gone()
    assert not await SlackHome.exists()

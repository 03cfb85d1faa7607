"""The forms: what is asked before a command can be given, and how the answers become its payload."""

from workflows.alerts.alerting import OUTCOMES
from workflows.asking import colleagues, drafts, lessons, writing
from workflows.asking.answers import Answers, Ask, Photos, Read, change, direct, instant, many, text, ticked
from workflows.engine.world import World
from workflows.forms import Form, Input, Option
from workflows.models import Person

__all__ = ["ANSWERS", "FORMS"]


async def _resolve(person: Person, value: dict[str, str], world: World) -> Form:
    options = tuple(Option(key, words) for key, words in OUTCOMES.items())
    inputs = (
        Input("outcome", "What was done", "choice", options=options),
        Input("note", "Note", "long_text", hint="For the record; no more about the child than needed.", required=False),
    )
    return Form("alert.resolve", "Resolve this alert", inputs, "Resolve", value)


FORMS: dict[str, Ask] = {
    "post.edit": drafts.edit,
    "post.plan": drafts.plan,
    "post.who": drafts.who,
    "post.photos": drafts.photos,
    "post.consent": drafts.consent,
    "post.retime": drafts.retime,
    "post.school": drafts.school,
    "post.send_back": drafts.reason("post.send_back", "Send back with a reason", "Send back"),
    "post.reject": drafts.reason("post.reject", "Reject with a reason", "Reject", "danger"),
    "post.decline": drafts.reason("post.decline", "Decline the suggestion", "Decline"),
    "publication.confirm": drafts.confirm,
    "draft.new": writing.new_draft,
    "comment.report": writing.report,
    "alert.resolve": _resolve,
    "lesson.false_alarm": lessons.false_alarm,
    "lesson.missed": lessons.missed,
    "person.away": colleagues.away,
    "deputies.name": colleagues.deputies,
    "role.grant": colleagues.grant,
    "role.revoke": colleagues.revoke,
    "leadership.bind": colleagues.leadership,
}


def _read_who(answers: Answers, picture: str) -> dict[str, object]:
    if ticked(answers, "remove"):
        return {"remove": picture}
    said = {"pupils": many(answers.get("who")), "nobody": ticked(answers, "nobody")}
    return {"who": {"picture": picture, "alt": text(answers, "alt"), **said}}


def _read_retime(
    answers: Answers, value: dict[str, str], photos: Photos, world: World
) -> tuple[str, dict[str, object]]:
    return "post.retime", {**value, "planned_at": instant(answers, world)}


ANSWERS: dict[str, Read] = {
    "post.edit": change(lambda answers, value, photos, world: {"text": text(answers, "text")}),
    "post.plan": change(
        lambda answers, value, photos, world: {
            "accounts": many(answers.get("accounts")),
            "planned_at": instant(answers, world),
        }
    ),
    "post.who": change(lambda answers, value, photos, world: _read_who(answers, value["picture"])),
    "post.photos": change(lambda answers, value, photos, world: {"photos": photos}),
    "post.consent": change(
        lambda answers, value, photos, world: {
            "consent": {key: text(answers, key) for key in ("pupil", "scope", "source")}
        }
    ),
    "post.retime": _read_retime,
    "post.school": direct("post.school", "school"),
    "post.send_back": direct("post.send_back", "reason"),
    "post.reject": direct("post.reject", "reason"),
    "post.decline": direct("post.decline", "reason"),
    "publication.confirm": direct("publication.confirm", "permalink", "device"),
    "draft.new": writing.read_draft,
    "comment.report": writing.read_report,
    "alert.resolve": direct("alert.resolve", "outcome", "note"),
    "lesson.false_alarm": direct("lesson.false_alarm", "phrase"),
    "lesson.missed": lessons.read_missed,
    "person.away": colleagues.read_away,
    "deputies.name": colleagues.read_deputies,
    "role.grant": direct("role.grant", "colleague"),
    "role.revoke": direct("role.revoke", "colleague"),
    "leadership.bind": direct("leadership.bind", "school"),
}

"""Opening a form within the three seconds that Slack gives after a click."""

from bot.slack.desk import Desk
from bot.slack.errors import Answered, NotOffered
from bot.slack.forms import modal
from workflows.errors import Refused
from workflows.forms import Form

TOO_LATE = "That took too long, so the form did not open. Please try once more."
NO_FORMS = "This Slack cannot open forms, so that cannot be done here. Please write to me instead."
EXPIRED = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_exchanged", "invalid_trigger_id"})


async def open_form(desk: Desk, form: Form, person: int, trigger: str) -> None:
    """Show a form; raises Refused with a sentence where it cannot be shown."""
    pictures = await desk.pictures.known([each.picture for each in form.inputs if each.picture])
    asks_for_files = any(each.kind == "photos" for each in form.inputs)
    try:
        await desk.api.call("views.open", trigger_id=trigger, view=modal(form, person, desk.zone, pictures))
    except NotOffered:
        raise Refused(NO_FORMS) from None
    except Answered as error:
        if error.error in EXPIRED:
            raise Refused(TOO_LATE) from None
        if not (asks_for_files or pictures):
            raise
        # A server in Slack's place may know neither files nor pictures in forms.
        bare = modal(form, person, desk.zone, {}, with_files=False)
        await desk.api.call("views.open", trigger_id=trigger, view=bare)

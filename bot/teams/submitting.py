"""A form that was sent, whether from a dialog or from a message: read, found wanting, or handed on."""

from bot.teams import forms
from bot.teams.buttons import Answered
from bot.teams.connection import Activity
from bot.teams.identity import Identities
from workflows.errors import Refused
from workflows.forms import Form
from workflows.intake import Intake
from workflows.ports import Filled, Pressed

LOOK_AGAIN = "Please look at the marked questions."


class Incomplete(Refused):
    """Some answers are missing or wrong; `again` is the form to show with what was answered."""

    def __init__(self, form: Form, faults: dict[str, str], sentence: str) -> None:
        super().__init__(sentence)
        self.again = forms.Asked(form, faults, sentence)


class Submitting:
    """Asks the intake for the form once more, so that nothing of it has to travel."""

    def __init__(self, intake: Intake, identities: Identities) -> None:
        self._intake, self._identities = intake, identities

    async def filled(self, activity: Activity, sent: Answered) -> None:
        """Hand on the answers; raises Incomplete with the form to show again, or Refused."""
        person = await self._identities.person(activity)
        form = await self._intake.pressed(Pressed(f"{activity.key}/form", person.id, sent.form, sent.value))
        if form is None:
            raise Refused("That form is not known here. Please open it again from its card.")
        answers = forms.read(form, sent.data)
        again = forms.refilled(form, answers)
        if answers.faults:
            raise Incomplete(again, answers.faults, LOOK_AGAIN)
        try:
            await self._intake.filled(Filled(activity.key, person.id, form.name, form.value, answers.texts, {}))
        except Refused as refusal:
            raise Incomplete(again, {}, str(refusal)) from None

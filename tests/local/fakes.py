"""A trust of five people, an intake that records what reached it, and the workspace around them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.local.chat import direct, leadership
from bot.local.members import Conversation, Member
from tests.media.films import film
from workflows.errors import NotAllowed, Refused
from workflows.forms import Form
from workflows.ports import Filled, Pressed, Said
from workflows.states import Role

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf000000030101006f1e3aa20000000049454e44ae426082"
)
OAKFIELD, HILLTOP = "Oakfield Primary School", "Hilltop Academy"
CHANNEL = Conversation(leadership("oakfield"), f"Leadership, {OAKFIELD}", False)


def _member(id: int, name: str, school: str, role: Role, *channels: Conversation) -> Member:
    return Member(id, name, school, (role,), (Conversation(direct(id), "Gatepost", True), *channels))


HEAD = _member(1, "Mrs Adeyemi", OAKFIELD, Role.HEADTEACHER, CHANNEL)
ADMIN = _member(2, "Mr Bell", OAKFIELD, Role.ADMINISTRATOR)
LEADER = _member(3, "Ms Varga", OAKFIELD, Role.LEADERSHIP, CHANNEL)
STAFF = _member(4, "Miss Okafor", OAKFIELD, Role.STAFF)
ELSEWHERE = _member(5, "Mr Ito", HILLTOP, Role.ADMINISTRATOR)
EVERYBODY = (ELSEWHERE, HEAD, ADMIN, LEADER, STAFF)


async def people() -> tuple[Member, ...]:
    return EVERYBODY


async def picture(person: int, id: str) -> tuple[bytes, str]:
    """Everybody at Oakfield may see `photo` and `video`; `page` is something that is no picture."""
    if id == "page":
        return b"<script>alert(1)</script>", "text/html"
    if id == "video":
        return film(), "video/mp4"
    if id != "photo" or person == ELSEWHERE.id:
        raise NotAllowed("That picture is not yours to see.")
    return PNG, "image/png"


@dataclass
class RecordingIntake:
    """Acts once for each event id, as the real one does; `form` is what a button opens, `refusal` what is raised."""

    heard: dict[str, Said] = field(default_factory=dict)
    presses: dict[str, Pressed] = field(default_factory=dict)
    sent: dict[str, Filled] = field(default_factory=dict)
    form: Form | None = None
    refusal: str = ""

    async def said(self, said: Said) -> None:
        self._perhaps_refuse()
        self.heard.setdefault(said.event_id, said)

    async def pressed(self, pressed: Pressed) -> Form | None:
        self._perhaps_refuse()
        self.presses.setdefault(pressed.event_id, pressed)
        return self.form

    async def filled(self, filled: Filled) -> None:
        self._perhaps_refuse()
        self.sent.setdefault(filled.event_id, filled)

    def _perhaps_refuse(self) -> None:
        if self.refusal:
            raise Refused(self.refusal)


class ExerciseClock:
    """A clock that stands still on a Tuesday afternoon until it is moved on."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 3, 16, 20, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def seconds_until(self, due: datetime) -> float:
        return max(0.0, (due - self._now).total_seconds())

    async def skip(self, hours: float) -> None:
        self._now += timedelta(hours=hours)

"""The neutral card document: what a card shows, in words that every chat platform can draw."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Tone = Literal["neutral", "good", "warning", "urgent"]
WEB_ADDRESS = r"https?://[^\s<>\"']+"
WebAddress = Annotated[str, Field(pattern=rf"^({WEB_ADDRESS})?$")]


def _without_nulls(items: object) -> object:
    # A template closes a list of optional entries with null instead of counting commas.
    return [item for item in items if item is not None] if isinstance(items, list) else items


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Action(_Frozen):
    """A button. `verb` and `value` come back when it is pressed; `hint` says what will happen."""

    label: str = Field(min_length=1)
    verb: str = Field(pattern=r"^[a-z_]+\.[a-z_]+$")
    value: dict[str, str] = {}
    style: Literal["primary", "danger", "plain"] = "plain"
    hint: str = ""


Actions = Annotated[tuple[Action, ...], BeforeValidator(_without_nulls)]


class Heading(_Frozen):
    """A line that titles what follows."""

    kind: Literal["heading"]
    text: str = Field(min_length=1)


class Text(_Frozen):
    """A paragraph in our own words; small where it only explains."""

    kind: Literal["text"]
    text: str
    small: bool = False


class Quote(_Frozen):
    """Somebody's own words, shown whole and exactly: never read as markup, mentions or links."""

    kind: Literal["quote"]
    label: str = ""
    text: str


class Fact(_Frozen):
    """A name and its value; with `url` the value is a link."""

    label: str
    value: str
    url: WebAddress = ""


class Facts(_Frozen):
    """A short table of names and values."""

    kind: Literal["facts"]
    facts: Annotated[tuple[Fact, ...], BeforeValidator(_without_nulls)]


class Finding(_Frozen):
    """One thing that the policy has against a draft (or advises): sentence, the words, the clause in plain English."""

    kind: Literal["finding"]
    sentence: str
    quote: str = ""
    policy: str = ""
    blocks: bool = True
    actions: Actions = ()


class Entry(_Frozen):
    """One line of a list of matters, with its own buttons; `detail` says more in small letters."""

    kind: Literal["entry"]
    text: str = Field(min_length=1)
    detail: str = ""
    actions: Actions = ()


class Picture(_Frozen):
    """A picture or video by its id; `state` says whether everybody in it is accounted for."""

    id: str
    kind: Literal["picture", "video"] = "picture"
    alt: str
    caption: str = ""
    state: Literal["ready", "unfinished", "blocked"] = "ready"
    actions: Actions = ()


class Pictures(_Frozen):
    """The pictures and videos of a post, in order."""

    kind: Literal["pictures"]
    label: str = ""
    pictures: Annotated[tuple[Picture, ...], BeforeValidator(_without_nulls)]


class List(_Frozen):
    """Several short sentences: plain, steps in order, things done, or things still to do."""

    kind: Literal["list"]
    label: str = ""
    style: Literal["plain", "steps", "done", "todo"] = "plain"
    items: tuple[str, ...]


class Status(_Frozen):
    """Where the matter stands, in one line."""

    kind: Literal["status"]
    text: str = Field(min_length=1)
    tone: Tone = "neutral"


class Divider(_Frozen):
    """A line between two matters."""

    kind: Literal["divider"]


Part = Annotated[
    Heading | Text | Quote | Facts | Finding | Entry | Pictures | List | Status | Divider,
    Field(discriminator="kind"),
]


class Document(_Frozen):
    """A card: `title` is its plain-text summary for notifications; `actions` are its buttons, first one first."""

    title: str = Field(min_length=1)
    tone: Tone = "neutral"
    parts: Annotated[tuple[Part, ...], BeforeValidator(_without_nulls)]
    actions: Actions = ()

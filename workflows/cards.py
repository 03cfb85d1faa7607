"""What we say, as data: one dataclass a card; a template of the same name puts it into words and order."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as people see it; `meaning` is the clause in plain English; `fix` is the label of a one-click fix."""

    clause: str
    meaning: str
    sentence: str
    quote: str = ""
    fix: str = ""
    number: int = 0
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class PictureLine:
    """A picture or video of a draft: who was declared to be in it (names only for those who may see them)."""

    id: str
    number: int
    alt: str
    who: str
    declared: bool
    blocked: bool = False
    kind: Literal["picture", "video"] = "picture"


@dataclass(frozen=True, slots=True)
class DraftCard:
    """To the author: the text as it will appear, the findings, what is missing, what can be done."""

    post: str
    revision: int
    claim: str
    state: str
    school: str
    accounts: tuple[str, ...]
    when: str
    text: str
    findings: tuple[FindingLine, ...] = ()
    pictures: tuple[PictureLine, ...] = ()
    links: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    status: str = ""
    reason: str = ""
    suggested_by: str = ""
    is_author: bool = True
    may_move: bool = False


@dataclass(frozen=True, slots=True)
class ApprovalCard:
    """To the headteacher or a deputy: exactly what will be published, where, when, and on which consents."""

    post: str
    claim: str
    state: Literal["waiting", "decided", "changed", "expired"]
    school: str
    author: str
    accounts: tuple[str, ...]
    when: str
    text: str
    pictures: tuple[PictureLine, ...] = ()
    links: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    advice: tuple[FindingLine, ...] = ()
    why_you: str = ""
    decision: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeCard:
    """To the author and whoever must know: what became of a draft, and what can be done now."""

    post: str
    outcome: Literal[
        "submitted", "approved", "sent_back", "rejected", "withdrawn", "published", "held", "expired", "reminder"
    ]
    school: str
    sentence: str
    excerpt: str
    reason: str = ""
    links: tuple[str, ...] = ()
    can_change: bool = False
    can_retime: bool = False


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """To the administrators of a school: a colleague's draft that one of them may adopt."""

    post: str
    state: Literal["open", "adopted", "declined", "withdrawn"]
    school: str
    suggested_by: str
    text: str
    pictures: tuple[PictureLine, ...] = ()
    decision: str = ""


@dataclass(frozen=True, slots=True)
class PublishCard:
    """To an administrator: publish this by hand, with the ready text and pictures."""

    task: str
    state: Literal["open", "done", "cancelled"]
    school: str
    account: str
    url: str
    text: str
    pictures: tuple[PictureLine, ...] = ()
    links: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    done: str = ""
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class AlertCard:
    """To leadership: a comment names or describes a child, or threatens; no more about the child than needed."""

    alert: str
    state: Literal["raised", "acknowledged", "resolved"]
    school: str
    what: str
    where: str
    raised: str
    level: int
    done: tuple[str, ...] = ()
    to_do: tuple[str, ...] = ()
    acknowledged: str = ""
    resolved: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class RemovalCard:
    """To an administrator: delete or hide this comment by hand, and say when it is done."""

    task: str
    kind: Literal["delete_comment", "hide_comment"]
    state: Literal["open", "done", "cancelled"]
    school: str
    where: str
    permalink: str
    author: str
    reminder: bool = False
    done: str = ""


@dataclass(frozen=True, slots=True)
class CommentCard:
    """To the person who reported a comment: what was made of it and what happens now."""

    comment: str
    school: str
    urgent: bool
    sentence: str
    reasons: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonCard:
    """To those who may allow a phrase: its year is nearly over, or how that ended; `allowed` is by whom and when."""

    lesson: str
    state: Literal["waiting", "kept", "let_go", "lapsed", "again"]
    school: str
    phrase: str
    allowed: str
    until: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """To headteacher and leadership on request: the kept record of a comment."""

    comment: str
    school: str
    text: str
    author: str
    permalink: str
    where: str
    captured: str
    sha256: str
    deleted: str = ""
    has_screenshot: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence to one person: a refusal with its reason, a hint, an answer, perhaps with one button.

    `post` and `claim` are what the button's verb needs, such as both for `post.approve`.
    """

    sentence: str
    tone: Literal["plain", "good", "warning"] = "plain"
    post: str = ""
    verb: str = ""
    label: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class WelcomeCard:
    """To somebody who says hello or asks for help: what they can do here."""

    name: str
    school: str
    roles: tuple[str, ...]
    can: tuple[str, ...]
    may_draft: bool
    may_report: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One matter on somebody's home card; `kind` says which buttons it has, `id` is that of what it is about."""

    kind: Literal[
        "approval", "suggestion", "task", "lesson", "draft", "suggested", "raised", "acknowledged", "upcoming"
    ]
    id: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class HomeSection:
    """The first lines of a section, and how many more there are."""

    lines: tuple[HomeLine, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class WeekLine:
    """How often a school has posted since Monday, against the two a week of clause 7.3."""

    school: str
    published: int
    goal: int = 2


@dataclass(frozen=True, slots=True)
class HomeCard:
    """To anybody: what waits for them, and what their roles let them see of drafts, alerts and plans."""

    name: str
    waiting: HomeSection
    drafts: HomeSection
    alerts: HomeSection
    upcoming: HomeSection
    week: tuple[WeekLine, ...]
    away: str
    may_draft: bool
    may_report: bool


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """To anybody: every clause, by whether the program enforces it today."""

    version: str
    enforced: tuple[str, ...]
    partly: tuple[str, ...]
    not_yet: tuple[str, ...]


Card = (
    DraftCard
    | ApprovalCard
    | OutcomeCard
    | SuggestionCard
    | PublishCard
    | AlertCard
    | RemovalCard
    | CommentCard
    | LessonCard
    | EvidenceCard
    | Notice
    | WelcomeCard
    | HomeCard
    | PolicyCard
)

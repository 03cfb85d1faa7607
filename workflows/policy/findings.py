"""What the policy answers: findings on a draft, a reading of a comment."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that one click makes: replace the text between `start` and `end` (in characters)."""

    label: str
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a clause has against a draft, or advises.

    `start` and `end` are character offsets into the draft's text (None where the finding is about a
    picture or an account); `quote` is exactly the text between them. `pupils` are register ids.
    `sentence` is plain English for the author. `blocks` is False for advice. `media` are the indexes
    of the draft's media that the finding is about.
    """

    clause: str
    sentence: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    pupils: tuple[str, ...] = ()
    fix: Fix | None = None
    blocks: bool = True
    media: tuple[int, ...] = ()


class ChildMention(StrEnum):
    """How far a comment points to a particular child (the meanings stand in `docs/corpus.md`)."""

    NAMED = "named"
    DESCRIBED = "described"
    REFERENCED = "referenced"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a comment says: the child it points to, and whether it is offensive, a threat, names staff.

    `quotes` are exact substrings of the text; `pupils` are the register ids that a name fits;
    `reasons` are plain sentences for the people who work the queue.
    """

    child: ChildMention
    offensive: bool = False
    threat: bool = False
    staff_forename: bool = False
    quotes: tuple[str, ...] = ()
    pupils: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def singles_out_a_child(self) -> bool:
        """Whether a particular child is named or described (what the corpus calls urgent)."""
        return self.child in (ChildMention.NAMED, ChildMention.DESCRIBED)

    @property
    def urgent(self) -> bool:
        """Whether leadership must hear of it at once: a child named or described, or a threat."""
        return self.threat or self.singles_out_a_child

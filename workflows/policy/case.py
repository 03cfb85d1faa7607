"""A draft laid ready for the rules: the trust, the school, the text and who is meant in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workflows.people.mention import Mention
from workflows.people.scene import Scene
from workflows.people.who import Who
from workflows.policy.facts import Draft, Pupil, StaffMember, Trust
from workflows.policy.links import Link
from workflows.policy.sifting import Sifted
from workflows.policy.strong import Strong


@dataclass(frozen=True, slots=True)
class Case:
    """What every rule is given. `children` and `staff` are the mentions that name a child or give a forename.

    `sifted` are the sentences on which patterns of wording may fit, `strong` the strong words.
    """

    draft: Draft
    trust: Trust
    who: Who
    pupils: Mapping[str, Pupil]
    colleagues: tuple[StaffMember, ...]
    children: tuple[Mention, ...]
    staff: tuple[Mention, ...]
    links: tuple[Link, ...]
    sifted: Sequence[Sifted]
    strong: Strong

    @property
    def scene(self) -> Scene:
        """The text taken apart."""
        return self.who.scene

    def consented(self, mention: Mention, *scopes: str) -> bool:
        """Whether a pupil whom the name fits has an additional consent of one of `scopes` for this post."""
        return any(
            consent.pupil in mention.pupils and consent.scope in scopes for consent in self.draft.additional_consents
        )

    def quote(self, start: int, end: int) -> str:
        """The words of the draft between two offsets."""
        return self.draft.text[start:end]

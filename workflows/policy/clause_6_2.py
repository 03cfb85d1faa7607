"""Clause 6.2: faces of children without consent to be shown are obscured, and every face is accounted for."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.facts import Medium
from workflows.policy.findings import Finding

NOT_AGREED = "The parents of a child in this {what} have not agreed to its being shown. Please obscure the face."
UNACCOUNTED = "Nobody has accounted for some faces in this {what}. Please say who they are or obscure them."


@enforces("6.2 blocks")
def faces_without_consent(case: Case) -> Iterator[Finding]:
    """A photo or video that shows a pupil without consent, or a face that nobody accounted for."""
    for index, medium in enumerate(case.draft.media):
        if medium.kind == "link":
            continue
        shown = tuple(pupil for pupil in _shown(medium) if not _may_be_shown(case, pupil))
        what = "video" if medium.kind == "video" else "picture"
        if shown:
            yield Finding("6.2", NOT_AGREED.format(what=what), pupils=shown, media=(index,))
        if medium.unlisted_faces:
            yield Finding("6.2", UNACCOUNTED.format(what=what), media=(index,))


def _shown(medium: Medium) -> list[str]:
    return [pupil for pupil in medium.pupils if pupil not in medium.obscured]


def _may_be_shown(case: Case, pupil: str) -> bool:
    return pupil in case.pupils and case.pupils[pupil].consents.image_public

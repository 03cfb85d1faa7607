"""Reads a comment (clauses 5.2, 5.8, 7.7 and 8.6): the child it points to, abuse, threats, staff forenames."""

from collections.abc import Iterator, Sequence

from workflows.people.mention import Mention
from workflows.people.who import Who
from workflows.policy.enforcement import enforces
from workflows.policy.evidence import score
from workflows.policy.findings import ChildMention, Reading
from workflows.policy.offence import offence_evidence
from workflows.policy.threats import threat_evidence


@enforces("5.2", "5.8", "7.7")
def reading(who: Who) -> Reading:
    """Reads a comment for children, abuse, threats and staff forenames.

    Several children count as the one that is pointed to most.
    """
    children = who.named_children()
    threat = score(threat_evidence(who.scene), who.weighings.threat) > 0
    offensive = threat or score(offence_evidence(who.scene), who.weighings.offence) > 0
    staff = any(mention not in children for mention in who.named_staff())
    child = _child(who, children)
    return Reading(
        child=child,
        offensive=offensive,
        threat=threat,
        staff_forename=staff,
        quotes=_quotes(who, child, children),
        pupils=tuple(sorted({pupil for mention in children for pupil in mention.pupils})),
        reasons=tuple(_reasons(child, offensive, threat, staff)),
    )


def _child(who: Who, children: Sequence[Mention]) -> ChildMention:
    if children:
        return ChildMention.NAMED
    if who.singles_out():
        return ChildMention.DESCRIBED
    return ChildMention.REFERENCED if who.refers_to_a_child() else ChildMention.NONE


def _quotes(who: Who, child: ChildMention, children: Sequence[Mention]) -> tuple[str, ...]:
    text = who.scene.text
    if child == ChildMention.DESCRIBED:
        start, end = who.described_child()
        return (text[start:end],)
    return tuple(text[mention.start : mention.end] for mention in children)


def _reasons(child: ChildMention, offensive: bool, threat: bool, staff: bool) -> Iterator[str]:
    if child == ChildMention.NAMED:
        yield "It names a child."
    if child == ChildMention.DESCRIBED:
        yield "It describes a child so that others can tell who it is."
    if threat:
        yield "It threatens somebody."
    elif offensive:
        yield "It is abusive or swears."
    if staff:
        yield "It gives the first name of a member of staff."

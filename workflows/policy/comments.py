"""Reads a comment (clauses 5.2, 5.8, 7.7 and 8.6): the child it points to, abuse, threats, staff forenames."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workflows.people.mention import Fit, Mention
from workflows.people.who import Who
from workflows.policy.enforcement import enforces
from workflows.policy.evidence import Evidence, convinces, telling_words, unless_allowed
from workflows.policy.findings import ChildMention, Reading
from workflows.policy.offence import offence_evidence
from workflows.policy.talk import talk
from workflows.policy.threats import threat_evidence


@enforces("5.2", "5.8", "7.7")
def reading(who: Who) -> Reading:
    """Reads a comment for children, abuse, threats and staff forenames.

    Several children count as the one that is pointed to most.
    """
    children = who.named_children()
    said = talk(who.scene)
    threats = tuple(unless_allowed(threat_evidence(said), who.scene))
    threat = convinces(threats, who.scene, who.weighings.threat)
    # Every threat is an offence.
    offences = () if threat else tuple(unless_allowed(offence_evidence(said), who.scene))
    offensive = threat or convinces(offences, who.scene, who.weighings.offence)
    staff = [mention for mention in who.named_staff() if mention not in children]
    child = _child(who, children)
    return Reading(
        child=child,
        offensive=offensive,
        threat=threat,
        staff_forename=bool(staff),
        quotes=_quotes(who, child, children),
        pupils=tuple(sorted(_pupils(children))) if children else (),
        reasons=tuple(_reasons(who, child, children, threats if threat else (), offences if offensive else (), staff)),
    )


def _pupils(children: Sequence[Mention]) -> set[str]:
    """Whom the names fit, less those whom another name of the same child rules out."""
    found = {pupil for mention in children for pupil in mention.pupils}
    return found.difference(_not_with_that_surname(children), _not_of_that_family(children))


def _not_with_that_surname(children: Sequence[Mention]) -> Iterator[str]:
    """Mylah A wrote that? Mylah, wow: a bare forename is whose it is with more."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for mention in children:
        if mention.fit in (Fit.FULL, Fit.INITIAL):
            fuller[mention.name] |= mention.pupils
    for mention in children:
        if mention.fit == Fit.FORENAME and not mention.pupils.isdisjoint(fuller.get(mention.name, ())):
            yield from mention.pupils - fuller[mention.name]


def _not_of_that_family(children: Sequence[Mention]) -> Iterator[str]:
    """That Codling kid Reece: a family's name and a forename in it narrow each other."""
    others = {mention.pupils for mention in children if mention.fit != Fit.FAMILY}
    for family in {mention.pupils for mention in children if mention.fit == Fit.FAMILY}:
        alike = [each for each in others if not each.isdisjoint(family)]
        if alike:
            yield from family.union(*alike) - family.intersection(frozenset().union(*alike))


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


def _reasons(
    who: Who,
    child: ChildMention,
    children: Sequence[Mention],
    threats: Sequence[Evidence],
    offences: Sequence[Evidence],
    staff: Sequence[Mention],
) -> Iterator[str]:
    """In plain words what the comment is; threats and offences are the evidence where it is one."""
    if children:
        yield f"It names a child{_words(who, _spans(children))}."
    elif child == ChildMention.DESCRIBED:
        yield f"It describes a child so that others can tell who it is{_words(who, who.singling_words())}."
    if threats:
        yield f"It threatens somebody{_words(who, _told(who, telling_words(threats, who.weighings.threat)))}."
    elif offences:
        yield f"It is abusive or swears{_words(who, _told(who, telling_words(offences, who.weighings.offence)))}."
    if staff:
        yield f"It gives the first name of a member of staff{_words(who, _spans(staff))}."


def _told(who: Who, tokens: tuple[int, int] | None) -> tuple[tuple[int, int], ...]:
    """The span in the text from the first to the last of two tokens."""
    if tokens is None:
        return ()
    first, last = (who.scene.tokens[at] for at in tokens)
    return ((first.shown[0], last.shown[1]),)


def _spans(mentions: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    return tuple((mention.start, mention.end) for mention in mentions)


def _words(who: Who, spans: Sequence[tuple[int, int]]) -> str:
    """A colon and the words quoted, each once; nothing where there are none."""
    words = dict.fromkeys(who.scene.text[start:end] for start, end in spans)
    return ": " + ", ".join(f"“{each}”" for each in words) if words else ""

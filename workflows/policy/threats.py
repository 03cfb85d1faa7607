"""Evidence that a comment threatens somebody; a weighing adds it up."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from workflows.policy.evidence import ALWAYS, Evidence, in_frames, in_phrases, in_wording
from workflows.policy.reports import heard
from workflows.policy.strong import CHEERS, I_WILL, IN_A_THREAT, ON_A_CONDITION, THREATENS, WARNS, announcing
from workflows.policy.talk import Talk
from workflows.policy.words_of import policy_family, policy_words

NEAR, SHORTEST = 4, 4
DUE = frozenset({"getting", "gets", "get", "wants", "want", "needs", "need", "deserves", "gonna", "going", "leaving"})
WHOM = frozenset({"him", "her", "them", "you", "u", "ya", "yer"})
HARM, WEAPON, BODY, PERSON, KIND, WILL, TARGET = (
    policy_words("threats", family) for family in ("harm", "weapon", "body", "person", "kind", "will", "target")
)
SOMEWHERE = frozenset({"in", "through", "under", "off", "into", "over", "on"})


def threat_evidence(talk: Talk) -> Iterator[Evidence]:
    """Everything in a comment that speaks for a threat."""
    keys = talk.keys
    yield ALWAYS
    if talk.strong.together & IN_A_THREAT:
        yield from in_phrases(keys, "threats", "phrases")
    yield from heard([*in_wording(talk, "threat"), *in_frames(talk, "threat")], keys)
    if talk.strong.together & THREATENS:
        for at in [at for at, mark in enumerate(talk.strong.words) if mark & THREATENS]:
            yield from _of_a_word(keys, at)
    if talk.strong.together & WARNS:
        yield Evidence("warning")
    if talk.strong.together & ON_A_CONDITION:
        yield Evidence("condition")
    if talk.oaths:
        yield Evidence("swears")
    if talk.strong.together & CHEERS:
        yield from (Evidence("good cheer", at, at) for at, mark in enumerate(talk.strong.words) if mark & CHEERS)


def _answers_in_kind(keys: Sequence[str], at: int) -> bool:
    """Whether somebody will be done by as they did: stamped on a hamster, and I'd stamp on him."""
    deed, after = keys[at + 1], keys[at + 2 : at + 4]
    if len(deed) < SHORTEST or deed in _known() or PERSON.isdisjoint(after):
        return False
    return any(key.startswith(deed) for key in keys[:at])


def _of_a_word(keys: Sequence[str], at: int) -> Iterator[Evidence]:
    word = keys[at]
    if word in HARM:
        yield from (Evidence(cue, at, at) for cue in _harm_cues(keys, at))
    if word in WEAPON:
        yield Evidence("weapon", at, at)
        if not DUE.isdisjoint(keys[max(0, at - NEAR) : at]):
            yield Evidence("weapon due", at, at)
    if word in BODY:
        yield Evidence("body", at, at)
    if word in announcing():
        yield from (Evidence(cue, at, min(at + 5, len(keys) - 1)) for cue in _intentions(keys, at))
    if word in I_WILL and at + 2 < len(keys) and _answers_in_kind(keys, at):
        yield Evidence("answers in kind", at, at + 2)


def _intentions(keys: Sequence[str], at: int) -> Iterator[str]:
    """What the writer says that they will do to somebody, unless it is a kindness."""
    if not _announced(keys, at):
        return
    if any(whom in WHOM and deed not in _known() for deed, whom in pairwise(keys[at + 1 : at + 5])):
        yield "an answer to it"
    after = keys[at + 1 : at + 6]
    if PERSON.isdisjoint(after) or not KIND.isdisjoint(after):
        return
    yield "intends something to somebody"
    if not HARM.isdisjoint(after):
        yield "intends harm"
    if not SOMEWHERE.isdisjoint(keys[at + 1 : at + 8]):
        yield "intends to put somebody somewhere"


@cache
def _known() -> frozenset[str]:
    """Words that tell of no strange deed: what is known to hurt or not, and what may stand before it."""
    return policy_words("threats", "kind", "harmless", "harm", "person").union(
        word for phrase in (*I_WILL, *policy_family("threats", "announced")) for word in phrase.split()
    )


def _announced(keys: Sequence[str], at: int) -> bool:
    """Whether an intention or something coming to somebody is announced here: I'll, I'm gonna, he's getting."""
    return keys[at] in I_WILL or " ".join(keys[at : at + 2]) in policy_words("threats", "announced")


def _harm_cues(keys: Sequence[str], at: int) -> Iterator[str]:
    before, after = keys[max(0, at - NEAR) : at], keys[at + 1 : at + 1 + NEAR]
    yield "harm"
    at_somebody = not TARGET.isdisjoint(after)
    if not WILL.isdisjoint(before):
        yield "harm intended"
        if at_somebody:
            yield "harm intended to somebody"
    if not DUE.isdisjoint(before):
        yield "harm due"
    if not BODY.isdisjoint(after):
        yield "harm to a body"
    if at_somebody:
        yield "harm to somebody"

"""Evidence that a comment abuses somebody; a weighing adds it up."""

from collections.abc import Iterator, Sequence

from workflows.people.scene import Scene
from workflows.policy.evidence import ALWAYS, Evidence, in_frames, in_phrases, in_wording
from workflows.policy.slurs import is_slur
from workflows.policy.strong import ABUSES, HATES, INSULTS
from workflows.policy.talk import Talk
from workflows.policy.words_of import policy_words

NEAR = 4
ONESELF = frozenset({"i'm", "im", "i", "me", "myself"})
NEGATED = frozenset({"not", "isn't", "isnt", "aren't", "arent", "never", "wasn't", "wasnt", "no"})
VICTIM = frozenset(
    {"was", "been", "being", "got", "gets", "me", "my", "our", "him", "her", "them", "us", "son", "daughter"}
)
VERDICT = frozenset({"a", "an", "the", "of", "are", "is", "absolute", "total", "complete", "right"})


def offence_evidence(talk: Talk) -> Iterator[Evidence]:
    """Everything in a comment that speaks for abuse."""
    keys = talk.scene.words
    yield ALWAYS
    yield from (Evidence("swears", oath.first, oath.last) for oath in talk.oaths)
    for family, mark in (("phrases", INSULTS), ("hate_phrases", HATES)):
        if talk.strong.together & mark:
            yield from in_phrases(keys, "insults", family)
    yield from in_wording(talk, "offence")
    yield from in_frames(talk, "offence")
    if talk.strong.together & ABUSES:
        for at in (at for at, mark in enumerate(talk.strong.words) if mark & ABUSES):
            yield from _of_a_word(talk.scene, keys, at)


def _of_a_word(scene: Scene, keys: Sequence[str], at: int) -> Iterator[Evidence]:
    word = keys[at]
    if is_slur(word):
        yield Evidence("hate reported" if _is_reported(keys, at) else "hate", at, at)
    if word in policy_words("insults", "nouns") and not _is_of_oneself_or_negated(keys, at):
        yield from (Evidence(cue, at, at) for cue in _noun_cues(keys, at))
    if word in policy_words("insults", "adjectives"):
        yield from (Evidence(cue, at, at) for cue in _adjective_cues(scene, keys, at))


def _is_of_oneself_or_negated(keys: Sequence[str], at: int) -> bool:
    """I'm such an idiot; he is no fool."""
    return bool(ONESELF.intersection(keys[max(0, at - NEAR) : at]) or NEGATED.intersection(keys[max(0, at - 2) : at]))


def _is_reported(keys: Sequence[str], at: int) -> bool:
    """He was called a ...: a complaint repeats the word that hurt."""
    before = keys[max(0, at - NEAR) : at]
    return bool({"called", "calling", "saying", "shouted", "shouting", "word", "names"} & set(before)) and bool(
        VICTIM & set(keys[:at])
    )


def _noun_cues(keys: Sequence[str], at: int) -> Iterator[str]:
    before = set(keys[max(0, at - NEAR) : at])
    yield "insult noun"
    if before & policy_words("insults", "adjectives"):
        yield "insult noun with adjective"
    if before & policy_words("insults", "address"):
        yield "insult noun at somebody"
    if before & VERDICT:
        yield "insult noun in a verdict"
    yield "insult strong" if keys[at] in policy_words("insults", "strong") else "insult weak"


def _adjective_cues(scene: Scene, keys: Sequence[str], at: int) -> Iterator[str]:
    around = set(keys[max(0, at - NEAR) : at + NEAR])
    mild = keys[at] in policy_words("insults", "mild")
    yield "insult adjective"
    if around & policy_words("insults", "address"):
        yield "insult adjective at somebody"
    if set(keys[at + 1 : at + 3]) & policy_words("insults", "adjectives"):
        yield "insult adjectives in a row"
    if set(keys[at + 1 : at + 3]) & policy_words("insults", "people"):
        yield "mild adjective of a person" if mild else "insult adjective of a person"
    if at + 1 in scene.mention_at:
        yield "mild adjective of a name" if mild else "insult adjective of a name"

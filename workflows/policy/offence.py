"""Evidence that a comment abuses somebody; a weighing adds it up."""

from collections.abc import Iterator, Sequence

from workflows.people.scene import Scene
from workflows.policy.evidence import ALWAYS, Evidence, in_frames, in_phrases, in_wording
from workflows.policy.slurs import is_slur
from workflows.policy.strong import ABUSES, HATES, INSULTS
from workflows.policy.talk import Talk
from workflows.policy.words_of import policy_words

NEAR = 4
NOUNS, ADJECTIVES, ADDRESS, PEOPLE, MILD, STRONG = (
    policy_words("insults", family) for family in ("nouns", "adjectives", "address", "people", "mild", "strong")
)
REPEATED = frozenset(
    {"called", "calling", "saying", "shouted", "shouting", "yelled", "yelling", "screamed", "screaming", "wrote",
     "written", "scrawled", "word", "names"}
)  # fmt: skip
TO_WHOM = frozenset({"at", "to", "on", "was", "across"})
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
    yield from (
        Evidence(_oath_cue(keys[oath.first]), oath.first, oath.last)
        for oath in talk.oaths
        if not _is_veiled_report(keys, oath.first)
    )
    for family, mark in (("phrases", INSULTS), ("hate_phrases", HATES)):
        if talk.strong.together & mark:
            yield from in_phrases(keys, "insults", family)
    yield from in_wording(talk, "offence")
    yield from in_frames(talk, "offence")
    if talk.strong.together & ABUSES:
        for at in [at for at, mark in enumerate(talk.strong.words) if mark & ABUSES]:
            yield from _of_a_word(talk.scene, keys, at)


def _oath_cue(word: str) -> str:
    """Damn is an oath in any company; a bitch may have pups."""
    return "swears" if word in policy_words("profanity", "of things") else "swears outright"


def _is_veiled_report(keys: Sequence[str], at: int) -> bool:
    """He called my mother a p***: whoever reports a word and veils it does not say it."""
    return "*" in keys[at] and _is_reported(keys, at)


def _of_a_word(scene: Scene, keys: Sequence[str], at: int) -> Iterator[Evidence]:
    word = keys[at]
    if is_slur(word):
        yield Evidence("hate reported" if _is_reported(keys, at) else "hate", at, at)
    if word in NOUNS and not _is_of_oneself_or_negated(keys, at):
        yield from (Evidence(cue, at, at) for cue in _noun_cues(keys, at))
    if word in ADJECTIVES:
        yield from (Evidence(cue, at, at) for cue in _adjective_cues(scene, keys, at))


def _is_of_oneself_or_negated(keys: Sequence[str], at: int) -> bool:
    """I'm such an idiot; he is no fool."""
    return not (ONESELF.isdisjoint(keys[max(0, at - NEAR) : at]) and NEGATED.isdisjoint(keys[max(0, at - 2) : at]))


def _is_reported(keys: Sequence[str], at: int) -> bool:
    """He was called a ...; somebody shouted it at them: a complaint repeats the word that hurt."""
    told = not (VICTIM.isdisjoint(keys[:at]) and TO_WHOM.isdisjoint(keys[at + 1 : at + 3]))
    return told and not REPEATED.isdisjoint(keys[max(0, at - NEAR) : at])


def _noun_cues(keys: Sequence[str], at: int) -> Iterator[str]:
    before = keys[max(0, at - NEAR) : at]
    yield "insult noun"
    if not ADJECTIVES.isdisjoint(before):
        yield "insult noun with adjective"
    if not ADDRESS.isdisjoint(before):
        yield "insult noun at somebody"
    if not VERDICT.isdisjoint(before):
        yield "insult noun in a verdict"
    yield "insult strong" if keys[at] in STRONG else "insult weak"


def _adjective_cues(scene: Scene, keys: Sequence[str], at: int) -> Iterator[str]:
    around, following = keys[max(0, at - NEAR) : at + NEAR], keys[at + 1 : at + 3]
    mild = keys[at] in MILD
    yield "insult adjective"
    if not ADDRESS.isdisjoint(around):
        yield "insult adjective at somebody"
    if not ADJECTIVES.isdisjoint(following):
        yield "insult adjectives in a row"
    if not PEOPLE.isdisjoint(following):
        yield "mild adjective of a person" if mild else "insult adjective of a person"
    if at + 1 in scene.mention_at:
        yield "mild adjective of a name" if mild else "insult adjective of a name"

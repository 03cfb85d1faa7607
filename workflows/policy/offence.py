"""Cues that a comment abuses or threatens somebody; a weighing adds them up."""

from collections.abc import Iterator, Sequence

from workflows.people.spellings import without_possessive
from workflows.people.tokens import Token
from workflows.policy.profanity import oaths
from workflows.policy.words_of import policy_family, policy_words

NEAR = 4
DUE = frozenset({"getting", "gets", "get", "wants", "want", "needs", "need", "deserves", "gonna", "going", "leaving"})
LAIRS = frozenset({"lives", "live", "parks", "park", "works", "drinks", "walks", "goes", "car", "drives", "stays"})


def offence_cues(tokens: Sequence[Token]) -> Iterator[str]:
    """Names of the cues for abuse that hold for a comment."""
    keys = [without_possessive(token.key) for token in tokens]
    yield "always"
    sworn = list(oaths(tokens))
    if sworn:
        yield "swears"
    yield from _phrase_cues(keys, "insults", ("phrases", "hate_phrases"))
    for at, word in enumerate(keys):
        if word in policy_words("insults", "hate") and word != "it":
            yield "hate"
        if word in policy_words("insults", "nouns"):
            yield from _noun_cues(keys, at)
        if word in policy_words("insults", "adjectives"):
            yield from _adjective_cues(keys, at)


def _noun_cues(keys: Sequence[str], at: int) -> Iterator[str]:
    before = set(keys[max(0, at - NEAR) : at])
    yield "insult noun"
    if before & policy_words("insults", "adjectives"):
        yield "insult noun with adjective"
    if before & policy_words("insults", "address"):
        yield "insult noun at somebody"
    if before & {"a", "an", "the", "of", "are", "is", "absolute", "total", "complete", "right"}:
        yield "insult noun in a verdict"
    yield "insult strong" if keys[at] in policy_words("insults", "strong") else "insult weak"


def _adjective_cues(keys: Sequence[str], at: int) -> Iterator[str]:
    around = set(keys[max(0, at - NEAR) : at + NEAR])
    yield "insult adjective"
    if around & policy_words("insults", "address"):
        yield "insult adjective at somebody"
    if set(keys[at + 1 : at + 3]) & policy_words("insults", "adjectives"):
        yield "insult adjectives in a row"
    if set(keys[at + 1 : at + 3]) & policy_words("insults", "people"):
        yield (
            "insult adjective of a person"
            if keys[at] not in policy_words("insults", "mild")
            else "mild adjective of a person"
        )


def threat_cues(tokens: Sequence[Token]) -> Iterator[str]:
    """Names of the cues for a threat that hold for a comment."""
    keys = [token.key for token in tokens]
    yield "always"
    yield from _phrase_cues(keys, "threats", ("phrases",))
    for at, word in enumerate(keys):
        if word in policy_words("threats", "harm"):
            yield from _harm_cues(keys, at)
        if word in policy_words("threats", "weapon"):
            yield "weapon"
            if DUE & set(keys[max(0, at - NEAR) : at]):
                yield "weapon due"
        if (
            word == "know"
            and {"where", "what", "which"} & set(keys[at + 1 : at + 3])
            and LAIRS & set(keys[at : at + 7])
        ):
            yield "knows where somebody is"
        if word in ("waiting", "coming") and {"outside", "for", "round", "down", "up", "by"} & set(
            keys[at + 1 : at + 4]
        ):
            yield "lies in wait"
        if word in policy_words("threats", "body"):
            yield "body"
    yield from _intentions(keys)
    if set(keys) & policy_words("threats", "warning"):
        yield "warning"
    if "if" in keys or "whoever" in keys or "anyone" in keys or "next" in keys:
        yield "condition"
    if any(True for _ in oaths(tokens)):
        yield "swears"


def _intentions(keys: Sequence[str]) -> Iterator[str]:
    """What the writer says that they will do to somebody, unless it is a kindness."""
    for at in range(len(keys)):
        after = set(keys[at + 1 : at + 6])
        if not _announced(keys, at) or not after & policy_words("threats", "person"):
            continue
        if after & policy_words("threats", "kind"):
            continue
        yield "intends something to somebody"
        if after & policy_words("threats", "harm"):
            yield "intends harm"
        if {"in", "through", "under", "off", "into", "over", "on"} & set(keys[at + 1 : at + 8]):
            yield "intends to put somebody somewhere"


def _announced(keys: Sequence[str], at: int) -> bool:
    """Whether an intention or something coming to somebody is announced here: I'll, I'm gonna, he's getting."""
    pair = " ".join(keys[at : at + 2])
    return keys[at] in ("i'll", "ill", "i'd") or pair in policy_family("threats", "announced")


def _harm_cues(keys: Sequence[str], at: int) -> Iterator[str]:
    before, after = set(keys[max(0, at - NEAR) : at]), set(keys[at + 1 : at + 1 + NEAR])
    yield "harm"
    if before & policy_words("threats", "will"):
        yield "harm intended"
        if after & policy_words("threats", "target"):
            yield "harm intended to somebody"
    if before & DUE:
        yield "harm due"
    if after & policy_words("threats", "body"):
        yield "harm to a body"
    if after & policy_words("threats", "target"):
        yield "harm to somebody"


def _phrase_cues(keys: Sequence[str], list_name: str, families: tuple[str, ...]) -> Iterator[str]:
    text = f" {' '.join(keys)} "
    for name in families:
        hits = sum(f" {phrase} " in text for phrase in policy_family(list_name, name))
        if hits:
            yield f"{list_name} {name}"
        if hits > 1:
            yield f"{list_name} {name}, several"

"""Players told apart by their number or place in a team: your number 7 with the plait, their wing attack."""

from collections.abc import Sequence

from workflows.people.deeds import does_as_people_do
from workflows.people.families import family
from workflows.people.of_a_class import RELATIVES
from workflows.people.sentences import Sentence
from workflows.people.small_ones import does
from workflows.people.tokens import Token

NUMBERED = frozenset({"number", "no", "nr", "num"})
NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
FIRST_HALVES = frozenset({"centre", "center", "wing", "goal", "left", "right", "scrum", "fly", "full", "inside",
                          "outside", "loose", "tight"})  # fmt: skip
SECOND_HALVES = frozenset({"half", "attack", "defence", "back", "forward", "shooter"})
OF_THEM = frozenset({"yours", "theirs"})
WHOSE = frozenset({"your", "their", "our", "the", "that", "ur", "yer", "ye"})
OTHERS = frozenset({"your", "their", "ur", "yer"})
SIDES = frozenset({"lot", "side", "team", "lads", "girls", "boys", "lasses", "us", "them", "you"})
WITH = frozenset({"with", "wi", "wiv", "in"})
WHO_IS = frozenset({"he", "she", "his", "her", "he's", "she's", "him", "hes", "shes"})
NEAR, REST = 6, 12


def number_in_a_team(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Your number 4 with the mohican; that number 6 of yours with the plaits; number seven cried when she was off."""
    number = at + 1
    if number >= sentence.last or not (tokens[number].bare.isdigit() or tokens[number].bare in NUMBERS):
        return None
    rest = [token.key for token in tokens[number + 1 : min(number + 1 + REST, sentence.last + 1)]]
    if rest[0] == "of" and rest[1:2] != [] and rest[1] in OF_THEM and len(rest) > 2:
        rest = rest[2:]
    if rest[0] == "for":
        return at if not SIDES.isdisjoint(rest[:4]) else None
    if rest[0] in WITH:
        return at if _is_seen(rest[1:NEAR]) else None
    if rest[:2] in (["is", "a"], ["was", "a"]) and _is_scorned(rest[2:]):
        return at
    whose = at > sentence.first and tokens[at - 1].key in WHOSE
    if tokens[number].key != tokens[number].bare:
        return at if rest[0] in family("children", "parents") else None
    if at > sentence.first and tokens[at - 1].key in OTHERS and does(rest[0]):
        return at
    return at if does_as_people_do(rest) and (whose or not WHO_IS.isdisjoint(rest)) else None


def _is_seen(words: Sequence[str]) -> bool:
    return any(
        word in family("children", "of_a_body")
        or word in family("details", "look")
        or word in family("details", "clothes")
        for word in words
    )


def _is_scorned(words: Sequence[str]) -> bool:
    """A dirty little dinlo, kicked our lad: words of scorn, and a noun or a deed that goes with them."""
    told = words[1:]
    return (
        words[:1] != []
        and words[0] in family("children", "scorn")
        and any(word in family("children", name) for word in told for name in ("despised", "did_to_others", "slur"))
    )


def position(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Your centre half with the headband; their wing attack pushed our girl."""
    if at - 2 < sentence.first or at >= sentence.last or tokens[at - 1].key not in FIRST_HALVES:
        return None
    if tokens[at - 2].key not in WHOSE:
        return None
    rest = [token.key for token in tokens[at + 1 : min(at + 1 + NEAR, sentence.last + 1)]]
    seen = rest[0] in WITH and (rest[0] != "in" or _is_seen(rest[1:]))
    return at if seen or rest[0] in RELATIVES or does_as_people_do(rest) else None


def player_of_yours(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """That winger of yours with the ponytail."""
    if at - 2 < sentence.first or at >= sentence.last or tokens[at - 1].key != "of":
        return None
    player = any(tokens[at - 2].bare in family("children", name) for name in ("role", "part", "young", "played"))
    following = tokens[at + 1].key
    return at - 2 if player and (following in WITH or following in RELATIVES) else None

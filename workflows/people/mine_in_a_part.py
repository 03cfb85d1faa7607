"""One's own child as a part: the Year 1 lobster was mine, the back end of the donkey is my grandson."""

from collections.abc import Sequence

from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.families import family
from workflows.people.of_a_class import end_of_group
from workflows.people.parts import ENDS, HALVES, SIDES
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

OWN = frozenset({"mine", "ours"}) | family("children", "born")
IS = frozenset({"is", "was", "were"})
MY = frozenset({"my", "our", "me", "oor", "wor"})
NO_PARTS = ("thing", "no_part", "no_child", "no_costume")
FAR = 10


def mine_in_a_part(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Where one's own child stands behind "is" or "was" and the part that it was."""
    verb = at - 1
    while verb > sentence.first and tokens[verb].key in MY:
        verb -= 1
    if verb <= sentence.first or tokens[verb].key not in IS or (verb == at - 1) != (tokens[at].key in ("mine", "ours")):
        return None
    for noun in range(max(sentence.first, verb - FAR), verb):
        if _is_a_half(tokens, noun, sentence) or _is_a_part_of_a_year(tokens, noun, sentence, classes):
            return at
    return None


def _is_a_half(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """The back end of the donkey, the left half of the dragon, hump two of the camel."""
    if tokens[at].key != "of" or at - 2 < sentence.first or at + 2 > sentence.last:
        return False
    half = tokens[at - 1].key in HALVES and (tokens[at - 2].key in ENDS or tokens[at - 2].key in SIDES)
    half = half or tokens[at - 2].key in ("hump", "head", "tail")
    beast = tokens[at + 2].bare
    return half and (beast in family("children", "played") or beast in people_words("animals"))


def _is_a_part_of_a_year(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> bool:
    """The Year 1 lobster, the Puffin teapot: not the Year 3 cake, which is a thing of a grown-up's."""
    if at == sentence.first or not (is_year(tokens, at) or end_of_group(tokens, at, sentence, classes) == at):
        return False
    noun = at + 1 + (tokens[at].key in YEAR_WORDS)
    if noun >= sentence.last or tokens[at - 1].key not in ("the", "that") or not tokens[noun].is_word:
        return False
    ends = tokens[noun + 1].key in IS or tokens[noun + 1].key in ("with", "in", "who")
    word = tokens[noun].bare
    if not ends or tokens[noun].key != word:
        return False
    return word in people_words("animals") or not any(word in family("children", name) for name in NO_PARTS)

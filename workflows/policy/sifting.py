"""What each sentence of a text has the words for: told at once for every list of wording, and for the frames."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.policy.grammar import grammar
from workflows.policy.lexicon import meant
from workflows.policy.needed import WORDS, with_heads
from workflows.policy.phrases import said, straight, wording
from workflows.policy.sieve import JointSieve

OF_DRAFTS = ("1_8_giving", "1_8_charity", "5_3", "9_7", "9_7_repost", "9_8")
FRAMES = "frames"
OF_COMMENTS = ("threat", "offence", FRAMES)
# By list of patterns, the sentences that may fit some, and which as bits.
OfAComment = Mapping[str, Sequence[tuple[Sentence, int]]]


@dataclass(frozen=True, slots=True)
class Sifted:
    """A sentence as patterns are tried on it, its place in characters of the text, and what it has the words for."""

    start: int
    text: str
    likely: int


def of_a_draft(scene: Scene) -> Sequence[Sifted]:
    """The sentences of a draft that have the words of some pattern."""
    found = []
    for sentence in scene.sentences:
        start, end = scene.tokens[sentence.first].start, scene.tokens[sentence.last].end
        written = said(straight(scene.text[start:end]))
        if likely := _for_drafts().likely(WORDS.findall(written)):
            found.append(Sifted(start, written, likely))
    return found


def found(name: str, sentences: Sequence[Sifted]) -> Iterator[tuple[int, int]]:
    """Spans of the first match of any pattern of a list in each sentence, in characters of the text."""
    for sentence in sentences:
        likely = _for_drafts().of(name, sentence.likely)
        if likely and (matches := wording(name).matches(sentence.text, likely)):
            yield sentence.start + matches[0].start(), sentence.start + matches[0].end()


def of_a_comment(scene: Scene) -> OfAComment:
    """The sentences of a comment that have the words of some pattern or frame."""
    sieve, found = _for_comments(), defaultdict(list)
    for sentence in scene.sentences:
        if likely := sieve.likely(scene.keys[sentence.first : sentence.last + 1]):
            for name in OF_COMMENTS:
                if of_one := sieve.of(name, likely):
                    found[name].append((sentence, of_one))
    return found


@cache
def _for_drafts() -> JointSieve:
    return JointSieve({name: wording(name).needs for name in OF_DRAFTS}, with_heads)


@cache
def _for_comments() -> JointSieve:
    lists = {name: grammar().needs if name == FRAMES else wording(name).needs for name in OF_COMMENTS}
    return JointSieve(lists, _parts)


def _parts(key: str) -> Iterator[str]:
    """A word as frames know it, and its parts as patterns do."""
    yield from meant(key)
    for word in WORDS.findall(key):
        yield from with_heads(word)

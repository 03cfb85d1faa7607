"""Seeks frames in the sentences of a text; `grammar.py` says how they are written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.policy.grammar import ANY, NAME, Grammar, Step, Steps
from workflows.policy.lexicon import lexicon, sounds_alike, spelt
from workflows.policy.sieve import Words, bits_of

Found = tuple[str, int, int]


class Places(dict[Words, int]):
    """The places of the words of each set, looked for once."""

    def __init__(self, where: Mapping[str, int]) -> None:
        super().__init__()
        self._where = where
        self._present = frozenset(where)

    def __missing__(self, words: Words) -> int:
        places = 0
        for word in words & self._present:
            places |= self._where[word]
        self[words] = places
        return places


class Spoken:
    """A sentence in which frames are sought.

    Places in it are the bits of a number, the first word the lowest, so that a step is taken from all of them at once.
    """

    def __init__(self, scene: Scene, sentence: Sentence, frames: Grammar, likely: int) -> None:
        self._frames = frames
        self._likely = likely
        self._known: dict[tuple[int, int], int] = {}
        self.words: list[str] = []
        self.tokens: list[int] = []
        self._places = Places(self._laid_out(scene, sentence))
        self._end = 1 << len(self.words)
        self._passable = (self._end - 1) & ~self._places[lexicon().barriers]

    def _laid_out(self, scene: Scene, sentence: Sentence) -> Mapping[str, int]:
        """The places of each word, and of those that it sounds like; notes the words and their tokens."""
        where: dict[str, int] = defaultdict(int)
        here, names = 1, scene.mention_at
        for at in range(sentence.first, sentence.last + 1):
            for word in spelt(scene.keys[at]):
                self.words.append(word)
                self.tokens.append(at)
                where[word] |= here
                if at in names:
                    where[NAME] |= here
                here <<= 1
        alike = sounds_alike()
        for other, places in [(other, where[word]) for word in alike.keys() & where.keys() for other in alike[word]]:
            where[other] |= places
        where[ANY] = here - 1
        return where

    def found(self) -> Iterator[tuple[int, int, int]]:
        """Numbers of the frames that fit, in their order, with the first and last token of the first place."""
        for number in bits_of(self._likely & (1 << len(self._frames.frames)) - 1):
            steps = self._frames.frames[number].steps
            if self._after(steps, self._end - 1):
                start, end = self._first_fit(steps)
                yield number, self.tokens[start], self.tokens[max(end, start + 1) - 1]

    def _first_fit(self, steps: Steps) -> tuple[int, int]:
        """The first place from which the steps fit, and the last at which they end from there."""
        fits = ((start, self._after(steps, 1 << start)) for start in range(len(self.words)))
        return next((start, reached.bit_length() - 1) for start, reached in fits if reached)

    def _after(self, steps: Steps, places: int) -> int:
        """Where the steps end that begin at any of the places."""
        for step in steps:
            if step.plain:
                reachable = self._after_gap(step.gap, places) if step.gap else places
                places = (reachable & self._places[step.words]) << 1
            elif step.refused:
                places = self._without(step, places)
            elif step.optional:
                places |= self._reached(step, places)
            else:
                places = self._reached(step, places)
            if not places:
                break
        return places

    def _without(self, refused: Step, places: int) -> int:
        """Those of the places from which a step cannot be taken; for most steps, all of them."""
        if not self._reached(refused, places):
            return places
        return sum(1 << at for at in bits_of(places) if not self._reached(refused, 1 << at))

    def _reached(self, step: Step, places: int) -> int:
        """Where a step ends whose words begin up to its gap after any of the places."""
        if step.gap:
            places = self._after_gap(step.gap, places)
        reached = (places & self._places[step.words]) << 1
        if step.phrases and (heads := places & self._places[step.heads]):
            reached |= self._after_phrases(step, heads)
        if step.ends:
            reached |= self._at_ends(step, places)
        for part in step.parts:
            reached |= self._after_part(part, places)
        return reached

    def _after_gap(self, gap: int, places: int) -> int:
        """The places and those up to a gap after them; none reaches over a negation or into another clause."""
        for _ in range(gap):
            places |= (places & self._passable) << 1
        return places

    def _after_phrases(self, step: Step, heads: int) -> int:
        """Where the phrases of a step end that begin at any of the heads."""
        reached = 0
        for at in bits_of(heads):
            for phrase in step.phrases.get(self.words[at], ()):
                if tuple(self.words[at : at + len(phrase)]) == phrase:
                    reached |= 1 << (at + len(phrase))
        return reached

    def _at_ends(self, step: Step, places: int) -> int:
        reached = 0
        if "^" in step.ends:
            reached |= places & 1
        if "$" in step.ends:
            reached |= places & self._end
        return reached

    def _after_part(self, part: int, places: int) -> int:
        key = (part, places)
        if key not in self._known:
            reached = 0
            for bit, steps in self._frames.parts[part]:
                if self._likely & bit:
                    reached |= self._after(steps, places)
            self._known[key] = reached
        return self._known[key]


def frames_in(
    scene: Scene, sentences: Iterable[tuple[Sentence, int]], frames: Grammar
) -> Mapping[str, Sequence[Found]]:
    """Cue, first and last token of the frames of each file, each at its first place in each sentence.

    With each sentence comes what it has the words for, as bits in the order of the needs of `frames`.
    """
    found: dict[str, list[Found]] = defaultdict(list)
    for sentence, likely in sentences:
        if likely & (1 << len(frames.frames)) - 1:
            for number, first, last in Spoken(scene, sentence, frames, likely).found():
                frame = frames.frames[number]
                if not _is_forbidden(frame.against, scene.keys):
                    found[frame.name].append((frame.cue, first, last))
    return found


def _is_forbidden(against: frozenset[str], keys: Sequence[str]) -> bool:
    return bool(against) and not against.isdisjoint(word for key in keys for word in spelt(key))

"""Seeks frames in the sentences of a text; `grammar.py` says how they are written."""

from collections.abc import Iterable, Iterator, Sequence

from workflows.people.scene import Scene
from workflows.people.sentences import Sentence
from workflows.policy.grammar import Frame, Grammar, Step, Steps, grammar
from workflows.policy.lexicon import lexicon, spelt

NOWHERE = frozenset[int]()


class Spoken:
    """The words of a sentence as the frames see them; each part is tried once a place, so that time stays linear."""

    def __init__(self, scene: Scene, sentence: Sentence) -> None:
        self.words: list[str] = []
        self.tokens: list[int] = []
        self._names: set[int] = set()
        self._known: dict[tuple[Grammar, str, int], frozenset[int]] = {}
        for at in range(sentence.first, sentence.last + 1):
            token = scene.tokens[at]
            if token.kind == "mark" and token.surface != "&":
                continue
            for word in spelt(token.key):
                if at in scene.mention_at:
                    self._names.add(len(self.words))
                self.words.append(word)
                self.tokens.append(at)
        self.present = frozenset(self.words)

    def place_of(self, frame: Frame, parts: Grammar) -> tuple[int, int] | None:
        """First and last token of the first place where a frame fits."""
        for start, word in enumerate(self.words[:1] if frame.opens else self.words):
            if not self._may_begin(frame, start, word):
                continue
            if ends := self._after(frame.steps, frozenset({start}), parts):
                return self.tokens[start], self.tokens[max(max(ends), start + 1) - 1]
        return None

    def _may_begin(self, frame: Frame, start: int, word: str) -> bool:
        return frame.begins is None or word in frame.begins or (start in self._names and "NAME" in frame.begins)

    def _after(self, steps: Steps, places: frozenset[int], parts: Grammar) -> frozenset[int]:
        """Where the steps end that begin at one of the places."""
        for step in steps:
            if step.refused:
                places = frozenset(at for at in places if not self._reached(step, (at,), parts))
            else:
                reached = self._reached(step, places, parts)
                places = reached | places if step.optional else reached
            if not places:
                break
        return places

    def _reached(self, step: Step, places: Iterable[int], parts: Grammar) -> frozenset[int]:
        """Where a step ends whose words begin up to its gap after one of the places."""
        found: set[int] = set()
        for place in self._within(places, step.gap) if step.gap else places:
            if place < len(self.words):
                found.update(self._ends(step, place))
            elif "$" in step.special:
                found.add(place)
            for part in step.parts:
                found |= self._ends_of(part, place, parts)
        return frozenset(found)

    def _within(self, places: Iterable[int], gap: int) -> set[int]:
        """The places up to `gap` words on; no gap reaches over a negation or into another clause."""
        reached = set(places)
        for place in places:
            for passed in range(place, min(place + gap, len(self.words))):
                if self.words[passed] in lexicon().barriers:
                    break
                reached.add(passed + 1)
        return reached

    def _ends(self, step: Step, place: int) -> Iterator[int]:
        word = self.words[place]
        if word in step.words:
            yield place + 1
        for phrase in step.phrases.get(word, ()):
            if tuple(self.words[place : place + len(phrase)]) == phrase:
                yield place + len(phrase)
        if step.special:
            if "^" in step.special and not place:
                yield place
            if "ANY" in step.special or ("NAME" in step.special and place in self._names):
                yield place + 1

    def _ends_of(self, part: str, place: int, parts: Grammar) -> frozenset[int]:
        key = (parts, part, place)
        if key not in self._known:
            start = frozenset({place})
            self._known[key] = NOWHERE.union(*(self._after(steps, start, parts) for steps in parts.parts[part]))
        return self._known[key]


def frames_in(spoken: Sequence[Spoken], name: str) -> Iterator[tuple[str, int, int]]:
    """Cue, first and last token of the frames of `words/frames_NAME.txt`, each at its first place in each sentence."""
    frames = grammar(name)
    present = frozenset[str]().union(*(each.present for each in spoken))
    for each in spoken:
        for frame in frames.likely(each.present):
            if present.isdisjoint(frame.against) and (span := each.place_of(frame, frames)):
                yield frame.cue, *span

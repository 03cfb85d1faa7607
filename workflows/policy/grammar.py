"""Frames read from a file: sequences of kinds of words (an intention, a deed, somebody).

A frame of `words/frames_NAME.txt` is a cue, a colon and steps. A step is a word, words parted by bars, a FAMILY of
the lexicon (also STRIKE.ing and its like for the forms of its verbs) or a PART that the file defines, its
alternatives parted by slashes; `..2` lets up to two words stand before the next step, `!` refuses it, `?` makes it
optional, `^` and `$` are the ends of the sentence. NAME is somebody's name, ANY any word. "unless FAMILY" passes
a frame over where the text has a word of that family.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from workflows.people.wordlists import entries
from workflows.policy.lexicon import lexicon

SPECIAL = frozenset({"NAME", "ANY", "^", "$"})
# What nearly every sentence has: a word of these does not tell which frames may fit.
COMMON = frozenset(
    {
        "a",
        "i",
        "u",
        "the",
        "you",
        "him",
        "her",
        "his",
        "she",
        "he",
        "it",
        "we",
        "my",
        "me",
        "this",
        "that",
        "your",
        "them",
    }
    | {"to", "of", "in", "on", "at", "and", "for", "not", "be", "is", "are", "will"}
)
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Step:
    """One step after up to `gap` other words: a word, a phrase (by its first word), a part or something special."""

    words: Words
    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    parts: tuple[str, ...]
    special: Words
    gap: int
    refused: bool
    optional: bool


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its steps; `begins` holds the words that it may begin with (NAME: a name; None: any word), `against`
    those that speak against it, `needs` sets of words of each of which a sentence that fits has one, and `opens` says
    that it fits only at the head of a sentence."""

    cue: str
    steps: Steps
    begins: Words | None
    against: Words
    needs: tuple[Words, ...]
    opens: bool


class Grammar:
    """The frames of a file, with the parts that they share, found by the words that they need."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.parts: dict[str, tuple[Steps, ...]] = {}
        self.frames: list[Frame] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        every = [line.partition(" = ") for line in lines]
        defined = {name: alternatives for name, defines, alternatives in every if defines and name.isupper()}
        self._names = frozenset(defined)
        for name, alternatives in defined.items():
            self.parts[name] = tuple(tuple(self._steps(each)) for each in alternatives.split(" / "))
        for line in every:
            if line[0] not in defined:
                self._add("".join(line))

    def likely(self, present: Words) -> Iterator[Frame]:
        """The frames that may fit a sentence with these words, in the order of the file."""
        numbers = {number for word in present for number in self._by_word.get(word, ())}
        for number in sorted(numbers):
            frame = self.frames[number]
            if not any(present.isdisjoint(needed) for needed in frame.needs):
                yield frame

    def _add(self, line: str) -> None:
        cue, _, rest = line.partition(": ")
        cue, _, unless = cue.partition(" unless ")
        steps = tuple(self._steps(rest))
        against = frozenset[str]().union(*(lexicon().first_words(family) for family in unless.split()))
        needs = tuple(words for step in steps if (words := self._needed(step)))
        self.frames.append(Frame(cue, steps, self._begins(steps), against, needs, _opens(steps)))
        for word in min(needs, key=lambda words: (bool(words & COMMON), len(words))):
            self._by_word[word].append(len(self.frames) - 1)

    def _steps(self, line: str) -> Iterator[Step]:
        gap = 0
        for each in line.split():
            if each.startswith(".."):
                gap = int(each[2:])
                continue
            choices = each.removeprefix("!").removesuffix("?").split("|")
            families = [each for each in choices if each[0].isupper() and each not in SPECIAL | self._names]
            phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
            for family in families:
                for phrase in lexicon().phrases(family):
                    phrases[phrase[0]].append(phrase)
            plain = frozenset(choice for choice in choices if not choice[0].isupper() and choice not in SPECIAL)
            yield Step(
                words=plain.union(*(lexicon().words(family) for family in families)),
                phrases=phrases,
                parts=tuple(choice for choice in choices if choice in self._names),
                special=SPECIAL.intersection(choices),
                gap=gap,
                refused=each.startswith("!"),
                optional=each.endswith("?"),
            )
            gap = 0

    def _needed(self, step: Step) -> Words:
        """Words of which one stands wherever the step fits; none where that cannot be said."""
        if step.refused or step.optional or step.special:
            return frozenset()
        kinds = [step.words | step.phrases.keys()]
        for part in step.parts:
            for steps in self.parts[part]:
                sets = [words for each in steps if (words := self._needed(each))]
                if not sets:
                    return frozenset()
                kinds.append(min(sets, key=len))
        return frozenset[str]().union(*kinds)

    def _begins(self, steps: Steps) -> Words | None:
        """The words that what fits may begin with; None where it may be any."""
        found: set[str] = set()
        for step in steps:
            if step.refused or step.special & {"ANY", "$"} or step.gap:
                return None
            found |= step.words | step.phrases.keys() | step.special & {"NAME"}
            for part in step.parts:
                for each in self.parts[part]:
                    first = self._begins(each)
                    if first is None:
                        return None
                    found |= first
            if not step.optional and "^" not in step.special:
                return frozenset(found)
        return None


def _opens(steps: Steps) -> bool:
    first = steps[0]
    return "^" in first.special and not (first.words or first.phrases or first.parts or len(first.special) > 1)


@cache
def grammar(name: str) -> Grammar:
    """The frames of `words/frames_NAME.txt`."""
    return Grammar(entries("workflows.policy", f"frames_{name}"))

"""Frames read from files: sequences of kinds of words (an intention, a deed, somebody).

A frame of `words/frames_NAME.txt` is a cue, a colon and steps. A step is a word, words parted by bars (underscores
join the words of a phrase), a FAMILY of the lexicon (also STRIKE.ing and its like for the forms of its verbs) or a
PART that the file defines, its alternatives parted by slashes; `..2` lets up to two words stand before the next step,
`!` refuses it, `?` makes it optional, `^` and `$` are the ends of the sentence. NAME is somebody's name, ANY any word.
"unless FAMILY" passes a frame over where the text has a word of that family.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from workflows.people.wordlists import entries
from workflows.policy.lexicon import lexicon
from workflows.policy.sieve import Words, rarest, rarest_word

NAME, ANY = "NAME", "ANY"
ANYWHERE, ENDS = frozenset({NAME, ANY}), frozenset({"^", "$"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step after up to `gap` other words: a word (NAME and ANY are among them), a phrase (by its first word, which
    is one of the heads), a part (by number) or an end of the sentence; it is plain where only words can be taken and
    one must."""

    words: Words
    phrases: Mapping[str, Sequence[tuple[str, ...]]]
    heads: Words
    parts: tuple[int, ...]
    ends: Words
    gap: int
    refused: bool
    optional: bool
    plain: bool


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue that speaks for or against what a file is about, with its steps and the words that forbid it."""

    name: str
    cue: str
    steps: Steps
    against: Words


class Grammar:
    """The frames of files, with the parts that they share.

    A part is a tuple of alternatives, each with its bit in a sieve of the `needs`; frames have the lowest bits.
    """

    def __init__(self, files: Mapping[str, Iterable[str]]) -> None:
        self._parts: list[tuple[Steps, ...]] = []
        self.frames = tuple(frame for name, lines in files.items() for frame in self._read(name, lines))
        alternatives = [steps for part in self._parts for steps in part]
        every = [*(frame.steps for frame in self.frames), *alternatives]
        self.needs = [[words for step in steps if (words := self._needed(step))] for steps in every]
        bits = iter(range(len(self.frames), len(every)))
        self.parts = tuple(tuple((1 << next(bits), steps) for steps in part) for part in self._parts)

    def _read(self, name: str, lines: Iterable[str]) -> Iterator[Frame]:
        every = [line.partition(" = ") for line in lines]
        defined = {part: alternatives for part, defines, alternatives in every if defines and part.isupper()}
        numbers = {part: number for number, part in enumerate(defined, start=len(self._parts))}
        for alternatives in defined.values():
            self._parts.append(tuple(tuple(_steps(each, numbers)) for each in alternatives.split(" / ")))
        yield from (_frame(name, "".join(line), numbers) for line in every if line[0] not in defined)

    def _needed(self, step: Step) -> Words:
        """Words of which one stands wherever the step fits; none where that cannot be said."""
        if step.refused or step.optional or step.ends or not step.words.isdisjoint(ANYWHERE):
            return frozenset()
        kinds = [step.words.union(map(rarest_word, chain.from_iterable(step.phrases.values())))]
        for part in step.parts:
            for steps in self._parts[part]:
                sets = [words for each in steps if (words := self._needed(each))]
                if not sets:
                    return frozenset()
                kinds.append(rarest(sets))
        return frozenset[str]().union(*kinds)


def _frame(name: str, line: str, parts: Mapping[str, int]) -> Frame:
    cue, _, rest = line.partition(": ")
    cue, _, unless = cue.partition(" unless ")
    against = frozenset[str]().union(*(lexicon().first_words(family) for family in unless.split()))
    return Frame(name, cue, tuple(_steps(rest, parts)), against)


def _steps(line: str, parts: Mapping[str, int]) -> Iterator[Step]:
    gap = 0
    for each in line.split():
        if each.startswith(".."):
            gap = int(each[2:])
        else:
            yield _step(each, gap, parts)
            gap = 0


def _step(written: str, gap: int, parts: Mapping[str, int]) -> Step:
    choices = written.removeprefix("!").removesuffix("?").split("|")
    special = ANYWHERE | ENDS | parts.keys()
    families = [each for each in choices if each[0].isupper() and each not in special]
    small = [choice for choice in choices if not choice[0].isupper() and choice not in special]
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in (
        *(phrase for family in families for phrase in lexicon().phrases(family)),
        *(tuple(choice.split("_")) for choice in small if "_" in choice),
    ):
        phrases[phrase[0]].append(phrase)
    plain = frozenset(choice for choice in small if "_" not in choice)
    words = plain.union(ANYWHERE.intersection(choices), *(lexicon().words(family) for family in families))
    numbers, ends = tuple(parts[choice] for choice in choices if choice in parts), ENDS.intersection(choices)
    refused, optional = written.startswith("!"), written.endswith("?")
    return Step(
        words=_shared(words),
        phrases=phrases,
        heads=_shared(frozenset(phrases)),
        parts=numbers,
        ends=ends,
        gap=gap,
        refused=refused,
        optional=optional,
        plain=not (phrases or numbers or ends or refused or optional),
    )


@cache
def _shared(words: Words) -> Words:
    """One set for all steps that have the same words: less memory is faster to reach."""
    return words


@cache
def grammar() -> Grammar:
    """The frames of threats and of abuse."""
    return Grammar({name: entries("workflows.policy", f"frames_{name}") for name in ("threat", "offence")})

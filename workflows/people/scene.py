"""A text taken apart once: its tokens, its sentences, its possible names and what it tells of children."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from workflows.people.allowed import Phrases, covered, is_hidden
from workflows.people.beside_names import has_only_names, has_stray_capitals
from workflows.people.bynames import bynamed, called, things
from workflows.people.children import Child, children
from workflows.people.details import details
from workflows.people.joined import respelled
from workflows.people.marked import marks_of
from workflows.people.marks import OF_A_TALE, OF_A_TITLE
from workflows.people.mention import Mention
from workflows.people.mentions import mentions
from workflows.people.once import once
from workflows.people.pointing import Pointing
from workflows.people.register import NOBODY, Register
from workflows.people.sentences import Sentence, sentences
from workflows.people.stories import NOTHING, Told, of_tales, told
from workflows.people.tokens import Token, bare_words, pieces

MOST_REPEATED = 4
CONTACTS = frozenset({"link", "email", "mention"})


@dataclass
class Scene:
    """Everything that the cues may look at, and change nothing of; `draft` tells a school's own post from a comment.

    `repeated` holds the mentions of each name that stands more than once, at most the first four; titles, tales and
    what names are given to are only sought where there are names. `keys` are those of the tokens, `words` the
    same without possessive, `marks` what each may be, and `marked` all the marks of the text; `small_letters` is told
    where there are names.
    """

    text: str
    draft: bool
    register: Register
    tokens: Sequence[Token]
    keys: Sequence[str]
    words: Sequence[str]
    marks: Sequence[int]
    marked: int
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    mention_at: Mapping[int, Mention]
    repeated: Mapping[str, Sequence[Mention]]
    told: Told
    of_a_tale: Told
    within_a_tale: Told
    bynamed: frozenset[str]
    things: frozenset[str]
    small_letters: bool
    allowed: frozenset[int] = frozenset()

    @property
    def kind(self) -> str:
        """The kind of text, by which cues may weigh apart."""
        return "draft" if self.draft else "comment"

    @once
    def contacts(self) -> Sequence[tuple[int, Token]]:
        """The links, addresses and tags of people, each with its index."""
        return [(at, token) for at, token in enumerate(self.tokens) if token.kind in CONTACTS]

    @once
    def has_only_names(self) -> bool:
        """Whether the text is possible names and marks and nothing else."""
        return has_only_names(self.tokens, self.mention_at)

    @once
    def has_stray_capitals(self) -> bool:
        """Whether the writer gives ordinary words a capital within a sentence."""
        return has_stray_capitals(self.tokens, self.mention_at)

    @once
    def children(self) -> Sequence[Child]:
        """Whom the text points to without a name."""
        classes = self.register.class_words
        found = children(self.tokens, self.marks, self.marked, self.sentences, classes)
        return [child for child in found if child.at not in self.allowed]

    @once
    def told_of(self) -> Mapping[Sentence, Mapping[int, set[str]]]:
        """The details that each sentence tells, by the index of the token that gives them."""
        return {part: details(self.tokens, self.marks, part, self.register) for part in self.sentences}

    @once
    def pointing(self) -> frozenset[int]:
        """The numbers of the sentences that point to a child by more than a pronoun."""
        return frozenset(child.sentence.number for child in self.children if child.pointing != Pointing.PRONOUN)


def scene(text: str, register: Register, *, draft: bool, above: str = "", allowed: Phrases | None = None) -> Scene:
    """Take `text` apart; linear in its length, nearly independent of the size of the register.

    The post `above` a comment only shows of which tale it may speak: a nativity play has a Joseph.
    What stands inside a phrase that the school has `allowed` names and describes nobody, full names excepted.
    """
    tokens = respelled(pieces(text))
    words = [token.bare for token in tokens]
    keys = [token.key for token in tokens]
    marks = marks_of(keys, words, register.class_words)
    marked = reduce(or_, marks, 0)
    cover = covered(tokens, allowed or {})
    names = [mention for mention in mentions(tokens, register) if not is_hidden(mention, cover)]
    heroes = [mention.first for mention in names if marks[mention.first] & OF_A_TALE]
    names_called = called(tokens) if names and "the" in keys else ()
    of_a_tale, within_a_tale = of_tales(heroes, words, bare_words(above)) if heroes else (NOTHING, NOTHING)
    return Scene(
        text=text,
        draft=draft,
        register=register,
        tokens=tokens,
        keys=keys,
        words=words,
        marks=marks,
        marked=marked,
        sentences=sentences(tokens, keys),
        mentions=names,
        repeated=_repeated(names),
        mention_at={at: mention for mention in names for at in range(mention.first, mention.last + 1)},
        told=told(words) if names and marked & OF_A_TITLE else NOTHING,
        of_a_tale=of_a_tale,
        within_a_tale=within_a_tale,
        bynamed=bynamed(names_called) if names_called else NOBODY,
        things=things(names_called) if names_called else NOBODY,
        small_letters=bool(names) and _is_in_small_letters(tokens),
        allowed=cover,
    )


def _is_in_small_letters(tokens: Sequence[Token]) -> bool:
    """Whether no word has a capital but at the head of a sentence."""
    return not any(token.capital and not token.opens and token.is_word for token in tokens)


def _repeated(names: Sequence[Mention]) -> Mapping[str, Sequence[Mention]]:
    if len(names) < 2 or len({mention.name for mention in names}) == len(names):
        return {}
    found: dict[str, list[Mention]] = {}
    for mention in names:
        same = found.setdefault(mention.name, [])
        if len(same) < MOST_REPEATED:
            same.append(mention)
    return {name: same for name, same in found.items() if len(same) > 1}

"""Words, numbers, tags and links of a text, each with its place in the original."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import attrgetter
from typing import Literal

from workflows.people.folding import fold
from workflows.people.marks import remembered
from workflows.people.spellings import without_possessive

Kind = Literal["link", "email", "mention", "hashtag", "word", "mark"]
KINDS: Mapping[str | None, Kind] = {
    "link": "link", "email": "email", "mention": "mention", "hashtag": "hashtag", "word": "word", "mark": "mark"
}  # fmt: skip

# Hardly any word goes on behind its letters: one look at the next sign saves trying in which way.
GOES_ON = r"(?=[*$@|#!'-])(?:(?:\*{1,8}|[$@|#!]{1,2})[^\W_]+)*(?:['-][^\W_]+)*(?:\*{2,8}|\${1,3})?"
WORD, MARK = rf"[^\W_]+(?:{GOES_ON})?", r"\S|\n"
# Order matters: a link or an address must be taken whole before its parts look like words.
PIECES = re.compile(
    r"(?P<link>(?:https?://|www\.)[^\s<>\"]{1,2000}|(?<![\w.@])(?:[\w-]{1,30}\.){0,2}(?:youtube|youtu|vimeo|tiktok"
    r"|instagram|facebook|fb|twitter|x|threads|linkedin|snapchat|dailymotion|twitch)\.(?:com|be|watch|net|tv)/[^\s<>\"]{1,2000})"
    r"|(?P<email>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})"
    r"|(?P<mention>(?<![\w@])@(?=_{0,9}[^\W_])\w(?:[\w.-]{0,60}\w)?)"
    rf"|(?P<hashtag>(?<!\w)\#(?=_{{0,9}}[^\W_])\w{{1,100}})|(?P<word>{WORD})|(?P<mark>{MARK})"
)
WORDS_AND_MARKS = re.compile(f"({WORD}|{MARK})")
SENTENCE_ENDS, SURFACE = frozenset(".!?\n"), attrgetter("surface")
# What is odd: a single letter; a word or a tag that may be several words in one.
SINGLE, MAY_SPLIT = 1, 2
HUMP = re.compile(r"[a-z]{2}[A-Z]")


@dataclass(slots=True, init=False)
class Token:
    """A piece of text: `start` and `end` are offsets in the original, `key` is its folded surface in
    small letters, `bare` the same without possessive, `capital` tells whether it begins with a capital, `odd` what is
    odd in how it is written."""

    kind: Kind
    start: int
    end: int
    surface: str
    opens: bool
    quote: tuple[int, int] | None
    key: str
    bare: str
    capital: bool
    odd: int

    def __init__(
        self, kind: Kind, start: int, end: int, surface: str, opens: bool = False, quote: tuple[int, int] | None = None
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.surface = surface
        self.opens = opens
        self.quote = quote
        self.key, self.bare, self.capital, self.odd = _read(surface)

    @property
    def shouted(self) -> bool:
        """Whether it is two or more letters, all capitals."""
        return len(self.surface) > 1 and self.surface.isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a mark, a tag or a link."""
        return self.kind == "word"

    @property
    def shown(self) -> tuple[int, int]:
        """The span to quote: a whole tag where the token is only a part of it."""
        return self.quote or (self.start, self.end)


@remembered
def _read(surface: str) -> tuple[str, str, bool, int]:
    """The key of a surface, the same without possessive, whether it begins with a capital, and what is odd in it."""
    key = surface.lower()
    return key, without_possessive(key), surface[:1].isupper(), _oddity(surface)


def _oddity(surface: str) -> int:
    if len(surface) == 1 and surface.isalnum():
        return SINGLE
    return MAY_SPLIT if "#" in surface or HUMP.search(surface) else 0


@remembered
def _kind(surface: str) -> Kind:
    """Whether a surface is a word or a mark, if it is no more than one of them."""
    return "word" if surface[0].isalnum() else "mark"


def pieces(text: str) -> list[Token]:
    """The tokens of a text as written, in linear time."""
    folded = fold(text)
    tokens = _pieces(folded.text) if _may_have_more(folded.text) else _words_and_marks(folded.text)
    _note_openings(tokens)
    if folded.text != text:
        for token in tokens:
            token.start, token.end = folded.span(token.start, token.end)
    return tokens


def bare_words(text: str) -> Sequence[str]:
    """The words and marks of a text without possessive, as its tokens have them."""
    plain = fold(text).text
    if _may_have_more(plain):
        return [token.bare for token in pieces(text)]
    return [_read(surface)[1] for surface in WORDS_AND_MARKS.findall(plain)]


def _may_have_more(text: str) -> bool:
    """Whether a text may have a link, an address, a tag or a hashtag, and need be searched for them."""
    return "@" in text or "#" in text or "/" in text or "www." in text


def stops(surfaces: Iterable[str]) -> Iterator[int]:
    """Indexes of the marks with which sentences end."""
    return compress(count(), map(SENTENCE_ENDS.__contains__, surfaces))


def _pieces(text: str) -> list[Token]:
    return [Token(KINDS[match.lastgroup], *match.span(), match.group()) for match in PIECES.finditer(text)]


def _words_and_marks(text: str) -> list[Token]:
    """The tokens of a text that has no link, address, tag or hashtag."""
    gaps_and_surfaces = WORDS_AND_MARKS.split(text)
    surfaces, ends = gaps_and_surfaces[1::2], list(accumulate(map(len, gaps_and_surfaces)))
    return list(map(Token, map(_kind, surfaces), ends[::2], ends[1::2], surfaces))


def _note_openings(tokens: Sequence[Token]) -> None:
    """A sentence opens with the first word of the text or behind a stop, and with the marks before it."""
    for stop in (-1, *stops(map(SURFACE, tokens))):
        at = stop + 1
        while at < len(tokens) and not tokens[at].opens:
            tokens[at].opens = True
            if tokens[at].kind != "mark":
                break
            at += 1

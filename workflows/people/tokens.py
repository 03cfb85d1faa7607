"""Words, numbers, tags and links of a text, each with its place in the original."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
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
WORDS_AND_MARKS = re.compile(f"{WORD}|{MARK}")
# Whether it is a word or a mark, its key, the same without possessive, whether it begins with a capital, what is odd.
Read = tuple[Kind, str, str, bool, int]
SENTENCE_ENDS = frozenset(".!?\n")
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
        self,
        surface: str,
        start: int,
        end: int,
        opens: bool = False,
        quote: tuple[int, int] | None = None,
        kind: Kind | None = None,
        read: Read | None = None,
    ) -> None:
        """Without a kind it is a word or a mark; `read` is how its surface reads, where that is known."""
        self.start = start
        self.end = end
        self.surface = surface
        self.opens = opens
        self.quote = quote
        self.kind, self.key, self.bare, self.capital, self.odd = read or _read(surface)
        if kind is not None:
            self.kind = kind

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
def _read(surface: str) -> Read:
    """How a surface reads by itself."""
    key = intern(surface.lower())
    kind: Kind = "word" if surface[:1].isalnum() else "mark"
    return kind, key, intern(without_possessive(key)), surface[:1].isupper(), _oddity(surface)


def _oddity(surface: str) -> int:
    if len(surface) == 1 and surface.isalnum():
        return SINGLE
    return MAY_SPLIT if "#" in surface or HUMP.search(surface) else 0


def pieces(text: str) -> list[Token]:
    """The tokens of a text as written, in linear time."""
    folded = fold(text)
    tokens = list(_pieces(folded.text)) if _may_have_more(folded.text) else _words_and_marks(folded.text)
    if folded.text != text:
        for token in tokens:
            token.start, token.end = folded.span(token.start, token.end)
    return tokens


def bare_words(text: str) -> Sequence[str]:
    """The words and marks of a text without possessive, as its tokens have them."""
    plain = fold(text).text
    if _may_have_more(plain):
        return [token.bare for token in pieces(text)]
    return [read[2] for chunk in plain.split(" ") for _, _, _, read in _cut(chunk)]


def _may_have_more(text: str) -> bool:
    """Whether a text may have a link, an address, a tag or a hashtag, and need be searched for them."""
    return "@" in text or "#" in text or "/" in text or "www." in text


@remembered
def _cut(chunk: str) -> Sequence[tuple[str, int, int, Read]]:
    """The words and marks of what stands between two spaces, with their places in it and how they read."""
    return [(match.group(), *match.span(), _read(match.group())) for match in WORDS_AND_MARKS.finditer(chunk)]


def _pieces(text: str) -> Iterator[Token]:
    opens = True
    for match in PIECES.finditer(text):
        token = Token(match.group(), *match.span(), opens, kind=KINDS[match.lastgroup])
        yield token
        opens = token.kind == "mark" and (opens or token.surface in SENTENCE_ENDS)


def _words_and_marks(text: str) -> list[Token]:
    """The tokens of a text that has no link, address, tag or hashtag."""
    tokens: list[Token] = []
    opens, start = True, 0
    for chunk in text.split(" "):
        for surface, first, end, read in _cut(chunk):
            token = Token(surface, start + first, start + end, opens, None, None, read)
            tokens.append(token)
            if opens:
                opens = token.kind == "mark"
            elif surface in SENTENCE_ENDS:
                opens = True
        start += len(chunk) + 1
    return tokens

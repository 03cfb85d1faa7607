"""Looks one word up as a forename: on the register, nearly on it, or in general use."""

from dataclasses import dataclass, replace
from string import ascii_lowercase

from workflows.people.families import family
from workflows.people.register import NOBODY, Register
from workflows.people.run_together import name_within
from workflows.people.spellings import clipped_stems, drawn_out, pet_stems, plain, without_possessive
from workflows.people.tokens import Token
from workflows.people.vocabulary import english, everyday, foreign, is_everyday, known
from workflows.people.wordlists import people_words

SHORTEST_RUN, LONGEST_RUN = 7, 60
SHORTEST_KNOWN, SHORTEST_DRAWN_OUT = 2, 5
MOST_STARS, FEWEST_SHOWN, VOWELS = 2, 2, "aeiouy"
SHORTEST_HONOURED = 4
# What Turkish puts behind a name and an apostrophe, folded: Sevda'nin resmi, Emre'ye.
TURKISH = frozenset(
    {"in", "un", "nin", "nun", "a", "e", "ya", "ye", "i", "u", "yi", "yu", "da", "de", "ta", "te", "dan", "den", "tan",
     "ten", "la", "le", "yla", "yle", "lar", "ler"}
)  # fmt: skip
# Words whose reading a register keeps; speech has few words that come often.
MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Forename:
    """A reading of a word as a forename: its key, the pupils that it fits, and how it was found.

    `guess` says how a word that is not quite a name was taken for one: clipped, with a pet
    ending, in the plural (or with a possessive that lost its apostrophe) or by a slip of the pen.
    """

    name: str
    pupils: frozenset[str] = NOBODY
    staff: bool = False
    similar: bool = False
    disguised: bool = False
    guess: str = ""


def forename(token: Token, register: Register) -> Forename | None:
    """The forename that the token may be, or None."""
    memory: dict[str, Forename | None] = register.memory
    word = token.key
    if word not in memory:
        if len(memory) >= MOST_REMEMBERED:
            memory.clear()
            register.plain_words.clear()
        memory[word] = _look_up(word, register)
        if memory[word] is None and len(word) > 1 and word in english() and word not in register.first_halves:
            register.plain_words.add(word)
    return memory[word]


def _look_up(word: str, register: Register) -> Forename | None:
    if word in english() and word not in known() and word.isalpha() and not register.has_form(word):
        return None
    if not word.isalpha() and (word in everyday() or (word.startswith("a-") and word.endswith("ing"))):
        # Swans a-swimming.
        return None
    if sum(letter.isalpha() for letter in word) < (3 if _has_digits(word) else 2) and not _is_spelt_with_digits(
        word, register
    ):
        return None
    base = without_possessive(word)
    literal, *others = plain(word) or ("",)
    if found := _exact(literal, register, disguised=literal != base.replace("-", "").replace("'", "")):
        return found
    if "*" in word and (found := _starred(base, register)):
        return found
    head, _, ending = word.partition("'")
    if ending in TURKISH and head not in english() and (found := _exact(head, register, disguised=False)):
        return found
    if (
        word == f"{literal[:-1]}s"
        and literal not in english()
        and (found := _exact(literal[:-1], register, disguised=False))
    ):
        return replace(found, guess="plural") if _worth_undoing(literal[:-1], found, word) else None
    if is_everyday(literal) or literal in english() or literal in foreign() or literal in register.class_words:
        return None
    if literal in people_words("places_and_brands") or word[0].isdigit():
        return None
    for spelling in others:
        if (found := _exact(spelling, register, disguised=True)) and _worth_undoing(spelling, found, word):
            return found
    if any(spelling in english() for spelling in (*others, f"{literal}g")):
        return None
    if once := drawn_out(literal):
        if len(once) < SHORTEST_DRAWN_OUT or once in english():
            return None
        literal = once
    return (
        _crossed(literal, register)
        or _honoured(literal, register)
        or _petted(literal, register)
        or _petted_surname(literal, register)
        or _clipped(literal, register)
        or _nearly(literal, register)
        or _in_one_word(literal, register)
        or _first_half(base, register)
    )


def _starred(base: str, register: Register) -> Forename | None:
    """J*ck, Ry*n, N**r: a star stands for any letter, several stand for vowels.

    For nobody on the register only where it makes no other word.
    """
    stars = base.count("*")
    if stars > MOST_STARS or len(base) - stars < FEWEST_SHOWN or base[0] == "*":
        return None
    spellings = _spelt_out(base, "*", ascii_lowercase if stars == 1 else VOWELS)
    found = [name for each in sorted(spellings) if (name := _exact(each, register, disguised=True))]
    unheard = (spellings - known()).isdisjoint(english())
    return _of_the_register(found) or (found[0] if found and unheard else None)


def _crossed(literal: str, register: Register) -> Forename | None:
    """Jxke, sxnny, xrchie: an x stands for a vowel in the name of somebody on the register."""
    crosses = literal.count("x")
    if not 0 < crosses <= MOST_STARS or len(literal) - crosses < FEWEST_SHOWN:
        return None
    spellings = sorted(_spelt_out(literal, "x", VOWELS))
    return _of_the_register([name for each in spellings if (name := _exact(each, register, disguised=True))])


def _spelt_out(word: str, sign: str, letters: str) -> set[str]:
    """Every spelling of a word with one of the letters for each sign."""
    spellings = {word}
    for _ in range(word.count(sign)):
        spellings = {each.replace(sign, letter, 1) for each in spellings for letter in letters}
    return spellings


def _of_the_register(found: list[Forename]) -> Forename | None:
    """The first of the readings that fits somebody at the school, with the pupils of all."""
    listed = [name for name in found if name.pupils or name.staff]
    return replace(listed[0], pupils=NOBODY.union(*(name.pupils for name in listed))) if listed else None


def _honoured(literal: str, register: Register) -> Forename | None:
    """Bhavnaben, Aadhyamol, Rajubhai: a title that is written in one word with the name before it."""
    for ending in family("cues", "honours_behind"):
        stem = literal.removesuffix(ending)
        if stem != literal and len(stem) >= SHORTEST_HONOURED and stem not in english():
            return _exact(stem, register, disguised=False)
    return None


def _worth_undoing(spelling: str, found: Forename, word: str) -> bool:
    """Danes and Scots are peoples: a bare plural is read as a name only for somebody on the register."""
    return bool(found.pupils or found.staff) or word != f"{spelling}s"


def _clipped(literal: str, register: Register) -> Forename | None:
    """Dyl, Fletch, Mase, Tunders: the head of a name, with or without a pet ending."""
    for stem in clipped_stems(literal):
        if pupils := register.with_forename_beginning(stem):
            return Forename(literal, pupils, similar=True, disguised=True, guess="clipped")
        if register.staff.with_forename_beginning(stem):
            return Forename(stem, staff=True, similar=True, disguised=True, guess="clipped")
    return None


def _first_half(base: str, register: Register) -> Forename | None:
    """Isla-Mae, Lexi-Rose and Ren-kun: the first half is enough, unless the other makes it a word (Grant-aided)."""
    half, hyphen, rest = base.partition("-")
    second = rest in known() or rest not in english() or rest in family("cues", "honoured")
    if hyphen and rest.isalpha() and len(half) > 2 and half not in everyday() and second:
        return _exact(half, register, disguised=False)
    return None


def _in_one_word(literal: str, register: Register) -> Forename | None:
    """Forename and surname, or a whole cheer, written without spaces."""
    if not SHORTEST_RUN <= len(literal) <= LONGEST_RUN:
        return None
    for cut in range(3, len(literal)):
        pupils = register.with_forename(literal[:cut])
        if pupils and (both := pupils & register.with_surname(literal[cut:])):
            return Forename(literal[:cut], both, disguised=True)
    found = name_within(
        literal,
        lambda part: part not in everyday() and bool(register.with_forename(part)),
        lambda name, surname: bool(_with_both(name, surname, register)),
    )
    name, _, surname = (found or "").partition(" ")
    if surname:
        return Forename(name, _with_both(name, surname, register), disguised=True)
    return _exact(name, register, disguised=True) if name else None


def _with_both(name: str, surname: str, register: Register) -> frozenset[str]:
    return register.with_forename(name) & register.with_surname(surname)


def _is_spelt_with_digits(word: str, register: Register) -> bool:
    """R33f, 4nn4: half of it digits, and yet plainly somebody on the register."""
    letters = sum(letter.isalpha() for letter in word)
    return letters > 1 and any(len(each) > SHORTEST_RUN // 2 and register.has_form(each) for each in plain(word))


def _has_digits(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _exact(spelling: str, register: Register, disguised: bool) -> Forename | None:
    pupils = register.with_forename(spelling)
    staff = bool(register.staff.with_forename(spelling))
    if pupils or staff:
        return Forename(spelling, pupils, staff, disguised=disguised)
    heard = len(spelling) > SHORTEST_KNOWN or spelling in family("initials", "called")
    if heard and spelling in known() and spelling not in register.class_words:
        others = register.with_forename_spelt(spelling) if spelling not in everyday() else NOBODY
        return Forename(spelling, others, similar=bool(others), disguised=disguised)
    return None


def _nearly(literal: str, register: Register) -> Forename | None:
    if pupils := register.with_similar_forename(literal):
        return Forename(literal, pupils, similar=True, disguised=True, guess="slip")
    return None


def _petted(literal: str, register: Register) -> Forename | None:
    """Sianny, Bartus: a name with a pet ending."""
    for stem in pet_stems(literal):
        if stem not in everyday() and (pupils := register.with_forename(stem)):
            return Forename(stem, pupils, similar=True, disguised=True, guess="pet")
    return None


def _petted_surname(literal: str, register: Register) -> Forename | None:
    """Sykesy, Stubbsy: what friends make of a surname."""
    for ending in ("y", "ie", "o", "er"):
        stem = literal.removesuffix(ending)
        if stem != literal and stem not in everyday() and (pupils := register.with_surname(stem)):
            return Forename(literal, pupils, similar=True, disguised=True, guess="pet")
    return None

"""Every place in a text that could be somebody's name, with the pupils and staff whom it fits."""

import re
from functools import cache

from workflows.people.deeds import does_as_people_do
from workflows.people.families import family
from workflows.people.folding import key
from workflows.people.forenames import Forename, forename
from workflows.people.marks import remembered
from workflows.people.mention import Fit, Mention
from workflows.people.register import NOBODY, Register
from workflows.people.spellings import is_possessive
from workflows.people.surnames import BEFORE_A_SURNAME, LETTERS_FOR_WORDS, by_surname, word_at
from workflows.people.tokens import Token
from workflows.people.unheard import by_emoji, names_of_emoji, unheard_of
from workflows.people.verbs_like_names import is_a_verb
from workflows.people.vocabulary import english, everyday, known
from workflows.people.wordlists import people_words

INITIAL = re.compile(r"(?:[a-z]|[a-z]'[a-z]|[a-z]-[a-z]|[b-df-hj-np-tv-z][hrlwy])$")
LONGEST_BREAK = 8
SHORTEST_HALF, LONGEST_HALF = 2, 12
SHORTEST_FORENAME = 3
BEFORE_AN_OWNER = frozenset({"be", "its", "it's", "thats", "that's"})


def mentions(tokens: list[Token], register: Register) -> list[Mention]:
    """Possible names from left to right; none overlaps another."""
    found: list[Mention] = []
    last, emoji, plain_words = -1, names_of_emoji(), register.plain_words
    for at, token in enumerate(tokens):
        # A word that was read before as an English word and nobody's name is not looked up again.
        if token.key in plain_words and not (token.capital and _may_begin_a_name(tokens, at, register)):
            continue
        if at <= last or (token.kind == "mark" and token.surface not in emoji) or token.key.isdecimal():
            continue
        if mention := _mention(tokens, at, register):
            found.append(mention)
            last = mention.last
    return found


def _may_begin_a_name(tokens: list[Token], at: int, register: Register) -> bool:
    """Whether a capitalised word that is no forename may be a surname, a plural, or the head of a name broken up."""
    word = tokens[at].key
    if word in BEFORE_A_SURNAME or word[-1] == "s" or "'" in word or register.has_surname(key(word)):
        return True
    return at + 2 < len(tokens) and _is_broken(tokens, at)


def _mention(tokens: list[Token], at: int, register: Register) -> Mention | None:
    if tokens[at].kind == "mark":
        return by_emoji(tokens, at, register)
    if tokens[at].kind not in ("word", "hashtag") or _is_a_saint(tokens, at) or is_a_verb(tokens, at):
        return None
    if _ends_a_tag(tokens, at) or _is_a_little_word(tokens, at, register):
        return None
    if family := by_surname(tokens, at, register):
        return family
    if broken := _broken_up(tokens, at, register):
        return broken
    if double := _two_part(tokens, at, register):
        return double
    found = forename(tokens[at], register) or _owner(tokens, at, register)
    if found is None:
        return _apart_with_initial(tokens[at], at, register) or unheard_of(tokens, at, register)
    return _with_surname(tokens, at, found, register)


def _is_a_saint(tokens: list[Token], at: int) -> bool:
    return (
        at > 0
        and tokens[at - 1].capital
        and tokens[at - 1].key in ("st", "saint", "sant", "sankt", "sint", "são", "sao")
    )


def _is_a_little_word(tokens: list[Token], at: int, register: Register) -> bool:
    """A coat, see u then: a small letter that is a word, unless a sign touches it, begins no name."""
    word = tokens[at].surface
    if word not in LETTERS_FOR_WORDS or word not in english() or word in register.first_halves:
        return False
    return at + 1 == len(tokens) or tokens[at + 1].start > tokens[at].end


def _ends_a_tag(tokens: list[Token], at: int) -> bool:
    """The surname of somebody who is tagged by name: @Deborah Hind."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind != "mention" or not tokens[at].capital or tokens[at].start != before.end + 1:
        return False
    return before.surface[1:2].isupper() and before.key[1:] in known()


def _owner(tokens: list[Token], at: int, register: Register) -> Forename | None:
    """Angels bonnet is still at ours, it'll be Ethans: a name that owns something lost its apostrophe."""
    word = tokens[at].key
    if not word.endswith("s"):
        return None
    following = word_at(tokens, at + 1)
    told = following is None and at > 0 and tokens[at - 1].key in BEFORE_AN_OWNER and word not in english()
    if not told and (following is None or following.key not in _owned()):
        return None
    pupils = register.with_forename(word[:-1])
    return Forename(word[:-1], pupils, guess="plural") if pupils else None


def _apart_with_initial(token: Token, at: int, register: Register) -> Mention | None:
    """Letters that stand apart, the last of them the initial of a surname: z o e b."""
    if token.end - token.start < 2 * len(token.key) - 1 or len(token.key) <= SHORTEST_FORENAME:
        return None
    name, initial = token.key[:-1], token.key[-1]
    pupils = register.with_initial(register.with_forename(name), initial)
    if not pupils:
        return None
    return Mention(at, at, token.start, token.end, name, Fit.INITIAL, pupils, initial=True, disguised=True)


@cache
def _owned() -> frozenset[str]:
    return family("cues", "own_things") | family("details", "clothes") | family("deeds", "kin_after")


def _two_part(tokens: list[Token], at: int, register: Register) -> Mention | None:
    """A double forename written apart, with a surname or not: Mei Ling, lily mae u were amazing, Jean Luc Mbeki."""
    half = tokens[at].key in register.first_halves
    # Rob in goal is not Robin.
    if not half and tokens[at].key in english():
        return None
    following = word_at(tokens, at + 1)
    if following is None or len(tokens[at].key) > LONGEST_HALF or len(following.bare) < SHORTEST_HALF:
        return None
    if not half and following.bare in people_words("everyday"):
        return None
    joined = key(tokens[at].key + following.bare)
    pupils = register.with_forename(joined)
    if not pupils or joined in everyday():
        return None
    return _joined(tokens, at, at + 1, joined, pupils, register, disguised=False)


def _broken_up(tokens: list[Token], at: int, register: Register) -> Mention | None:
    """A forename on the register with a sign or an emoji between its letters: Oli🎉ver, Oli.ver."""
    letters, last = tokens[at].key, at
    while last + 2 < len(tokens) and last - at < LONGEST_BREAK and _is_broken(tokens, last):
        last += 2
        letters += tokens[last].key
        if (pupils := register.with_forename(letters)) and letters not in everyday():
            return _joined(tokens, at, last, letters, pupils, register, disguised=True)
    return None


def _joined(
    tokens: list[Token], at: int, last: int, name: str, pupils: frozenset[str], register: Register, *, disguised: bool
) -> Mention:
    """A forename of several tokens, with the surname or initial that follows it."""
    following, fit = None if is_possessive(tokens[last].key) else word_at(tokens, last + 1), Fit.FORENAME
    if following and (narrowed := register.narrowed(pupils, name, key(following.bare))):
        last, pupils, fit = last + 1, narrowed, Fit.FULL
    return Mention(
        at,
        last,
        tokens[at].start,
        tokens[last].end,
        name,
        fit,
        pupils,
        surname=fit == Fit.FULL,
        disguised=disguised,
        possessive=is_possessive(tokens[last].key),
    )


def _is_broken(tokens: list[Token], at: int) -> bool:
    """Whether a sign stands between two words without a space on either side."""
    sign = tokens[at + 1]
    if sign.kind != "mark" or tokens[at].end != sign.start:
        return False
    return tokens[at + 2].is_word and sign.end == tokens[at + 2].start


def _with_surname(tokens: list[Token], at: int, found: Forename, register: Register) -> Mention:
    """Extend a forename by the surname or initial that follows it, and narrow the pupils by it."""
    following, fit = word_at(tokens, at + 1), Fit.UNLISTED
    if found.pupils:
        fit = Fit.SIMILAR if found.similar else Fit.FORENAME
    if following is None or is_possessive(tokens[at].key):
        return _as_mention(tokens, at, at, found, fit)
    surname = following.bare
    if is_initial(following):
        initialled = _with_initial(tokens, at, found, surname, register)
        return initialled or _as_mention(tokens, at, at, found, fit)
    may_be = _may_be_surname(tokens[at], following) or _acts(tokens, at)
    pupils = register.narrowed(found.pupils, found.name, key(surname)) if may_be else NOBODY
    if pupils:
        return _as_mention(tokens, at, at + 1, found, Fit.FULL, pupils, register)
    spoken = surface_is_pronoun(following) or surname.endswith(("n't", "'m"))
    # Angel ATE A PEA: a verb in capitals is no surname.
    acts = following.shouted and does_as_people_do([surname])
    both = tokens[at].capital and following.capital and not tokens[at].shouted and not acts
    # Bet Judith's the only one in: a word at the head of a sentence is no forename before a name of the school's own.
    if tokens[at].opens and not (found.pupils or found.staff) and register.has_form(surname) and _may_be_a_verb(found):
        return _as_mention(tokens, at, at, found, fit)
    of_a_colleague = (following.capital or not tokens[at].capital) and register.staff.named(found.name, key(surname))
    if of_a_colleague or (both and not spoken and key(surname) not in everyday()):
        return _as_mention(tokens, at, at + 1, found, fit, found.pupils, register)
    return _as_mention(tokens, at, at, found, fit)


def _may_be_a_verb(found: Forename) -> bool:
    return found.name in english() or found.name in everyday() or len(found.name) <= SHORTEST_FORENAME


def _may_be_surname(forename: Token, following: Token) -> bool:
    """In small letters 'will cook' is a verb phrase; an unmistakable forename or surname makes it a name."""
    if following.capital or forename.shouted or following.key not in english():
        return True
    if forename.key in family("word_classes", "verbs") or forename.key in family("word_classes", "times"):
        return False
    return not forename.capital or following.key not in everyday()


def _acts(tokens: list[Token], at: int) -> bool:
    """Will barker got stuck: after two words in small letters a finite verb shows that they were a name."""
    verb = tokens[at + 2].key if at + 2 < len(tokens) else ""
    return tokens[at].opens and verb in family("cues", "finite")


def _with_initial(tokens: list[Token], at: int, found: Forename, initial: str, register: Register) -> Mention | None:
    letters = initial.replace("-", "").replace("'", "")
    pupils = register.with_initial(found.pupils, letters) or register.initialled(found.name, letters)
    touching = tokens[at].end == tokens[at + 1].start
    if not pupils and (len(letters) > 1 or touching or not tokens[at + 1].capital):
        return None
    if surface_is_pronoun(tokens[at + 1]):
        return None
    # REGGIE U WAS THE LOUDEST: in capitals throughout, a letter may be a word as well.
    small = not tokens[at + 1].capital or (tokens[at].shouted and not pupils)
    if small and letters in LETTERS_FOR_WORDS and not _surely_an_initial(tokens, at + 1):
        return None
    return _as_mention(tokens, at, at + 1, found, Fit.INITIAL if pupils else Fit.UNLISTED, pupils, register)


def _surely_an_initial(tokens: list[Token], at: int) -> bool:
    """Jacob a had better, jack r owes me: no article and no verb stands before a verb, a pronoun or a stop."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    ends = not following or not following[0].isalnum()
    verbs = family("cues", "verbs", "pronoun", "aux")
    if tokens[at].key == "a" and (ends or following in verbs or following == "you"):
        return True
    if tokens[at].key not in "iu" and (following in family("cues", "finite") or does_as_people_do([following])):
        return True
    return is_possessive(tokens[at].key)


def _as_mention(
    tokens: list[Token],
    first: int,
    last: int,
    found: Forename,
    fit: Fit,
    pupils: frozenset[str] | None = None,
    register: Register | None = None,
) -> Mention:
    surname = tokens[last].bare if last > first else ""
    return Mention(
        first,
        last,
        tokens[first].shown[0],
        tokens[last].shown[1],
        found.name,
        fit,
        found.pupils if pupils is None else pupils,
        found.staff,
        staff_in_full=bool(register and surname and register.staff.named(found.name, key(surname))),
        surname=last > first and len(surname) > 1,
        initial=last > first and len(surname) == 1,
        disguised=found.disguised,
        guess=found.guess,
        possessive=is_possessive(tokens[last].key) or found.guess == "plural",
    )


def surface_is_pronoun(token: Token) -> bool:
    """Whether a capital I stands there, which is hardly ever an initial."""
    return token.surface in ("I", "I'll", "I'd", "I've", "I'm")


def is_initial(token: Token) -> bool:
    """Whether the token may be the initial of a surname: one letter, or two as in O'B and F-M."""
    return _may_be_an_initial(token.bare)


@remembered
def _may_be_an_initial(word: str) -> bool:
    return INITIAL.match(word) is not None

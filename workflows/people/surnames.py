"""Children who are meant by their surname: T. Fitzgerald-Moss, k.hill, the Shaw girl, Sharma's lass."""

from workflows.people.deeds import does_as_people_do
from workflows.people.families import family
from workflows.people.folding import key
from workflows.people.initials import by_initials
from workflows.people.mention import Fit, Mention
from workflows.people.register import Register
from workflows.people.spellings import is_possessive
from workflows.people.tokens import Token
from workflows.people.vocabulary import english, everyday
from workflows.people.wordlists import people_words

BEFORE_A_FAMILY = frozenset(
    {"the", "that", "little", "this", "our", "young", "oldest", "youngest", "eldest", "other", "two", "both", "three",
     "them", "those", "these", "wee", "lil", "poor", "dem"}
)  # fmt: skip
# Words before a surname that only a child is called by: of age, and of endearment.
OF_AGE = frozenset({"young", "mini", "youngest", "eldest", "oldest"})
BEFORE_A_CHILD = OF_AGE | {"little", "wee", "lil", "poor", "big", "baby", "cheeky"}
# Titles that only children bear.
BEFORE_A_SURNAME = frozenset({"master", "young"})
# Single letters that are words, kisses or text speak when written small.
LETTERS_FOR_WORDS = frozenset("aiuxrnvo")
BEFORE_SOMEBODY = frozenset({"was", "is", "isnt", "that", "by", "and", "with", "tell", "ask", "called", "its", "it's"})
DEED_REACH = 5


def by_surname(tokens: list[Token], at: int, register: Register) -> Mention | None:
    """The mention that begins at a token with an initial or a surname, or None."""
    token = tokens[at]
    if token.key in BEFORE_A_SURNAME and token.capital:
        return _master(tokens, at, register)
    if len(token.key) == 1 and token.key.isalpha():
        return _initial_and_surname(tokens, at, register) or by_initials(tokens, at, register)
    if token.key in register.class_words or not (token.capital or _is_a_name_even_small(token, register)):
        return None
    if at and tokens[at - 1].key in BEFORE_A_CHILD and (young := _young(tokens, at, register)):
        return young
    following = word_at(tokens, at + 1)
    if following is None or following.bare not in people_words("children_by_surname"):
        return None
    pupils = register.with_surname(key(token.bare))
    before = tokens[at - 1].key if at else ""
    # That Haroon one: a pupil's forename as well; the Headcorn one: another fair or firm.
    if not pupils and (register.has_form(key(token.bare)) or not _unheard_of(token, register)):
        return None
    if not pupils and before == "the" and following.bare == "one":
        return None
    opening = bool(pupils) and (token.opens or at == 0)
    if (pupils and is_possessive(token.key)) or opening or before in BEFORE_A_FAMILY:
        return Mention(at, at + 1, token.start, following.end, "", Fit.FAMILY, pupils)
    return None


def _is_a_name_even_small(token: Token, register: Register) -> bool:
    """The gurung girl, young stubbs: a pupil's surname that is no English word."""
    return token.bare not in english() and register.has_surname(key(token.bare))


def _young(tokens: list[Token], at: int, register: Register) -> Mention | None:
    """Young Gotobed, little Tranter: a pupil's surname that is no forename, place or firm."""
    if tokens[at - 1].capital and not tokens[at - 1].opens:
        return None
    surname = key(tokens[at].bare)
    pupils = register.with_surname(surname)
    if not pupils or register.has_form(surname) or register.staff.with_surname(surname):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and following.capital and following.is_word and not following.opens:
        return None
    said = [token.bare for token in tokens[at + 1 : at + 1 + DEED_REACH]]
    a_word = surname in (everyday() if tokens[at - 1].key in OF_AGE else english())
    if a_word and not does_as_people_do(said):
        return None
    possessive = is_possessive(tokens[at].key)
    return Mention(at, at, tokens[at].start, tokens[at].end, "", Fit.FAMILY, pupils, possessive=possessive)


def _master(tokens: list[Token], at: int, register: Register) -> Mention | None:
    """Master Goodchild, Young Mr Okafor: a title that only children bear."""
    last = at + 1
    following = word_at(tokens, last)
    if following is not None and following.key in ("mr", "master", "miss", "mister") and tokens[at].key == "young":
        last += 1
        following = word_at(tokens, last)
    if following is None or not following.capital:
        return None
    pupils = register.with_surname(key(following.bare))
    return Mention(at, last, tokens[at].start, following.end, "", Fit.FAMILY, pupils) if pupils else None


def _unheard_of(token: Token, register: Register) -> bool:
    """Whether a capitalised word is neither an everyday word, a people such as Nepali, nor the name of a class."""
    return (
        not token.shouted
        and token.key.isalpha()
        and token.key not in english()
        and token.key not in family("details", "look")
        and token.key not in register.class_words
    )


def _initial_and_surname(tokens: list[Token], at: int, register: Register) -> Mention | None:
    dotted = at + 1 < len(tokens) and tokens[at + 1].surface == "." and tokens[at + 1].start == tokens[at].end
    following = _word_after_dot(tokens, at + 2) if dotted else word_at(tokens, at + 1)
    if following is None:
        return None
    if not (dotted or (tokens[at].capital and following.capital) or _is_somebody_in_small_letters(tokens, at)):
        return None
    if at and tokens[at - 1].key in people_words("titles"):
        return None
    surname = key(following.bare)
    initial = tokens[at].key
    # T Baker scored; not: A Baker, X Field.
    if not dotted and surname in everyday() and (initial in LETTERS_FOR_WORDS or not tokens[at].capital):
        return None
    pupils = frozenset(each for each in register.with_surname(surname) if initial in register.forename_initials(each))
    last = at + 2 if dotted else at + 1
    found = Mention(at, last, tokens[at].start, following.end, "", Fit.SURNAME, pupils, initial=True)
    return found if pupils else None


def _is_somebody_in_small_letters(tokens: list[Token], at: int) -> bool:
    """It was k hill, d peck told everyone: a word for a surname needs a deed behind it, or what takes a person."""
    if tokens[at].key in LETTERS_FOR_WORDS:
        return False
    if tokens[at + 1].bare not in english() or (at and tokens[at - 1].key in BEFORE_SOMEBODY):
        return True
    return tokens[at].opens and does_as_people_do([token.bare for token in tokens[at + 2 : at + 2 + DEED_REACH]])


def _word_after_dot(tokens: list[Token], at: int) -> Token | None:
    return tokens[at] if at < len(tokens) and tokens[at].is_word else None


def word_at(tokens: list[Token], at: int) -> Token | None:
    """The word at an index unless a mark, a tag or the end of a sentence stands there."""
    if 0 <= at < len(tokens) and tokens[at].kind in ("word", "hashtag") and not tokens[at].opens:
        return None if _begins_a_tag(tokens[at]) else tokens[at]
    return None


def _begins_a_tag(token: Token) -> bool:
    return token.kind == "hashtag" and token.quote is not None and token.start == token.quote[0] + 1

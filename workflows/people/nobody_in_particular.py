"""Nouns for a child that mean none in particular: any child, oh boy, the girl at the till."""

from collections.abc import Sequence
from itertools import pairwise

from workflows.people.any_child import is_any_child
from workflows.people.deeds import wants_doing
from workflows.people.families import family
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

CLOSE, FAR, AFTER, SPOKEN = 8, 20, 10, 4
SPOKEN_TO = frozenset({"i'm", "im", "you're", "youre"})
ELDERS = family("children", "parents") - {"moment", "brother", "sister", "cousin"}
I_AM = frozenset({("i", "am"), ("you", "are"), ("we", "are")})
FITTING = frozenset({"never", "for", "suit", "suits", "fit", "fits", "like", "than", "expect", "trust", "even",
                     "wouldn't", "wouldnt"})  # fmt: skip
PLACED = frozenset({"in", "at", "from", "on", "behind", "off", "up", "down"})
MOST_PLACED = 5
TALES = frozenset({"story", "novel", "book", "tale", "film", "poem", "chapter", "fable", "legend", "movie", "cartoon"})
OF_A_TALE = frozenset({"the", "our", "this", "that", "his", "her", "a"})
CHILDREN = ("young", "kin", "mine", "part", "pronoun", "role", "pet", "slur")
YOUR = frozenset({"your", "ur", "yer"})
GROWN = frozenset({"man", "woman", "adult", "bloke", "up"})
DONE_FOR_US = frozenset(
    {"does", "fixed", "fixes", "mended", "fitted", "serviced", "cuts", "cleans", "delivers", "mows"}
)
SAID_OF = frozenset({("is", "a"), ("was", "a"), ("is", "one"), ("was", "one"), ("is", "such"), ("was", "such")})
GREETS = frozenset(
    {("says", "hello"), ("says", "hi"), ("said", "hello"), ("sends", "love"), ("was", "asking"), ("is", "asking"),
     ("sends", "regards"), ("sends", "his"), ("sends", "her")}
)  # fmt: skip


def is_part_of_something_else(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word belongs to a title, a compound or a turn of phrase rather than to a child."""
    if at + 1 < len(tokens) and tokens[at + 1].key in family("children", "role_halves") and not tokens[at].capital:
        return True
    if tokens[at].bare == "fairy" and at and tokens[at - 1].key == "tooth":
        return True
    return _is_in_a_title(tokens, at) or _is_the_first_half(tokens, at) or _is_a_turn_of_phrase(tokens, at)


def _is_a_turn_of_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Oh boy; our old boy the dog; I'm a big kid; you're a good girl; Jack the lad: no child."""
    word = tokens[at].key
    if not at or (word not in family("children", "young") and word not in family("children", "pet")):
        return False
    if [token.key for token in tokens[max(0, at - 2) : at]] == ["jack", "the"]:
        return True
    before = [token.key for token in tokens[max(0, at - SPOKEN) : at]]
    if any(pair in I_AM for pair in pairwise(before)):
        return True
    return before[-1] in ("oh", "old", "fur", "atta", "whipping") or not SPOKEN_TO.isdisjoint(before)


def is_supposed(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """If your son is the one with nits; the new teacher, the one with glasses; I'm the one that cried."""
    before = [token.key for token in tokens[max(sentence.first, at - CLOSE) : at]]
    if before[-1:] in (["next"], ["any"], ["every"]):
        return True
    if before[-2:] == ["the", "only"] or before[-1:] == ["the"]:
        linked = at - 2 - (before[-1] == "only")
        if linked >= sentence.first and _is_said_of_another(tokens, linked, sentence):
            return True
    supposed = "if" in before and not YOUR.isdisjoint(before)
    spoken = not SPOKEN_TO.isdisjoint(before[-SPOKEN:])
    grown_up = not family("children", "grownup").isdisjoint(before) or _is_a_beast(before)
    return supposed or spoken or grown_up or _is_an_elder(before) or _is_said_to_be(before)


def _is_a_beast(before: Sequence[str]) -> bool:
    """Biscuit the spaniel was the one wearing the ruff."""
    return before[-2:-1] in (["is"], ["was"]) and before[-3:-2] != [] and before[-3] in people_words("animals")


def _is_said_of_another(tokens: Sequence[Token], linked: int, sentence: Sentence) -> bool:
    """Doreen's the only one in; is Year 2 the one with the steps: somebody else, or something, is the one."""
    if _is_placed_and_named(tokens, linked, sentence):
        return True
    if tokens[linked].key in ("mine", "ours") and tokens[sentence.first].key in ("is", "was", "are"):
        # Is mine the only one who ...
        return True
    subject = tokens[linked - 1] if tokens[linked].key in ("is", "was") and linked > sentence.first else tokens[linked]
    if subject is tokens[linked] and not (subject.capital and subject.key.endswith("'s")):
        asked = tokens[sentence.first].key in ("is", "was", "do", "does") and linked > sentence.first
        thing = not _may_be_a_child(subject) and subject.bare not in family("children", "anybody")
        return asked and thing
    child = subject.bare in family("children", "mine") or subject.bare in family("children", "pronoun")
    return subject.capital and not subject.shouted and not child and not _is_a_pronoun(subject) and subject.is_word


def _is_placed_and_named(tokens: Sequence[Token], linked: int, sentence: Sentence) -> bool:
    """Pat in the office is the only one: the name or trade of somebody, and where they are, before the verb."""
    subject = tokens[sentence.first]
    placed = sentence.first + 1 < linked <= sentence.first + MOST_PLACED and tokens[sentence.first + 1].key in PLACED
    return placed and tokens[linked].key in ("is", "was") and not _may_be_a_child(subject)


def _may_be_a_child(token: Token) -> bool:
    return any(token.bare in family("children", name) for name in CHILDREN)


def _is_an_elder(before: Sequence[str]) -> bool:
    """My aunt is the one in the green hat; that's my nan, the one waving."""
    return before[-1:] == ["the"] and not ELDERS.isdisjoint(before[-SPOKEN:])


def _is_said_to_be(before: Sequence[str]) -> bool:
    """He will be the last one there: no other child than the one who was told of."""
    return before[-1:] in (["last"], ["first"]) and ("be", "the") in pairwise(before[-SPOKEN:])


def works_there(tokens: Sequence[Token], at: int, kind: str) -> bool:
    """That cow from the post office and the girl on reception are no children."""
    following = [token.key for token in tokens[at + 1 : at + 5]]
    places = family("grown_ups", "workplace") if kind == "slur" else family("children", "at_work")
    where = ("from", "at", "off", "behind", "on") if kind == "slur" else ("from", "at", "on", "behind", "in", "off")
    in_a_year = following[:2] == ["in", "reception"]
    if following[:3] == ["in", "the", "office"]:
        return True
    if following[:1] != [] and following[0] in where and not places.isdisjoint(following[1:]) and not in_a_year:
        return True
    return kind == "young" and (_does_a_job(tokens, at) or _is_an_old_acquaintance(tokens, at))


def _does_a_job(tokens: Sequence[Token], at: int) -> bool:
    """The lass marshalling at the gate; the lad who does my windows; the lad at the door, grown man."""
    following = [token.key for token in tokens[at + 1 : at + 1 + FAR]]
    if following[:1] != [] and following[0] in family("children", "marshals"):
        return True
    if following[:1] in (["who"], ["that"]) and following[2:] != []:
        if following[1] in family("children", "work_done"):
            return following[2] in ("the", "our", "your", "my")
        if following[1] in DONE_FOR_US and following[2] in ("my", "our"):
            return True
    if any(first == "grown" and second in GROWN for first, second in pairwise(following)):
        return not tokens[at + following.index("grown")].is_word
    owned = tokens[at - 1].key.endswith("'s") and at > 0
    places = family("children", "at_work")
    return owned and any(
        first in ("from", "off") and (second in places or (second == "the" and third in places))
        for first, second, third in zip(following, following[1:], following[2:], strict=False)
    )


def _is_an_old_acquaintance(tokens: Sequence[Token], at: int) -> bool:
    """The milkman's lad says hello: the writer, by what people called him."""
    following = tuple(token.key for token in tokens[at + 1 : at + 4])
    return following[:2] in GREETS or following[1:] in GREETS


def is_a_character(tokens: Sequence[Token], at: int) -> bool:
    """Michael's the lad who falls off the boat: what follows a name tells of its bearer, and of nobody else."""
    if at + 1 >= len(tokens):
        return False
    if tokens[at + 1].key == "in" and _is_in_a_tale(tokens, at + 2):
        return True
    if at < 2 or tokens[at - 1].key != "the" or tokens[at + 1].key not in ("who", "that"):
        return False
    linked = tokens[at - 2]
    if linked.key in ("is", "was"):
        return at > 2 and tokens[at - 3].capital and not tokens[at - 3].shouted and not _is_a_pronoun(tokens[at - 3])
    return linked.capital and not linked.shouted and linked.key.endswith("'s") and not _is_a_pronoun(linked)


def _is_in_a_tale(tokens: Sequence[Token], at: int) -> bool:
    """The girl in the story, the boy in our class novel."""
    words = [token.key for token in tokens[at : at + SPOKEN]]
    tale = next((word for word in words[1:] if word in TALES), None)
    return words[:1] != [] and words[0] in OF_A_TALE and tale is not None and "'s" not in "".join(words)


def _is_a_pronoun(token: Token) -> bool:
    return token.bare in family("children", "anybody") or token.bare in ("this", "she", "mine", "ours")


def is_a_heros(tokens: Sequence[Token], at: int) -> bool:
    """Telemachus, son of Odysseus."""
    if at + 2 >= len(tokens) or tokens[at + 1].key != "of" or not tokens[at + 2].capital or tokens[at + 2].shouted:
        return False
    return at > 1 and tokens[at - 1].key in (",", "-", "(") and tokens[at + 2].key not in people_words("titles")


def is_among_things(tokens: Sequence[Token], at: int) -> bool:
    """Which hazel? The one by the gate; the lambs, even the one at the back."""
    before, after = tokens[max(0, at - FAR) : at], tokens[at + 1 : at + 1 + AFTER]
    if after[:1] and after[0].key in ("that", "which") and _is_a_school([token.key for token in before]):
        return True
    if [token.key for token in after[:2]] in (["in", "her"], ["in", "his"]) or _is_of_a_body(before, after):
        return False
    if any(token.key in family("children", "of_things") for token in after) or _wants_doing(after):
        return True
    return any(not token.capital and token.key in family("children", "thing") for token in before)


def _is_of_a_body(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """The one with the shaved head, and no animal before it."""
    if after[:1] == [] or after[0].key != "with":
        return False
    body = any(token.key in family("children", "of_a_body") for token in after[1:4])
    return body and people_words("animals").isdisjoint(token.bare.removesuffix("s") for token in before)


def _wants_doing(after: Sequence[Token]) -> bool:
    """The one by the door wants oiling."""
    words = [token.key for token in after]
    return any(wants_doing(words[at : at + 4]) for at in range(len(words)))


def _is_a_school(before: Sequence[str]) -> bool:
    """Four schools, and this is the first one that knew."""
    return not family("children", "schools").isdisjoint(before) and ("this", "the") in zip(
        before, before[2:], strict=False
    )


def is_a_ruler(tokens: Sequence[Token], at: int) -> bool:
    """King Henry, Captain Scott, Prince Albert."""
    return tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].capital and not tokens[at + 1].shouted


def is_for_sale(tokens: Sequence[Token], at: int) -> bool:
    """Child's size 12, childs bike: a thing for any child."""
    if tokens[at].key not in ("child's", "childs", "boy's", "girl's", "kid's") or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].key
    if at and tokens[at - 1].key in ("my", "our"):
        return False
    return following[:1].isdigit() or following in family("children", "for_sale")


def is_called_so(tokens: Sequence[Token], at: int) -> bool:
    """The driver is a rude, sweaty little man; Lomax is a spineless little man: said of a grown-up."""
    words = [token.bare for token in tokens[max(0, at - CLOSE) : at]]
    said = next((first for first, pair in enumerate(pairwise(words)) if pair in SAID_OF), None)
    if tokens[at].key in ("man", "woman") and not family("children", "scorn_of_men").isdisjoint(words):
        return True
    return said is not None and not (family("children", "grownup") | family("children", "jobs")).isdisjoint(
        words[:said]
    )


def is_praised(tokens: Sequence[Token], at: int) -> bool:
    """Lovely lad, Mr Askew: somebody grown up is called so."""
    if tokens[at].key not in ("lad", "lass", "girl", "boy", "fella") or not at:
        return False
    if tokens[at - 1].key not in family("children", "praise"):
        return False
    near = tokens[max(0, at - FAR) : at + CLOSE]
    return any(token.bare in family("children", "grownup") for token in near)


def is_of_that_lot(tokens: Sequence[Token], at: int) -> bool:
    """Youngest of that farm lot: somebody else's child."""
    following = [token.key for token in tokens[at + 1 : at + 3]]
    return following[:1] == ["of"] and following[1:] in (["that"], ["the"], ["them"], ["those"], ["this"])


def is_of_a_family_told_of(tokens: Sequence[Token], at: int, sentence: Sentence) -> bool:
    """That family up at the end, their youngest: somebody else's child."""
    if "their" not in (tokens[at - 1].key, tokens[at - 2].key if at > 1 else ""):
        return False
    before = {token.bare for token in tokens[max(sentence.first, at - FAR) : at]}
    return not before.isdisjoint(family("children", "that_lot"))


def is_of_any_age(tokens: Sequence[Token], first: int, at: int) -> bool:
    """A bike for a six year old; would suit a tall nine year old; a five year old could do it."""
    before = {token.key for token in tokens[max(0, first - SPOKEN) : first]}
    return not before.isdisjoint(FITTING) or is_any_child(tokens, at)


def is_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """The youngest band in the diocese, our oldest volunteer: neither is a child."""
    return at < len(tokens) and tokens[at].key in family("children", "no_child")


def _is_in_a_title(tokens: Sequence[Token], at: int) -> bool:
    """The Boy at the Back of the Class, King Henry: the capital makes it a title's word."""
    if not tokens[at].capital or tokens[at].opens or tokens[at].shouted:
        return False
    if tokens[at].bare in family("children", "young"):
        return tokens[at - 1].capital and tokens[at - 1].key in ("the", "a", "an", "little", "lost")
    return False


def _is_the_first_half(tokens: Sequence[Token], at: int) -> bool:
    """Boy band, child seat, girl guides: no child by themselves."""
    if tokens[at].key not in family("children", "young"):
        return False
    return at + 1 < len(tokens) and tokens[at + 1].key in family("children", "second_half")

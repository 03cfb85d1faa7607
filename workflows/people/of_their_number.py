"""One child called by the name of its class: our newest Wren, one of our Herons, one brave Puffin, a certain Badger."""

from collections.abc import Sequence

from workflows.people.ages import MONTHS
from workflows.people.deeds import does_as_people_do, is_as_people_are
from workflows.people.details import YEAR_WORDS, is_year
from workflows.people.families import family
from workflows.people.of_a_class import RELATIVES, end_of_group
from workflows.people.sentences import Sentence
from workflows.people.small_ones import does
from workflows.people.tokens import Token
from workflows.people.wordlists import people_words

CALLED = frozenset(
    {"newest", "youngest", "oldest", "tallest", "smallest", "littlest", "tiniest", "shyest", "quietest", "bravest",
     "certain", "one", "only"}
)  # fmt: skip
# Said of people before their name, so that no bird or tree is meant.
FELT = frozenset(
    {"brave", "proud", "clever", "kind", "nervous", "excited", "delighted", "determined", "generous", "thoughtful",
     "sleepy", "shy", "unlucky", "cheeky", "courageous", "relieved", "homesick", "hungry", "exhausted", "mischievous",
     "patient", "persistent", "resilient", "hard-working", "dedicated", "polite", "honest", "helpful", "caring",
     "selfless", "tireless", "cheerful", "fearless", "plucky", "stubborn"}
)  # fmt: skip
BEFORE = frozenset({"our", "the", "a", "their", "your"})
BETWEEN = frozenset(
    {"our", "the", "your", "those", "these", "little", "lovely", "new", "newest", "wonderful", "very", "own"}
)
COMES = frozenset({"came", "comes", "joined", "joins", "started", "starts", "arrived", "arrives", "walked", "rode"})
THERE = frozenset({"there's", "theres", "is", "got", "have", "you've", "youve"})
HE, HE_IS = frozenset({"he", "she"}), frozenset({"he's", "she's", "hes", "shes"})
HABITS = frozenset(
    {"never", "always", "keeps", "kept", "can't", "cant", "won't", "wont", "bites", "swears", "spits", "kicks", "hits",
     "pinches", "scratches", "screams", "nicks", "steals", "wets", "stinks", "smells", "thinks", "gets", "tells",
     "cries", "eats", "lies", "hates", "throws", "pushes", "punches", "picks", "chews", "licks", "wanders"}
)  # fmt: skip
WHEN = frozenset({"after", "on", "at", "in", "today", "this", "yesterday", "last", "before", "during", "with", "for"})
HAVING = frozenset({"has", "had"})
REST, MOST_BETWEEN = 6, 3
SOMEBODY = frozenset({"person", "soul", "somebody", "someone", "individual"})
ONE = frozenset({"one", "a"})
OWNERS = frozenset({"owner", "whose"})
AWARDED = frozenset({"goes", "went", "awarded", "presented", "given"})
FAR, NEAR = 8, 5
NEW = frozenset({"new", "newest", "latest"})
NEWCOMERS = frozenset({"starter", "arrival", "newcomer", "recruit", "joiner", "pupil", "classmate", "boy", "girl",
                       "lad", "lass", "child"})  # fmt: skip
ARRIVES = COMES | frozenset({",", "from", "who", "all", "has", "is", "flew", "travelled", "moved", "moves", "only"})


def _is_one_there(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> bool:
    """There's one in Otter swears like a docker; there is one in Year 2 never has a coat."""
    if at == sentence.first or tokens[at - 1].key not in THERE or at + 2 > sentence.last:
        return False
    end = end_of_group(tokens, at + 2, sentence, classes) if tokens[at + 1].key in ("in", "from") else None
    if end is None or end >= sentence.last:
        return False
    end += tokens[end].key in YEAR_WORDS
    rest = [token.key for token in tokens[end + 1 : min(end + 1 + REST, sentence.last + 1)]]
    return bool(rest) and (rest[0] in HABITS or does_as_people_do(rest))


def called_by_class(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Where the class stands that a child is called by, after newest, certain or one."""
    if tokens[at].key != "one":
        if _is_the_only_one_of_a_class(tokens, at, sentence, classes):
            return at
        if at == sentence.first or tokens[at - 1].key not in BEFORE:
            return None
        return _member(tokens, at + 1, sentence, classes, certain=tokens[at].key == "certain")
    if _is_one_there(tokens, at, sentence, classes):
        return at
    of_many = at < sentence.last and tokens[at + 1].key == "of"
    noun = at + 1 + of_many
    while noun <= min(at + 1 + MOST_BETWEEN, sentence.last) and (
        tokens[noun].key in BETWEEN or tokens[noun].key in FELT
    ):
        noun += 1
    if of_many:
        return _one_of_many(tokens, noun, sentence, classes)
    return _member(tokens, noun, sentence, classes, certain=tokens[noun - 1].key in FELT)


def _is_the_only_one_of_a_class(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> bool:
    """Badger's only left-hander; Hare's tallest has outgrown the door: not Hare's tallest sunflower."""
    if at == sentence.first or at >= sentence.last:
        return False
    owner = tokens[at - 1]
    if not (owner.key.endswith("'s") and owner.capital and owner.bare in classes):
        return False
    following = tokens[at + 1].key
    if following in family("children", "role") or following in family("children", "born"):
        return tokens[min(at + 2, sentence.last)].key != "is"
    return following in HAVING or following.endswith(("-hander", "-handed"))


def somebody_prized(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """The award goes to one determined person who has finished all seven: one child, if nobody is thanked."""
    brave = at + 1 < sentence.last and tokens[at + 1].key in FELT and tokens[at + 2].key in RELATIVES
    if at >= sentence.last or not (brave or tokens[at + 1].key in RELATIVES):
        return None
    words = [token.key for token in tokens[max(sentence.first, at - FAR) : at]]
    if AWARDED.isdisjoint(words) or "thanks" in words:
        return None
    return at if brave or (words[-1] in FELT and not ONE.isdisjoint(words[-4:])) else None


def newcomer(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """Our new starter flew in from Gdansk; a new girl, all the way from Brazil: no new pupil from September."""
    if at == sentence.first or tokens[at - 1].key not in NEW or at >= sentence.last:
        return None
    if tokens[at + 1].key not in ARRIVES:
        return None
    near = tokens[at + 1 : min(at + 1 + FAR, sentence.last)]
    come_from = next((one for one, token in enumerate(near, at + 2) if token.key == "from"), None)
    if come_from is None or not tokens[come_from].capital or tokens[come_from].bare in classes | MONTHS:
        return None
    grown_up = any(token.key in people_words("titles") for token in tokens[sentence.first : sentence.last + 1])
    return None if grown_up or is_year(tokens, come_from) or tokens[come_from].key.endswith("day") else at


def he_in_a_class(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """She is in Year 3 and cries every night: not he is in Year 6 on Mondays, who may be a teacher."""
    he = at - 1 if at > sentence.first and tokens[at - 1].key in HE_IS else at - 2
    if he < sentence.first or not (he == at - 1 or (tokens[he].key in HE and tokens[at - 1].key == "is")):
        return None
    end = end_of_group(tokens, at + 1, sentence, classes)
    if end is None or any(token.key in people_words("titles") for token in tokens[:at]):
        return None
    end += tokens[end].key in YEAR_WORDS
    rest = [token.key for token in tokens[end + 1 : min(end + 3, sentence.last + 1)]]
    return he if len(rest) == 2 and (rest[0] in ("and", "but", ",") or rest[0] in HABITS) else None


def owner_of_a_tooth(tokens: Sequence[Token], at: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """To the owner of the front tooth; to the person whose glasses are in the office."""
    before = tokens[at - 1].key if at > sentence.first else ""
    if before not in ("the", "person", "child", "pupil"):
        return None
    near = [token.key for token in tokens[at + 1 : min(at + 1 + NEAR, sentence.last + 1)]]
    of_it = tokens[at].key == "whose" or near[:1] == ["of"]
    return at if of_it and not family("children", "of_a_mouth").isdisjoint(near) else None


def _one_of_many(tokens: Sequence[Token], noun: int, sentence: Sentence, classes: frozenset[str]) -> int | None:
    """One of our Herons, whose dad ...; one of our Year 5s is told elsewhere."""
    if noun >= sentence.last or not tokens[noun].capital or tokens[noun].key.removesuffix("s") not in classes:
        return None
    told = tokens[noun + 1].key == "," or _acts(tokens, noun, sentence)
    return noun if told and tokens[noun].key.endswith("s") else None


def _member(
    tokens: Sequence[Token], noun: int, sentence: Sentence, classes: frozenset[str], *, certain: bool
) -> int | None:
    """A Badger who is certain; one that does what only people do."""
    if noun > sentence.last or not tokens[noun].capital or tokens[noun].key not in classes:
        return None
    if is_year(tokens, noun):
        return None
    ends = noun == sentence.last or not tokens[noun + 1].is_word or tokens[noun + 1].key in WHEN
    surely = certain and (ends or does(tokens[noun + 1].key))
    return noun if surely or _acts(tokens, noun, sentence) else None


def _acts(tokens: Sequence[Token], noun: int, sentence: Sentence) -> bool:
    rest = [token.key for token in tokens[noun + 1 : min(noun + 1 + REST, sentence.last + 1)]]
    if not rest:
        return False
    verb = rest[1:2] if rest[0] in HAVING else rest[:1]
    return (
        rest[0] in RELATIVES
        or not COMES.isdisjoint(verb)
        or verb == ["come"]
        or does_as_people_do(rest)
        or is_as_people_are(rest)
    )

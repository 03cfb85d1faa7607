"""Mine and ours where they stand for a thing or a team: the trophy is ours, she sorted mine, mine's a pint."""

from collections.abc import Sequence

from workflows.people.families import family
from workflows.people.tokens import Token

CLOSE, FAR, SPOKEN = 8, 20, 4
PICKS_OUT = frozenset({"that", "this", "which", "who", "whose", "not"})
PERSONAL = frozenset({"with", "in", "on", "singing", "crying", "little", "who", "voice", "face", "child", "kid"})
NOBODYS = frozenset({"a", "the", "any", "some"})


def is_our_team(tokens: Sequence[Token], at: int) -> bool:
    """Chuffed for ours; ours were second: a team where others of a match are told of."""
    if tokens[at].key != "ours":
        return False
    return any(token.bare in family("children", "team_talk") for token in tokens)


def is_my_thing(tokens: Sequence[Token], at: int) -> bool:
    """Mine's a large one; mine's on the door, after wreaths; worth hers in biscuits."""
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if tokens[at].key in ("hers", "theirs"):
        return following not in family("children", "does")
    if at and (_is_owned(tokens, at) or _is_served(tokens, at, following)):
        return True
    if following in ("parked", "broken", "blocked") or _is_told_as_a_thing(tokens, at):
        return True
    if tokens[at].bare != tokens[at].key or following == "is":
        drink = following == "a" and at + 2 < len(tokens) and tokens[at + 2].key in family("children", "drinks")
        return drink or any(token.key in family("children", "thing") for token in tokens[max(0, at - FAR) : at])
    return False


def _is_owned(tokens: Sequence[Token], at: int) -> bool:
    """The trophy is ours; it's mine if so: not that one's mine, is the lad in red yours or mine."""
    if tokens[at - 1].key not in ("is", "was", "are", "its", "it's", "isn't", "isnt"):
        return False
    before = [token.bare for token in tokens[max(0, at - FAR) : at - 1]]
    if before[:1] == ["that"] and not (family("children", "young", "one", "part", "played") & set(before)):
        return PERSONAL.isdisjoint(before)
    if not PICKS_OUT.isdisjoint(before) or not family("children", "young", "one").isdisjoint(before):
        return False
    return at + 1 >= len(tokens) or tokens[at + 1].key not in ("who", "with", "in", "on", "that")


def _is_served(tokens: Sequence[Token], at: int, following: str) -> bool:
    """She sorted ours in two minutes; they printed mine wrong: a form, a booking, a thing."""
    if tokens[at - 1].key in family("children", "served"):
        return True
    if following not in ("is", "was") and tokens[at].key == tokens[at].bare:
        return False
    behind = [token.key for token in tokens[at + 1 : at + 5]]
    return "the" in behind[:2] and not family("children", "dwelling").isdisjoint(behind)


def _is_told_as_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """Mine just spins; mine have blackspot; mine, not a child's; mine's 2.3; a fox on ours."""
    around = {token.key for token in tokens[max(0, at - FAR) : at + CLOSE]}
    following = [token.key for token in tokens[at + 1 : at + 1 + CLOSE]]
    if not family("children", "unwell_plants").isdisjoint(following):
        return True
    if not family("children", "on_a_screen").isdisjoint(following[:SPOKEN]) and _opens_a_clause(tokens, at):
        return True
    if "not" in following[:2] and any(word in NOBODYS for word in following[:SPOKEN]) and _owns(tokens, at):
        return True
    if tokens[at].bare != tokens[at].key and following[1:2] == ["."] and following[0].isdigit():
        return following[2:3] != [] and following[2].isdigit()
    garden = at > 0 and tokens[at - 1].key in ("on", "in") and tokens[at].key == "ours"
    return garden and not family("children", "lives_in_a_garden").isdisjoint(around)


def _opens_a_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing rules the word, as 'with mine' would."""
    return at == 0 or tokens[at - 1].key not in ("of", "than", "with", "to", "for")


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Not a child's."""
    return any(token.key != token.bare and token.is_word for token in tokens[at + 1 : at + 1 + SPOKEN])

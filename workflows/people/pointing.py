"""The ways in which a text points to one child."""

from enum import StrEnum


class Pointing(StrEnum):
    """How a text points to one child."""

    # An enumeration would hash the name of each member anew.
    __hash__ = str.__hash__

    KIN = "kin"  # my daughter, our little lad, grandson
    MINE = "mine"  # mine says ...
    DEFINITE = "definite"  # the lad with ..., that kid who ...
    INDEFINITE = "indefinite"  # a boy in ..., one girl ...
    BARE = "bare"  # lad in Rhino ...
    ROLE = "role"  # our Year 5 violinist, the youngest cyclist, Star of the Week
    ONE = "one"  # the one with ..., this one
    PRONOUN = "pronoun"  # he, she, and nobody else in sight
    SLUR = "slur"  # that brat

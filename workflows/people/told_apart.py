"""Nouns of which the text says in so many words which child it is: the knight in Year 2 who fell asleep."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from workflows.people import in_sight, in_teams, mine_in_a_part, of_a_class, of_their_number, pairs
from workflows.people.families import family
from workflows.people.marks import TELLS_APART
from workflows.people.sentences import Sentence
from workflows.people.tokens import Token

Telling = Callable[[Sequence[Token], int, Sentence, frozenset[str]], int | None]


def may_tell_apart(key: str) -> bool:
    """Whether a word is one without which no noun is told apart."""
    return key in _by_word()


def told_apart(
    tokens: Sequence[Token], marks: Sequence[int], sentence: Sentence, classes: frozenset[str]
) -> Iterator[int]:
    """Indexes of such nouns in a sentence; `classes` are the words that name a class of the school."""
    by_word = _by_word()
    for at in range(sentence.first, sentence.last + 1):
        if marks[at] & TELLS_APART:
            for telling in by_word[tokens[at].key]:
                noun = telling(tokens, at, sentence, classes)
                if noun is not None:
                    yield noun


@cache
def _by_word() -> Mapping[str, Sequence[Telling]]:
    """Which ways of telling a child apart to try, by a word that it cannot do without."""
    ways: Sequence[tuple[frozenset[str], Telling]] = (
        (of_a_class.DETERMINERS, of_a_class.player_of_a_year),
        (of_a_class.WHERE, of_a_class.noun_before),
        (of_a_class.WHO, of_a_class.member_who),
        (of_a_class.PERIODS, of_a_class.award_of_somebody),
        (in_sight.CHILDREN, in_sight.child_in_sight),
        (in_sight.ONES, in_sight.one_in_sight),
        (family("children", "looks_heads") | in_sight.SECOND_HALVES.keys(), in_sight.look_for_a_name),
        (in_teams.NUMBERED, in_teams.number_in_a_team),
        (in_teams.SECOND_HALVES, in_teams.position),
        (in_teams.OF_THEM, in_teams.player_of_yours),
        (pairs.KIN, pairs.pair),
        (mine_in_a_part.OWN, mine_in_a_part.mine_in_a_part),
        (of_their_number.SOMEBODY, of_their_number.somebody_prized),
        (frozenset({"in"}), of_their_number.he_in_a_class),
        (of_their_number.NEWCOMERS, of_their_number.newcomer),
        (of_their_number.OWNERS, of_their_number.owner_of_a_tooth),
        (of_their_number.CALLED, of_their_number.called_by_class),
    )
    found: dict[str, list[Telling]] = defaultdict(list)
    for words, way in ways:
        for word in words:
            found[word].append(way)
    return dict(found)

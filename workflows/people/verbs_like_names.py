"""Verbs that look like names: will, may, shan't."""

from workflows.people.families import family
from workflows.people.spellings import is_possessive
from workflows.people.surnames import word_at
from workflows.people.tokens import Token
from workflows.people.vocabulary import known
from workflows.people.wordlists import people_words


def is_a_verb(tokens: list[Token], at: int) -> bool:
    """Will Year 5 be back? May we ask? I will never forget; I shan't."""
    if tokens[at].key not in ("will", "may"):
        return tokens[at].key.endswith("n't")
    small = not tokens[at].capital or tokens[at].shouted
    if small and at and tokens[at - 1].key in family("cues", "subject"):
        return True
    following = word_at(tokens, at + 1) if small or tokens[at].opens else None
    if following is None:
        return False
    return following.key in people_words("after_a_verb_like_name") or _asks_about(tokens, at + 1)


def _asks_about(tokens: list[Token], at: int) -> bool:
    """Whether a question goes on with somebody and what they do: will Sue put it up? Will Zoe's old cardigan do?"""
    if not tokens[at].capital or tokens[at].bare not in known():
        return False
    following = word_at(tokens, at + 1)
    return following is not None and (is_possessive(tokens[at].key) or following.key in family("deeds", "infinitives"))

"""Words of hate, spelt out or masked, that abuse people for what they are (the equality policy)."""

from functools import cache, lru_cache

from workflows.people.spellings import plain
from workflows.policy.profanity import masks_one_of
from workflows.policy.words_of import policy_family, policy_words


@lru_cache(maxsize=16384)
def is_slur(word: str) -> bool:
    """Whether a word (lower case) is a slur, also with stars or signs for letters."""
    if "*" in word:
        return masks_one_of(word, (), _vocabulary())
    return word in _slurs() or any(spelling in _slurs() for spelling in plain(word))


@lru_cache(maxsize=16384)
def is_plain_slur(word: str) -> bool:
    """Whether a word is a slur that is hardly ever anything else, such as a name or an animal."""
    return is_slur(word) and word not in policy_words("insults", "ambiguous")


@cache
def _slurs() -> frozenset[str]:
    return policy_words("insults", "hate")


@cache
def _vocabulary() -> tuple[str, ...]:
    words = policy_family("insults", "hate")
    return (*words, *(f"{word}s" for word in words))

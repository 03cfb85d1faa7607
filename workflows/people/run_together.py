"""Finds the name in words run together, as in a cheer or a hashtag in small letters."""

from collections.abc import Callable

from workflows.people.wordlists import people_words

LONGEST_PART = 14


def name_within(word: str, is_name: Callable[[str], bool]) -> str | None:
    """The one name in `word` if the rest of it falls into everyday words; None otherwise.

    Works from left to right over the positions that can be reached, so in linear time.
    """
    reached: dict[int, str] = {0: ""}
    for start in range(len(word)):
        if start in reached:
            for end in range(start + 1, min(start + LONGEST_PART, len(word)) + 1):
                name = _with_part(reached[start], word[start:end], is_name)
                if name is not None and not reached.get(end):
                    reached[end] = name
    return reached.get(len(word)) or None


def _with_part(name: str, part: str, is_name: Callable[[str], bool]) -> str | None:
    """The name found so far after one more part; None where the part is neither a word nor a first name."""
    if part in people_words("hashtag_fillers") or (len(part) > 2 and part in people_words("everyday", "hashtag_words")):
        return name
    return part if not name and len(part) > 3 and is_name(part) else None

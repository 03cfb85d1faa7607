"""Finds the name in words run together, as in a cheer or a hashtag in small letters."""

from collections.abc import Callable

from workflows.people.wordlists import people_words

LONGEST_PART = 14


def name_within(word: str, is_name: Callable[[str], bool], is_surname: Callable[[str, str], bool]) -> str | None:
    """The one name in `word` if the rest of it falls into everyday words; None otherwise.

    A surname that fits may follow the name; the answer is then both, with a space between.

    Works from left to right over the positions that can be reached, so in linear time.
    """
    reached: dict[int, str] = {0: ""}
    for start in range(len(word)):
        if start in reached:
            for end in range(start + 1, min(start + LONGEST_PART, len(word)) + 1):
                name = _with_part(reached[start], word[start:end], is_name, is_surname)
                if name is not None and (not reached.get(end) or " " in name):
                    reached[end] = name
    return reached.get(len(word)) or None


def _with_part(
    name: str, part: str, is_name: Callable[[str], bool], is_surname: Callable[[str, str], bool]
) -> str | None:
    """The name found so far after one more part; None where the part is neither a word nor a name."""
    if part in people_words("hashtag_fillers") or (len(part) > 2 and part in people_words("everyday", "hashtag_words")):
        return name
    if name:
        return f"{name} {part}" if " " not in name and len(part) > 2 and is_surname(name, part) else None
    return part if len(part) > 3 and is_name(part) else None

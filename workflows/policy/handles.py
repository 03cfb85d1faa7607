"""Tells whether an @handle is a person's, an organisation's or one of our own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflows.people.marks import remembered
from workflows.people.tokens import Token
from workflows.people.vocabulary import english, everyday, is_everyday, known
from workflows.people.wordlists import people_words
from workflows.policy.case import Case
from workflows.policy.profanity import is_spelt_out
from workflows.policy.words_of import policy_words

HUMPS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
# Marv coaches, Jo bakes: before the end of a handle a verb says what a person does.
DOES = frozenset(
    {"coaches", "teaches", "bakes", "paints", "plays", "runs", "trains", "sings", "cooks", "tutors", "gardens"}
)
CLUBS = ("fc", "ccc")
JOINING = frozenset({"and", "for", "of", "the", "in", "on", "to"})
SHORTEST_NAME, SHORTEST_WORD = 3, 4


@dataclass(frozen=True, slots=True)
class Tag:
    """An @handle with its span; the name after a space belongs to it (@Maureen Duffy)."""

    handle: str
    start: int
    end: int
    at: int


def tags(case: Case) -> Iterator[Tag]:
    """The tags of a draft; an @ may begin a swear word instead."""
    tokens = case.scene.tokens
    for at, token in case.scene.contacts:
        if token.kind == "mention" and not is_spelt_out(token):
            end = tokens[at + 1].end if _continues(token, tokens[at + 1 : at + 2]) else token.end
            yield Tag(token.surface, token.start, end, at)


def _continues(token: Token, following: Sequence[Token]) -> bool:
    """A capitalised forename and surname may follow the sign apart: @Darren Pickersgill."""
    if not following or not following[0].is_word or following[0].start != token.end + 1:
        return False
    forename = token.surface[1:]
    plain = forename.split("-")[0].isalpha() and forename[:1].isupper() and not _has_humps(forename)
    return plain and following[0].capital and following[0].key not in everyday()


def _has_humps(handle: str) -> bool:
    return re.search(r"[a-z][A-Z]", handle) is not None


def is_ours(case: Case, handle: str) -> bool:
    """Whether the handle is an official account of the trust or its channel."""
    ours = {account.handle.lower().lstrip("@") for account in case.trust.accounts}
    return handle.lower().lstrip("@") in ours | {case.trust.youtube_handle.lower().lstrip("@")}


@remembered
def is_organisation(handle: str) -> bool:
    """Whether the handle reads like an organisation's; what reads like nothing is taken for a person's."""
    parts = list(_parts(handle))
    # St Anne's Primary, Harper Fields care home: what kind of place it is ends the handle.
    kind = {parts[-1], "".join(parts[-2:])} if len(parts) > 1 else set()
    if kind & policy_words("handles", "institutions"):
        return parts[0] not in policy_words("handles", "people")
    if any(_is_person_part(part) for part in parts) or any(part in DOES for part in parts[:-1]):
        return False
    if _is_a_phrase(handle, parts):
        return True
    acronym = re.match(r"@?[A-Z]{3,5}(?:_|$)", handle)
    return (
        acronym is not None
        or re.sub(r"[^A-Za-z]", "", handle).isupper()
        or any(_is_organisation_part(part) for part in parts)
    )


def _is_a_phrase(handle: str, parts: Sequence[str]) -> bool:
    """WarmSpaces, ActionForChildren: capitalised words or places, run together, as nobody is called."""
    if not handle.lstrip("@").isalpha() or len(parts) < 2 or not known().isdisjoint(parts):
        return False
    return all(part in JOINING or part in english() or part in people_words("places_and_brands") for part in parts)


def _parts(handle: str) -> Iterator[str]:
    for piece in re.split(r"[^A-Za-z]+", handle):
        yield from (hump.lower() for hump in HUMPS.findall(piece))


def _is_person_part(part: str) -> bool:
    if part in policy_words("handles", "people"):
        return True
    if part in people_words("places_and_brands") or is_everyday(part):
        return False
    if len(part) >= SHORTEST_NAME and part in known():
        return True
    # farmerwill, coachkel
    if any(part.startswith(word) and part[len(word) :] in known() for word in policy_words("handles", "people")):
        return True
    return _begins_with_a_name(part) and not _is_organisation_part(part)


def _begins_with_a_name(part: str) -> bool:
    """Whether a word of no language begins with a forename (jennywrites, but not lottery)."""
    if part in english():
        return False
    return any(part[:end] in known() and part[:end] not in everyday() for end in range(SHORTEST_WORD, len(part)))


def _is_organisation_part(part: str) -> bool:
    organisations = policy_words("handles", "organisations")
    if part in organisations or part.endswith(CLUBS):
        return True
    return any(part.startswith(word) or part.endswith(word) for word in organisations if len(word) >= SHORTEST_WORD)

"""Clause 9.7: no reposts of other people's accounts, no reciprocal activity."""

import re
from collections.abc import Iterator
from functools import cache

from workflows.people.tokens import Token
from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding
from workflows.policy.handles import is_ours
from workflows.policy.phrases import straight
from workflows.policy.sifting import found

REPOSTED = re.compile(
    r"\b(?:rt|re-?post\w*|re-?tweet\w*|re-?gram\w*|quote[- ]tweet\w*|re-?shar(?:ed?|ing)|h/t|via)\b[: ]*(?:from |by )?$"
)
KINDS = "primary|infants?|juniors?|nursery|first|middle|community|c of e|ce|church|catholic|rc|school|academy|trust"
END_OF_SOURCE = re.compile(r"[:\"“‘\n]")
KIND_OF_SCHOOL = re.compile(rf" (?:{KINDS})\b.*")


@enforces("9.7")
def reposts(case: Case) -> Iterator[Finding]:
    """Another account's words or a link to its post; sister schools' posts may be shared."""
    for start, end in found("9_7_repost", case.sifted):
        if not _from_us(case, start, end):
            yield _finding(case, start, _end_of_source(case, start, end), "repeats another account’s post")
    for link in case.links:
        if link.is_social_post and not link.belongs_to(case.trust) and link.start is not None and link.end is not None:
            yield _finding(case, link.start, link.end, "leads to a post of an account that is not ours")
        elif link.is_social_post and not link.belongs_to(case.trust) and link.medium is not None:
            yield Finding(
                "9.7", "The attached link leads to a post of an account that is not ours.", media=(link.medium,)
            )


@enforces("9.7")
def reciprocal_activity(case: Case) -> Iterator[Finding]:
    """Follow for follow, like and share to win, tag a friend, a swap of shout-outs."""
    for start, end in found("9_7", case.sifted):
        yield _finding(case, start, end, "asks people to like, follow, share or tag in return for something")


def reposted_handles(case: Case) -> frozenset[int]:
    """Indexes of the tags that name the account that is reposted."""
    starts = {at: token.start for at, token in case.scene.contacts if token.kind == "mention"}
    text = straight(case.draft.text) if starts else ""
    return frozenset(at for at, start in starts.items() if REPOSTED.search(text[max(0, start - 40) : start]))


def _from_us(case: Case, start: int, end: int) -> bool:
    """Whether a repost's opening, or what follows it, names one of our own accounts or schools."""
    following = straight(case.draft.text[start : end + 80])
    source = END_OF_SOURCE.split(following, maxsplit=1)[0]
    names = (case.trust.name, *(school.name for school in case.trust.schools))
    mention = _mention_after(case, end)
    own_link = any(
        link.start is not None and end <= link.start < end + 80 and link.belongs_to(case.trust) for link in case.links
    )
    if own_link or any(straight(name) in following or _called(name).search(source) for name in names):
        return True
    return mention is not None and is_ours(case, mention.surface)


@cache
def _called(name: str) -> re.Pattern[str]:
    """A school by the part of its name before what kind of school it is, where nothing else follows."""
    short = KIND_OF_SCHOOL.sub("", straight(name))
    return re.compile(rf"\b{re.escape(short)}(?='s|[^\w ]|$| (?:{KINDS})\b)")


def _mention_after(case: Case, end: int) -> Token | None:
    near = (token for _, token in case.scene.contacts if token.kind == "mention" and end <= token.start <= end + 40)
    return next(near, None)


def _end_of_source(case: Case, start: int, end: int) -> int:
    """The quote takes in the account's name up to the next mark."""
    for token in case.scene.tokens:
        if token.start >= end and token.kind == "mark" and token.surface in ':",.!?\n>':
            return max(end, token.start)
    return len(case.draft.text.rstrip()) if end > start else end


def _finding(case: Case, start: int, end: int, what: str) -> Finding:
    quote = case.quote(start, end)
    return Finding("9.7", f"“{quote}” {what}. Our pages only carry our own posts.", start, end, quote)

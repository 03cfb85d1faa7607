"""Clause 9.8: no direct messages; the only contact details are the official email addresses and telephones."""

import re
from collections.abc import Iterator

from workflows.people.folding import fold
from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding, Fix
from workflows.policy.phrases import straight
from workflows.policy.sifting import found

TELEPHONE = re.compile(r"(?<![\w.])(?:\+44[ -]?(?:\(0\))?|\(?0)\d(?:[ ()-]{0,2}\d){7,10}(?![\w])")
SIGNIFICANT_DIGITS = 9
ENDS = re.compile(r"[.!?\n]")
REACH = 60
DIGIT = re.compile(r"\d")
WARNING = re.compile(
    r"\b(?:don't|do not|never|not|instead of|rather than|avoid(?:ing)?|stop(?:s|ped)?|no longer"
    r"|cannot|can't|without|closed?|scams?|banned?|safety|risks?|before you|heard|hear|read|saw|seen|rumou?rs?"
    r"|gossip)\b"
)
# If you can't make it, message us: what such a clause denies is not the message.
CONDITION = re.compile(
    r"(?:^\W*|\b(?:and|but|so|or) )(?:if|when|whenever|unless|should|rather than|instead of|because|since|as)\b[^,]*"
    r"(?:,|(?= (?:please|just|then|do|kindly)\b))"
)
# Nor is it where the invitation begins anew (No Facebook: inbox us), unless it goes on in a list of what not to do.
ANEW = re.compile(r"^.*(?:[:;–—(]| -|,(?= [a-z])) *(?:(?:but|so|then|please|just|simply|instead|do|kindly) )*$")
AFTER_A_COMMA = re.compile(r"^.*, *$")
GOES_ON = re.compile(r"\b(?:and|or|nor)\b")
# What is said of a way to chat, not an invitation to it.
TALKED_ABOUT = re.compile(
    r"\b(?:grapevine|buzzing|rumou?rs?|gossip|hoax|chatter|going round|doing the rounds|group chats"
    r"|(?:and|on) how (?:to|it)\b"
    r"|whats ?app messages?|aged? \d+|years old|too young|privacy settings|screen time|online safety"
    r"|(?:talk|workshop|evening|session|webinar) (?:for \w+ )?(?:on|about)"
    r"|(?:over|under)[- ]?(?:\d+|thirteen|sixteen)s?)\b"
)


@enforces("9.8")
def direct_messages(case: Case) -> Iterator[Finding]:
    """An invitation to message privately; a warning against it in the same sentence is none."""
    for start, end in found("9_8", case.sifted):
        quote = case.quote(start, end).strip()
        before = ENDS.split(straight(case.draft.text[max(0, start - REACH) : start]))[-1]
        after = ENDS.split(straight(case.draft.text[start : start + len(quote) + REACH]))[0]
        if not WARNING.search(_clause(before, after)) and not TALKED_ABOUT.search(before + after):
            yield _finding(case, start, start + len(quote), "invites private messages")


def _clause(before: str, after: str) -> str:
    """What of a sentence before an invitation belongs to it."""
    clause = ANEW.sub("", CONDITION.sub("", before))
    return clause if GOES_ON.search(after) else AFTER_A_COMMA.sub("", clause)


@enforces("9.8")
def other_contacts(case: Case) -> Iterator[Finding]:
    """An email address or a telephone number that is not official."""
    written = [token for _, token in case.scene.contacts if token.kind == "email"]
    emails = {email.lower() for email in _official(case, "emails")} if written else set()
    for token in written:
        if token.surface.lower().rstrip(".") not in emails:
            yield _finding(case, token.start, token.end, "is not an official email address", _own(case, "emails"))
    if not DIGIT.search(case.draft.text):
        return
    folded = fold(case.draft.text)
    numbers = list(TELEPHONE.finditer(folded.text))
    telephones = {_significant(telephone) for telephone in _official(case, "telephones")} if numbers else set()
    for match in numbers:
        if _significant(match.group()) not in telephones:
            start, end = folded.span(*match.span())
            yield _finding(case, start, end, "is not an official telephone number", _own(case, "telephones"))


def _official(case: Case, kind: str) -> Iterator[str]:
    for place in (case.trust, *case.trust.schools):
        yield from getattr(place, kind)


def _significant(telephone: str) -> str:
    """The digits that tell numbers apart, without country code or leading nought."""
    return "".join(digit for digit in telephone if digit.isdigit())[-SIGNIFICANT_DIGITS:]


def _own(case: Case, kind: str) -> str:
    """The only contact of a kind that the draft's school has; empty where there are none or several."""
    school = next((each for each in case.trust.schools if each.slug == case.draft.school), None)
    contacts: tuple[str, ...] = getattr(school, kind) if school else ()
    return contacts[0] if len(contacts) == 1 else ""


def _finding(case: Case, start: int, end: int, what: str, own: str = "") -> Finding:
    quote = case.quote(start, end)
    sentence = f"“{quote}” {what}. Please give the school’s own email address or telephone."
    fix = Fix(f"Use “{own}”", start, end, own) if own else None
    return Finding("9.8", sentence, start, end, quote, fix=fix)

"""Clause 5.3: comments are switched off or hidden, so a post had better not ask for them."""

import re
from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding, Fix
from workflows.policy.sifting import found

NO_INVITATION = re.compile(
    r"\b(?:comments? (?:is|are|have been|stay|remain) (?:off|closed|switched|turned|hidden|disabled)"
    r"|not in the comments|no comments)\b"
)


@enforces("5.3 advises")
def invited_comments(case: Case) -> Iterator[Finding]:
    """Words that invite readers to comment or reply: advice, never a block."""
    for start, end in found("5_3", case.sifted):
        quote = case.quote(start, end).strip()
        if NO_INVITATION.search(quote.lower()):
            continue
        sentence = f"“{quote}” invites comments, but comments on our posts are switched off or hidden."
        fix = Fix("Take the invitation out", start, start + len(quote), "")
        yield Finding("5.3", sentence, start, start + len(quote), quote, fix=fix, blocks=False)

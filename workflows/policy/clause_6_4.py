"""Clause 6.4: nobody is tagged; our own accounts and organisations may be."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.clause_9_7 import reposted_handles
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding, Fix
from workflows.policy.handles import is_organisation, is_ours, tags


@enforces("6.4")
def tagged_people(case: Case) -> Iterator[Finding]:
    """A tag that is a person's; whose post is reposted is for clause 9.7."""
    reposted = reposted_handles(case)
    for tag in tags(case):
        if tag.at in reposted or is_ours(case, tag.handle) or is_organisation(tag.handle):
            continue
        quote = case.quote(tag.start, tag.end)
        fix = Fix("Remove the @ sign", tag.start, tag.start + 1, "")
        yield Finding(
            "6.4", f"“{quote}” tags a person. Please leave tags of people out.", tag.start, tag.end, quote, fix=fix
        )

"""Clause 5.9: school business goes out on the school's own official accounts only."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding


@enforces("5.9 blocks")
def unofficial_accounts(case: Case) -> Iterator[Finding]:
    """An account that is neither the school's own nor one of the trust itself."""
    official = {account.id for account in case.trust.accounts if account.school in (case.draft.school, None)}
    for account in case.draft.accounts:
        if account not in official:
            yield Finding("5.9", f"The account {account} is not one of this school’s official accounts.")

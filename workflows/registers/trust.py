"""Importing the trust: its schools and official accounts (clauses 1.4 and 1.5)."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from tortoise.transactions import in_transaction

from workflows import audit
from workflows.errors import BadFile
from workflows.models import Account, School, Trust
from workflows.people.files import TrustFileError, read_trust
from workflows.policy import facts
from workflows.policy.enforcement import enforces
from workflows.registers import versions
from workflows.registers.facts import load_trust
from workflows.registers.sheets import decoded

SLUG = re.compile(r"[^\s@]{1,80}")
LONGEST_NAME, LONGEST_URL, LONGEST_WORD = 200, 300, 40


@dataclass(frozen=True, slots=True)
class TrustPlan:
    """The trust as it stands and as the file has it; `version` is that of the register compared with."""

    before: facts.Trust
    after: facts.Trust
    version: int

    def counts(self) -> dict[str, dict[str, int]]:
        """How many schools and accounts are new, changed, closed or unchanged."""
        return {
            "schools": _numbers(_schools(self.before), _schools(self.after)),
            "accounts": _numbers(_accounts(self.before), _accounts(self.after)),
        }

    def is_empty(self) -> bool:
        """Whether applying it would do nothing."""
        return self.before == self.after


async def plan(content: bytes) -> TrustPlan:
    """What a trust.json would change; raises BadFile with one sentence where it cannot be taken."""
    try:
        after = _in_order(read_trust(decoded(content)))
    except TrustFileError as error:
        raise BadFile(str(error)) from None
    _refuse_unfit(after)
    return TrustPlan(await load_trust(), after, await versions.current())


def _in_order(trust: facts.Trust) -> facts.Trust:
    schools = sorted(trust.schools, key=lambda school: school.slug)
    accounts = sorted(trust.accounts, key=lambda account: account.id)
    return replace(trust, schools=tuple(schools), accounts=tuple(accounts))


@enforces("1.4", "1.5")
async def apply(changes: TrustPlan, by: str, at: datetime) -> None:
    """Make the tables say what the file says; schools and accounts that it lacks are closed, never deleted.

    Raises Refused when a register changed since the plan was made.
    """
    async with in_transaction():
        await versions.claim(changes.version)
        await _write_trust(changes.after)
        await School.exclude(slug__in=_schools(changes.after)).update(closed=True)
        for school in changes.after.schools:
            await _write_school(school)
        await Account.exclude(id__in=_accounts(changes.after)).update(active=False)
        for account in changes.after.accounts:
            await _write_account(account)
        flat = {f"{noun}_{what}": n for noun, numbers in changes.counts().items() for what, n in numbers.items()}
        await audit.record("register.trust", "trust", by, flat, at)


async def _write_trust(trust: facts.Trust) -> None:
    values = {
        "name": trust.name,
        "website": trust.website,
        "emails": list(trust.emails),
        "telephones": list(trust.telephones),
        "youtube_handle": trust.youtube_handle,
        "youtube_url": trust.youtube_url,
        "partners": None if trust.partners is None else list(trust.partners),
    }
    await Trust.update_or_create(values, id=1)


async def _write_school(school: facts.School) -> None:
    values = {
        "name": school.name,
        "classes": [asdict(each) for each in school.classes],
        "emails": list(school.emails),
        "telephones": list(school.telephones),
        "website": school.website,
        "closed": False,
    }
    await School.update_or_create(values, slug=school.slug)


async def _write_account(account: facts.Account) -> None:
    values = {
        "school_id": account.school,
        "platform": account.platform,
        "handle": account.handle,
        "url": account.url,
        "active": True,
    }
    await Account.update_or_create(values, id=account.id)


def _schools(trust: facts.Trust) -> dict[str, object]:
    return {school.slug: school for school in trust.schools}


def _accounts(trust: facts.Trust) -> dict[str, object]:
    return {account.id: account for account in trust.accounts}


def _numbers(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, int]:
    both = before.keys() & after.keys()
    unchanged = sum(before[each] == after[each] for each in both)
    return {
        "new": len(after.keys() - before.keys()),
        "changed": len(both) - unchanged,
        "closed": len(before.keys() - after.keys()),
        "unchanged": unchanged,
    }


def _refuse_unfit(trust: facts.Trust) -> None:
    slugs = {school.slug for school in trust.schools}
    for word in [*slugs, *(account.id for account in trust.accounts)]:
        if not SLUG.fullmatch(word):
            raise BadFile(f"The id {word!r} is empty, longer than 80 characters, or holds a space or an @.")
    for account in trust.accounts:
        if account.school is not None and account.school not in slugs:
            raise BadFile(f"The account {account.id!r} belongs to a school that the trust file does not list.")
        if len(account.platform) > LONGEST_WORD or len(account.handle) > LONGEST_WORD * 3:
            raise BadFile(f"The account {account.id!r} has a platform or handle that is too long.")
    names = [trust.name, *(school.name for school in trust.schools)]
    urls = [trust.website, *(school.website for school in trust.schools), *(account.url for account in trust.accounts)]
    if any(len(name) > LONGEST_NAME for name in names) or any(len(url) > LONGEST_URL for url in urls):
        raise BadFile(f"A name is longer than {LONGEST_NAME} or an address longer than {LONGEST_URL} characters.")

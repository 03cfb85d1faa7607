"""Clause 3.4: a chat identity belongs to one member of staff, known by verified work email; nobody else gets in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.exceptions import IntegrityError
from tortoise.transactions import in_transaction

from workflows import audit
from workflows.access.reaching import acted
from workflows.errors import Stranger
from workflows.keys import keyring
from workflows.models import AuditEntry, ChatIdentity, Person
from workflows.policy.enforcement import enforces

REFUSED = "access.refused"
# A stranger who keeps writing does not fill the log: the same refusal is recorded once in this time.
RECORDED_AGAIN_AFTER = timedelta(hours=1)
SENTENCES = {
    "bot": "Gatepost talks to people only.",
    "guest": "Gatepost is for members of staff. Guests of this workspace cannot use it.",
    "external": "Gatepost is for members of staff. People from other organisations cannot use it.",
    "unverified": "Gatepost cannot see a confirmed work email for you. Please confirm it here, then write again.",
    "unknown": "Gatepost is for members of staff. The school office can add your email to the staff register.",
    "ambiguous": "Your email stands more than once on the staff register. The school office can correct it.",
    "left": "You are not on the staff register any more, so Gatepost is closed to you. The school office can help.",
    "other_person": "This chat account belongs to another member of staff. The school office can help.",
    "other_account": "You already use Gatepost with another chat account. The school office can help.",
}


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who writes to the bot, in the chat platform's own words."""

    platform: str
    external_id: str
    email: str
    verified: bool
    guest: bool
    external: bool
    bot: bool


@enforces("3.2", "3.4")
async def bind_identity(
    platform: str,
    external_id: str,
    email: str,
    *,
    verified: bool,
    guest: bool,
    external: bool,
    at: datetime,
    bot: bool = False,
) -> Person:
    """The member of staff behind a chat user; at first contact the two are bound, for good.

    Raises Stranger with a polite sentence that holds no data, and records the refusal, for bots, guests,
    people from outside, unverified or unknown emails, leavers, and for a second person or account.
    """
    contact = Contact(platform, external_id, email, verified, guest, external, bot)
    try:
        person = await _bound(contact) or await _bind(contact, at)
        await acted(platform, external_id, at)
        return person
    except _Refusal as refusal:
        await _record_refusal(contact, refusal.reason, at)
        raise Stranger(SENTENCES[refusal.reason]) from None


async def person_behind(platform: str, external_id: str) -> Person | None:
    """The current member of staff to whom a chat user is bound; None where there is none."""
    identity = await ChatIdentity.get_or_none(platform=platform, external_id=external_id)
    return None if identity is None else await Person.get_or_none(id=identity.person_id, left_at=None)


async def release_identities(person: int, by: str, at: datetime) -> None:
    """Unbind every chat account of a person inside the caller's transaction: they left, or their email changed."""
    if released := await ChatIdentity.filter(person_id=person).delete():
        await audit.record("identity.release", f"person:{person}", by, {"accounts": released}, at)


class _Refusal(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


async def _bound(contact: Contact) -> Person | None:
    _refuse_outsiders(contact)
    identity = await ChatIdentity.get_or_none(platform=contact.platform, external_id=contact.external_id)
    if identity is None:
        return None
    person = await Person.get(id=identity.person_id)
    if person.left_at is not None:
        raise _Refusal("left")
    if contact.email and person.email_index not in keyring().indexes(contact.email):
        raise _Refusal("other_person")
    return person


def _refuse_outsiders(contact: Contact) -> None:
    for reason in ("bot", "guest", "external"):
        if getattr(contact, reason):
            raise _Refusal(reason)
    if not contact.verified:
        raise _Refusal("unverified")


async def _bind(contact: Contact, at: datetime) -> Person:
    person = await _on_the_register(contact.email)
    held = await ChatIdentity.get_or_none(platform=contact.platform, person_id=person.id)
    if held is not None:
        # Another message of the same first minute may have bound this very account a moment ago.
        if held.external_id != contact.external_id:
            raise _Refusal("other_account")
        return person
    try:
        async with in_transaction():
            await ChatIdentity.create(
                platform=contact.platform,
                external_id=contact.external_id,
                person_id=person.id,
                bound_at=at,
                last_acted_at=at,
            )
            who = f"person:{person.id}"
            await audit.record("identity.bind", who, who, {"platform": contact.platform}, at)
    except IntegrityError:
        # Two messages came at once: the other one bound this account, or bound another account to this person.
        bound = await _bound(contact)
        if bound is None or bound.id != person.id:
            raise _Refusal("other_account") from None
    return person


async def _on_the_register(email: str) -> Person:
    if not email.strip():
        raise _Refusal("unverified")
    found = await Person.filter(email_index__in=keyring().indexes(email))
    current = [person for person in found if person.left_at is None]
    if len(current) == 1:
        return current[0]
    raise _Refusal("ambiguous" if current else "left" if found else "unknown")


async def _record_refusal(contact: Contact, reason: str, at: datetime) -> None:
    about, action = f"{contact.platform}:{contact.external_id}", f"{REFUSED}.{reason}"
    if await AuditEntry.exists(action=action, about=about, at__gt=at - RECORDED_AGAIN_AFTER):
        return
    async with in_transaction():
        await audit.record(action, about, about, {}, at)

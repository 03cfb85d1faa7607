"""What a draft says at one moment, the hash a decision is bound to, and what is still missing from it."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal, cast

from workflows.policy.facts import AdditionalConsent, Draft, Medium
from workflows.policy.findings import Finding
from workflows.policy.reader import Reader

MAX_TEXT = 20_000
"""Characters; well above the longest post that any of the networks takes (Facebook: 63,206, in practice 5,000)."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo or video in a draft: its alternative text, and who was declared to be recognisable in it.

    `picture` is its `Picture` id.
    """

    picture: str
    sha256: str
    kind: Literal["photo", "video"] = "photo"
    alt: str = ""
    pupils: tuple[str, ...] = ()
    declared: bool = False

    @property
    def word(self) -> Literal["picture", "video"]:
        """What people read that it is."""
        return "video" if self.kind == "video" else "picture"


@dataclass(frozen=True, slots=True)
class Consent:
    """A parent's specific consent for this post, and where it is kept on paper or by email."""

    pupil: str
    scope: str
    source: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that will be published: text, photos, videos, accounts, time (UTC; None is as soon as approved)."""

    text: str
    accounts: tuple[str, ...] = ()
    planned_at: datetime | None = None
    photos: tuple[Photo, ...] = ()
    consents: tuple[Consent, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As a JSON object, for storage and for the hash."""
        data = asdict(self)
        data["planned_at"] = self.planned_at.isoformat() if self.planned_at else None
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Content":
        """The inverse of `to_json`."""
        return cls(
            text=data["text"],
            accounts=tuple(data["accounts"]),
            planned_at=datetime.fromisoformat(data["planned_at"]) if data["planned_at"] else None,
            photos=tuple(Photo(**{**photo, "pupils": tuple(photo["pupils"])}) for photo in data["photos"]),
            consents=tuple(Consent(**consent) for consent in data["consents"]),
        )

    def numbered(self) -> Iterator[tuple[Photo, int]]:
        """Its photos and videos in order, each with its number among its kind: picture 1, video 1, picture 2."""
        numbers: Counter[str] = Counter()
        for photo in self.photos:
            numbers[photo.kind] += 1
            yield photo, numbers[photo.kind]

    def claim(self, post: str, number: int) -> str:
        """The SHA-256 that binds a decision to this content of this revision of this post."""
        said = json.dumps([post, number, self.to_json()], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()


def draft_facts(content: Content, school: str) -> Draft:
    """The draft as the policy sees it."""
    return Draft(
        school=school,
        accounts=content.accounts,
        text=content.text,
        media=tuple(Medium(photo.kind, pupils=photo.pupils) for photo in content.photos),
        additional_consents=tuple(
            AdditionalConsent(consent.pupil, cast(Literal["name", "name_with_image"], consent.scope))
            for consent in content.consents
        ),
    )


def check(content: Content, school: str, reader: Reader) -> tuple[Finding, ...]:
    """What the policy has against the content, or advises."""
    return reader.draft(draft_facts(content, school))


def missing(content: Content) -> tuple[str, ...]:
    """What must still be said before the draft can go to the headteacher, as sentences."""
    lacks = []
    if not content.text.strip() and not content.photos:
        lacks.append("Write a text or add a photo or video.")
    if not content.accounts:
        lacks.append("Choose at least one account.")
    for photo, number in content.numbered():
        if not photo.declared:
            lacks.append(f"Say who is in {photo.word} {number}.")
        if not photo.alt.strip():
            lacks.append(f"Describe {photo.word} {number} for people who cannot see it.")
    return tuple(lacks)

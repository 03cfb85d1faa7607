"""What the policy is told: a trust, its people and one text, as plain immutable values without an ORM."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class of a school, such as Willow in Year 4."""

    name: str
    year_group: str


@dataclass(frozen=True, slots=True)
class School:
    """A school with its classes and its official channels of contact."""

    slug: str
    name: str
    classes: tuple[SchoolClass, ...] = ()
    emails: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    website: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """An official social media account; `school` is None for one of the trust itself."""

    id: str
    school: str | None
    platform: str
    handle: str
    url: str


@dataclass(frozen=True, slots=True)
class Trust:
    """A trust with its schools, its official accounts and its YouTube channel.

    `partners` are the charities with a formal relationship; None where no register of them is kept.
    """

    name: str
    schools: tuple[School, ...] = ()
    accounts: tuple[Account, ...] = ()
    emails: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    website: str = ""
    youtube_handle: str = ""
    youtube_url: str = ""
    partners: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Consents:
    """The four consents of clause 4.1; no answer counts as no."""

    image_internal: bool = False
    name_print: bool = False
    image_public: bool = False
    named_press: bool = False


@dataclass(frozen=True, slots=True)
class Pupil:
    """A line of the pupil register."""

    id: str
    school: str
    forename: str
    surname: str
    preferred_name: str = ""
    year_group: str = ""
    class_name: str = ""
    consents: Consents = Consents()
    date_of_birth: date | None = None


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A line of the staff register; `school` is empty for trust-wide staff, `email` if the file has none."""

    id: str
    school: str
    title: str
    forename: str
    surname: str
    role: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A phrase that was a false alarm at a school and is left alone there; it never hides a pupil's full name."""

    school: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A photo, a video or a link of a draft; `pupils` and `obscured` hold register ids."""

    kind: Literal["photo", "video", "link"]
    pupils: tuple[str, ...] = ()
    obscured: tuple[str, ...] = ()
    unlisted_faces: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class AdditionalConsent:
    """A parent's specific consent for one post: to be named or described, or named beside the image."""

    pupil: str
    scope: Literal["name", "name_with_image"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft post as the policy sees it; `accounts` are account ids."""

    school: str
    accounts: tuple[str, ...]
    text: str
    media: tuple[Medium, ...] = ()
    additional_consents: tuple[AdditionalConsent, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment under a post of a school; `author` and `post` are context only and never judged.

    The post shows of which play, book or public life a comment may speak, and nothing else.
    """

    school: str
    text: str
    author: str = ""
    post: str = ""

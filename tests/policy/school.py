"""An invented trust for the scenarios: one primary school with a sister school, and a reader for it."""

from functools import cache

from workflows.policy.facts import (
    Account,
    AdditionalConsent,
    Comment,
    Consents,
    Draft,
    Medium,
    Pupil,
    School,
    SchoolClass,
    StaffMember,
    Trust,
)
from workflows.policy.findings import Finding, Reading
from workflows.policy.reader import Reader

TRUST = Trust(
    name="Fernhill Learning Trust",
    emails=("info@fernhill.example",),
    telephones=("01632 960100",),
    youtube_handle="@fernhilltrust",
    youtube_url="https://www.youtube.com/@fernhilltrust",
    schools=(
        School(
            "elder-bank",
            "Elder Bank Primary School",
            classes=(SchoolClass("Willow", "Year 3"), SchoolClass("Kestrel", "Year 4")),
            emails=("office@elderbank.example",),
            telephones=("01632 960777",),
        ),
        School("mill-reach", "Mill Reach Infant School"),
    ),
    accounts=(
        Account("elder-bank-facebook", "elder-bank", "facebook", "@elderbank", "https://www.facebook.com/elderbank"),
        Account("mill-reach-facebook", "mill-reach", "facebook", "@millreach", "https://www.facebook.com/millreach"),
        Account("trust-careers", None, "facebook", "@fernhillcareers", "https://www.facebook.com/fernhillcareers"),
    ),
)
SEEN = Consents(image_public=True)
PUPILS = (
    Pupil("P1", "elder-bank", "Oliver", "Bramwell", "Ollie", "Year 3", "Willow", SEEN),
    Pupil("P2", "elder-bank", "Oliver", "Dunmore", "", "Year 4", "Kestrel"),
    Pupil("P3", "elder-bank", "Saoirse", "Tolland", "", "Year 4", "Kestrel", SEEN),
    Pupil("P4", "elder-bank", "Mohammed", "Iqbal-Reed", "", "Year 3", "Willow", SEEN),
    Pupil("P5", "elder-bank", "Hope", "Ashworth", "", "Year 3", "Willow", SEEN),
    Pupil("P6", "elder-bank", "Zoë", "O'Hanlon", "", "Year 4", "Kestrel", SEEN),
    Pupil("P7", "elder-bank", "Katherine", "Vance", "", "Year 4", "Kestrel", SEEN),
)
STAFF = (
    StaffMember("S1", "elder-bank", "Mrs", "Katherine", "Thornbury", "Teacher"),
    StaffMember("S2", "elder-bank", "Mr", "Gareth", "Pell", "Site Manager"),
    StaffMember("S3", "elder-bank", "Dr", "Sarah", "Quill", "Headteacher"),
    StaffMember("S4", "elder-bank", "Miss", "Sarah", "Marlow", "Teacher"),
    StaffMember("S5", "elder-bank", "Mr", "Robert", "Ashe-Lyle", "Teacher"),
)
PHOTO = Medium("photo", pupils=("P1",))


@cache
def reader() -> Reader:
    """The reader of the invented trust, as the bot keeps one."""
    return Reader(TRUST, PUPILS, STAFF).settled()


def findings(
    text: str,
    *media: Medium,
    account: str = "elder-bank-facebook",
    consents: tuple[AdditionalConsent, ...] = (),
) -> tuple[Finding, ...]:
    """All findings on a draft of Elder Bank."""
    return reader().draft(Draft("elder-bank", (account,), text, media, consents))


def found(clause: str, text: str, *media: Medium, **more: object) -> list[str]:
    """The quotes of one clause's findings on a draft."""
    return [finding.quote for finding in findings(text, *media, **more) if finding.clause == clause]  # type: ignore[arg-type]


def read(text: str) -> Reading:
    """The reading of a comment under a post of Elder Bank."""
    return reader().comment(Comment("elder-bank", text))

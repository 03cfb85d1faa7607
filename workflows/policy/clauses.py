"""The register of clauses: what each demands, what the software does about it, and in which way.

Long because it is data: one entry for each row of `docs/policy/clauses.md`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How the software serves a clause; the meanings stand at the head of `docs/policy/clauses.md`."""

    BLOCKS = "blocks"
    ADVISES = "advises"
    ACTS = "acts"
    ASKS = "asks"
    REMINDS = "reminds"
    RECORDS = "records"
    SHOWS = "shows"


@dataclass(frozen=True, slots=True)
class Clause:
    """A row of the register: the clause numbers as the table gives them, the demand, our answer, the modes."""

    label: str
    demand: str
    answer: str
    modes: tuple[Mode, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The single clause numbers of the row: "1.1–1.3" is 1.1, 1.2 and 1.3."""
        return tuple(number for part in self.label.split(", ") for number in _numbers(part))


def _numbers(part: str) -> tuple[str, ...]:
    first, _, last = part.partition("–")
    chapter, _, start = first.partition(".")
    end = last.partition(".")[2] or start
    return tuple(f"{chapter}.{number}" for number in range(int(start), int(end) + 1))


CLAUSES: tuple[Clause, ...] = (
    Clause(
        "1.1–1.3",
        "purpose: use, storage, disclosure; protect staff, avoid legal and reputational risk",
        (
            "`policy` command and card show each clause and how it is enforced; the status of every clause is "
            "computed, not written by hand"
        ),
        (Mode.SHOWS,),
    ),
    Clause(
        "1.4, 1.5",
        "schools run social accounts to inform parents; any platform counts",
        "register of official accounts per school (platform, handle, URL, state)",
        (Mode.RECORDS,),
    ),
    Clause(
        "1.6",
        (
            "each page led by its headteacher, managed by its leadership team; the trust's Communications Lead "
            "works across schools"
        ),
        (
            "roles scoped to a school (headteacher, SLT, office manager, administrator, staff) and to the trust "
            "(Communications Lead, Executive Principal); nobody acts outside their school"
        ),
        (Mode.ACTS,),
    ),
    Clause(
        "1.7, 1.8",
        "what posts are for; charitable partners only with a formal relationship",
        ("draft category for reporting; partner register, and advice when a charity that is not on it is promoted"),
        (
            Mode.ADVISES,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "2.1",
        (
            "administrator: designated staff member with the headteacher's permission; child's image includes "
            "video and face"
        ),
        "the vocabulary of code, cards and docs",
        (Mode.SHOWS,),
    ),
    Clause(
        "3.1–3.3",
        "headteacher, SLT, office manager have account access; others never unsupervised",
        ("access register; a draft from other staff becomes a suggestion that an administrator adopts (supervised)"),
        (
            Mode.ACTS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "3.4",
        "pupils never have access",
        (
            "users not on the staff register, guests and external (shared-channel) users are refused, politely "
            "and without any pupil data, and recorded"
        ),
        (Mode.BLOCKS,),
    ),
    Clause(
        "3.5",
        ("credentials kept in a secure place, told only to those with access; changed at once when someone leaves"),
        (
            "the bot stores no social-account password in plain text; credential custody register; leaver "
            "workflow: access withdrawn at once, a rotation task per account, escalated until confirmed"
        ),
        (
            Mode.ACTS,
            Mode.ASKS,
            Mode.REMINDS,
        ),
    ),
    Clause(
        "3.6",
        (
            "school devices preferred; personal ones under the ICT agreement, password protected; never a device "
            "that compromises later access"
        ),
        "attestation on authorisation, renewed yearly; device kind recorded when someone publishes by hand",
        (
            Mode.ASKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "3.7",
        "retention policy applies to data on devices and accounts",
        "retention schedule per kind of record; purge job with a report; nothing kept past it, holds excepted",
        (
            Mode.ACTS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "4.1",
        (
            "four separate consents: image+name internal; name without image in print; image without name in "
            "print/web/social; image+name in press with additional consent each time"
        ),
        (
            "consent ledger: every change kept with date, source and who; rule `4.1`; additional consents per "
            "post or event"
        ),
        (
            Mode.BLOCKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "5.1",
        "headteacher authorises administrators; positive, accurate, respectful, responsible voice",
        "authorise/revoke in chat by the headteacher only; tone advice",
        (
            Mode.ASKS,
            Mode.ADVISES,
        ),
    ),
    Clause(
        "5.2",
        "no staff forenames in posts or comments",
        "rule `5.2` with one-click fix (title + surname); in comments: recorded, hidden",
        (Mode.BLOCKS,),
    ),
    Clause(
        "5.3",
        "comments on school posts switched off wherever possible",
        (
            "the connector switches comments off on publishing where the platform can; else a recorded reason; "
            "advice when a text invites comments"
        ),
        (
            Mode.ACTS,
            Mode.ADVISES,
        ),
    ),
    Clause(
        "5.4",
        "where they cannot be, every comment is hidden, positive or negative",
        "comments are hidden as they arrive; a comment that could not be hidden becomes a task",
        (Mode.ACTS,),
    ),
    Clause(
        "5.5, 5.6",
        "liking and sharing allowed; concerns go to the headteacher, not onto pages",
        ("reply templates that point to official email and telephone; concern comments are passed to the headteacher"),
        (Mode.ACTS,),
    ),
    Clause(
        "5.7",
        "never describe a child without specific additional parental consent",
        "rule `5.7` (names and descriptions) against register, nicknames, misspellings, and wording",
        (Mode.BLOCKS,),
    ),
    Clause(
        "5.8",
        "equality policy",
        "discriminatory language found in drafts blocks, in comments is misuse",
        (Mode.BLOCKS,),
    ),
    Clause(
        "5.9",
        "no school business from other accounts",
        "rule `5.9`; reports of such posts recorded as a breach",
        (
            Mode.BLOCKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "6.1, 6.2",
        (
            "permissions checked before a photo or video is posted; only administrators upload; non-consenting "
            "faces obscured"
        ),
        (
            "every face in a photo accounted for: who, or obscured, or adult; rule `6.2`; the bot obscures faces "
            "and strips metadata; detection only, never recognition"
        ),
        (
            Mode.BLOCKS,
            Mode.ACTS,
        ),
    ),
    Clause(
        "6.3",
        "nobody else may post or tag photos",
        "account settings checklist, verified on a schedule",
        (
            Mode.ASKS,
            Mode.REMINDS,
        ),
    ),
    Clause(
        "6.4",
        "no child tagged; links to the school website or newspapers are fine",
        "rule `6.4`",
        (Mode.BLOCKS,),
    ),
    Clause(
        "6.5",
        "videos uploaded directly or through the trust's official YouTube channel",
        "rule `6.5`",
        (Mode.BLOCKS,),
    ),
    Clause(
        "7.1",
        "accounts show school name, official logo, contact information given by the Communications Lead",
        "account creation workflow: request, details issued by the Communications Lead, checklist, activation",
        (
            Mode.ASKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "7.2",
        "moderated by authorised administrators",
        "only they see and work the moderation queue",
        (Mode.ACTS,),
    ),
    Clause(
        "7.3",
        "posts at least twice a week where possible",
        "cadence per school and week; reminder mid-week; shown in digest; school holidays excluded",
        (Mode.REMINDS,),
    ),
    Clause(
        "7.4",
        "policed outside school hours",
        "out-of-hours rota; alerts go to whoever is on duty",
        (
            Mode.ACTS,
            Mode.REMINDS,
        ),
    ),
    Clause(
        "7.5",
        "reviewed at least weekly",
        "weekly review card; sign-off recorded; escalated when missed",
        (
            Mode.ASKS,
            Mode.REMINDS,
        ),
    ),
    Clause(
        "7.6",
        "visitors tell the headteacher of concerns",
        "concern intake (chat form and CLI import), routed to the headteacher",
        (
            Mode.ASKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "7.7",
        "profanity filter strong",
        "rule `7.7`, same filter for drafts and comments; part of the settings checklist",
        (Mode.BLOCKS,),
    ),
    Clause(
        "8.1, 8.2",
        ("a parent's offensive comment: agreements enforced in full; warning letter, ban from site, authorities"),
        "misuse case with the options as buttons, letter drafted from a template, every step recorded",
        (
            Mode.ASKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "8.3",
        "legal guidance where libel or slander",
        "case step `seek legal advice`, evidence pack export",
        (Mode.ASKS,),
    ),
    Clause(
        "8.4",
        "unconnected person: headteacher responds; delete, ban, report; private message",
        ("case options for outsiders; a private message is the one exception to 9.8 and needs a recorded reason"),
        (Mode.ASKS,),
    ),
    Clause(
        "8.5",
        "two or more inappropriate comments: headteacher and SLT may ban",
        "repeat offenders counted per author across the school's accounts; ban offered from the second on",
        (Mode.ASKS,),
    ),
    Clause(
        "8.6",
        ("a child described in a comment: recorded with a screenshot, deleted at once, urgent to the headteacher"),
        (
            "evidence captured (rendered image, raw record, hash), comment deleted, urgent alert into the "
            "leadership channel and to the headteacher, repeated and escalated until acknowledged"
        ),
        (Mode.ACTS,),
    ),
    Clause(
        "9.1–9.3",
        ("followers over 18 recommended; under-18 parents at the headteacher's discretion; under-13 may be removed"),
        "settings checklist; follower decisions as cases",
        (
            Mode.ASKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "9.4, 9.5",
        "no follow or friend requests accepted; no likes or follows of others",
        ("settings checklist and connectors that have no such call; sister schools' accounts excepted for likes"),
        (Mode.ACTS,),
    ),
    Clause(
        "9.6",
        "the Careers account may follow and message local recruitment groups",
        "that one account carries the exception, with its own rules",
        (Mode.ACTS,),
    ),
    Clause(
        "9.7",
        "no reposts, no reciprocal activity",
        "rule `9.7`",
        (Mode.BLOCKS,),
    ),
    Clause(
        "9.8",
        "no direct messages; contact only by official email and telephone",
        "rule `9.8`; messaging switched off in the checklist",
        (Mode.BLOCKS,),
    ),
    Clause(
        "10.1",
        "complaints about personal data go to the school first",
        "complaint register with dates and outcome; statutory one-month clock for data requests",
        (
            Mode.ASKS,
            Mode.REMINDS,
        ),
    ),
    Clause(
        "11.1",
        "other breaches: the headteacher decides",
        "breach register and decision card",
        (
            Mode.ASKS,
            Mode.RECORDS,
        ),
    ),
    Clause(
        "12.1",
        "reviewed every two years by the Communications Lead, ratified by the Executive Principal",
        (
            "policy versions with effective dates; review reminders before 6 November 2027; ratification card; "
            "every decision names the version it was made under"
        ),
        (
            Mode.ASKS,
            Mode.REMINDS,
        ),
    ),
)

"""How far the report of a threat reaches: what the writer adds is the writer's own."""

from collections.abc import Sequence

from workflows.policy.evidence import Evidence

REPORTS = frozenset({"reported", "reported to us"})
OWN = frozenset(
    {"wording threat", "intends a blow", "intends an injury", "intends damage", "intends to put somebody in danger",
     "intends to come armed", "a weapon", "violence is due", "an end in hospital", "harm wished", "a fight offered",
     "veiled"}
)  # fmt: skip
REASON = frozenset({"after", "for", "because", "cos", "coz", "cause", "since", "over", "who", "whoever"})
RELATIVE = frozenset({"who", "whoever"})
DUE = frozenset({"is", "are", "needs", "deserves", "wants", "gets", "better", "will"})
SUBJECTS = frozenset({"i", "he", "she", "it", "they", "we", "you", "u", "that", "there"})
TURNS = frozenset({"so", "but", "well", "anyway"})
TURNED_TO = frozenset(
    {"i", "i'm", "im", "i'll", "ill", "i'd", "we", "we'll", "he", "he's", "hes", "he'll", "she", "she's", "shes",
     "she'll", "they", "they're", "theyre", "they'll", "you", "you're", "youre", "you'll", "now", "next", "his",
     "her", "their", "your", "my"}
)  # fmt: skip
I_WILL = frozenset({"i'm", "im", "i'll", "ill", "we'll", "we're", "i will", "we will", "i am"})
JOINS = frozenset({"and", "n", "&", ",", "so", "but"})


def heard(found: list[Evidence], keys: Sequence[str]) -> list[Evidence]:
    """The evidence without the reports, where a threat stands that none of them reaches."""
    reports = [each for each in found if each.cue in REPORTS]
    if reports and any(
        each.cue in OWN and not any(_reaches(report, each, keys) for report in reports) for each in found
    ):
        return [each for each in found if each.cue not in REPORTS]
    return found


def _reaches(report: Evidence, threat: Evidence, keys: Sequence[str]) -> bool:
    if threat.first < report.first:
        return REASON.isdisjoint(keys[max(0, report.first - 2) : report.last + 1])
    between = range(report.first + 1, threat.first)
    if any(keys[at] in TURNS and keys[at + 1] in TURNED_TO for at in between):
        return False
    return not (_is_added(report, threat, keys) or _is_due_to_who_said_it(report, threat, keys))


def _is_added(report: Evidence, threat: Evidence, keys: Sequence[str]) -> bool:
    """He told my son he is fat, and I'll ...: the first I is the writer, unless it opens what was said."""
    behind = range(report.last + 1, threat.first + 1)
    first = next((at for at in behind if not I_WILL.isdisjoint({keys[at], " ".join(keys[at : at + 2])})), 0)
    return first > max(0, threat.first - 2) and keys[first - 1] in JOINS


def _is_due_to_who_said_it(report: Evidence, threat: Evidence, keys: Sequence[str]) -> bool:
    """The mum who messaged my wife is going to get ..."""
    if RELATIVE.isdisjoint(keys[report.first : report.last + 1]):
        return False
    return any(keys[at] in DUE and keys[at - 1] not in SUBJECTS for at in range(report.last + 1, threat.last + 1))

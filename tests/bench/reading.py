"""The reader: texts a second beside Presidio, and how it grows with the register."""

from collections.abc import Callable
from time import perf_counter

from tests.bench.apart import apart
from tests.bench.comparing import alone, beside, reader_of
from tests.bench.figures import count, median, megabytes, ratio, span
from tests.bench.presidio import NoPresidio, set_up
from tests.bench.results import Findings, Growth, Table
from tests.bench.sizes import Sizes
from tests.evaluation.corpus import SETS, LabelledSet, labelled_set
from workflows.policy import corpus
from workflows.policy.reader import Reader

Say = Callable[[str], None]


def measure(sizes: Sizes, say: Say) -> Findings:
    """The whole topic."""
    findings = Findings("Reader: what a text costs")
    sets = [labelled_set(name) for name in SETS]
    try:
        say("setting up Presidio in its own environment")
        set_up(sizes.sets_up_presidio)
        say("reading the corpus, in turn with Presidio")
        beside(sets, sizes, findings)
    except NoPresidio as reason:
        findings.notes.append(str(reason))
        say("reading the corpus")
        alone(sets, sizes, findings)
    _growth(sizes, findings, say)
    _long_texts(sets[0], findings)
    return findings


def _growth(sizes: Sizes, findings: Findings, say: Say) -> None:
    grown = []
    for pupils in sizes.registers:
        say(f"a register of {pupils:,} pupils")
        grown.append(apart("tests.bench.registers:measure", sizes.longest_job, pupils=pupils, texts=sizes.texts))
    first = grown[0]
    rows = tuple(
        (
            count(pupils),
            span(one["text"]),
            ratio(one["text"], first["text"]),
            span(one["build"]),
            ratio(one["build"], one["plain"]),
            megabytes(one["memory"]),
        )
        for pupils, one in zip(sizes.registers, grown, strict=True)
    )
    columns = ("pupils", "a text", "of the first", "building", "of a plain dict by name", "memory")
    findings.tables.append(Table("How the reader grows", columns, rows))
    lines = {
        name: tuple((float(pupils), one[key] * factor) for pupils, one in zip(sizes.registers, grown, strict=True))
        for name, key, factor in (
            ("a text, ms", "text", 1e3),
            ("building, ms", "build", 1e3),
            ("memory, MB", "memory", 1e-6),
        )
    }
    findings.growths.append(Growth("The reader with larger registers", "pupils", "ms and MB", lines))


LENGTHS = (1_000, 5_000, 20_000)


def _long_texts(labelled: LabelledSet, findings: Findings) -> None:
    """What one very long draft costs; it is read on the event loop, where everybody else waits meanwhile."""
    reader, one = reader_of(labelled), corpus.draft(labelled.drafts[0])
    everything = " ".join(row["text"] for row in labelled.drafts)
    points = []
    for length in LENGTHS:
        draft = type(one)(one.school, one.accounts, everything[:length])
        points.append((float(length), median([_once(reader, draft) for _ in range(3)])))
    first = points[0][1]
    rows = tuple((count(length), span(seconds), ratio(seconds, first)) for length, seconds in points)
    findings.tables.append(Table("One draft of many characters", ("characters", "reading", "of the first"), rows))


def _once(reader: Reader, draft: object) -> float:
    began = perf_counter()
    reader.draft(draft)  # type: ignore[arg-type]
    return perf_counter() - began

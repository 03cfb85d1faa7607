"""The corpus read by Gatepost and by Presidio in turn, and what each finds among the comments."""

from collections.abc import Callable, Sequence
from itertools import chain
from time import perf_counter
from typing import Any, TypeVar

from tests.bench.figures import count, median, rate, ratio, span
from tests.bench.presidio import Presidio, Text, presidio
from tests.bench.results import Findings, Table
from tests.bench.sizes import Sizes
from tests.corpus.score import binary
from tests.evaluation.corpus import LabelledSet
from workflows.policy import corpus
from workflows.policy.reader import Reader

One = TypeVar("One")


def reader_of(labelled: LabelledSet) -> Reader:
    """A reader that knows the registers of a set."""
    return Reader(labelled.trust, labelled.pupils, labelled.staff).settled()


def _rows(sets: Sequence[LabelledSet], kind: str, most: int) -> list[dict[str, Any]]:
    """The texts of a kind, at most so many of each set."""
    return list(chain.from_iterable(getattr(labelled, kind)[:most] for labelled in sets))


def _texts(rows: Sequence[dict[str, str]]) -> list[Text]:
    return [{"school": row["school"], "text": row["text"]} for row in rows]


Round = Callable[[], float]


def reading_drafts(sets: Sequence[LabelledSet], most: int) -> Round:
    """Gives the seconds to read the drafts of all sets, each time by the same readers, as the bot keeps one."""
    return _all([(reader_of(one).draft, [corpus.draft(row) for row in one.drafts[:most]]) for one in sets])


def reading_comments(sets: Sequence[LabelledSet], most: int) -> Round:
    """Gives the seconds to read the comments of all sets, each time by the same readers, as the bot keeps one."""
    return _all([(reader_of(one).comment, [corpus.comment(row) for row in one.comments[:most]]) for one in sets])


def _all(jobs: Sequence[tuple[Callable[[One], object], Sequence[One]]]) -> Round:
    return lambda: sum(_seconds(read, texts) for read, texts in jobs)


def _seconds(read: Callable[[One], object], texts: Sequence[One]) -> float:
    began = perf_counter()
    for text in texts:
        read(text)
    return perf_counter() - began


KINDS = (("drafts", reading_drafts), ("comments", reading_comments))


def alone(sets: Sequence[LabelledSet], sizes: Sizes, findings: Findings) -> None:
    """Texts a second without a comparison."""
    rows = []
    for kind, reading in KINDS:
        number, one_round = len(_rows(sets, kind, sizes.texts)), reading(sets, sizes.texts)
        ours = median([one_round() for _ in range(sizes.rounds)])
        rows.append((kind, count(number), rate(number, ours), span(ours / number)))
    findings.tables.append(Table("Texts a second", ("texts", "number", "Gatepost", "each"), tuple(rows)))


def beside(sets: Sequence[LabelledSet], sizes: Sizes, findings: Findings) -> None:
    """Texts a second, each kind in turn with Presidio, and the scores of both."""
    measured, pupils = [], [pupil for labelled in sets for pupil in labelled.pupils]
    for kind, reading in KINDS:
        texts = _texts(_rows(sets, kind, sizes.texts))
        with presidio(pupils, texts) as worker:
            ours, theirs, found = _in_turn(reading(sets, sizes.texts), worker, sizes.rounds)
        measured.append((kind, len(texts), ours, theirs))
    numbers, ours_of, theirs_of = zip(*(each[1:] for each in measured), strict=True)
    measured.append(("both", sum(numbers), sum(ours_of), sum(theirs_of)))
    rows = [
        (kind, count(texts), rate(texts, ours), rate(texts, theirs), ratio(theirs, ours))
        for kind, texts, ours, theirs in measured
    ]
    columns = ("texts", "number", "Gatepost", "Presidio + spaCy", "as fast as Presidio")
    findings.tables.append(Table("Texts a second", columns, tuple(rows)))
    findings.tables.append(_urgent(sets, found, sizes.texts))
    findings.notes.append(
        "Presidio looks for persons (spaCy's small English pipeline) and for the school's forenames as a deny list, "
        "and for nothing else; Gatepost reads a draft against every clause. Presidio knows no described child, "
        "so its figure for urgent comments is context, not a verdict. Ours is on the sets it was tuned with; "
        "`make evaluate` gives the one for sets left out."
    )


def _in_turn(ours: Round, worker: Presidio, rounds: int) -> tuple[float, float, list[list[bool]]]:
    """Medians of rounds that take turns and last as long as each other, so that a busy machine slows both."""
    pairs = []
    for _ in range(rounds):
        theirs, found = worker.round()
        pairs.append((_as_long_as(theirs, ours), theirs))
    return median([one for one, _ in pairs]), median([other for _, other in pairs]), found


def _as_long_as(seconds: float, ours: Round) -> float:
    """Mean seconds of as many of our rounds as fit into that time."""
    times: list[float] = []
    while sum(times) < seconds:
        times.append(ours())
    return sum(times) / len(times)


def _urgent(sets: Sequence[LabelledSet], found: list[list[bool]], most: int) -> Table:
    wanted = [row["expect"]["child"] in ("named", "described") for row in _rows(sets, "comments", most)]
    answers = {
        "Gatepost": [
            reader.comment(corpus.comment(row)).singles_out_a_child
            for labelled in sets
            for reader in [reader_of(labelled)]
            for row in labelled.comments[:most]
        ],
        "Presidio: a person or a pupil": [any(one) for one in found],
        "Presidio: a pupil's forename": [pupil for _, pupil in found],
    }
    # The scorer is shared with the corpus as it came, without types.
    score_of: Callable[[list[tuple[bool, bool]]], dict[str, float]] = binary
    scores = {who: score_of(list(zip(wanted, said, strict=True))) for who, said in answers.items()}
    lines = tuple(
        (who, *(f"{score[name]:.3f}" for name in ("f1", "precision", "recall"))) for who, score in scores.items()
    )
    return Table("Urgent comments", ("who", "F1", "precision", "recall"), lines)

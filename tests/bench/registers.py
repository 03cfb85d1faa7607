"""The job that builds a reader for one size of register, in a process of its own."""

from collections import defaultdict
from time import perf_counter

from tests.bench.machine import resident
from tests.bench.synthetic import LARGEST_SCHOOL, invented, schools, trust
from tests.evaluation.corpus import labelled_set
from workflows.policy.facts import Comment, Pupil
from workflows.policy.reader import Reader

WARM_UP = 20


def measure(pupils: int, texts: int) -> dict[str, float]:
    """Seconds a text and to build, bytes of the index, and seconds for a plain dict of the same names."""
    everybody, places = invented(pupils), schools(pupils)
    Reader(trust(LARGEST_SCHOOL), (), ()).comment(Comment(places[0].slug, "Warm up Oliver."))
    before, began = resident(), perf_counter()
    reader = Reader(trust(pupils), everybody, ())
    build = perf_counter() - began
    memory = resident() - before
    rows = labelled_set("dev").comments[:texts]
    comments = [Comment(places[n % len(places)].slug, row["text"]) for n, row in enumerate(rows)]
    for comment in comments[:WARM_UP]:
        reader.comment(comment)
    began = perf_counter()
    for comment in comments:
        reader.comment(comment)
    text = (perf_counter() - began) / len(comments)
    return {"text": text, "build": build, "memory": max(memory, 0), "plain": _plain(everybody)}


def _plain(pupils: list[Pupil]) -> float:
    by_name: dict[str, list[str]] = defaultdict(list)
    began = perf_counter()
    for pupil in pupils:
        by_name[pupil.forename.lower()].append(pupil.id)
    return perf_counter() - began

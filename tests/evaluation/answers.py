"""Answers of a reader to a labelled set, as the scorer wants them."""

from typing import Any

from tests.evaluation.corpus import SETS, LabelledSet, labelled_set
from tests.evaluation.samples import QUESTIONS
from tests.evaluation.train import learned
from workflows.people.weighing import Weighing, Weighings, shipped
from workflows.policy import corpus
from workflows.policy.reader import Reader

Rows = dict[str, dict[str, Any]]


def left_out_weighings(name: str) -> Weighings:
    """Weighings trained on every set but `name`: what the reader would know without having seen it."""
    others = [labelled_set(other) for other in SETS if other != name]
    return Weighings(
        **{
            question: Weighing(learned(question, [sample for other in others for sample in samples_of(other)]))
            for question, (_, samples_of) in QUESTIONS.items()
        }
    )


def answers(labelled: LabelledSet, weighings: Weighings | None = None) -> tuple[Rows, Rows]:
    """Answer lines by id for the drafts and for the comments of a set."""
    reader = Reader(labelled.trust, labelled.pupils, labelled.staff, weighings or shipped())
    drafts = {row["id"]: corpus.draft_answer(row["id"], reader.draft(corpus.draft(row))) for row in labelled.drafts}
    comments = {
        row["id"]: corpus.comment_answer(row["id"], reader.comment(corpus.comment(row))) for row in labelled.comments
    }
    return drafts, comments

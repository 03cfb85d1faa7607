"""The least that the reader must reach on each labelled set, also with weights that never saw the set."""

from collections.abc import Iterator
from typing import Any

Figures = dict[str, Any]

VERDICT_ACCURACY = 0.94
CLEAN_WRONGLY_BLOCKED = 0.08
URGENT_RECALL, URGENT_PRECISION = 0.90, 0.94
KIND_ACCURACY = 0.90
THREAT_RECALL = 0.70


def missed_floors(drafts: Figures, comments: Figures) -> Iterator[str]:
    """What falls short, in words; nothing where all floors are held."""
    urgent = comments["urgent"]
    for name, figure, floor in (
        ("draft verdicts", drafts["verdict_accuracy"], VERDICT_ACCURACY),
        ("clean drafts let through", 1 - drafts["clean_drafts_wrongly_blocked"], 1 - CLEAN_WRONGLY_BLOCKED),
        ("urgent recall", urgent["recall"], URGENT_RECALL),
        ("urgent precision", urgent["precision"], URGENT_PRECISION),
        ("kind of mention", comments["child_kind_accuracy"], KIND_ACCURACY),
        ("threat recall", comments["threat"]["recall"], THREAT_RECALL),
    ):
        if figure < floor:
            yield f"{name} {figure:.3f}, floor {floor:.3f}"

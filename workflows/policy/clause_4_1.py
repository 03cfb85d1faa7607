"""Clause 4.1: a child is named beside a picture only with additional consent for name and image together."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding

SENTENCE = (
    "“{quote}” stands beside a photo or video. Naming a child with a picture needs the parents’ consent for this post."
)


@enforces("4.1")
def names_beside_pictures(case: Case) -> Iterator[Finding]:
    """A name in the text of a draft that has a photo or a video."""
    pictures = tuple(index for index, medium in enumerate(case.draft.media) if medium.kind in ("photo", "video"))
    if not pictures:
        return
    for mention in case.children:
        if not case.consented(mention, "name_with_image"):
            quote = case.quote(mention.start, mention.end)
            yield Finding(
                "4.1",
                SENTENCE.format(quote=quote),
                mention.start,
                mention.end,
                quote,
                tuple(sorted(mention.pupils)),
                media=pictures,
            )

"""Clause 6.5: videos come from the school itself or from the trust's YouTube channel."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding


@enforces("6.5")
def video_sources(case: Case) -> Iterator[Finding]:
    """A video link, in the text or attached, that is not on the trust's own channel."""
    for link in case.links:
        if link.is_video and not link.belongs_to(case.trust):
            sentence = "This video is not on the trust’s YouTube channel. Please upload it or have it put there."
            if link.start is None or link.end is None:
                yield Finding("6.5", sentence, media=() if link.medium is None else (link.medium,))
            else:
                yield Finding("6.5", sentence, link.start, link.end, case.quote(link.start, link.end))

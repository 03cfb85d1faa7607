"""A post from the first message to the public page, one file per stretch of the way."""

from workflows.posts import drafting, messages, moving, passing_on, publishing, retiming, reviewing, showing, suggesting

__all__ = [
    "drafting",
    "messages",
    "moving",
    "passing_on",
    "publishing",
    "retiming",
    "reviewing",
    "showing",
    "suggesting",
]

"""A post from the first message to the public page, one file per stretch of the way."""

from workflows.posts import drafting, publishing, retiming, reviewing, suggesting

__all__ = ["drafting", "publishing", "retiming", "reviewing", "suggesting"]

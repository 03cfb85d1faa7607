"""Clause 5.8: the equality policy; hateful words about people block a draft."""

from collections.abc import Iterator

from workflows.people.spellings import plain
from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding
from workflows.policy.words_of import policy_words


@enforces("5.8")
def discriminatory_words(case: Case) -> Iterator[Finding]:
    """A slur against people for what they are; words that are often a name or an animal are left to people."""
    slurs = policy_words("insults", "hate") - policy_words("insults", "ambiguous")
    for token in case.scene.tokens:
        if token.is_word and any(spelling in slurs for spelling in plain(token.key)):
            quote = case.quote(token.start, token.end)
            yield Finding("5.8", f"“{quote}” is a slur. Please say it another way.", token.start, token.end, quote)

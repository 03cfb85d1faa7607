"""Clause 5.7: no child is named or described without additional parental consent for this post."""

from collections.abc import Iterator

from workflows.people.mention import Mention
from workflows.people.placed import may_be, years_and_classes
from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding


@enforces("5.7")
def named_children(case: Case) -> Iterator[Finding]:
    """A child's name, whether the child is on the register or not."""
    for mention in case.children:
        if not case.consented(mention, "name", "name_with_image"):
            yield _finding(case, mention)


def _finding(case: Case, mention: Mention) -> Finding:
    quote = case.quote(mention.start, mention.end)
    sentence = f"“{quote}” {_what_it_is(case, mention)}, and no parent has agreed to it for this post."
    return Finding("5.7", sentence, mention.start, mention.end, quote, tuple(sorted(mention.pupils)))


def _what_it_is(case: Case, mention: Mention) -> str:
    if mention.pupils:
        return "names a child" if case.who.is_sure_of(mention) else "reads like the name of a child on the register"
    return "reads like a child’s name, though no pupil on the register has it"


def _is_of_a_consented_child(case: Case) -> bool:
    told = years_and_classes(case.scene)
    agreed = {
        consent.pupil for consent in case.draft.additional_consents if consent.scope in ("name", "name_with_image")
    }
    return any(may_be(case.pupils[each], told) for each in agreed if each in case.pupils)


@enforces("5.7")
def described_children(case: Case) -> Iterator[Finding]:
    """A child who can be singled out without being named.

    Where the post has names, its descriptions are of the children named, whose consents are judged above. Where it
    names nobody, a parent's consent to be named in this very post covers the child whom it describes, unless the post
    speaks of another year or class.
    """
    if not case.children and case.who.singles_out() and not _is_of_a_consented_child(case):
        start, end = case.who.described_child()
        quote = case.quote(start, end)
        words = ", ".join(f"“{case.quote(*span)}”" for span in case.who.singling_words())
        told = f": {words}" if words else ""
        sentence = f"This describes a child so that readers can tell who it is{told}."
        yield Finding("5.7", sentence, start, end, quote)

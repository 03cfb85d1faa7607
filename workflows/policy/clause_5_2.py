"""Clause 5.2: no forenames of staff; one click puts title and surname in their place."""

from collections.abc import Iterator

from workflows.people.folding import key
from workflows.people.mention import Mention
from workflows.people.short_forms import forms_of
from workflows.people.spellings import is_possessive
from workflows.people.wordlists import people_words
from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.facts import StaffMember
from workflows.policy.findings import Finding, Fix


@enforces("5.2")
def staff_forenames(case: Case) -> Iterator[Finding]:
    """A member of staff's forename, also with surname, also a short form."""
    for mention in case.staff:
        quote = case.quote(mention.start, mention.end)
        sentence = f"“{quote}” has a colleague’s first name. We use title and surname for staff."
        yield Finding("5.2", sentence, mention.start, mention.end, quote, fix=_title_and_surname(case, mention))


def _title_and_surname(case: Case, mention: Mention) -> Fix | None:
    """None where several colleagues share the forename and nothing tells them apart."""
    fitting = _fitting(case, mention)
    if len(fitting) != 1 or not fitting[0].title:
        return None
    tokens, colleague = case.scene.tokens, fitting[0]
    first = mention.first
    if first and tokens[first - 1].key in people_words("titles"):
        first -= 1
    last = mention.first if not mention.staff_in_full else mention.last
    name = f"{colleague.title} {colleague.surname}"
    ending = "'s" if is_possessive(tokens[last].key) else ""
    return Fix(f"Use “{name}”", tokens[first].start, tokens[last].end, name + ending)


def _fitting(case: Case, mention: Mention) -> list[StaffMember]:
    same_forename = [each for each in case.colleagues if mention.name in forms_of(each.forename)]
    surname = key(case.scene.tokens[mention.last].bare)
    if mention.staff_in_full:
        return [each for each in same_forename if key(each.surname).startswith(surname)]
    return same_forename

"""Clause 1.8: charities are promoted only where the trust has a formal relationship with them."""

from collections.abc import Iterator

from workflows.policy.case import Case
from workflows.policy.enforcement import enforces
from workflows.policy.findings import Finding
from workflows.policy.phrases import straight
from workflows.policy.sifting import found

SENTENCE = "“{quote}” is not on the trust’s register of partner charities. Is there a formal relationship?"


@enforces("1.8")
def charities_outside_the_register(case: Case) -> Iterator[Finding]:
    """A charity that a draft collects for or promotes and that is no partner: advice, where a register is kept."""
    if case.trust.partners is None:
        return
    partners = [straight(name) for name in case.trust.partners]
    if not any(found("1_8_giving", case.sifted)):
        return
    for start, end in found("1_8_charity", case.sifted):
        quote = case.quote(start, end).strip()
        name = straight(quote)
        if not any(name in partner or partner in name for partner in partners):
            yield Finding("1.8", SENTENCE.format(quote=quote), start, start + len(quote), quote, blocks=False)

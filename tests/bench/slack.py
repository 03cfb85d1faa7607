"""Slack: how soon an event is acknowledged beside a bare Bolt application, and how soon its card is there."""

from collections.abc import Callable
from typing import Any

from tests.bench.apart import apart
from tests.bench.databases import empty
from tests.bench.figures import median, p99, ratio, span
from tests.bench.lives import as_json
from tests.bench.results import Findings, Table
from tests.bench.sizes import Sizes

Say = Callable[[str], None]
RATES = (20, 100)
KINDS = {"home": "quiet event", "click": "click", "message": "new draft"}


def measure(sizes: Sizes, say: Say) -> Findings:
    """The whole topic, on SQLite, over signed HTTP."""
    findings = Findings("Slack: acknowledged and answered")
    say(f"events for {sizes.slack_seconds:.0f} s at each rate, to a bare Bolt application and to Gatepost")
    with empty("SQLite") as place:
        arguments: dict[str, Any] = {"rates": list(RATES), "seconds": sizes.slack_seconds, "cards": sizes.lives}
        found = apart("tests.bench.slacked:compared", sizes.longest_job, place=as_json(place), **arguments)
    columns = ("event", "bare median", "bare 99th", "Gatepost median", "99th", "of bare", "not in 3 s")
    rows = tuple(_row(found, kind, rate) for kind in KINDS for rate in RATES)
    findings.tables.append(Table("Until Slack has its acknowledgement", columns, rows))
    card = found["card"]["card"]
    rows = (("message → draft card in Slack", span(median(card)), span(p99(card))),)
    findings.tables.append(Table("Until the person has an answer", ("", "median", "99th percentile"), rows))
    findings.notes.append(
        "The bare application acknowledges and does nothing; Gatepost has the event on the disk first. Both run as "
        "processes of their own over signed HTTP on the machine that also sends the events and plays Slack."
    )
    return findings


def _row(found: dict[str, dict[str, list[float]]], kind: str, rate: int) -> tuple[str, ...]:
    bare, ours = found[f"bare {kind} {rate}"], found[f"gatepost {kind} {rate}"]
    times, theirs = ours["acknowledged"], bare["acknowledged"]
    return (
        f"{KINDS[kind]}, {rate}/s",
        span(median(theirs)),
        span(p99(theirs)),
        span(median(times)),
        span(p99(times)),
        ratio(median(times), median(theirs)),
        str(int(ours["lost"][0])),
    )

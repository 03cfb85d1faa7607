"""Every topic runs, on a size that says nothing about speed."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.console import Console

from tests.bench import report
from tests.bench.__main__ import measure
from tests.bench.bars import bar
from tests.bench.figures import p99, ratio, span
from tests.bench.results import Growth
from tests.bench.sizes import TINY
from tests.bench.svg import chart
from tests.bench.synthetic import LARGEST_SCHOOL, invented
from tests.bench.topics import TOPICS


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_runs_and_is_reported(name: str, tmp_path: Path) -> None:
    console = Console(record=True, width=120)
    findings, failed = measure([TOPICS[name]], TINY, console)
    assert not failed, findings[0].notes
    shown, written = console.export_text(), report.write(findings, tmp_path, "a machine", "tiny").read_text()
    for table in findings[0].tables:
        assert table.title in written
        assert table.rows[0][0] in shown
    assert len(list(tmp_path.glob("*.svg"))) == len(findings[0].growths)


def test_invented_pupils_are_the_same_every_time_in_schools_of_a_real_size() -> None:
    pupils = invented(2 * LARGEST_SCHOOL + 1)
    assert pupils == invented(2 * LARGEST_SCHOOL + 1)
    assert len({pupil.school for pupil in pupils}) == 3


@pytest.mark.parametrize("largest", [0.004, 0.9, 3, 12_000])
def test_a_chart_is_well_formed_and_keeps_every_point_inside(largest: float) -> None:
    growth = Growth(
        "a < b", "pupils", "ms", {"a": ((100.0, largest / 50), (100_000.0, largest)), "b": ((100.0, largest),)}
    )
    drawing = ElementTree.fromstring(chart(growth))  # noqa: S314 - our own drawing
    dots = [dot for dot in drawing.iter("{http://www.w3.org/2000/svg}circle") if dot.get("r") == "3.5"]
    assert len(dots) == 3
    assert all(0 <= float(dot.get("cy", "-1")) <= 320 and 0 <= float(dot.get("cx", "-1")) <= 640 for dot in dots)


def test_bars_and_figures() -> None:
    assert bar(1, 2, width=4) == "██"
    assert bar(0.001, 2) == "▏"
    assert (span(0.0000042), span(0.0421), span(12.3)) == ("4 µs", "42.1 ms", "12.3 s")
    assert ratio(3, 2) == "1.50 ×"
    assert p99([1.0, 1.0, 5.0]) > 4

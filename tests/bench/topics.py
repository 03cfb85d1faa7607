"""Everything that is measured, by the name under which it can be chosen."""

from collections.abc import Callable

from tests.bench import importing, lives, memory, reading, slack
from tests.bench.results import Findings
from tests.bench.sizes import Sizes

Say = Callable[[str], None]
Topic = Callable[[Sizes, Say], Findings]

TOPICS: dict[str, Topic] = {
    "reader": reading.measure,
    "life": lives.measure,
    "memory": memory.measure,
    "import": importing.measure,
    "slack": slack.measure,
}

"""How much is measured: in full, in under a minute, or just enough to see that it runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """Counts for every topic; `schools_of` is the most pupils a school may have."""

    name: str
    rounds: int
    texts: int
    registers: tuple[int, ...]
    lives: int
    lives_at_once: tuple[int, int]
    stored: tuple[int, ...]
    lives_when_grown: int
    pupils: tuple[int, ...]
    starts: int
    drafts_in_memory: int
    pupils_in_memory: int
    imports: tuple[int, ...]
    slack_seconds: float
    sets_up_presidio: bool
    longest_job: float


FULL = Sizes(
    name="full",
    rounds=5,
    texts=1000,
    registers=(100, 1_000, 10_000, 100_000),
    lives=100,
    lives_at_once=(200, 20),
    stored=(1_000, 10_000, 100_000),
    lives_when_grown=40,
    pupils=(100, 1_000, 10_000, 100_000),
    starts=5,
    drafts_in_memory=1_000,
    pupils_in_memory=100_000,
    imports=(1_000, 10_000, 100_000),
    slack_seconds=10.0,
    sets_up_presidio=True,
    longest_job=900.0,
)
QUICK = Sizes(
    name="quick",
    rounds=2,
    texts=150,
    registers=(100, 1_000),
    lives=10,
    lives_at_once=(20, 10),
    stored=(1_000,),
    lives_when_grown=8,
    pupils=(100, 1_000),
    starts=1,
    drafts_in_memory=20,
    pupils_in_memory=1_000,
    imports=(1_000,),
    slack_seconds=1.0,
    sets_up_presidio=False,
    longest_job=60.0,
)
TINY = Sizes(
    name="tiny",
    rounds=1,
    texts=5,
    registers=(20, 40),
    lives=2,
    lives_at_once=(2, 2),
    stored=(10,),
    lives_when_grown=2,
    pupils=(20,),
    starts=1,
    drafts_in_memory=2,
    pupils_in_memory=20,
    imports=(30,),
    slack_seconds=0.2,
    sets_up_presidio=False,
    longest_job=60.0,
)

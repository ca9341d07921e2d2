"""How much a council has recorded in ten years, and how many councils there are."""

from dataclasses import dataclass

YEARS = 10


@dataclass(frozen=True)
class Sizes:
    """Rows of each kind of one council, at least; `councils` in all; how often each thing is timed,
    of which the fastest counts."""

    councils: int
    people: int
    audits: int
    actions: int
    reports: int
    imports: int
    entries: int
    rounds: int


# Ten years: two reports, 200 audits, 60 actions, 12 imports and 1,000 steps of history in each.
FULL = Sizes(
    councils=50,
    people=1_500,
    audits=2_000,
    actions=600,
    reports=20,
    imports=120,
    entries=10_000,
    rounds=5,
)
# Enough that every page of a list has a second one, and that something is copied of each kind.
TINY = Sizes(
    councils=3,
    people=60,
    audits=60,
    actions=60,
    reports=4,
    imports=4,
    entries=500,
    rounds=1,
)

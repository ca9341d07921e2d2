"""What waits since when: days counted by the half-years of the financial year."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from assurance.runtime.periods import When, half_year, half_year_before

CURRENT, BEFORE, EARLIER = "this_half_year", "half_year_before", "earlier"
PARTS = {
    CURRENT: "Done in the half-year of the date",
    BEFORE: "Done in the half-year before",
    EARLIER: "Done earlier",
}


def by_half_year(days: Iterable[date]) -> list[tuple[When, int]]:
    """Each half-year that holds one of `days`, the earliest first, with how many it holds."""
    counts = Counter(_ends(half_year(day)) for day in days)
    return [(When(*ends), counts[ends]) for ends in sorted(counts)]


def part_of(day: date, on: date) -> str:
    """Which of `PARTS` holds `day`, asked on `on`."""
    current = half_year(on)
    if day >= current.start:
        return CURRENT
    return BEFORE if day >= half_year_before(current).start else EARLIER


def labels(on: date) -> dict[str, str]:
    """Each of `PARTS`, asked on `on`, with its months."""
    current = half_year(on)
    before = half_year_before(current)
    return {
        CURRENT: in_months(current),
        BEFORE: in_months(before),
        EARLIER: f"Before {before.start:%B %Y}",
    }


def in_months(when: When) -> str:
    """A half-year by its first and last month."""
    return f"{when.start:%B %Y} to {when.end:%B %Y}"


def _ends(when):
    return when.start, when.end

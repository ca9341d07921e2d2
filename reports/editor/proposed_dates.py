"""Dates that are proposed for a report: its period, and those that its template expects."""

from collections.abc import Mapping
from datetime import date, timedelta

from assurance.runtime.periods import When, half_year, half_year_before


def proposed_dates(expected: Mapping[str, str], period: When, position: When) -> dict[str, When]:
    """Name → the proposed date or period of each of `expected`, name → label. An event of a period
    (“Audits done in”) has the report's, a count on a date (“DBS position on”) the position, and a
    comparison the last date before the period."""
    before = When.at(period.start - timedelta(days=1))
    known = {"position": position, "comparison": before}
    return {
        name: known.get(name, period if label.endswith(" in") else position)
        for name, label in expected.items()
    }


def period_address(first: date, last: date) -> str:
    """The months of a period for an address: “april to september 2015”."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first:%B}{year} to {last:%B %Y}"


def suggested_periods(day: date) -> str:
    """The last half-year of the financial year that has ended by `day`, and the calendar's."""
    financial = half_year_before(half_year(day))
    first = day.replace(month=1 if day.month <= 6 else 7, day=1)
    start = (
        first.replace(year=day.year - 1, month=7) if first.month == 1 else first.replace(month=1)
    )
    calendar = When(start, first - timedelta(days=1))
    return f"{financial} or {calendar}"

"""The dates of a report that its template expects, proposed from its period."""

from collections.abc import Mapping
from datetime import timedelta

from assurance.runtime.periods import When


def proposed_dates(expected: Mapping[str, str], period: When, position: When) -> dict[str, When]:
    """Name → the proposed day or period of each date in `expected`, name → label: what happens in a
    period (“Audits done in”) has the report's, what is counted on a day the day of the position,
    and counts are compared with those before the period."""
    before = When.at(period.start - timedelta(days=1))
    known = {"position": position, "comparison": before}
    return {
        name: known.get(name, period if label.endswith(" in") else position)
        for name, label in expected.items()
    }

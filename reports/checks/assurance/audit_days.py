"""The day of the latest audit, beside the figures that were counted at it."""

import re
from collections.abc import Iterator

from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import DAY

_LATEST = re.compile(
    r"\b(?:latest|last|most\s+recent)\s+(?:[\w()]+\s+){0,6}?audit\b[^.;:,]{0,30}$", re.I
)


@rule("latest-audit-day", Severity.ERROR, "decisions §2")
def other_day_of_audit(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """The date of the latest audit is that of the audit whose figures are next to it."""
    for line in reading.prose():
        latest = max(_audit_days(line, known), default=None)
        for item in line.dates if latest else ():
            if item.precision != DAY or item.first in (None, latest):
                continue
            if _LATEST.search(line.text, 0, item.start):
                says = (
                    f"These figures are from the audit of {say_day(latest)}. The report gives "
                    f"{item.words} as the latest."
                )
                yield fault(line, item, says, f"Write {say_day(latest)}.")


def _audit_days(line: Line, known: CheckContext) -> Iterator:
    """The days on which the audits were held that the live figures of a line are counted at."""
    for live in line.live:
        for population, position_on, audited_on in _audits(live.entry.key, known):
            days = (position_on.isoformat(), audited_on.isoformat())
            if live.entry.population in ("", population) and live.entry.end in days:
                yield audited_on


def _audits(key, known):
    return [audit for row in known.cadences if key.startswith(row.figures) for audit in row.audits]

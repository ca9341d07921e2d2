"""The days and periods of a report as the columns of a table, by their labels."""

from collections.abc import Collection

from assurance.figures.figure import Timing
from assurance.runtime.periods import When, month_of
from assurance.runtime.typography import with_capital
from reports.language.grammar import PERIOD, days_of, why_not_days
from reports.papers.manuscript import POSITION, Manuscript

NO_LONGER = "A date that this report no longer has"


def column_dates(manuscript: Manuscript | None, timings: Collection[Timing]) -> list[str]:
    """The names of the report's dates that suit figures of some `timings`: those that the report
    is about first, then by time."""
    if manuscript is None:
        return []
    names = {PERIOD: manuscript.period, **manuscript.names}
    suiting = [name for name, when in names.items() if _suits(when, timings)]
    return sorted(suiting, key=lambda name: (name not in (POSITION, PERIOD), names[name]))


def _suits(when, timings):
    is_of = {
        Timing.AT: when.is_day,
        Timing.MONTH: when == month_of(when.start),
        Timing.IN: not when.is_day,
    }
    return not timings or any(is_of[timing] for timing in timings)


def when_of_column(
    manuscript: Manuscript | None, when: str, timings: Collection[Timing]
) -> When | None:
    """The day or period of a column; the usual one of its figures where it names none."""
    if why_not_days(when):
        return None
    if days := days_of(when):
        return When(*days)
    return manuscript.when(when or usual_date(timings)) if manuscript else None


def usual_date(timings: Collection[Timing]) -> str:
    """The date of figures that name none."""
    return PERIOD if timings and Timing.AT not in timings else POSITION


def column_heading(manuscript: Manuscript | None, when: str, timings: Collection[Timing]) -> str:
    """What a column is called: its date, which moves with the report's."""
    if when[:1].isdigit():
        return str(when_of_column(manuscript, when, timings) or when)
    return f"[[date:{when or usual_date(timings)}]]"


def column_label(manuscript: Manuscript | None, when: str, timings: Collection[Timing]) -> str:
    """A column's date for who chooses it: “1 December 2015 – DBS position on”; of a template only
    what it is called."""
    value = when_of_column(manuscript, when, timings)
    if value is None:
        return NO_LONGER
    if when[:1].isdigit():
        return f"{value} – always this date"
    usual = {POSITION: "date of the report’s position", PERIOD: "the report’s period"}
    label = value.label or usual.get(when or usual_date(timings), "")
    if manuscript and manuscript.is_sample and label:
        return f"‘{label}’" if value.label else with_capital(label)
    return f"{value} – {label}" if label else str(value)

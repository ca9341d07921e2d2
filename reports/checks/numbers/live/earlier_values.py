"""Earlier values of a live figure, in its report and in those published before."""

from dataclasses import dataclass
from datetime import date

from assurance.figures.keys import current_key
from reports.checks.context import CheckContext
from reports.checks.numbers.claims.figure_days import ends_of, ends_of_entry
from reports.checks.reading import LiveFigure, Reading


@dataclass(frozen=True)
class EarlierValue:
    """An earlier value of the same figure: its date, its count, and the report that
    printed it, empty for this one."""

    day: date
    count: int
    report: str = ""


def earlier_values(reading: Reading, known: CheckContext, live: LiveFigure) -> list[EarlierValue]:
    """The earlier values of a figure in this report and in those that were published, oldest
    first; none of one that is made of others or not shown."""
    own, ends = live.entry, ends_of(live)
    if own.count is None or own.made_of or not ends:
        return []
    rows = [
        EarlierValue(other[1], entry.count)
        for entry in reading.figures
        if is_same(entry, own) and entry.population == own.population
        if (other := ends_of_entry(entry)) and _is_before(other, ends)
    ]
    rows += [
        EarlierValue(other[1], item.count, item.paper)
        for item in known.told
        if item.key and is_same(item, own)
        if (other := ends_of_entry(item)) and _is_before(other, ends)
    ]
    return sorted(rows, key=lambda row: row.day)


def is_same(item, own) -> bool:
    """True if two figures are of one thing and one population, and both have a count."""
    same = current_key(item.key) == current_key(own.key) and item.member == own.member
    return same and item.cohort == own.cohort and None not in (item.count, own.count)


def _is_before(other, ends) -> bool:
    """True if a time is as long as the figure's own and before it."""
    length, own = (other[1] - other[0]).days, (ends[1] - ends[0]).days
    return other[1] < ends[1] and abs(length - own) <= max(3, own // 50)

"""One figure through all published papers: what each day or period was said to be, where it was
said, what was corrected, and where it began to be counted otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from assurance.charts.findings import span
from assurance.figures.comparison import is_of_a_wave, why_not_comparable
from assurance.figures.figure import Unit
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital
from reports.documents.entries import Entry
from reports.documents.figure_pairs import DEFINED, defined_otherwise, months_of
from reports.documents.series.shares import compared_as_shares, is_share
from reports.documents.series.waves import dated_by_wave
from reports.editions.models.editions import Edition
from reports.editions.names import edition_name
from reports.papers.addresses import edition_address, figure_address
from reports.publication.models.figures import PrintedFigure

TAKEN_OUT = "Taken out"
# What a count of each unit is divided by to be the number that it stands for.
SCALES = {
    **dict.fromkeys((Unit.HUNDREDTHS, Unit.PENCE, Unit.HUNDREDTHS_OF_A_PER_CENT), 100),
    **dict.fromkeys((Unit.OVER_TENTHS_OF_A_PER_CENT, Unit.UNDER_TENTHS_OF_A_PER_CENT), 10),
}
# How many months are counted in a wave of a survey: its own time, which is as long as it takes.
WAVE = -1
# What a table and a chart have of time between two of their periods.
NO_VALUE = "No value is published for {}."
OTHERWISE = "From here values are not comparable with those before: {}."


@dataclass(frozen=True)
class Printing:
    """A figure as one edition prints it: `places` are (address, words) of where it stands."""

    edition: Edition
    entry: Entry
    address: str
    places: tuple[tuple[str, str], ...]
    current: bool

    @property
    def edition_words(self) -> str:
        """“Safeguarding report, January 2016, edition 1”."""
        return edition_name(self.edition, numbered=True)


@dataclass(frozen=True)
class Point:
    """One day or period: the printing that says it now, what others said of it, and in sentences
    how it is counted otherwise than the point before. `missing` is the time between that point's
    period and its own, of which no report has a value; `also` are other printings of the value."""

    printing: Printing
    was: tuple[Printing, ...] = ()
    breaks: tuple[str, ...] = ()
    missing: str = ""
    also: tuple[Printing, ...] = ()

    @property
    def entry(self) -> Entry:
        """What it is."""
        return self.printing.entry

    @property
    def withheld(self) -> bool:
        """Whether the number is not shown."""
        return bool(self.entry.mark)

    @property
    def taken_out(self) -> bool:
        """Whether a correction took it out of the paper that printed it."""
        return not self.printing.current

    @property
    def text(self) -> str:
        """The value as print has it, or that there is none any more."""
        return TAKEN_OUT if self.taken_out else self.entry.text


@dataclass(frozen=True)
class Strand:
    """Points of one kind of day or period that follow each other in time."""

    number: int
    title: str
    points: tuple[Point, ...]

    @property
    def has_base(self) -> bool:
        """Whether any value is out of something."""
        return any(point.entry.base for point in self.points)

    @property
    def as_shares(self) -> bool:
        """True where its title, its chart and all its changes read shares, and not counts."""
        return compared_as_shares(point.entry for point in self.points if is_counted(point))


def strands(rows: Iterable[PrintedFigure]) -> tuple[Strand, ...]:
    """The printings of one figure (rows `with_newest`) as strands: positions first, then periods
    by their length; groups that are told of side by side stand apart."""
    printings = [_printing(row) for row in rows]
    entries = dated_by_wave([printing.entry for printing in printings])
    matches = [replace(item, entry=entry) for item, entry in zip(printings, entries, strict=True)]
    matches.sort(key=lambda item: (_length(item.entry), item.entry.end))
    made = []
    for months, alike in groupby(matches, key=lambda item: _length(item.entry)):
        for printings in _side_by_side(list(alike)):
            points = _with_breaks(_points(printings))
            made.append(Strand(len(made) + 1, _titled(months, points), points))
    return tuple(made)


def _length(entry):
    return WAVE if is_of_a_wave(entry) else months_of(entry)


def _printing(row):
    home = edition_address(row.edition)
    return Printing(
        edition=row.edition,
        entry=row.printed,
        address=figure_address(row.edition, row.number),
        places=tuple((f"{home}#{anchor}", text) for anchor, text in row.places),
        current=row.edition.number == row.newest,
    )


def _side_by_side(printings):
    """Lists of printings: a group (a cohort) goes on from another only where all of it is later;
    where both are told of at one time, each is a list of its own. What a correction took out
    stands in no group's way."""
    groups: dict[str, list[Printing]] = {}
    for printing in printings:
        groups.setdefault(printing.entry.cohort, []).append(printing)
    lists: list[list[Printing]] = []
    for group in sorted(groups.values(), key=lambda some: _ends(some)[0]):
        before = (some for some in lists if _ends(some)[-1] < _ends(group)[0])
        if (goes_on := next(before, None)) is not None:
            goes_on.extend(group)
        else:
            lists.append(list(group))
    return lists


def _ends(printings):
    """The last days of those that count now, in order; of all where none does."""
    current = [printing for printing in printings if printing.current]
    return sorted(printing.entry.end for printing in current or printings)


def _points(printings):
    def days(one):
        return (one.entry.end, one.entry.start)

    ordered = sorted(printings, key=lambda item: (days(item), _issued(item)))
    return [_point(list(same)) for _, same in groupby(ordered, key=days)]


def _issued(item):
    return (item.edition.issued_on, item.edition.pk, item.entry.number)


def _point(printings):
    """What the newest edition issued last says counts; what others said is kept beside it, but
    never a number that is withheld now."""
    value = next((printing for printing in reversed(printings) if printing.current), printings[-1])
    if value.entry.mark:
        return Point(value)
    entries = (value.entry.text, value.entry.base)
    others = [
        printing for printing in printings if printing is not value and not printing.entry.mark
    ]
    was = [other for other in others if (other.entry.text, other.entry.base) != entries]
    rest = (other for other in others if other.current)
    also = tuple(row for row in rest if (row.entry.text, row.entry.base) == entries)
    return Point(value, tuple(was if value.current else [*was, value]), also=also)


def _with_breaks(points):
    made: list[Point] = []
    for point in points:
        before = made[-1].entry if made else None
        if before:
            missing = _missing(before, point.entry)
            point = replace(point, breaks=_breaks(before, point.entry), missing=missing)
        made.append(point)
    return tuple(made)


def _missing(before, after):
    """“1 July to 31 December 2015”, the time between two periods of a strand; empty of days, of
    waves and of periods that follow each other."""
    if _length(after) == WAVE or before.start == before.end or after.start == after.end:
        return ""
    first = date.fromisoformat(before.end) + timedelta(days=1)
    last = date.fromisoformat(after.start) - timedelta(days=1)
    return span(f"{say_day(first)} to {say_day(last)}") if first < last else ""


def _breaks(before, after):
    # Points of one strand may be of different populations or, by a day or two, of other lengths.
    reason = why_not_comparable(before, after)
    return (_changed_words(before, after) or (OTHERWISE.format(reason),)) if reason else ()


def _changed_words(before, after):
    return tuple(
        f"From here {DEFINED[name]} changes: “{getattr(after, name) or 'not recorded'}”, "
        f"before “{getattr(before, name) or 'not recorded'}”."
        for name in defined_otherwise(before, after)
    )


def _titled(months, points):
    if months == WAVE:
        kind = "values of each wave of the survey"
    elif months == 0:
        kind = "values on single dates"
    elif months % 12 == 0:
        kind = "values over a year" if months == 12 else f"values over {months // 12} years"
    else:
        kind = "values over a month" if months == 1 else f"values over {months} months"
    cohorts = [point.entry.cohort for point in points if point.entry.cohort]
    return f"{cohorts[-1]}: {kind}" if cohorts else with_capital(kind)


def is_counted(point: Point) -> bool:
    """Whether the point has a number that is shown."""
    return not (point.withheld or point.taken_out or point.entry.count is None)


def values_of(points: Sequence[Point], as_shares: bool = False) -> list[float | None]:
    """The number that each point stands for, None where none is shown: its share in per cent where
    all that are shown print as shares, or `as_shares` has their counts read so, else its count."""
    as_shares = as_shares or all(is_share(point.entry) for point in points if is_counted(point))
    return [_value(point.entry, as_shares) if is_counted(point) else None for point in points]


def _value(entry, as_share):
    if as_share:
        return 100 * entry.count / entry.base_count
    return entry.count / SCALES.get(entry.unit, 1)

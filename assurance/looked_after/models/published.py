"""A council beside England, its region and its statistical neighbours, as published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from assurance.charts.tables import Bar, Chart
from assurance.looked_after.models.comparisons import (
    ENGLAND,
    MEASURES,
    ComparedArea,
    PublishedFigure,
)

YEARS = 5
PER = 10_000
ORDER = (ComparedArea.OWN, ENGLAND, ComparedArea.IN_REGION, ComparedArea.NEIGHBOUR)
MEAN = "Statistical neighbours, mean of their rates"
MARKED = "not published"


@dataclass(frozen=True)
class Cell:
    """A published rate of one year, its number of children, and the words for both."""

    rate: Decimal | None = None
    children: int | None = None
    note: str = ""

    @property
    def words(self):
        """The rate, or why there is none."""
        if self.rate is None:
            return MARKED
        return f"{self.rate.normalize():f}{self.note}"


@dataclass(frozen=True)
class ComparedMeasure:
    """One measure: the days it is published of, per area its cells of those days, the sources."""

    measure: str
    heading: str
    days: tuple[date, ...]
    lines: tuple[tuple[str, tuple[Cell, ...]], ...]
    sources: tuple[str, ...]


def compared_on(council, day):
    """A `ComparedMeasure` per measure of which something is published up to `day`, with the
    council's compared areas of that day; none where no figures were imported."""
    areas = {
        compared_area.area_code: compared_area
        for compared_area in ComparedArea.objects.on(council, day)
    }
    rows = list(PublishedFigure.objects.of_areas(council, list(areas), day))
    for measure, heading in MEASURES.items():
        figures = [item for item in rows if item.measure == measure]
        if figures:
            yield _compared(measure, heading, figures, areas)


def own_rate(council, day, children):
    """(rate per 10,000, population, its day) of a count by the newest published population of the
    council itself, or None where none is held."""
    own = PublishedFigure.objects.compared_on(council, day).filter(role=ComparedArea.OWN)
    return own_rate_among(own.filter(population__gt=0)[:1], children)


def own_rate_among(
    rows: Iterable[PublishedFigure], children: int
) -> tuple[Decimal, int, date] | None:
    """The same where `rows` are what is published of the compared areas, the newest first."""
    own = (row for row in rows if row.role == ComparedArea.OWN and row.population)
    newest = next(own, None)
    if newest is None:
        return None
    return rate_of(children, newest.population), newest.population, newest.date


def rate_of(children: int, population: int) -> Decimal:
    """So many of a population for every 10,000, to one decimal."""
    return _one_decimal(Decimal(children * PER) / population)


def mean_of(rates: Sequence[Decimal]) -> Decimal:
    """The mean of published rates, to one decimal."""
    return _one_decimal(sum(rates) / len(rates))


def _one_decimal(exact):
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _compared(measure, heading, figures, areas):
    days = sorted({item.date for item in figures})[-YEARS:]
    named = {}
    for figure in sorted(figures, key=lambda item: (_rank(item, areas), item.area_name)):
        named.setdefault(figure.area_code, (figure.area_name, figure))
    cells = {(item.area_code, item.date): _cell(item) for item in figures}
    lines = [
        (name, tuple(cells.get((code, day), Cell()) for day in days))
        for code, (name, _) in named.items()
    ]
    neighbours = [code for code in named if _role(areas, code) == ComparedArea.NEIGHBOUR]
    if neighbours:
        mean = tuple(_mean([cells.get((code, day), Cell()) for code in neighbours]) for day in days)
        lines.insert(len(lines) - len(neighbours), (MEAN, mean))
    sources = sorted({f"{item.source}, {item.licence}" for item in figures})
    return ComparedMeasure(measure, heading, tuple(days), tuple(lines), tuple(sources))


def _cell(figure):
    # A number that a later file withheld is not shown again.
    return Cell(figure.rate, figure.children) if figure.is_published else Cell()


def _mean(cells):
    rates = [cell.rate for cell in cells if cell.rate is not None]
    if not rates:
        return Cell()
    note = "" if len(rates) == len(cells) else f" ({len(rates)} of {len(cells)})"
    return Cell(mean_of(rates), None, note)


def _role(areas, code):
    return areas[code].role if code in areas else ENGLAND


def _rank(figure, areas):
    return ORDER.index(_role(areas, figure.area_code))


@dataclass(frozen=True)
class AreaRate:
    """The newest rate of an area: its number of children, and the population it is a rate of with
    its day; a number that is not published is None."""

    label: str
    rate: Decimal
    day: date
    children: int | None
    population: int | None
    population_on: date

    @property
    def rate_text(self):
        """The rate as it prints: `50.3`."""
        return f"{self.rate.normalize():f}"


def area_rates(council, day, children=None):
    """An `AreaRate` of our own count of `children` on `day` (where it is known), of England and of
    each compared area: ourselves, England, the region, the neighbours."""
    rows = PublishedFigure.objects.compared_on(council, day).filter(measure="looked_after")
    rows = [row for row in rows if row.is_published]
    newest = {row.area_code: row for row in reversed(rows) if row.rate is not None}
    lines = [
        AreaRate(row.area_name, row.rate, row.date, row.children, row.population, row.date)
        for row in sorted(newest.values(), key=lambda row: (_place(row), row.area_name))
    ]
    own = None if children is None else own_rate(council, day, children)
    if own is None:
        return lines
    rate, population, population_on = own
    return [AreaRate("Our own count", rate, day, children, population, population_on), *lines]


def chart_of_newest(lines):
    """The newest rates as bars; None for fewer than two areas."""
    if len(lines) < 2:
        return None
    bars = tuple(Bar(line.label, float(line.rate), line.rate_text) for line in lines)
    return Chart(
        anchor="newest-rates",
        title="Children looked after per 10,000 children, newest of each area",
        description="; ".join(f"{bar.label} {bar.words}" for bar in bars) + ".",
        bars=bars,
        heading="Area",
        values="Rate per 10,000",
    )


def _place(row):
    return ORDER.index(row.role or ENGLAND)

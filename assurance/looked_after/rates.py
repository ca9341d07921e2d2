"""How many children are looked after for every 10,000: our own count beside what is published of
England and of the areas that a council compares itself with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import trunc

from assurance.figures.figure import Reading, Tally
from assurance.figures.rules.units import Origin
from assurance.figures.small_numbers import CountBehind
from assurance.looked_after.models.comparisons import ENGLAND as NATIONAL
from assurance.looked_after.models.comparisons import ComparedArea, PublishedFigure
from assurance.looked_after.models.published import MEAN, mean_of, rate_of
from assurance.looked_after.models.readings import census_of
from assurance.runtime.periods import When

# Members of the figure besides the codes of areas.
OWN, ENGLAND, NEIGHBOURS = "own", "england", "neighbours"
HUNDRED = 100
# The figure whose count our own rate is worked out of.
TOTAL = "looked_after.children"


@dataclass(frozen=True)
class Rate:
    """A rate in hundredths, of which day, what it is called, where it is from, its rows."""

    hundredths: int
    when: When
    label: str
    source: str
    rows: tuple[str, ...]
    behind: CountBehind | None = None
    origin: Origin = Origin.PUBLISHED


def per_10_000(query):
    """The rates of the day: `own`, `england`, `neighbours` (a mean), and of each compared area by
    its code; None where nothing is published."""
    if query.cohort is not None:
        return None
    rows = PublishedFigure.objects.compared_on(query.council, query.when.end)
    rows = _of_looked_after(rows.filter(measure="looked_after"))
    own = _own(query, rows)
    known = {**rates_of_others(rows), **({OWN: own} if own else {})}
    return _reading(query, known) if known else None


def rates_of_others(rows: Iterable[PublishedFigure]) -> dict[str, Rate]:
    """The same without our own, which needs our count of that day: of England, of the neighbours
    and of each compared area, where `rows`, compared on the day, have something published."""
    rows = _of_looked_after(rows)
    newest = {row.area_code: row for row in reversed(rows) if row.rate is not None}
    rates = {
        ENGLAND if row.level == NATIONAL else code: _published(row) for code, row in newest.items()
    }
    mean = _mean(rows)
    return {**rates, NEIGHBOURS: mean} if mean else rates


def _of_looked_after(rows):
    return [row for row in rows if row.measure == "looked_after" and row.is_published]


def _reading(query, rates):
    return Reading(
        members={name: _tally(item) for name, item in rates.items()},
        when=query.when,
        labels={name: item.label for name, item in rates.items()},
        whens={name: item.when for name, item in rates.items()},
        sources={name: item.source for name, item in rates.items()},
        apart=True,
        # Our own count is asked of the day, whenever the rates of others were published.
        weighed_on=query.when.end,
        behind={name: item.behind for name, item in rates.items() if item.behind},
        origins={name: item.origin for name, item in rates.items()},
    )


def _tally(rate):
    return Tally(rate.hundredths, lambda: rate.rows)


def _published(row):
    day = When.at(row.date)
    return Rate(_hundredths(row.rate), day, row.area_name, row.source, _keys([row]))


def _mean(rows):
    """The mean of the neighbours' rates of the newest day of which any is published."""
    every = [row for row in rows if row.role == ComparedArea.NEIGHBOUR]
    known = [row for row in every if row.rate is not None]
    rows = [row for row in known if row.date == known[0].date]
    if not rows:
        return None
    day, number = rows[0].date, len({row.area_code for row in every})
    some = "" if len(rows) == number else f" ({len(rows)} of {number})"
    hundredths = _hundredths(mean_of([row.rate for row in rows]))
    return Rate(hundredths, When.at(day), f"{MEAN}{some}", rows[0].source, _keys(rows))


def _own(query, rows):
    """Our own count by the newest published population, or None without either; readers get it
    only where they get the count, which it gives away."""
    census = census_of(query)
    known = [row for row in rows if row.role == ComparedArea.OWN and row.population]
    newest = known[0] if known else None
    if census is None or newest is None:
        return None
    return Rate(
        _hundredths(rate_of(census.total, newest.population)),
        When.at(census.date),
        f"{newest.area_name}, by the published population",
        f"{census.source}; population of {newest.date.year}: {newest.source}",
        (f"census/{census.pk}", *_keys([newest])),
        _behind(census, newest.population),
        Origin.of_total(not census.counted),
    )


def _behind(census, population):
    """Our own count, with the counts around it of which the rate is the same."""
    rate, low, high = rate_of(census.total, population), census.total, census.total
    while low and rate_of(low - 1, population) == rate:
        low -= 1
    while rate_of(high + 1, population) == rate:
        high += 1
    return CountBehind(TOTAL, f"census/{census.pk}", census.cohort, low, high)


def _hundredths(rate):
    return trunc(rate * HUNDRED)


def _keys(rows):
    return tuple(f"published-figure/{row.pk}" for row in rows)

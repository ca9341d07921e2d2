"""The column of a table that says the change between two others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assurance.runtime.digits import exact
from reports.checks.reading import Grid, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.data.changes import signed
from reports.prose.asides import AIMS, OTHER_AREAS
from reports.prose.quantities.arithmetic import number_text, rounded

_CHANGE = re.compile(
    r"^\W*(?:(?:net|%|per\s?cent(?:age)?|percent(?:age)?|annual|numerical)\s+(?:point\s+)?)?"
    r"(?:change|difference|variance|movement|increase\s*(?:/|or)\s*decrease)\b|^\W*\+\s?/\s?[-–−]\W*$",
    re.I,
)
# Columns whose numbers no change is between.
_NO_VALUE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|average|mean|rank|budget)\b",
    re.I,
)
_VALUE = re.compile(r"\W{0,2}(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<percent>%?)\W{0,2}")
_IN_PERCENT = re.compile(r"%|\bper\s?cent|\bpercent", re.I)
_STEP = re.compile(
    r"(?P<sign>[-+−–▲▼↑↓]|up|down|rise|fall|rose|fell)?(?:\s+(?:of|by))?\s*£?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>%|pp|ppt|points?|percentage\s+points?)?"
    r"\s*(?P<after>▲|▼|↑|↓|increase|decrease|rise|fall|more|fewer|less)?",
    re.I,
)
_NO_STEP = ("no change", "unchanged", "same", "nil", "none")
_DOWN = frozenset(("-", "−", "–", "▼", "↓", "down", "fall", "fell", "decrease", "fewer", "less"))


@dataclass(frozen=True)
class _Row:
    """One row: what it was, what it is, and the change that the table says."""

    line: Line
    name: str
    before: Fraction
    after: Fraction
    said: Fraction
    places: int
    signed: bool
    slack: Fraction


@rule("change-column", Severity.WARNING, "C02; source of error 1", follows=("table-total",))
def changes_denied(reading: Reading, _known) -> Iterator[Fault]:
    """A column of changes follows from the two columns of values before it.

    Only where the changes of most rows do.
    """
    for grid in reading.grids:
        headings = [column.text for column in grid.columns]
        for place, heading in enumerate(headings):
            values = _value_columns(grid, headings, place) if _CHANGE.match(heading) else ()
            if len(values) == 2:
                yield from _of_column(grid, heading, place, values)


def _value_columns(grid, headings, place):
    """The places of the two columns of values before the column of changes."""
    matches = [
        item
        for item in range(1, place)
        if not _CHANGE.match(headings[item])
        and not _NO_VALUE.search(headings[item])
        and sum(1 for row in grid.rows if _value(row[item])) * 2 > len(grid.rows)
    ]
    return tuple(matches[-2:])


def _of_column(grid: Grid, heading, place, values):
    rows = [item for row in grid.rows if (item := _row(row, place, values))]
    judged = [
        (way, [_fits(way(row.before, row.after), row) for row in rows])
        for way in _ways(heading, rows)
    ]
    way, fits = max(judged, key=lambda row: sum(row[1]))
    right, wrong = sum(fits), len(fits) - sum(fits)
    if right < 2 or right < 2 * wrong:
        return
    for item, fit in zip(rows, fits, strict=True):
        if not fit:
            step = rounded(way(item.before, item.after), item.places)
            sign = "+" if step > 0 else "−" if step < 0 else ""
            text = f"{sign}{number_text(abs(step), item.places)}"
            says = (
                f"“{item.name}”: between {number_text(item.before, _places(item.before))} and "
                f"{number_text(item.after, _places(item.after))} the change is {text}, but the "
                f"column “{heading}” has {item.line.text.strip()}."
            )
            mend = f"Write {text}, or put the wrong value right."
            yield fault(item.line, (0, len(item.line.text)), says, mend)


def _difference(before, after):
    return after - before


def _difference_back(before, after):
    return before - after


def _share(before, after):
    return (after - before) * 100 / before if before else Fraction(0)


def _share_back(before, after):
    return _share(after, before)


def _ways(heading, rows):
    """The reckonings that the column may follow: per cents say a share of counts, or points."""
    says_shares = bool(_IN_PERCENT.search(" ".join((heading, *(row.line.text for row in rows)))))
    if says_shares and not any(row.slack for row in rows):
        return (_share, _share_back)
    steps = (_difference, _difference_back)
    return (*steps, _share, _share_back) if says_shares else steps


def _fits(exact, row):
    """Whether the stated change is that one, as far as places and rounding of the values allow."""
    value, target = (row.said, exact) if row.signed else (abs(row.said), abs(exact))
    unit = Fraction(1, 10**row.places)
    gap = abs(value - target)
    return gap <= row.slack or (target % unit != 0 and gap < unit + row.slack)


def _row(row, place, values):
    """The row with its numbers, or None where one of them cannot be read."""
    before, after = (_value(row[value]) for value in values)
    step = _step(row[place].text)
    if before is None or after is None or step is None:
        return None
    number, places, signed = step
    slack = max(_unit(row[value]) for value in values)
    return _Row(row[place], row[0].text.strip(), before, after, number, places, signed, slack)


def _value(line):
    match = _VALUE.fullmatch(line.text.strip())
    return exact(match["number"]) if match else None


def _unit(line):
    """How far a rounded value may be from the true one: nothing for a count."""
    match = _VALUE.fullmatch(line.text.strip())
    places = len(match["number"].partition(".")[2])
    return Fraction(1, 10**places) if places or match["percent"] else Fraction(0)


def _step(text):
    """(the change that a cell says, its decimal places, whether its sign is written), or None."""
    text = text.strip().strip("()").strip()
    if text.casefold() in _NO_STEP:
        return Fraction(0), 0, True
    match = _STEP.fullmatch(signed(text))
    number = exact(match["number"]) if match else None
    if number is None:
        return None
    sign = (match["sign"] or match["after"] or "").casefold()
    places = len(match["number"].partition(".")[2])
    return -number if sign in _DOWN else number, places, bool(sign)


def _places(value):
    return 0 if value.denominator == 1 else 1

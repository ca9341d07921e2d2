"""The series of numbers around a sentence: of sentences before it, of its paragraph, of lists and
tables, and of the paper."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reports.checks.numbers.passages import opened
from reports.checks.reading import Line, Reading, shared
from reports.constraints.claims.entries import Series, entries_of, series_of, tokens
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.bands import bands_told
from reports.quantities.model import Statement
from reports.quantities.parts.lists import line_over
from reports.quantities.passages import before, by_line, statements
from reports.quantities.tables import QUARTERS, THREE_MONTHS, Shown, all_tables, tables_near
from reports.quantities.tables import TOTAL as TOTAL_ROW

_LINES = 3
_THIRD = Fraction(1, 3)
# So many series of a whole paper are looked at for one claim.
_MOST = 8
# “Health: 78%. Social care: 91%; …”
_LABELLED = re.compile(r"(?:^|[.;]\s+)\W*((?:[^⟦:;.]|⟦[dx]\d+⟧){3,60}?)(?::\s*|\s*\()⟦([cp])(\d+)⟧")


def series_near(reading: Reading, row: Statement) -> Iterator[Series]:
    """The series around a sentence: of those before it, of its paragraph, of lists and tables."""
    for other in before(statements(reading), row.order - 1, 3):
        yield from filter(None, (series_of(other),))
    yield from filter(None, (paragraph_series(reading, row),))
    yield from series_of_lists(reading, row)
    for table in tables_near(reading, row.line):
        if not table.is_list:
            yield from table_series(table)


def series_of_lists(reading: Reading, row: Statement) -> list[Series]:
    """The series of the lists within three lines of a sentence."""
    return shared(reading, _lists_nearby).get(reading.places[id(row.line)], [])


def series_of_paper(reading: Reading, about: frozenset[str]) -> tuple[Series, ...]:
    """The lists and tables of a paper that count what these tokens name, a few at most."""
    index = shared(reading, _by_token)
    matches = {id(series): series for token in sorted(about) for series in index.get(token, ())}
    return tuple(item for item in matches.values() if len(item.about & about) > 1)[:_MOST]


def _by_token(reading):
    index = {}
    series = [item for items in shared(reading, _lists_nearby).values() for item in items]
    series += [
        item for table in all_tables(reading) if not table.is_list for item in table_series(table)
    ]
    for item in {id(item): item for item in series}.values():
        for token in item.about:
            series = index.setdefault(token, [])
            if len(series) < _MOST:
                series.append(item)
    return index


def paragraph_series(reading: Reading, row: Statement) -> Series | None:
    """`Health: 78%. Social care: 91%.`: the labels of a paragraph with a number behind each."""
    cells = []
    for other in by_line(reading).get(id(row.line), ()):
        for match in _LABELLED.finditer(other.sentence.text):
            number = other.sentence.thing(match[3])
            cells.append((number, other.sentence.said(match[1]), row.line, match.start(2)))
    kinds = {number.kind for number, *_ in cells}
    return Series(entries_of(cells)) if len(cells) > 1 and len(kinds) == 1 else None


def _lists_nearby(reading) -> Mapping[int, list[Series]]:
    """Place of a line → the series of the lists within three lines of it."""
    index = {}
    for listing, lead in opened(reading):
        cells = [(_number(item), item) for item in listing.items]
        if len(cells) < 2 or not all(number for number, _ in cells):
            continue
        if len({number.kind for number, _ in cells}) > 1:
            continue
        places = [reading.places[id(item)] for item in listing.items]
        lead = lead or line_over(reading, listing)
        rows = [(number, _without(item, number), item, 0) for number, item in cells]
        series = Series(entries_of(rows), tokens(lead.text if lead else ""), least=_THIRD)
        for place in range(min(places) - _LINES, max(places) + _LINES + 1):
            index.setdefault(place, []).append(series)
    return index


def _without(item: Line, number: Number):
    """What an item says beside its number, up to where it says more."""
    return f"{item.text[: number.start]} {re.split(r'[;.(]', item.text[number.end :])[0]}"


def _number(item: Line):
    bands = [(start, end) for _, start, end in bands_told(item.text)]
    stated = [
        number
        for number in item.numbers
        if number.kind in (COUNT, PERCENT)
        and not any(start <= number.start < end for start, end in bands)
    ]
    return stated[0] if stated else None


def table_series(table: Shown) -> Iterator[Series]:
    """The columns of a table and its rows, each without its total."""
    caption = table.grid.caption
    for place in range(1, len(table.headings)):
        labels = with_quarters(table.rows)
        cells = [
            (numbers[place], label, line[0], 0)
            for numbers, label, line in zip(table.numbers, labels, table.grid.rows, strict=True)
            if place < len(numbers) and numbers[place] and line
        ]
        yield from _column(cells, f"{caption} {table.headings[place]}")
    for numbers, label, line in zip(table.numbers, table.rows, table.grid.rows, strict=True):
        named = zip(numbers[1:], with_quarters(table.headings[1:]), strict=False)
        cells = [(number, head, line[0], 0) for number, head in named if number]
        # A mean beside counts is of another measure, and so may each column be.
        alike = len({bool(number.places) for number, *_ in cells}) == 1
        yield from _column(cells, f"{caption} {label}") if len(cells) > 2 and alike else ()


def with_quarters(labels: Sequence[str]) -> tuple[str, ...]:
    """Labels of three months each, with the quarter of a financial year that they are."""
    matches = [THREE_MONTHS.match(label) for label in labels]
    if sum(map(bool, matches)) != len(QUARTERS):
        return tuple(labels)
    return tuple(
        f"{label}, quarter {QUARTERS[match[1].casefold()[:3]]}" if match else label
        for label, match in zip(labels, matches, strict=True)
    )


def _column(cells, about) -> Iterator[Series]:
    total = sum(number.value for number, *_ in cells)
    parts = [cell for cell in cells if 2 * cell[0].value != total and not TOTAL_ROW.match(cell[1])]
    if len(parts) > 1 and len({number.kind for number, *_ in parts}) == 1:
        yield Series(entries_of(parts), tokens(about), least=_THIRD)

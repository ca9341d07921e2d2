"""Shares and changes in points that text tells of a table, against its numbers."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from reports.checks.quantities.grammar import noun_of
from reports.checks.quantities.grids.cells import Sheet, Value, both_ways
from reports.checks.quantities.grids.surroundings import row_hinted, rows_of, sheets_by
from reports.checks.quantities.model import Denial, Quantity, Statement, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import is_swapped, number_text
from reports.prose.quantities.phrases import phrase_after, stem

_OF = re.compile(r"^\s*of\s+(?P<noun>[^⟦.;:,()]{2,60})", re.I)
_ALL = re.compile(r"^(?:(?:the\s+)?(?:total|whole|everyone|all)|them\s+all)\b", re.I)
_POINTS = re.compile(r"⟦(?P<kind>[cq])(?P<mark>\d+)⟧\s+(?:percentage\s+)?points?\b", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:nation\w*|england|region\w*|target|average|last\s+(?:year|quarter)|(?:a|the)\s+year\s+"
    r"(?:before|earlier|ago)|previous\w*|neighbours|similar|benchmark|standard)\b",
    re.I,
)
# A sentence of more counts than these is a table of its own.
_MOST = 16
_MEND = "Put the share right, or the numbers that it is of."


@constraint(
    "share-unlike-table", "C02; source of error 1", follows=("percent-of-count", "parts-of-whole")
)
def share_unlike_table(reading: Reading) -> Iterator[Denial]:
    """A share or a change in points that the text tells of a table follows from its numbers."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if not re.search(r"⟦p|\bpoints?\b", row.sentence.text):
            continue
        near = list(sheets_by(reading, row.line))
        if not near or _ELSEWHERE.search(row.sentence.text):
            continue
        counts = [item for other in (row, *before(rows, place, 1)) for item in other.counts]
        if len(counts) > _MOST:
            continue
        for item in row.quantities:
            if item.phrase.number.kind == PERCENT and not item.phrase.number.bound:
                yield from _of_share(row, item, counts, near)
        yield from _of_points(row, near)


def _of_share(row: Statement, item: Quantity, counts, near):
    """The denial of a per cent of a table's row or column that none of its numbers bears."""
    number = item.phrase.number
    values = {other.value for other in counts}
    if number.value in {cell.exact for sheet in near for cell in _cells(sheet)}:
        return
    if any(_is_share(number, part, base) for part in values for base in values):
        return
    pairs = [pair for sheet in near for pair in _pairs(sheet, row, item, values)]
    right = [pair for pair in pairs if pair[2]]
    if not right or any(_is_share(number, part, base) for part, base, *_ in right):
        return
    for part, base, *_ in right:
        share = part * 100 / base
        text = Fraction(round(share * 10**number.places), 10**number.places)
        if _is_slip(number, text) or _is_of_another(number, part, pairs):
            says = (
                f"{number_text(part)} of {number_text(base)} is "
                f"{number_text(share, number.places)}%, and the paper says {number.words}."
            )
            yield Denial.of(item, says, _MEND)
            return


def _is_of_another(number: Number, part, pairs):
    """Whether a per cent is that of the same count, of a row that is not what it is of; where all
    is what it is of, that may be the row's own total."""
    others = [pair for pair in pairs if pair[0] == part]
    plain = all(pair[3] for pair in others if pair[2])
    return plain and any(_is_share(number, *pair[:2]) for pair in others)


def _is_slip(number: Number, right: Fraction):
    """Whether the digits of a per cent are those of another in another order."""
    scale = 10**number.places
    return is_swapped(number.value * scale, right * scale)


def _is_share(number: Number, part: Fraction, base: Fraction):
    """Whether a per cent is one number of another, rounded or cut."""
    if not base or part > base:
        return False
    return abs(part * 100 / base - number.value) < Fraction(1, 10**number.places)


def _cells(sheet: Sheet) -> Iterator[Value]:
    return (cell for row in sheet.rows for cell in row if cell)


def _pairs(sheet: Sheet, row: Statement, item: Quantity, values):
    """(a count, what it is of, whether this is what the sentence names, and that by its label),
    over a table's rows and its columns; the count is one of a row that is named, or of the
    sentence itself."""
    base = _base_noun(item)
    wording = row.sentence.said()
    for way in both_ways(sheet) if base else ():
        clause = f"{item.phrase.label} {item.phrase.clause}"
        named = {*rows_of(way, wording), *row_hinted(way, clause)}
        bases = [
            place
            for place, label in enumerate(way.labels)
            if place in way.totals or _is_base(label, base)
        ]
        named_base = not way.totals & set(bases)
        for column in way.columns:
            cells = {
                place: cell
                for place, cell in enumerate(column)
                if cell and cell.exact > 0 and not cell.is_share and not cell.is_rounded
            }
            whole = max((cells[place].exact for place in bases if place in cells), default=None)
            parts = [cell.exact for place, cell in cells.items() if place in named]
            parts += [value for value in values if value in _prefixes(cells.values())]
            for part in parts:
                for cell in cells.values():
                    if part < cell.exact:
                        yield part, cell.exact, cell.exact == whole, named_base


def _prefixes(cells):
    """Each number of a column, and the sum of its first ones."""
    numbers = [cell.exact for cell in cells]
    return {*numbers, *(sum(numbers[:end]) for end in range(2, len(numbers)))}


def _base_noun(item: Quantity):
    """The stem of what a per cent is of, “all” for everyone, nothing where that is not told."""
    match = _OF.match(item.sentence.text[item.phrase.end :])
    if not match:
        return ""
    noun = noun_of(phrase_after(match["noun"]))
    return "all" if _ALL.match(match["noun"]) and not noun else noun[-1] if noun else ""


def _is_base(label, base):
    """Whether a row counts what a per cent is of."""
    return base in noun_of(label) or stem(label) == base


def _of_points(row: Statement, near):
    """The denial of a change in points that no two shares of the table by it are apart."""
    text = row.sentence.text
    if "⟦p" in text:
        return
    for match in _POINTS.finditer(text):
        number = row.sentence.thing(match["mark"])
        shares = [
            [cell.exact for cell in line if cell and cell.is_share]
            for sheet in near
            for way in both_ways(sheet)
            for line in way.rows
        ]
        steps = {abs(a - b) for line in shares for a, b in combinations(line, 2)}
        room = (
            1 if number.bound or (number.kind == COUNT and not number.places) else Fraction(1, 10)
        )
        if steps and min(abs(step - number.value) for step in steps) > room:
            nearest = min(steps, key=lambda step: abs(step - number.value))
            says = (
                f"No two shares of the table are {number.words} points apart; the nearest are "
                f"{number_text(nearest, 1)} apart."
            )
            yield Denial(row.line, number, says, _MEND)

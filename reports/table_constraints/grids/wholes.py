"""The whole that a caption, or the line over a list of several numbers, states of what is in it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.numbers.overlaps import says_otherwise
from reports.checks.numbers.passages import opened
from reports.checks.reading import CAPTION, Line, Listing, Reading
from reports.prose.numbers import COUNT, MONEY, Number
from reports.prose.quantities.arithmetic import extent, number_text
from reports.prose.quantities.phrases import phrase_after, stems
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, constraint
from reports.table_constraints.grids.cells import TOTAL, Sheet, is_added, sheets

_THE = re.compile(r"\b(?:the|all|these|our)\s+⟦c(\d+)⟧", re.I)
_SCALES = (1, 1000, 10**6)
_LEAST, _FEWEST_ITEMS, _MORE_THAN_ALL = 10, 3, 110
_MEND = "Put right the whole, or the part that is wrong."


@constraint("grid-whole", "C02; source of error 6", follows=("parts-of-whole", "list-length"))
def grid_wholes(reading: Reading) -> Iterator[Denial]:
    """The total given for a table or a list of numbers is the sum of its columns."""
    for sheet in sheets(reading):
        line = reading.lines[reading.first_places.get(sheet.grid.where, 0)]
        if line.kind == CAPTION and not (says_otherwise(reading, sheet.grid) or _overlaps(sheet)):
            yield from _of_caption(sheet, line)
    for listing, lead in opened(reading):
        if lead is not None and len(listing.items) >= _FEWEST_ITEMS:
            yield from _of_columns(reading, listing, lead)


def _of_caption(sheet: Sheet, line: Line) -> Iterator[Denial]:
    """The denial of “the 16 exceptions” over a table whose numbers come to another whole."""
    down = _totals(sheet)
    totals = {*down.values(), *_totals(sheet.turned()).values()}
    known = totals | {cell.exact for row in sheet.rows for cell in row if cell}
    for sentence in line.marked:
        for match in _THE.finditer(sentence.text):
            number = sentence.thing(match[1])
            noun = stems(phrase_after(sentence.text, match.end()))
            named = [value for head, value in down.items() if noun & stems(head)]
            whole = next(iter(named if len(down) > 1 else down.values()), 0)
            if number.bound or number.value < _LEAST or number.value in known or not whole:
                continue
            if slip(number.value, whole, COUNT) >= NEAR:
                says = f"The caption has {number.words}, but the table adds up to "
                yield Denial(line, number, f"{says}{number_text(whole)}.", _MEND)


def _overlaps(sheet: Sheet) -> bool:
    """True if the shares of the rows come to far more than all: a pupil may be in several rows."""
    columns = [[cell for cell in column if cell and cell.is_share] for column in sheet.columns]
    whole = [x for x in columns if len(x) == len(sheet.labels)]
    return any(sum(cell.exact for cell in column) > _MORE_THAN_ALL for column in whole)


def _totals(sheet: Sheet) -> dict[str, Fraction]:
    """What each column of counts comes to, by its head."""
    values = {}
    parts = [place for place in range(len(sheet.labels)) if place not in sheet.totals]
    for head, column in zip(sheet.heads, sheet.columns, strict=True):
        cells = [column[place] for place in parts]
        counted = all(cells) and not any(cell.is_share or cell.is_rounded for cell in cells)
        if counted and (is_added(head) or TOTAL.match(head)):
            values[head] = sum((cell.exact for cell in cells), Fraction(0))
    return values


def _of_columns(reading: Reading, listing: Listing, lead: Line) -> Iterator[Denial]:
    """The denial of the one whole, of several stated, that a column of a list does not come to."""
    rows = [[n for n in item.numbers if n.kind in (COUNT, MONEY)] for item in listing.items]
    wide = len(rows[0])
    if not 2 <= wide <= len(_SCALES) or any(len(row) != wide for row in rows):
        return
    place = reading.places.get(id(lead), 0)
    near = [line for line in reading.lines[max(0, place - 1) : place + 1] if line.kind != CAPTION]
    printed = [(line, number) for line in near for number in line.numbers]
    wholes = [(line, n) for line, n in printed if n.kind in (COUNT, MONEY) and not n.bound]
    sums = [sum((n.value for n in column), Fraction(0)) for column in zip(*rows, strict=True)]
    for scale in _SCALES:
        scaled = [value * scale for value in sums]
        borne = [value for value in scaled if any(_is(n, value) for _, n in wholes)]
        rest = [value for value in scaled if value not in borne]
        if not borne or len(rest) != 1:
            continue
        for line, number in wholes:
            other = not any(_is(number, value) for value in borne)
            if other and abs(number.value - rest[0]) * 20 < rest[0]:
                says = f"The list adds up to {number_text(rest[0] / scale)}, but the report gives "
                yield Denial(line, number, f"{says}{number.words} of it.", _MEND)
                return


def _is(number: Number, value):
    """Whether a printed whole may be a sum, as far as it was rounded."""
    low, high = extent(number)
    return low <= value <= high

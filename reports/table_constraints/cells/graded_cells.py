"""The counts and shares of some grades, against the columns of a table that they take."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.claims import CLAIM
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.roles import BOUND, CHANGE, TARGET
from reports.quantities.selections import (
    Selection,
    beside_tables,
    cells_of,
    columns_taken,
    is_of_table,
    picked,
    rows_named,
)
from reports.quantities.tables import Shown

_MEND = "Use what the table shows, or explain the difference."
_FAR = 3
# “Over half of its cases” are all of the row.
_OF_ITS = re.compile(r"\bof\s+(?:its|their)\s", re.I)
# “The looked-after teams, in which 69% of that service’s audits were good”.
_OF_SOME = re.compile(r"\b(?:in|of|for)\s+(?:which|whom)\b|\bth(?:at|is)\s+[a-z]+[’']s\s", re.I)


def graded_cells(reading: Reading) -> Iterator[Denial]:
    """`39 were less than good`, `66% were good or better`: the columns that are meant."""
    for row, tables in beside_tables(reading):
        for selection in _meant(row, tables):
            yield from _counts(reading, row, selection)
            yield from _shares(row, selection)


def _meant(row: Statement, tables) -> list[Selection]:
    """The cells that a sentence chooses in the one table near it that has grades."""
    graded = [each for table in tables for each in (table, table.flipped) if each.scale]
    if len(graded) != 1 or not is_of_table(row, graded[0]) or graded[0].periods:
        return []
    table, written = graded[0], row.sentence.text
    columns = dict(columns_taken(table, written))
    places = rows_named(table, row.sentence.said())
    if len(columns) != 1 or len(places) > 1:
        return []
    selection = Selection(table, places[0] if places else None, *next(iter(columns.items())))
    is_read = selection.part is not None and selection.whole
    return [selection] if is_read else []


def _counts(reading: Reading, row: Statement, selection: Selection) -> Iterator[Denial]:
    part, whole = selection.part, selection.whole
    cells = {cell.value for cell in cells_of(selection.table, selection.row) if cell}
    known = {part, whole, whole - part} | cells
    # Where nothing else is named, the number may be that of any row.
    known |= selection.table.values if selection.row is None else set()
    pinned = selection.row is not None and all(item.value in known for item in row.counts[1:])
    # “On 131 files, more than the 119 that were good as a whole”: it has the table’s number too.
    for item in row.counts if all(x.value != part for x in row.counts) else ():
        if item.value in known or not item.phrase.is_stock or _is_of_another(item, selection):
            continue
        if slip(item.value, part, COUNT) >= NEAR and (
            pinned or not is_borne(reading, item.line, item.phrase.number)
        ):
            # Counts that a sentence gives of several rows may be of some of them only.
            yield _denial(item, selection, number_text(part), is_proved=False)


def _is_of_another(item: Quantity, selection: Selection):
    """True if a count is of things that the table does not name."""
    return bool(item.phrase.head and item.phrase.head not in selection.table.named)


def _shares(row: Statement, selection: Selection) -> Iterator[Denial]:
    part, whole, table = selection.part, selection.whole, selection.table
    column = Selection(table, None, selection.columns).part
    truths = [Fraction(part, whole)]
    of_row = _OF_ITS.search(row.sentence.text)
    if selection.row is None and _OF_SOME.search(row.sentence.text):
        return
    truths += (
        [Fraction(part, column)] if selection.row is not None and column and not of_row else []
    )
    truths += _of_each_row(selection) if selection.row is None else []
    # Of several shares each may be of another row.
    several = row.is_clause or len(row.sentence.marks("p")) > 1
    for item in () if several else row.quantities:
        number = item.phrase.number
        exact = number.kind == PERCENT and item.phrase.role not in (CHANGE, BOUND, TARGET)
        if not exact or item.value in table.values or _is_of_another(item, selection):
            continue
        room = _room(selection)
        ends = [(share * 100 - room, share * 100 + room) for share in truths]
        if all(verdict(number, *each) == WRONG for each in ends):
            likely = slip(item.value, truths[0] * 100, PERCENT) >= NEAR or len(row.quantities) == 1
            if likely and not _is_of_pair(row, number):
                yield _denial(item, selection, f"{number_text(truths[0] * 100, 1)}%")
    claims = [match for match in CLAIM.finditer(row.sentence.text) if match["fraction"]]
    claim = ClaimedShare.of_words(claims[0]) if len(claims) == 1 and not row.quantities else None
    if claim and all(map(claim.denies, truths)) and _is_near(claim.bound, truths[0]):
        says = _says(f"“{claim.words}”", selection, f"{number_text(truths[0] * 100, 1)}%")
        yield Denial(row.line, row.span, says, _MEND)


def _of_each_row(selection: Selection):
    """The share of each single row: where none is named, a share may be that of any of them."""
    rows = (replace(selection, row=place) for place in range(len(selection.table.rows)))
    return [Fraction(row.part, row.whole) for row in rows if row.part is not None and row.whole]


def _room(selection: Selection) -> Fraction:
    """How far the share of some cells may be off, each of which was rounded, in per cents."""
    table = selection.table
    rows = table.numbers if selection.row is None else (table.numbers[selection.row],)
    cells = [cell for row in rows for cell in picked(row, selection.columns) if cell]
    places = max((cell.places for cell in cells), default=0)
    unit = Fraction(1, 2 * 10**places) if places else Fraction(0)
    return len(cells) * unit * 100 / selection.whole


def _is_near(bound, share):
    return share / _FAR <= bound <= share * _FAR


def _is_of_pair(row: Statement, number):
    """True if two counts of the sentence come to a share."""
    values = [item.value for item in row.counts if item.value]
    shares = (Fraction(a * 100, b) for a in values for b in values if a < b)
    return any(verdict(number, share, share) != WRONG for share in shares)


def _denial(item: Quantity, selection: Selection, right, is_proved: bool = True) -> Denial:
    says = _says(item.phrase.number.words, selection, right)
    return Denial.of(item, says, _MEND, is_proved=is_proved)


def _says(stated, selection: Selection, right):
    table: Shown = selection.table
    return (
        f"The report has {stated} here, but by the table ({table.grid.at}) “{selection.words}” "
        f"comes to {right} of {selection.label}."
    )

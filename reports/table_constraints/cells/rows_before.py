"""`There attendance fell by 1.4 points`, `that leaves 32 without one`: of the row of a table that
this sentence or the one before it names."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT, POINTS, Number
from reports.prose.quantities.arithmetic import DIRECTION, UP, number_text, way_of
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.selections import beside_tables, is_of_kind, rows_counted, rows_named
from reports.quantities.tables import Shown

_OPENS = re.compile(
    r"\W*(?:there|here|in\s+(?:these|those|this|that)(?:\s+[a-z]+)?|it|they|this|that)\b", re.I
)
_BY = re.compile(r"\b(?:by|of)\s+(?:[a-z]+\s+){0,2}?⟦[cpq](?P<amount>\d+)⟧", re.I)
_MISSING = re.compile(
    r"⟦c(?P<count>\d+)⟧(?=(?P<between>[^⟦.;]{0,60})\b(?:yet\s+to|(?:have|had|has|did|were|was|are|do)\s+not|without|missed|still\s+(?:to|need|wait\w*)|outstanding|overdue|no\s+[a-z]+)\b)"
    r"|\b(?:leaves|leaving|left)\s+⟦c(?P<left>\d+)⟧",
    re.I,
)
_UNSURE = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{CONDITIONS}|each|per)\b", re.I)
_CONCEDED = re.compile(r",\s+(?:al)?though\b|,\s+(?:but|because|while)\b", re.I)
_FEW = 10
_MEND = "Use the table’s values, or explain the difference."


def rows_before(reading: Reading) -> Iterator[Denial]:
    """A change or a rest is that of the row that was named just before."""
    rows = statements(reading)
    for row, tables in beside_tables(reading):
        if _UNSURE.search(row.sentence.text):
            continue
        near = before(rows, row.order - 1, 1)
        for table in tables:
            if table.is_list:
                continue
            own = rows_named(table, row.sentence.said())
            named_rows = rows_named(table, near[0].sentence.said()) if near and not own else own
            if len(named_rows) == 1:
                opens = not own and _OPENS.match(row.sentence.text)
                yield from _changed(row, table, named_rows[0]) if opens else ()
                yield from _missing(row, table, named_rows[0])


def _changed(row: Statement, table: Shown, place) -> Iterator[Denial]:
    """`There the rate fell by 2.4 points`: from one of two periods to the other."""
    text, cells = row.sentence.text, list(table.in_periods(place).values())
    amounts, words = list(_BY.finditer(text)), list(re.finditer(DIRECTION, text, re.I))
    if len(cells) != 2 or len(amounts) != 1 or len(words) != 1 or len(MARK.findall(text)) != 1:
        return
    number: Number = row.sentence.thing(amounts[0]["amount"])
    kinds = {x.kind for x in cells}
    alike = kinds == {PERCENT} and number.kind in (PERCENT, POINTS, COUNT)
    if not (alike or kinds == {number.kind} == {COUNT}):
        return
    step = (cells[1].value - cells[0].value) * (1 if way_of(words[0]) == UP else -1)
    if step != number.value:
        says = f"For “{table.rows[place]}” the table ({table.grid.at}) has {cells[0].words} and "
        says += f"{cells[1].words}, but the report has “{row.sentence.said(words[0].group())}” by "
        yield Denial(row.line, number, f"{says}{number.words}.", _MEND)


def _missing(row: Statement, table: Shown, place) -> Iterator[Denial]:
    """`That leaves 32 who have not been seen`: what was due less what was done."""
    match = _MISSING.search(row.sentence.text)
    columns = [at for at in range(1, len(table.headings)) if is_of_kind(table, at, COUNT)]
    if not match or len(columns) != 2 or len(row.counts) != 1 or table.periods:
        return
    pairs = [
        (table.numbers[at][columns[0]].value, table.numbers[at][columns[1]].value)
        for at in rows_counted(table)
    ]
    rests = {first - last for first, last in pairs}
    first, last = (table.numbers[place][at].value for at in columns)
    number = row.sentence.thing(match["count"] or match["left"])
    # “The two facts are connected, although it was not tested” counts none who are missing.
    is_named = row.counts[0].phrase.article and number.value < _FEW
    if is_named or _CONCEDED.search(match["between"] or ""):
        return
    right: Fraction = first - last
    if any(rest < 0 for rest in rests) or number.value in rests | table.values or not right:
        return
    if is_mistyped(number.value, right):
        says = f"By the table ({table.grid.at}) it is {number_text(right)} for "
        says += f"“{table.rows[place]}”, but the report gives {number.words}."
        yield Denial(row.line, number, says, _MEND)

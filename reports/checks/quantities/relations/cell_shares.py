"""Shares, sums and multiples that a text gives of the rows and columns of a table near it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.quantities.derivation.slips import is_mistyped
from reports.checks.quantities.grammar import CHANGE, TARGET
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import statements
from reports.checks.quantities.shares.claims import is_of_others
from reports.checks.quantities.tables import TOTAL, Shown, names, names_loosely, shown_tables
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.arithmetic import RIGHT, number_text, rounded, verdict

_POINTS, _FAR, _ROWS, _LEAST = 25, 12, 2, 10
_CHANGES = re.compile(
    r"\b(?:increas\w+|decreas\w+|rise|rose|risen|fell|fallen|fall|reduc\w+|grew|grown|growth|up|down|"
    r"change\w*|more|fewer|less|higher|lower|points?)\b",
    re.I,
)
_ALL = re.compile(
    r"^\W*(?:altogether|in\s+all|in\s+total|all\s+told|together)\b|\b(?:altogether|in\s+total|all\s+told)\b"
    r"|\b(?:over|across)\s+the\s+(?:⟦\w+⟧|[a-z]+)\s+(?:months|quarters|years|terms|weeks)\b",
    re.I,
)
_STEP = re.compile(
    r"(?:⟦[cq](?P<gap>\d+)⟧|\bone)\s+(?:percentage\s+points?\s+|[a-z]+\s+)?(?P<way>more|fewer|less|higher|lower)"
    r"\s+than\s+(?:in|at|on)\s+(?P<year>[^,;.]{4,40})",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MORE = re.compile("more|higher", re.I)
_BANDED = re.compile(
    r"\bor\s+(?:better|more|above|over|outstanding|good|higher|fewer|less)\b", re.I
)
_SOME = re.compile(
    r"\b(?:of\s+(?:these|them|those|whom|which)|except|apart|without|excluding|other)\b", re.I
)


@dataclass(frozen=True)
class Named:
    """A row that a sentence names, of a table, with the column that it names as well."""

    table: Shown
    row: int
    column: int

    @property
    def cell(self):
        """The number of its cell."""
        return self.table.numbers[self.row][self.column]

    def wholes(self) -> Iterator[Fraction]:
        """What a share of the cell may be of: the total of its column, then of its row."""
        table = self.table
        column = [cells[self.column] for cells in table.numbers if self.column < len(cells)]
        totals = [bool(TOTAL.match(label)) for label in table.rows]
        stated = [x.value for x, is_total in zip(column, totals, strict=False) if x and is_total]
        rest = [x for x, is_total in zip(column, totals, strict=False) if not is_total]
        own = table.numbers[self.row]
        yield from stated
        if all(rest):
            yield sum(x.value for x in rest)
        for at, heading in enumerate(table.headings[: len(own)]):
            other = own[at] if at and at != self.column else None
            if other and TOTAL.match(heading) and other.value > self.cell.value:
                yield other.value
        counts = [x.value for x in own[1:] if x]
        if len(counts) > 1 and sum(counts) > self.cell.value:
            yield sum(counts)
        yield from (x for x in counts if x > self.cell.value)


def cell_shares(reading: Reading) -> Iterator[Denial]:
    """What a text reckons from a table near it is what the cells come to."""
    every = shown_tables(reading)
    for row in statements(reading) if every else ():
        place = reading.places.get(id(row.line), 0)
        near = [
            x
            for x in every
            if x.trail == row.line.trail and x.place - _FAR <= place <= x.end + _FAR
        ]
        if len(near) == 1:
            yield from _shares(row, near[0])
            yield from _sums(row, near[0])
            yield from _steps(row, near[0])


def _shares(row: Statement, table: Shown):
    """`In 2019 59% of care leavers were in work`: a cell of its column."""
    text = row.sentence.text
    percents = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
    for item in percents[:2]:
        if item.phrase.role in (CHANGE, TARGET) or item.phrase.number.bound:
            continue
        near = f"{item.phrase.label[-50:]} {item.phrase.clause[:50]}"
        if _CHANGES.search(near) or is_of_others(
            text, item.phrase.start, item.phrase.end, compared=False
        ):
            continue
        if item.value in table.values or _BANDED.search(text):
            continue
        parts = [x for x in row.counts if x.phrase.is_stock]
        matches = [x for x in _named(row, table) if x.cell.kind in (COUNT, MONEY)]
        cells = {x.cell.value for x in matches}
        # A number of its own is what the share tells of.
        if len({x.row for x in matches}) != 1 or any(x.value not in cells for x in parts):
            continue
        wholes = [(x.cell.value, y) for x in matches for y in x.wholes() if y > x.cell.value]
        own = [(x.value, y.value) for x in row.counts for y in row.counts if 0 < x.value < y.value]
        if not wholes or any(_bears(item, *pair) for pair in (*wholes, *own)):
            continue
        firsts = [(x.cell.value, next(x.wholes(), 0)) for x in matches]
        for count, whole in firsts:
            exact = Fraction(count * 100) / whole if whole > count else Fraction(0)
            right = rounded(exact, item.phrase.number.places)
            typed = is_mistyped(item.value, right)
            if not exact or abs(exact - item.value) > _POINTS or not typed:
                continue
            says = f"{number_text(count)} of {number_text(whole)} ({table.grid.at}) is "
            says += f"{number_text(right, item.phrase.number.places)}%, but the report gives "
            yield Denial.of(item, f"{says}{item.phrase.number.words}.", "Correct the share.")


def _bears(item: Quantity, count, whole):
    exact = Fraction(count * 100) / whole
    return any(verdict(item.phrase.number, x, x) == RIGHT for x in (exact, 100 - exact))


def _named(row: Statement, table: Shown) -> list[Named]:
    """The cells of the one row that a sentence names, in the columns that it names."""
    said = row.sentence.said()
    rows = [at for at, label in enumerate(table.rows) if label and names_loosely(said, label)]
    # “In education” stands in “Not in education” as well: the longest label that is named.
    longest = max((len(table.rows[at]) for at in rows), default=0)
    rows = [at for at in rows if len(table.rows[at]) == longest]
    if len(rows) != 1:
        rows = [at for at, label in enumerate(table.rows) if table.distinguishes(said, label)]
    if len(rows) != 1:
        return []
    cells = table.numbers[rows[0]]
    columns = [at for at in range(1, len(table.headings)) if at < len(cells) and cells[at]]
    dated = [at for at in columns if names(said, table.headings[at])]
    return [Named(table, rows[0], at) for at in dated or columns]


def _sums(row: Statement, table: Shown):
    """`Altogether 149 children were placed`: what a column comes to."""
    text = row.sentence.text
    if not _ALL.search(text) or _SOME.search(text) or len(row.counts) > 1:
        return
    items = [x for x in row.counts if x.phrase.is_stock and x.value >= _LEAST]
    sums = [*_columns(table)]
    for item in items[:1]:
        if item.phrase.head and item.phrase.head not in table.named:
            continue
        values = {x.value for cells in table.numbers for x in cells if x}
        if item.value in values or item.value in table.values or not sums:
            continue
        if any(item.value == value for value in sums):
            continue
        likely = [x for x in sums if is_mistyped(item.value, x, COUNT)]
        if len(set(likely)) == 1:
            says = f"The table ({table.grid.at}) comes to {number_text(likely[0])}, but the report "
            says += f"gives {item.phrase.number.words}."
            yield Denial.of(item, says, "Put the wrong number right.")


def _steps(row: Statement, table: Shown):
    """`Eight in 2019, one fewer than in 2018`: how far apart two cells of a row are."""
    match = _STEP.search(row.sentence.text)
    rows = {x.row for x in _named(row, table)} if match and len(table.periods) > 1 else ()
    if len(rows) != 1:
        return
    cells = table.numbers[next(iter(rows))]
    told = row.sentence.said(match["year"])
    dated = [at for at, heading in table.periods if at < len(cells) and cells[at]]
    then = [at for at in dated if _dates(told, table.headings[at])]
    before = row.sentence.said(row.sentence.text[: match.start()])
    now = [at for at in dated if at not in then and _dates(before, table.headings[at])]
    now = now or [at for at in dated if at not in then][-1:]
    if len(then) != 1 or len(now) != 1:
        return
    gap = row.sentence.thing(match["gap"]).value if match["gap"] else 1
    way = 1 if _MORE.fullmatch(match["way"]) else -1
    change = cells[now[0]].value - cells[then[0]].value
    if change and change != gap * way:
        says = f"The table ({table.grid.at}) goes from {cells[then[0]].words} to "
        says += f"{cells[now[0]].words}, but the report uses “{row.sentence.said(match.group())}”."
        start = row.sentence.start
        yield Denial(row.line, (start, start), says, "Use the table's values.")


def _dates(text: str, heading: str):
    """Whether a text names a period, or its year alone."""
    year = _YEAR.search(heading)
    return names(text, heading) or bool(year and year.group() in text)


def _columns(table: Shown):
    """What each column of counts comes to, without its total."""
    totals = [bool(TOTAL.match(label)) for label in table.rows]
    for at in range(1, len(table.headings)):
        cells = [
            cells[at]
            for cells, is_total in zip(table.numbers, totals, strict=True)
            if at < len(cells) and not is_total
        ]
        if len(cells) >= _ROWS and all(x and x.kind == COUNT and not x.places for x in cells):
            yield sum(x.value for x in cells)

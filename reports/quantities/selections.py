"""The cells of a table that words choose: its rows by name, and its columns by grade or by name."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.reading import Line, Reading, shared
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.grades import taken_in
from reports.prose.quantities.phrases import stems
from reports.quantities.clauses import clauses_of
from reports.quantities.coverage import most_covered
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.repeats.roots import root, stems_in, stems_of
from reports.quantities.tables import TOTAL, Shown, names, names_loosely, shown_tables, tables_near

# What a table is silent on: another time, and others than those whom it counts.
_THEN = SentencePattern(
    r"\b(?:before|last\s+(?:half-?\s?)?(?:year|quarter|period|report|month|term|time)|previous\w*|"
    r"earlier|ago|had\s+been(?!\s+[a-z]+e[dn]\b))\b",
    re.I,
)
_ELSEWHERE = SentencePattern(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{CONDITIONS}|{EXPECTATIONS})\b",
    re.I,
)
_OF_THESE = re.compile(r"\W*(?:of|among)\s+(?:these|those|them)\b", re.I)
# “…, and we would like that to grow”: a wish is of no cell, and what it follows may be.
_WISH = re.compile(
    r",\s+(?:and|but|which)\s+(?:it\s+is\s+(?:[a-z]+\s+){1,6}?|(?:[a-z]+\s+){1,3}?)(?:would|will|should|hopes?|aims?|wants?|expects?)\b[^.;]*\.?$",
    re.I,
)
# “Prevent was lowest with 12 a session.”
OF_EACH = re.compile(r"\s+(?:an?|each|per)\s+[a-z]", re.I)
# So few rows may come to the last by chance.
_FEWEST_SUMMED, _COLUMNS = 4, 2
# Words that begin with as many letters alike are forms of one.
_LETTERS = 5
# “On every line” is of any table.
_ANY_ROWS = ("line", "lines", "row", "rows")
_ROW_OF_TIME = re.compile(r"^(?:quarter|month|year|term|week|period)s?$", re.I)


@dataclass(frozen=True)
class Selection:
    """Some columns of one row of a table, or of all rows, with the words that choose them."""

    table: Shown
    row: int | None
    columns: frozenset[int]
    words: str = ""

    @property
    def part(self) -> Fraction | None:
        """The sum of the chosen cells; None where one is no count."""
        return _sum_of(cells_of(self.table, self.row), self.columns)

    @property
    def whole(self) -> Fraction | None:
        """The total of the row: its total's column, else the columns of a scale."""
        cells = cells_of(self.table, self.row)
        totals = [at for at, head in enumerate(self.table.headings) if at and TOTAL.match(head)]
        if len(totals) == 1:
            return _sum_of(cells, totals)
        return _sum_of(cells, self.table.scale)

    @property
    def label(self) -> str:
        """The name of the row for a reader."""
        return "all its rows" if self.row is None else self.table.rows[self.row]


def beside_tables(reading: Reading) -> tuple[tuple[Statement, tuple[Shown, ...]], ...]:
    """Every sentence near tables, with those, or far from the one table of which it names a row;
    read once for all rules."""
    return shared(reading, _beside_tables)


def _beside_tables(reading):
    rows = statements(reading)
    lines = {id(row.line): row.line for row in rows}
    near = {
        key: tuple(tables_near(reading, line)) or _far_table(reading, line)
        for key, line in lines.items()
    }
    return tuple(
        (each, near[id(row.line)])
        for row in rows
        if near[id(row.line)]
        for each in (row, *clauses_of(row))
    )


def _far_table(reading: Reading, line: Line) -> tuple[Shown, ...]:
    """The one table of a report that has a row of a name of several words which a line has."""
    named = shared(reading, _several_words)
    far = [table for table, labels in named if any(names(line.text, label) for label in labels)]
    return tuple(far) if len(far) == 1 else ()


def _several_words(reading: Reading) -> tuple[tuple[Shown, tuple[str, ...]], ...]:
    """Each table with the names of its rows that have several words."""
    return tuple(
        (table, tuple(label for label in table.rows if len(stems_in(label)) > 1))
        for table in shown_tables(reading)
    )


def is_of_table(row: Statement, table: Shown, stretch: str | None = None) -> bool:
    """True if a sentence, or a marked stretch of it, may be about a table, and about no other time
    or place."""
    written = row.sentence.said(stretch)
    days = (day.words.rstrip(".") for day in row.sentence.marks("d", stretch))
    then = len(table.periods) < 2 and _THEN.search(written)
    return not (then or _ELSEWHERE.search(_WISH.sub("", written))) and all(
        names(table.text, day) or _is_in_cells(table, day) for day in days
    )


def in_periods(row: Statement, tables: Iterable[Shown], least: int) -> Iterator[Shown]:
    """The tables, each unchanged or turned, that have `least` periods or more as columns and that
    a sentence may be about."""
    for table in tables:
        for turned in () if table.is_list else (table, *table.turned):
            if len(turned.periods) >= least and is_of_table(row, turned):
                yield turned


def whole_row(table: Shown, place: int) -> tuple[Number, ...]:
    """The numbers of a row, the earliest first; none where a period lacks one or kinds differ."""
    cells = tuple(table.in_periods(place).values())
    is_whole = len(cells) == len(table.periods) and len({x.kind for x in cells}) == 1
    return cells if is_whole else ()


def _is_in_cells(table, day):
    return any(day in cell.text for row in table.grid.rows for cell in row)


def rows_named(table: Shown, text: str) -> list[int]:
    """The places of the rows that a text names, without the total."""
    named = [at for at, label in enumerate(table.rows) if label and _is_named(table, label, text)]
    named = [at for at in named if not TOTAL.match(table.rows[at])]
    return named or most_covered(table.rows, text)


def _is_named(table, label, text):
    return names_loosely(text, label) or table.distinguishes(text, label)


def row_meant(table: Shown, text: str) -> int | None:
    """The place of the one row that a text names, else of the one that has most of its words."""
    named = rows_named(table, text)
    if named:
        return named[0] if len(named) == 1 else None
    own = stems_in(text)
    shared_by = [(len(own & stems_in(table.rows[at])), at) for at in rows_counted(table)]
    most = max((many for many, _ in shared_by), default=0)
    places = [at for many, at in shared_by if many == most]
    return places[0] if most and len(places) == 1 else None


def rows_counted(table: Shown) -> list[int]:
    """The places of the rows that are no total, by name or as the sum of all before it."""
    places = [at for at, label in enumerate(table.rows) if label and not TOTAL.match(label)]
    return places[:-1] if _sums_up(table, places) else places


def _sums_up(table: Shown, places: Sequence[int]) -> bool:
    """True if the last of all rows has the sum of the others in each of its first columns."""
    if not _FEWEST_SUMMED <= len(places) == len(table.rows):
        return False
    columns = [picked_column(table, at) for at in range(1, len(table.headings))[:_COLUMNS]]
    whole = [x for x in columns if all(cell and cell.kind == COUNT for cell in x)]
    return bool(whole) and all(sum(cell.value for cell in x) == 2 * x[-1].value for x in whole)


def picked_column(table: Shown, column: int) -> list[Number | None]:
    """The numbers of a column; None where a row has none there or is shorter."""
    return [row[column] if column < len(row) else None for row in table.numbers]


def is_counted_in(table: Shown, head: str, plain: Container[str]) -> bool:
    """True if a table has the noun that a number counts in any form, or the noun is one of `plain`
    for whom it counts."""
    if head in plain:
        return True
    return root(head)[:_LETTERS] in {word[:_LETTERS] for word in stems_of(table.text)}


def are_rows(table: Shown, noun: str) -> bool:
    """True if a noun names the rows of a table: `teams`, over a column headed “Team”."""
    heads = stems(table.headings[0]) if table.headings else frozenset()
    of_time = _ROW_OF_TIME.match(noun) and len(table.dated_rows) == len(table.rows)
    return bool(stems(noun) & heads) or bool(of_time) or noun.casefold() in _ANY_ROWS


def is_of_others(item: Quantity, table: Shown, reading: Reading) -> bool:
    """True if a number is “of these” of others than a list counts: of those that its paragraph
    counts before it, behind the list, or where other lines stand before the list; of those of the
    sentence before it that no table has; or so many of each, as in `12 a session`."""
    if OF_EACH.match(item.sentence.text, item.phrase.end):
        return True
    if not table.is_list and _OF_THESE.match(item.sentence.text):
        # “83 lived far away. Of these, 31 were …”, near a table that has no 83.
        whole = _opening_count(item)
        return whole is not None and whole.value not in table.values
    if not (table.is_list and item.phrase.anaphor):
        return False
    place = reading.places.get(id(item.line), 0)
    if place < table.place:
        return place + 1 < table.place
    return item.line.numbers[0].start < item.phrase.number.start


def _opening_count(item: Quantity) -> Number | None:
    """The first count of the last sentence before that of a number in its line that has any."""
    numbers = item.line.numbers
    end = bisect_left(numbers, item.sentence.start, key=lambda x: x.start)
    if not end:
        return None
    opens = item.line.sentence_at(numbers[end - 1].start).start
    first = bisect_left(numbers, opens, hi=end, key=lambda x: x.start)
    return next((x for x in numbers[first:end] if x.kind == COUNT), None)


def columns_taken(table: Shown, text: str) -> Iterator[tuple[frozenset[int], str]]:
    """(the columns, the words) of each expression by which a text takes grades of a scale."""
    scale = table.scale
    for grades in taken_in([table.headings[at] for at in scale], text) if scale else ():
        yield frozenset(scale[at] for at in grades.places), text[grades.start : grades.end]


def columns_named(table: Shown, text: str) -> list[int]:
    """The places of the columns of counts that a text names, without the total."""
    heads = list(enumerate(table.headings))[1:]
    named = [(at, head) for at, head in heads if head and names_loosely(text, head)]
    return [at for at, head in named if not TOTAL.match(head)]


def is_of_kind(table: Shown, column: int, kind: str) -> bool:
    """True for a column with a number of this kind in each row that is no total, of which there is
    one."""
    cells = [picked(table.numbers[row], (column,))[0] for row in rows_counted(table)]
    return bool(cells) and all(cell and cell.kind == kind for cell in cells)


def picked(cells: Sequence[Number | None], columns: Iterable[int]) -> list[Number | None]:
    """The numbers of a row in some columns; None where it has no number there or is shorter."""
    return [cells[at] if at < len(cells) else None for at in columns]


def cells_of(table: Shown, row: int | None) -> tuple[Number | None, ...]:
    """The numbers of a row; of none, of the total's row, or the sums of all rows."""
    if row is not None:
        return table.numbers[row]
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    if len(totals) == 1:
        return table.numbers[totals[0]]
    rows = [table.numbers[at] for at in rows_counted(table)]
    return tuple(map(_summed, zip(*rows, strict=False)))


def _summed(column):
    if not column or any(cell is None or cell.kind != COUNT for cell in column):
        return None
    return Number(0, 0, "", COUNT, sum((cell.value for cell in column), Fraction(0)))


def _sum_of(cells, columns):
    chosen = picked(cells, columns)
    if not chosen or any(cell is None or cell.kind != COUNT for cell in chosen):
        return None
    return sum((cell.value for cell in chosen), Fraction(0))

"""A count in a clause that names one row of a table: a cell of that row, or what two of its cells
come to or differ by: `at Key Stage 4 six plans were late`, of 42 plans and 36 in time."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS
from reports.prose.content import words_of
from reports.prose.numbers import COUNT, SPAN, Number
from reports.quantities.derivation.slips import SMALL, is_mistyped
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import root, stems_of
from reports.quantities.roles import CHANGE
from reports.quantities.selections import (
    beside_tables,
    columns_named,
    is_counted_in,
    is_of_table,
    row_meant,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import TOTAL, Shown

_CLAUSES = re.compile(
    r"[;:,]\s+(?:(?:and|but|while|whereas|with|as\s+against|against|compared\s+with)\s+)?|\s(?:and|but|while|whereas)\s+"
)
_ELSE = re.compile(
    rf"\b(?:{AIMS}|{CONDITIONS}|of\s+(?:which|whom|them|these|those)|others?|including|"
    r"both|together|each|average|about|nearly|of\s+the\s+remaining|another|further|"
    r"more\s+than|fewer\s+than|less\s+than|at\s+least|next|since)\b",
    re.I,
)
_EVENTS = words_of("time occasion instance case child person pupil one people young")
_OF_THEM = re.compile(
    r"^\W*(?:(?P<none>none|neither)|⟦c(?P<count>\d+)⟧|(?P<all>all|both))(?:\s+(?:of\s+)?(?:them|these|those|the\s+⟦c\d+⟧))?\s+(?:was|were|is|are)\s+"
    r"(?P<what>[^⟦.;:,]{3,50})\W*$",
    re.I,
)
# “Left in the year” names what took place, and no thing.
_OF_TIME = re.compile(r"\b(?:year|quarter|month|term|period|start|end|beginning)\b", re.I)
_OPENING = re.compile(r"^\W*of\s+(?:the|these|those|our|all)\s+[^⟦,]{3,60}", re.I)
_ROUNDED, _PAIR = Fraction(6, 10), 2
_THE = re.compile(r"\b(?:the|these|those|both|all)\s+$", re.I)
_SOME_ROWS = re.compile(r"\b(?:first|last|other)\s+$", re.I)
_STEP, _FEWEST, _FEW, _MEND = 3, 2, 10, "Use one number."


def named_values(reading: Reading) -> Iterator[Denial]:
    """`Courts made a referral order on 27 occasions`, where the row of that name has 17."""
    rows = statements(reading)
    for row, tables in beside_tables(reading):
        for table in tables if row.quantities or _OF_THEM.match(row.sentence.text) else ():
            if table.is_list or row.line.at == table.grid.at or len(rows_counted(table)) < _FEWEST:
                continue
            if len(tables) == 1 and is_of_table(row, table) and not _ELSE.search(row.sentence.text):
                yield from _denied(row, table)
            earlier = next(iter(before(rows, row.order - 1, 1)), None)
            if earlier and earlier.line is row.line:
                yield from _of_them(row, earlier, table)


def _denied(row: Statement, table: Shown) -> Iterator[Denial]:
    every = {x.value for cells in table.numbers for x in cells if x}
    for items, at, is_sure in _clauses(row, table):
        values = _values(table, at)
        wrong = [x for x in items if x.value not in values]
        # “835 took part, and 73 did not”: what the row has is told of by another number.
        own = {x.value for x in table.numbers[at] if x}
        if 1 in (len(items), len(own)) and own & {x.value for x in row.counts}:
            continue
        if len(wrong) != 1 or not all(_is_counted(x, table) for x in items):
            continue
        item = wrong[0]
        # “On the last two a lower figure is better” counts rows.
        if _is_of_another_row(item, table, at) or _SOME_ROWS.search(_ahead(item)):
            continue
        if item.value in every or _OF_TIME.search(table.rows[at]) or _is_base(item, table, at):
            continue
        cells = {x.value for x in table.numbers[at] if x}
        others = len(items) > 1 and all(x.value in cells for x in items if x is not item)
        near = [x for x in values if _is_slip(item.value, x)]
        if (others and len(cells) <= _PAIR) or (near and is_sure):
            says = f"For “{table.rows[at]}” the table ({table.grid.at}) has {_shown(table, at)}, "
            says += f"but the report gives {item.phrase.number.words}."
            # Of small numbers many may be meant.
            slips = item.value >= SMALL and any(is_mistyped(item.value, x) for x in cells)
            yield Denial.of(item, says, _MEND, is_proved=slips)


def _ahead(item: Quantity) -> str:
    return item.sentence.text[: item.phrase.start]


def _clauses(row: Statement, table: Shown) -> Iterator[tuple[list[Quantity], int, bool]]:
    """(the counts, the place of the row, whether its whole name is there) of each clause of one
    count, or of the whole sentence, that means one row."""
    text, start, every = row.sentence.text, 0, [x for x in row.quantities if _is_value(x)]
    if len(every) == len(row.quantities) == _PAIR:
        place = _row_named(table, row.sentence.said())
        meant = row_meant(table, row.sentence.said()) if place is None else place
        if meant is not None:
            yield every, meant, place is not None
            return
    for end in (*(match.start() for match in _CLAUSES.finditer(text)), len(text)):
        items = [x for x in row.quantities if start <= x.phrase.start < end]
        opening = _OPENING.match(text)
        of_row = opening and rows_named(table, row.sentence.said(opening.group()))
        named = _row_named(table, row.sentence.said(text[start:end]))
        if len(items) == 1 and _is_value(items[0]) and named is not None and not of_row:
            yield items, named, True
        if items:
            start = end


def _is_value(item: Quantity) -> bool:
    phrase = item.phrase
    changed = phrase.role == CHANGE and phrase.number.kind == COUNT
    plain = phrase.is_stock or changed or phrase.number.kind == SPAN
    few = item.value < _FEW and _THE.search(item.sentence.text[: phrase.start])
    return bool(plain and phrase.base is None and item.value > 1 and not few)


def _row_named(table: Shown, text: str) -> int | None:
    """The place of the one row that a text names; of those of whose names one is in another the one
    that is there at length: `not upheld`."""
    named = rows_named(table, text)
    if len(named) > 1:
        written = text.casefold()
        named = [at for at in named if table.rows[at].casefold() in written]
        longest = max((table.rows[at].casefold() for at in named), key=len, default="")
        inside = all(table.rows[at].casefold() in longest for at in named)
        named = [at for at in named if table.rows[at].casefold() == longest] if inside else []
        named = named if written.count(longest.split()[-1] if longest else " ") == 1 else []
    return named[0] if len(named) == 1 else None


def _is_of_another_row(item: Quantity, table: Shown, at: int) -> bool:
    """True if what a number counts is in the name of another row and not in that of its own."""
    named = [root(item.phrase.head) in stems_of(label) for label in table.rows]
    return any(named) and not named[at]


def _is_base(item: Quantity, table: Shown, at: int) -> bool:
    """True if a row has a share of its number, or no whole numbers."""
    cells = [x for x in table.numbers[at] if x]
    shares = (100 * a.value / item.value - b.value for a in cells for b in cells if a is not b)
    return any(x.places for x in cells if x.kind == COUNT) or any(
        abs(x) <= _ROUNDED for x in shares
    )


def _is_slip(value: Fraction, other: Fraction) -> bool:
    small = max(value, other) < SMALL and abs(value - other) <= _STEP
    alike = len(f"{value}") == len(f"{other}")
    return small or (alike and is_mistyped(value, other))


def _shown(table: Shown, at: int) -> str:
    return " and ".join(x.words for x in table.numbers[at] if x)


def _is_counted(item: Quantity, table: Shown) -> bool:
    """True if a count is, by its words, of what the table counts."""
    phrase = item.phrase
    if phrase.number.bound or phrase.number.places or phrase.anaphor or phrase.of:
        return False
    if phrase.number.kind == SPAN:
        return (
            bool(stems_of(phrase.clause.split(" ")[0]) & stems_of(table.text))
            if phrase.clause
            else False
        )
    return is_counted_in(table, phrase.head, {"", *PLAIN, *_EVENTS})


def _values(table: Shown, at: int) -> set[Fraction]:
    """The numbers of a row, their sums and differences, and what its columns have besides."""
    cells = [x.value for x in table.numbers[at] if x and x.kind == COUNT]
    values = {*cells}
    for first, last in combinations(cells, 2):
        values |= {first + last, abs(first - last)}
    totals = [x for place, x in enumerate(table.numbers) if TOTAL.match(table.rows[place])]
    for own, whole in zip(table.numbers[at], totals[0] if len(totals) == 1 else (), strict=False):
        values |= {whole.value - own.value} if own and whole else set()
    return values


def _of_them(row: Statement, earlier: Statement, table: Shown) -> Iterator[Denial]:
    """`Three went into custody. Two of them were girls`: the cell of that row and column."""
    match = _OF_THEM.match(row.sentence.text)
    named = rows_named(table, earlier.sentence.said()) if match else []
    columns = columns_named(table, row.sentence.said(match["what"])) if match else []
    if len(named) != 1 or len(columns) != 1 or len(row.quantities) > 1:
        return
    cells = table.numbers[named[0]]
    cell = cells[columns[0]] if columns[0] < len(cells) else None
    wholes = [x for x in cells if x and x.value in {y.value for y in earlier.counts}]
    if cell and wholes and cell.kind == COUNT:
        stated = _stated(row, match, wholes[0])
        if stated != cell.value:
            says = (
                f"For “{table.rows[named[0]]}” the table ({table.grid.at}) has {cell.words} in the "
            )
            claim = row.sentence.said(match.group()).strip()
            says += f"column “{table.headings[columns[0]]}”, but the report has “{claim}”."
            yield Denial(row.line, row.span, says, _MEND)


def _stated(row: Statement, match: re.Match, whole: Number) -> Fraction:
    if match["none"]:
        return Fraction(0)
    return whole.value if match["all"] else row.sentence.thing(match["count"]).value

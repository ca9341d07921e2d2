"""So many for each, or so much a place, of one row of a table: `an exclusion from a secondary
school lasted 3.8 days on average`, `the places cost £5.1m, about £35,000 each`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.quantities.arithmetic import WRONG, extent, number_text, verdict
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import just_before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import BOUND, CHANGE, TARGET
from reports.quantities.selections import is_of_table
from reports.quantities.tables import TOTAL, Shown, tables_near
from reports.table_constraints.claims.clauses import clause_of
from reports.table_constraints.claims.names import rows_meant

_EACH = re.compile(
    r"\b(?:on\s+average|average|mean|each|apiece|per\s+(?!cent)[a-z]+|for\s+every\s+[a-z]+)\b|⟦[cmx]\d+⟧(?:\s+[a-z]+)?\s+an?\s+(?!year|month|week|day|quarter)[a-z]+",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:than|before|earlier|ago|last|previous\w*|nation\w*|england|region\w*|target|budget(?:ed)?|planned|expected|most|least|would|should)\b",
    re.I,
)
_CLAUSES = re.compile(
    r"[;:]|\.\s|,\s+(?:and|but|while|whereas)\b|\b(?:while|whereas|against)\b", re.I
)
_TIMES, _MEND = 3, "Put right the number, or the table that it follows from."


def row_means(reading: Reading) -> Iterator[Denial]:
    """What is told for each of a row is what two of its numbers come to."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        tables = tables_near(reading, row.line) if _EACH.search(row.sentence.text) else []
        for table in tables:
            if not table.is_list and row.line.at != table.grid.at and is_of_table(row, table):
                yield from _of_table(row, just_before(rows, place), table)


def _of_table(row: Statement, earlier: Statement | None, table: Shown) -> Iterator[Denial]:
    for item in row.quantities:
        if item.phrase.role in (BOUND, CHANGE, TARGET) or item.phrase.number.bound not in ("", "~"):
            continue
        if item.phrase.number.kind not in (COUNT, MONEY, SPAN):
            continue
        clause = clause_of(item, _CLAUSES)
        if not _EACH.search(clause) or _UNSURE.search(clause):
            continue
        wording = item.sentence.said(clause)
        named = rows_meant(table, wording)
        if len(named) > 1:
            named = rows_meant(table, item.sentence.said(clause.split(",")[0]))
        if not named and earlier and re.match(r"\W*(?:that|this|it|which|so)\b", wording, re.I):
            named = rows_meant(table, earlier.sentence.said())
        if len(named) == 1:
            sums = _sums_above(row, earlier, item)
            yield from _denied(item, table, named[0], sums)


def _sums_above(row: Statement, earlier: Statement | None, item: Quantity) -> Sequence[Number]:
    """The sums of money before one that it may be a part of."""
    rows = [x for x in (earlier, row) if x]
    kind = item.phrase.number.kind
    items = [x for other in rows for x in other.quantities if kind == MONEY]
    items = [x for x in items if x.order < item.order or x.phrase.start < item.phrase.start]
    numbers = [x.phrase.number for x in items]
    return [x for x in numbers if x.kind == MONEY and x.value > item.value and not x.bound]


def _denied(item: Quantity, table: Shown, place: int, sums: Sequence[Number]) -> Iterator[Denial]:
    number = item.phrase.number
    cells = [(at, x) for at, x in enumerate(table.numbers[place]) if x]
    values = {x.value for _, x in cells}
    parts = [(table.headings[at], x) for at, x in cells if x.kind in (COUNT, MONEY)]
    parts += [("", x) for x in sums]
    bases = [(table.headings[at], x) for at, x in cells if x.kind == COUNT and not x.places]
    ratios = [(a, b, x, y) for a, x in parts for b, y in bases if x is not y and y.value]
    unit = re.match(r"\s+([a-z]+)", item.sentence.text[item.phrase.end :])
    own = stems_in(unit[1]) if unit else frozenset()
    if number.kind == MONEY:
        meant = [x for x in ratios if x[2].kind == MONEY]
    else:
        meant = [x for x in ratios if own & stems_in(x[0]) and x[2].kind == COUNT]
        meant = _by_base(item, meant)
    # “An exclusion lasted 3.8 days” is of exclusions, though it may be so of pupils.
    if number.value in values or any(_holds(number, x, y) for _, _, x, y in meant):
        return
    likely = [x for x in meant if _is_near(number, x[2], x[3])]
    if len({x[2].value / Fraction(x[3].value) for x in likely}) == 1 and not TOTAL.match(
        table.rows[place]
    ):
        _, _, part, base = likely[0]
        exact = part.value / Fraction(base.value)
        places = max(number.places, 0 if number.kind == MONEY else 1)
        says = f"For “{table.rows[place]}” ({table.grid.at}) {part.words} over {base.words} is "
        says += f"{'£' * (number.kind == MONEY)}{number_text(exact, places)}, but the report gives "
        yield Denial.of(item, f"{says}{number.words}.", _MEND)


def _by_base(item: Quantity, ratios):
    """Those whose base the sentence names, where it does."""
    own = stems_in(item.sentence.said())
    named = [x for x in ratios if stems_in(x[1]) & own]
    return named or ratios


def _holds(number: Number, part: Number, base: Number) -> bool:
    low, high = (x / Fraction(base.value) for x in extent(part))
    room = abs(number.value) / 20 if number.bound == "~" or part.kind == MONEY else 0
    return verdict(number, low, high) != WRONG or low - room <= number.value <= high + room


def _is_near(number: Number, part: Number, base: Number) -> bool:
    exact = part.value / Fraction(base.value)
    return is_within(number.value, exact, _TIMES)

"""The numbers of a sentence that names one row of a table near, against that row."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.content import roots
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.grammar import BOUND, CHANGE, MEAN, RATE, TARGET
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import Shown, names_loosely, tables_near

_OTHER = re.compile(
    r"\b(?:last\s+report|England|national\w*|target|expected|planned|on\s+average|average|mean|per|each|every|hours?|days?|weeks?|"
    r"of\s+(?:these|them|those|whom|which)|together|altogether|between\s+them|other|rest|remaining|half|third|quarters?|twice)\b",
    re.I,
)
_MEND = "Correct the text, or the table."
_CLOSE, _STEP, _SMALL = Fraction(1, 2), 3, 10


def cells(reading: Reading) -> Iterator[Denial]:
    """`October to December saw 19 come in, against 22`, where the table has 22 and 16."""
    for row in statements(reading):
        near = (
            [x for x in tables_near(reading, row.line) if not x.is_list] if row.quantities else ()
        )
        for table in near:
            places = named_rows(table, row.sentence.said())
            if len(places) == 1:
                yield from _of_row(reading, row, table, places[0])
                break


def named_rows(table: Shown, text: str) -> list[int]:
    """The places of the rows that a text names, the shorter of two labels left out that share
    their words."""
    named = [at for at, label in enumerate(table.rows) if label and names_loosely(text, label)]
    heads = [re.split(r"[,(:–]", label)[0].strip() for label in table.rows]
    named = named or [
        at
        for at, head in enumerate(heads)
        if head != table.rows[at]
        and heads.count(head) == 1
        and len(head) > 3
        and names_loosely(text, head)
    ]
    named = named or [
        at for at, label in enumerate(table.rows) if label and table.distinguishes(text, label)
    ]
    named = named or [
        at
        for at, label in enumerate(table.rows)
        if roots(label) and len(roots(label)) > 1 and roots(label) <= roots(text)
    ]
    return [
        at
        for at in named
        if not any(
            table.rows[at] != table.rows[x]
            and table.rows[at].casefold() in table.rows[x].casefold()
            for x in named
        )
    ]


def _of_row(reading, row: Statement, table: Shown, place: int) -> Iterator[Denial]:
    numbers = [x for x in table.numbers[place] if x and x.kind in (COUNT, MONEY, PERCENT)]
    values = {x.value for x in numbers}
    every = [x for x in row.quantities if x.phrase.number.kind in (COUNT, MONEY, PERCENT)]
    anchors = [x for x in every if x.value in values]
    if len(values) < 2 or _OTHER.search(row.sentence.text):
        return
    for item in every:
        role, own = item.phrase.role, item.phrase.number
        if item in anchors or role in (BOUND, MEAN, RATE, TARGET) or own.bound or own.places:
            continue
        if role == CHANGE:
            yield from _change(row, item, numbers, anchors, len(every))
        elif anchors and len(every) == len(anchors) + 1:
            yield from _cell(row, item, numbers, anchors, table, place)


def _cell(row, item: Quantity, numbers, anchors, table: Shown, place) -> Iterator[Denial]:
    own, taken = item.phrase.number, {x.value for x in anchors}
    free = [x for x in numbers if x.kind == own.kind and x.value not in taken]
    made = {abs(x.value - way * y.value) for x, y in combinations(numbers, 2) for way in (1, -1)}
    if own.value in made | {sum(x.value for x in numbers)} or len({x.value for x in free}) != 1:
        return
    right = free[0].value
    small, large = sorted((right, own.value))
    if large - small > max(_STEP, large * _CLOSE) or own.value < 2:
        return
    says = f"The table has {free[0].words} in the row “{table.rows[place]}”, but the report gives "
    yield Denial.of(item, f"{says}{own.words}.", _MEND)


def _change(row, item: Quantity, numbers, anchors, many) -> Iterator[Denial]:
    own = item.phrase.number
    gaps = {abs(x.value - y.value) for x, y in combinations(numbers, 2) if x.kind == y.kind}
    if own.kind == PERCENT or own.value in gaps or not gaps or many > len(anchors) + 1:
        return
    nearest = min(gaps, key=lambda x: abs(x - own.value))
    if len(gaps) == 1 and nearest and is_mistyped(own.value, nearest):
        says = f"By the table it is {number_text(nearest)}, but the report gives {own.words}."
        yield Denial.of(item, says, _MEND)

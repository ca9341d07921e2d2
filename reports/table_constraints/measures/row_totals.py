"""`All 36 members across the three groups`: the total of a table, wherever a report repeats it."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading, shared
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, Shown, shown_tables

_ALL = re.compile(r"\b(?:all(?:\s+(?:of\s+)?(?:the|our|these))?|^\W*of\s+the)\s+$", re.I)
_SOME = re.compile(
    r"\b(?:before|ago|previous\w*|last|earlier|were|had\s+been|each|another|other|who\s+(?:are|were)|whose)\b",
    re.I,
)
_YOUNG = re.compile(r"\W*(?:youngsters?|boys\s+and\s+girls)\b", re.I)
_LEAST, _NEAR, _MEND = 10, 6, "Use one number."


def row_totals(reading: Reading) -> Iterator[Denial]:
    """All of what one table counts are as many as its total."""
    totals = shared(reading, _totals)
    for row in statements(reading) if totals else ():
        for item in row.counts:
            if _is_all(row, item):
                yield from _denied(reading, row, item, totals)


def _totals(reading: Reading) -> list[tuple[Shown, Number, str]]:
    """(a table, its total, the words of what it counts) of each table with a total of counts."""
    made = []
    for table in shown_tables(reading):
        rows = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
        for at in range(1, len(table.headings)) if len(rows) == 1 else ():
            cells = table.numbers[rows[0]]
            number = cells[at] if at < len(cells) else None
            if number and number.kind == COUNT and not number.places and not table.periods:
                made.append((table, number, table.headings[at]))
    return made


def _is_all(row: Statement, item: Quantity) -> bool:
    phrase = item.phrase
    ahead = _ALL.search(row.sentence.text[: phrase.start])
    return bool(ahead and phrase.is_stock and item.value >= _LEAST and not item.is_live)


def _denied(reading: Reading, row: Statement, item: Quantity, totals) -> Iterator[Denial]:
    behind = row.sentence.said(row.sentence.text[item.phrase.end :])[:90]
    noun = frozenset(item.phrase.noun) or stems(behind.split()[0] if behind.split() else "")
    people = bool(PEOPLE.search(behind[:30]) or _YOUNG.match(behind))
    near = []
    for table, number, head in totals:
        is_same = bool(noun & stems(head)) or (people and bool(PEOPLE.search(head)))
        about = stems(f"{table.grid.caption} {table.headings[0]}") - noun
        shared_words = stems(behind) & about
        if is_same and shared_words and abs(number.value - item.value) * _NEAR <= number.value:
            near.append((table, number))
    values = {number.value for _, number in near}
    cells = {x.value for table, _, _ in totals for line in table.numbers for x in line if x}
    if len(values) != 1 or item.value in cells or _SOME.search(behind):
        return
    if is_borne(reading, item.line, item.phrase.number):
        return
    table, number = near[0]
    says = f"The report has {item.phrase.number.words} here, but the table ({table.grid.at}) has "
    yield Denial.of(item, f"{says}{number.words} in all.", _MEND)

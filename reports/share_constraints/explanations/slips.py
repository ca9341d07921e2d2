"""A number that is printed once, where a slip makes it of one that its words lead to."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY, Number
from reports.prose.quantities.arithmetic import is_swapped
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.quantities.derivation.slips import is_plain_slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import just_before, statements
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, TARGET
from reports.quantities.tables import TOTAL, Shown, names_loosely, shown_tables

_GOES_ON = re.compile(r"\W*(?:it|they|this|these|that|those)\b", re.I)
_OF_THEN = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXPECTATIONS}|planned|last|before|rest|others?|"
    r"another|originally)\b",
    re.I,
)
_IN_THOUSANDS = re.compile(r"£\s?[’']?000s?|£\s?k\b|\bthousands?\b", re.I)
_THOUSAND = 1000
_ROLES = (BOUND, CHANGE, MEAN, RATE, TARGET)
# Of so many digits a number is hardly like another one by chance.
_LEAST, _SURE, _LONG, _AGAIN, _NOUNS, _MOST = 20, 100, 1000, 2, 2, 400
_MEND = "Put the wrong number right."


def mistyped_cells(reading: Reading) -> Iterator[Denial]:
    """`Agency fostering comes second. It is to cost £9.475 million`: its row has 9,745 thousand."""
    printed = shared(reading, _printed)
    rows = statements(reading)
    for place, row in enumerate(rows):
        items = [x for x in row.quantities if _is_single(x, printed)]
        for table in shown_tables(reading) if items and not _is_of_then(row) else ():
            cells = _cells_named(table, row, just_before(rows, place))
            for item in items:
                meant = [x for x in cells if _is_alike(item, x[1], x[2]) and x[2] >= _SURE]
                if len(meant) == 1:
                    label, number, _ = meant[0]
                    says = f"The report has {item.phrase.number.words} here, but the table "
                    says += f"({table.grid.at}) has {number.words} for “{label}”."
                    yield Denial.of(item, says, _MEND)


def mistyped_counts(reading: Reading) -> Iterator[Denial]:
    """`Formal challenges numbered 86 … having 68 formal challenges is of little use`."""
    printed, index = shared(reading, _printed), shared(reading, _by_words)
    for row in statements(reading):
        for item in row.counts if not _is_of_then(row) else ():
            # “Young people” are many groups.
            noun = stems(PEOPLE.sub(" ", " ".join(item.phrase.noun)))
            if len(noun) < _NOUNS or not _is_single(item, printed):
                continue
            # “They looked at 41 points: 14 were upheld”: a sentence names its parts beside it.
            own = {x.value for x in row.quantities}
            meant = {
                x.value: (x, line)
                for x, words, line in index
                if noun <= words
                and x.value not in own
                and printed[x.value] >= _AGAIN
                and all(stems(day.words) <= words for day in row.sentence.marks("d"))
                and _is_alike(item, x, x.value)
            }
            if len(meant) == 1:
                [(number, line)] = meant.values()
                says = f"The report has {item.phrase.number.words} here and {number.words} at "
                yield Denial.of(item, f"{says}{line.at}, apparently for the same thing.", _MEND)


def _is_of_then(row: Statement) -> bool:
    return bool(_OF_THEN.search(row.sentence.text))


def _is_single(item: Quantity, printed: Mapping[Fraction, int]) -> bool:
    """True if a number is that of a thing, and the report prints it nowhere else."""
    plain = item.phrase.role not in _ROLES and not item.phrase.number.bound
    is_kind = item.phrase.number.kind in (COUNT, MONEY)
    return plain and is_kind and item.value >= _LEAST and printed[item.value] == 1


def _printed(reading: Reading) -> Mapping[Fraction, int]:
    """How often each value is printed, those of tables of thousands in full as well."""
    values = Counter(x.value for line in reading.lines for x in line.numbers)
    for table in shown_tables(reading):
        for numbers in table.numbers:
            values.update({_full(table, x) for x in numbers if x} - {x.value for x in numbers if x})
    return values


def _full(table: Shown, number: Number) -> Fraction:
    named = f"{table.grid.caption} {' '.join(table.headings)}"
    return number.value * (_THOUSAND if _IN_THOUSANDS.search(named) else 1)


def _cells_named(table: Shown, row: Statement, earlier: Statement | None):
    """(label, number, value in full) of each cell of the one row that a sentence speaks of."""
    named = _rows_named(table, row)
    if not named and earlier and _GOES_ON.match(row.sentence.text):
        named = _rows_named(table, earlier)
    if len(named) != 1 or TOTAL.match(table.rows[named[0]]):
        return []
    numbers = [x for x in table.numbers[named[0]] if x and x.kind in (COUNT, MONEY)]
    return [(table.rows[named[0]], x, _full(table, x)) for x in numbers]


def _rows_named(table: Shown, row: Statement) -> list[int]:
    text = row.sentence.said()
    return [at for at, label in enumerate(table.rows) if label and names_loosely(text, label)]


def _by_words(reading: Reading):
    """(number, the words of its sentence, or of its row and table, its line), at most so many."""
    rows = [
        (x.phrase.number, stems(row.sentence.said()), row.line)
        for row in statements(reading)
        for x in row.counts
        if x.phrase.role not in _ROLES
    ]
    for table in shown_tables(reading):
        for label, lines, numbers in zip(table.rows, table.grid.rows, table.numbers, strict=True):
            words = stems(f"{label if not TOTAL.match(label) else ''} {table.grid.caption}")
            rows += [
                (x, words | stems(heading), line)
                for heading, line, x in zip(table.headings, lines, numbers, strict=False)
                if x and x.kind == COUNT
            ]
    return rows[:_MOST]


def _is_alike(item: Quantity, number: Number, value: Fraction) -> bool:
    """True if two swapped digits make a number of another one of its kind, or one digit makes it of
    a long one."""
    is_kind = item.phrase.number.kind == number.kind or item.phrase.number.kind == MONEY
    if not is_kind or not is_plain_slip(item.value, value):
        return False
    return item.value >= _LONG or is_swapped(item.value, value)

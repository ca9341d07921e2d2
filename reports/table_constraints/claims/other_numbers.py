"""Numbers of a claim that the table near does not have: it is of something else."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.number_forms import half_unit
from reports.quantities.model import Statement
from reports.quantities.selections import rows_counted
from reports.quantities.tables import Shown

_WORD = re.compile(r"[a-z]{4}", re.I)
# “Harbour, where there are two homes”: what is told of a row besides.
_TELLS_MORE = re.compile(
    r"[;:]|,?\s+\b(?:where|when|which|who|while|whereas|although|because|but)\b", re.I
)


def has_other_numbers(row: Statement, table: Shown, clause: str) -> bool:
    """True if a clause has a count or a share that its table has not: it ranks others by that."""
    printed = {number.value for line in table.numbers for number in line if number}
    bands = (cells[0] for cells in table.grid.rows if cells and not _WORD.search(cells[0].text))
    printed |= {x.value for label in bands for x in label.numbers}
    start = row.sentence.text.index(clause)
    own = _TELLS_MORE.split(row.sentence.text[start + len(clause) :])[0]
    end = start + len(clause) + len(own)
    inside = [x.phrase.number for x in row.quantities if start <= x.phrase.start < end]
    others = [x for x in inside if x.kind in (COUNT, PERCENT) and x.value not in printed]
    return any(x.kind == COUNT or not _is_share(table, x) for x in others)


def _is_share(table: Shown, number: Number) -> bool:
    """True if a per cent is what a count of a table is of its column."""
    room = half_unit(number)
    return any(abs(share - number.value) <= room for share in _shares(table))


def _shares(table: Shown) -> Iterator[Fraction]:
    columns = zip(*(table.numbers[at] for at in rows_counted(table)), strict=False)
    for column in columns:
        values = [number.value for number in column if is_count(number)]
        yield from (Fraction(value * 100) / sum(values) for value in values if sum(values))


def is_count(number: Number | None) -> bool:
    """True if a cell holds a count."""
    return number is not None and number.kind == COUNT

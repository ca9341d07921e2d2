"""By how much a number moved in the last period of a table: `up by 23 on the year before`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity
from reports.quantities.roles import CHANGE
from reports.quantities.selections import beside_tables, in_periods, whole_row
from reports.quantities.tables import Shown

_ON_BEFORE = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:(?:more|fewer|less|lower|higher)\s+)?"
    r"(?:(?:last|this|in\s+the\s+last)\s+(?:year|quarter|month|term)\s+)?(?:than|on)\s+(?:in\s+)?"
    r"(?:(?:the|a)\s+(?:year|quarter|month|term)\s+(?:before|earlier|ago)|(?:the\s+)?(?:last|previous)\s+"
    r"(?:year|quarter|month|term))\b",
    re.I,
)
_FEWEST = 2
_MEND = "Use the table’s values, or explain the difference."


def latest_steps(reading: Reading) -> Iterator[Denial]:
    """`The number at the end of the year is up by 32 on the year before`: the table has 431 and
    454."""
    for row, tables in beside_tables(reading):
        changes = [x for x in row.counts if x.phrase.role == CHANGE]
        matches = [_ON_BEFORE.match(row.sentence.text, x.phrase.end) for x in changes]
        if len(changes) != 1 or not matches[0]:
            continue
        for table in in_periods(row, tables, _FEWEST):
            yield from _unlike(reading, table, changes[0])


def _unlike(reading: Reading, table: Shown, item: Quantity) -> Iterator[Denial]:
    rows = (whole_row(table, place) for place in range(len(table.rows)))
    pairs = [(x[-2].value, x[-1].value) for x in rows if x and x[0].kind == COUNT]
    steps = [(abs(new - old), old, new) for old, new in pairs]
    near = [x for x in steps if is_mistyped(item.value, x[0])]
    if any(x[0] == item.value for x in steps) or len({x[0] for x in near}) != 1:
        return
    if not is_borne(reading, item.line, item.phrase.number):
        step, old, new = near[-1]
        says = f"From {number_text(old)} to {number_text(new)} ({table.grid.at}) is a change of "
        says += f"{number_text(step)}, but the report gives {item.phrase.number.words}."
        yield Denial.of(item, says, _MEND)

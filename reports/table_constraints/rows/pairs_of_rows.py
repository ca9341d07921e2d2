"""A part and its whole in a sentence, as in `352 of 361 reviews`, against the row that has one."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity
from reports.quantities.selections import beside_tables, is_of_table
from reports.quantities.tables import Shown

# A smaller number stands in many rows by chance.
_LEAST = 10
_MEND = "Use the table’s value, or explain the difference."


def pairs_of_rows(reading: Reading) -> Iterator[Denial]:
    """`325 of 361 reviews were in time`, where the row with 361 has 352 and no 325."""
    for row, tables in beside_tables(reading):
        marks = {x.phrase.mark: x for x in row.counts}
        pairs = [(x, marks.get(x.phrase.base)) for x in row.counts]
        for part, whole in pairs:
            if whole is None or part.value >= whole.value or part.value < _LEAST:
                continue
            for table in tables:
                if not table.is_list and is_of_table(row, table):
                    yield from _unlike(reading, table, part, whole)
                    yield from _unlike(reading, table, whole, part)


def _unlike(reading: Reading, table: Shown, item: Quantity, other: Quantity) -> Iterator[Denial]:
    """The number that no row has beside the other, and the one row with the other all but has."""
    rows = [[x for x in cells if x and x.kind == COUNT] for cells in table.numbers]
    places = [at for at, cells in enumerate(rows) if other.value in {x.value for x in cells}]
    if len(places) != 1 or item.value in table.values:
        return
    cells = [x for x in rows[places[0]] if x.value != other.value]
    above = item.value > other.value
    near = [
        x
        for x in cells
        if (x.value > other.value) is above and slip(item.value, x.value, "") > NEAR
    ]
    sums = {abs(x.value - y.value) for x in rows[places[0]] for y in rows[places[0]]}
    if len(near) != 1 or item.value in sums or is_borne(reading, item.line, item.phrase.number):
        return
    label = table.rows[places[0]]
    says = f"For “{label}” the table ({table.grid.at}) has {near[0].words} beside "
    says += f"{other.phrase.number.words}, but the report gives {item.phrase.number.words}."
    yield Denial.of(item, says, _MEND)

"""Relations that hold in every row of a table but one, which that one denies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import log10

from reports.checks.numbers.columns import is_measure
from reports.checks.numbers.overlaps import says_otherwise
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.model import Denial, constraint
from reports.table_constraints.grids.cells import TOTAL, Sheet, Value, both_ways, sheets
from reports.table_constraints.grids.relations import Relation, distance, relations, running

# So many digits must agree by more than chance, beyond those that the number of trials gives away.
_DIGITS, _DIGITS_APART, _DIGITS_NAMED = 2.0, 1.5, 0.9
_FEWEST, _FEWEST_NAMED = 3, 2
_MEND = "Put the number right that is wrong."
_EMPTY = re.compile(r"\s*(?:[-–—.*]+|n/a)?\s*", re.I)


@dataclass(frozen=True)
class Breach:
    """The row in which a relation does not hold: the cell, what it should be, how sure that is."""

    cell: Value
    expected: Fraction
    origin: str
    strength: float


@constraint(
    "grid-relation",
    "C02; source of error 6",
    follows=("table-total", "table-percent", "change-column"),
)
def grid_relation(reading: Reading) -> Iterator[Denial]:
    """A sum or a difference that every other row or column of a table has is true of each of
    them."""
    for sheet in sheets(reading):
        if says_otherwise(reading, sheet.grid):
            continue
        faults = [item for way in both_ways(sheet) for item in breaches_in(way)]
        if faults:
            yield _denial(max(faults, key=lambda item: item.strength))


def breaches_in(sheet: Sheet) -> Iterator[Breach]:
    """The breaches of what the columns of a table bear, none of a column that is explained."""
    if len(sheet.rows) < _FEWEST_NAMED or len(sheet.heads) > len(sheet.rows) * 12:
        return
    tried, explained, added, broken = 0, set(), [], []
    for relation in relations(sheet):
        tried += 1
        agreeing, wrong = _tested(sheet, relation)
        digits = sum(map(_digits, agreeing))
        if not wrong and len(agreeing) > 1 and digits > _DIGITS:
            explained.add(relation.target)
        if relation.is_sum and len(wrong) < len(agreeing):
            added.append({*relation.operands})
        if len(wrong) == 1:
            broken.append((relation, agreeing, wrong[0], digits))
    chance = log10(tried + 1) / 2
    for relation, agreeing, (place, cell, expected), digits in broken:
        many = _FEWEST_NAMED if relation.named else _FEWEST
        # A row of measures is hardly the share of two others: some are so by chance.
        many += _FEWEST_NAMED * (sheet.on_side and not relation.is_added)
        least = _DIGITS + chance
        if relation.named:
            adjacent = max(relation.operands) == relation.target - 1
            least = _DIGITS_NAMED if adjacent else _DIGITS_APART
        if relation.target in explained or len(agreeing) + 1 < many or digits < least:
            continue
        # Of the parts of one whole none is the difference of two others but by chance.
        parts = {relation.target, *relation.operands}
        if not (relation.named or relation.is_sum) and any(parts <= group for group in added):
            continue
        if _EMPTY.fullmatch(cell.line.text) or _can_differ(sheet, relation, place, cell, expected):
            continue
        yield Breach(cell, expected, _reckoned(sheet, relation), digits + 6 * relation.named)
    yield from _running(sheet)


def _tested(sheet: Sheet, relation: Relation):
    """(the cells that bear a relation, (row, cell, what it should be) of up to two that do not)."""
    agreeing, wrong = [], []
    for place, row in enumerate(sheet.rows):
        printed = row[relation.target]
        operands = tuple(row[item] for item in relation.operands)
        if printed is None or None in operands or _is_unlike(printed, operands, relation):
            continue
        expected = relation.reckon(operands)
        if expected is None or not any(item.exact for item in operands):
            continue
        if abs(expected - printed.exact) <= relation.room(printed, operands):
            agreeing.append(
                (printed, *(operands if relation.is_added and len(operands) < 3 else ()))
            )
        else:
            wrong.append((place, printed, expected))
            if len(wrong) > 1:
                break
    return agreeing, wrong


def _is_unlike(printed: Value, operands, relation: Relation):
    """Whether a row adds per cents to counts."""
    return relation.is_added and len({item.is_share for item in (printed, *operands)}) > 1


def _digits(cells: tuple[Value, ...]):
    """How many digits agree where a cell is what was reckoned: “120 − 0 = 120” shows nothing."""
    return log10(min(10**6, *(abs(cell.exact) / cell.unit for cell in cells)) + 1)


def _can_differ(sheet: Sheet, relation: Relation, place, cell: Value, expected):
    """Whether the one row that differs may do so rightly: a mean, a rate, a sum of other things."""
    label = sheet.labels[place]
    # “+4, −5, +1”: with a sign it is no distance.
    if relation.reckon is distance and cell.exact == -expected:
        return True
    if TOTAL.match(label) and not sheet.on_side:
        return False
    if sheet.on_side and "sum" in relation.origin:
        # A row of totals: a column of means, or of people of whom some stand twice, does not add.
        near = Fraction(1, 5 if cell.exact < expected else 3)
        far = abs(expected - cell.exact) > max(abs(expected), abs(cell.exact)) * near
        people = cell.exact < expected and PEOPLE.search(label)
        far = far or (people and slip(cell.exact, expected, COUNT) <= NEAR)
        return is_measure(label) or cell.is_share or far
    return is_measure(label)


def _reckoned(sheet: Sheet, relation: Relation):
    """What a column is reckoned from, in words."""
    heads = [f"“{sheet.heads[item]}”" for item in relation.operands]
    parts = (
        " and ".join((", ".join(heads[:-1]), heads[-1]))
        if len(heads) < 5
        else (f"{heads[0]} to {heads[-1]}")
    )
    return f"{relation.origin} {parts}"


def _running(sheet: Sheet) -> Iterator[Breach]:
    """The first row in which a running total is not what its head says."""
    for target, part in running(sheet):
        total, agreeing, wrong = Fraction(0), 0, []
        for place, row in enumerate(sheet.rows):
            printed, added = row[target], row[part]
            if place in sheet.totals or printed is None or added is None or printed.is_share:
                continue
            total += added.exact
            if printed.exact == total:
                agreeing += 1
            else:
                wrong.append((printed, total))
        if len(wrong) == 1 and agreeing > 1:
            origin = f"the running total of “{sheet.heads[part]}”"
            yield Breach(*wrong[0], origin, 9.0)


def _denial(breach: Breach) -> Denial:
    cell = breach.cell
    places = max(0, len(str(cell.unit.denominator)) - 1)
    scale = cell.unit if cell.unit > 1 else 1
    expected = number_text(breach.expected, places if scale == 1 else 0)
    says = (
        f"{breach.origin[0].upper()}{breach.origin[1:]} is {expected} here, but the table has "
        f"{cell.line.text.strip()}; the other rows or columns agree."
    )
    span = cell.number or (0, len(cell.line.text))
    return Denial(cell.line, span, says, _MEND)

"""Tables whose cells are grades in words, which no reading of numbers sees."""

from reports.checks.reading import Line, Reading, shared
from reports.prose.quantities.grades import rung
from reports.quantities.tables import Shown, all_tables

_FEWEST = 2


def grade_tables(reading: Reading, line: Line) -> list[Shown]:
    """The tables of grades in the section of a line."""
    return [table for table in shared(reading, _tables) if table.trail == line.trail]


def _tables(reading: Reading) -> tuple[Shown, ...]:
    known = {id(table.grid) for table in all_tables(reading)}
    made = []
    for grid in reading.grids:
        graded = [row for row in grid.rows if sum(map(_is_grade, row[1:])) >= _FEWEST]
        if id(grid) not in known and len(graded) == len(grid.rows) > 1:
            place = reading.first_places.get(grid.where, 0)
            numbers = tuple((None,) * len(row) for row in grid.rows)
            made.append(Shown(grid, numbers, place, reading.lines[place].trail))
    return tuple(made)


def _is_grade(cell: Line) -> bool:
    return rung(cell.text) is not None

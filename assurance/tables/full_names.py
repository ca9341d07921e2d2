"""The name of a person in two columns, as personnel systems export it, read as one."""

from collections.abc import Iterator, Sequence

from assurance.tables.clean import plain
from assurance.tables.phrases import listed
from assurance.tables.table import Cell, Row

FORENAME = ("forename", "forenames", "firstname", "firstnames", "givenname")
SURNAME = ("surname", "surnames", "lastname", "familyname")
TOGETHER, WHOLE = "Full name", ("name", "fullname")
# Whose name it may be said to be; a child's is never read.
WHOSE = ("", "employee", "staff", "person")


def with_full_names(
    headings: tuple[str, ...], rows: tuple[Row, ...]
) -> tuple[tuple[str, ...], tuple[Row, ...], list[str]]:
    """The headings and rows with forename and surname as one column, parted by a space, and a
    sentence about it; unchanged unless there is one of each and no whole name."""
    plains = [plain(heading) for heading in headings]
    matches = [
        [place for place, heading in enumerate(plains) if heading in _of_anyone(names)]
        for names in (FORENAME, SURNAME, WHOLE)
    ]
    if [*map(len, matches)] != [1, 1, 0]:
        return headings, rows, []
    [forename], [surname], _ = matches
    halves = listed(headings[place] for place in (forename, surname))
    sentence = f"{halves} are read together, as “{TOGETHER}”."
    joined = tuple(_together(headings, forename, surname, TOGETHER))
    return joined, tuple(_rows_together(rows, forename, surname)), [sentence]


def _of_anyone(names):
    return {whose + name for whose in WHOSE for name in names}


def _rows_together(rows, forename, surname) -> Iterator[Row]:
    for row in rows:
        parts = [str(row.cells[place]) for place in (forename, surname) if row.cells[place]]
        name = " ".join(parts) or None
        yield Row(row.number, tuple(_together(row.cells, forename, surname, name)))


def _together(cells: Sequence[Cell], forename, surname, name: Cell) -> Iterator[Cell]:
    for place, cell in enumerate(cells):
        if place != surname:
            yield name if place == forename else cell

"""Tables laid out in a line a row, and papers of which a cell or a number is right or wrong."""

import re

from tests.table_constraints.test_grids import table

_EDIT = re.compile(r"«([^|«»]*)\|([^«»]*)»")


def sheet(caption, *rows):
    """A table in a section of its own, of rows whose cells semicolons part; the first is its
    head."""
    cells = [[cell.strip() for cell in row.split(";")] for row in rows]
    return table(cells[0], cells[1:], caption)


def right(paper):
    """A paper with the first of each `«right|wrong»`."""
    return _EDIT.sub(r"\1", paper)


def wrong(paper):
    """A paper with the second of each `«right|wrong»`."""
    return _EDIT.sub(r"\2", paper)

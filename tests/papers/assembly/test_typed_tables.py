"""Tables of typed numbers of people: small ones, and what would give them away, are not printed."""

from itertools import product

import pytest

from reports.documents.document import HIDDEN
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read

pytestmark = pytest.mark.django_db
SOURCE = "fostering register, 29 February 2016"


def printed(paper, rows, audience="public", **said):
    """The words of each cell of the table, row by row, without the first column."""
    heads = [
        {"label": f"Column {place}", "numeric": place > 0} for place in range(len(rows[0]) + 1)
    ]
    typed = [["Row", *(f"[[stated {one}: {SOURCE}]]" for one in row)] for row in rows]
    cells = {"columns": heads, "rows": typed, **said}
    block = BlockText("typed", "body", "table", "work", "", "", {"caption": "T", "cells": cells})
    document = assemble(read(paper).with_block(block), audience=audience).document
    [table] = [one for section in document.sections for one in _tables(section)]
    for row in table.rows:
        for cell in row[1:]:
            assert all((run.text == "[c]") == (run.kind == HIDDEN) for run in cell.runs)
    return [["".join(run.text for run in cell.runs) for cell in row[1:]] for row in table.rows]


def _tables(block):
    if hasattr(block, "rows") and hasattr(block, "columns"):
        yield block
    for inner in getattr(block, "blocks", ()):
        yield from _tables(inner)


def test_a_small_typed_number_hides_the_parts_of_its_total(paper):
    rows = [[3], [185], [188]]
    assert printed(paper, rows, counts="children", total_row=True) == [["[c]"], ["[c]"], ["188"]]
    assert printed(paper, rows, counts="things", total_row=True) == [["3"], ["185"], ["188"]]
    assert printed(paper, rows, "restricted", counts="children", total_row=True)[0] == ["3"]


def test_only_the_rows_that_add_up_are_weighed_and_shares_go_with_their_count(paper):
    rows = [[188, "100%"], [3, "2%"], [185, "98%"], [188, "100%"]]
    shown = printed(paper, rows, counts="people", total_row=True, parts=[2, 3])
    assert shown == [["188", "100%"], ["[c]", "[c]"], ["[c]", "[c]"], ["188", "100%"]]


def test_no_reader_subtracts_a_small_cell_of_a_table_with_both_totals(paper):
    said = {"counts": "children", "total_row": True, "total_column": True}
    for a, b, c, d in product((2, 7), (9,), (6,), (0, 1, 11)):
        rows = [[a, b, a + b], [c, d, c + d], [a + c, b + d, a + b + c + d]]
        shown = printed(paper, rows, **said)
        if min(one for row in rows for one in row if one) > 5:
            assert shown == [[str(one) for one in row] for row in rows]
            continue
        known = [[None if one == "[c]" else int(one) for one in row] for row in shown]
        worlds = [world for world in product(range(12), repeat=4) if _fits(world, known)]
        for place, count in enumerate((a, b, c, d)):
            if 1 <= count <= 5:
                assert len({world[place] for world in worlds}) > 2, shown


def _fits(world, known):
    a, b, c, d = world
    rows = [[a, b, a + b], [c, d, c + d], [a + c, b + d, a + b + c + d]]
    return all(
        known[row][column] in (None, rows[row][column]) for row in range(3) for column in range(3)
    )

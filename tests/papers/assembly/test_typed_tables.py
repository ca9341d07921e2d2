"""Tables of typed numbers of people: small ones, and what would give them away, are not printed."""

from itertools import product

import pytest

from reports.documents.document import HIDDEN, Cell, Document, Facts, Run, Section, Table
from reports.papers.assembly.pipeline import assemble
from reports.papers.assembly.typed_tables import printed_cells
from reports.papers.manuscript import BlockText, read

pytestmark = pytest.mark.django_db
SOURCE = "fostering register, 29 February 2016"


def printed(paper, rows, audience="public", earlier=(), **said):
    """The words of each cell of the table, row by row, without the first column."""
    heads = [
        {"label": f"Column {place}", "numeric": place > 0} for place in range(len(rows[0]) + 1)
    ]
    typed = [["Row", *(f"[[stated {one}: {SOURCE}]]" for one in row)] for row in rows]
    cells = {"columns": heads, "rows": typed, **said}
    block = BlockText("typed", "body", "table", "work", "", "", {"caption": "T", "cells": cells})
    manuscript = read(paper).with_block(block)
    document = assemble(manuscript, audience=audience, earlier=earlier).document
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


def edition_of(paper, rows, caption="T", head="Column 1"):
    """What the cells of an earlier edition of `paper` printed."""
    lines = [[Cell((Run("Row"),)), *(Cell((Run(str(one)),), True) for one in row)] for row in rows]
    heads = (Cell((Run("Column 0"),)), Cell((Run(head),), True))
    table = Table("t", "Table 1", caption, heads, tuple(map(tuple, lines)))
    document = Document("", "", Facts("", ""), (Section("s", "S", blocks=(table,)),))
    return tuple(printed_cells(document, read(paper).period))


def test_a_cell_is_no_difference_of_what_an_earlier_edition_printed(paper):
    """17 was printed before: 20 less 17 would tell that the 10 of the first row are now 3."""
    said = {"rows": [[3], [17], [20]], "counts": "children", "total_row": True}
    before = edition_of(paper, [[10], [17], [27]])
    assert printed(paper, **said) == [["[c]"], ["[c]"], ["20"]]
    assert printed(paper, **said, earlier=before) == [["[c]"], ["[c]"], ["[c]"]]
    for other in ({"caption": "U"}, {"head": "On 1 May 2014"}):
        unlike = edition_of(paper, [[10], [17], [27]], **other)
        assert printed(paper, **said, earlier=unlike)[-1] == ["20"]


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

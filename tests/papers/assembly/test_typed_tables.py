"""Tables of typed numbers of people: small ones, and what would give them away, are not printed."""

from itertools import product

import pytest

from reports.documents.document import HIDDEN, Cell, Document, Facts, Run, Section, Table
from reports.papers.assembly.pipeline import assemble
from reports.papers.assembly.typed_cells.protection import printed_cells
from reports.papers.manuscript import BlockText, read

pytestmark = pytest.mark.django_db
SOURCE = "fostering register, 29 February 2016"


def printed(paper, rows, audience="public", earlier=(), **said):
    """The words of each cell of the table, row by row, without the first column."""
    return printed_together(paper, [("T", rows, said)], audience, earlier)[0]


def printed_together(paper, tables, audience="public", earlier=()):
    """The same of each of several tables of one paper: (caption, rows, what its data says)."""
    manuscript = read(paper)
    for place, (caption, rows, said) in enumerate(tables):
        heads = [
            {"label": f"Column {place}", "numeric": place > 0} for place in range(len(rows[0]) + 1)
        ]
        typed = [["Row", *(f"[[stated {one}: {SOURCE}]]" for one in row)] for row in rows]
        data = {"caption": caption, "cells": {"columns": heads, "rows": typed, **said}}
        block = BlockText(f"typed-{place}", "body", "table", "work", "", "", data)
        manuscript = manuscript.with_block(block)
    document = assemble(manuscript, audience=audience, earlier=earlier).document
    made = [one for section in document.sections for one in _tables(section)]
    for cell in (cell for table in made for row in table.rows for cell in row[1:]):
        assert all((run.text == "[c]") == (run.kind == HIDDEN) for run in cell.runs)
    return [
        [["".join(run.text for run in cell.runs) for cell in row[1:]] for row in table.rows]
        for table in made
    ]


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
    renamed = edition_of(paper, [[10], [17], [27]], caption="U")
    assert printed(paper, **said, earlier=renamed) == [["[c]"], ["[c]"], ["[c]"]]
    unlike = edition_of(paper, [[10], [17], [27]], head="On 1 May 2014")
    assert printed(paper, **said, earlier=unlike)[-1] == ["20"]


def test_only_the_rows_that_add_up_are_weighed_and_shares_go_with_their_count(paper):
    rows = [[188, "100%"], [3, "2%"], [185, "98%"], [188, "100%"]]
    shown = printed(paper, rows, counts="people", total_row=True, parts=[2, 3])
    assert shown == [["188", "100%"], ["[c]", "[c]"], ["[c]", "[c]"], ["188", "100%"]]


@pytest.mark.long
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


@pytest.mark.parametrize("way", ["{} ({}%)", "{1}% ({0})", "{} of 20", "{} of 20 ({}%)"])
def test_a_small_number_is_hidden_with_the_share_or_the_base_next_to_it(paper, way):
    """3 (15%) and 17 (85%) of 20."""
    rows = [[way.format(3, 15)], [way.format(17, 85)], [20]]
    assert printed(paper, rows, **WITH_TOTAL) == [["[c]"], ["[c]"], ["20"]]
    large = [[way.format(7, 35)], [way.format(13, 65)], [20]]
    assert printed(paper, large, **WITH_TOTAL) == [
        [row[0]] if row != [20] else ["20"] for row in large
    ]
    # An edition that printed a count with its share tells it as one without.
    before = edition_of(paper, [[way.format(10, 37)], [way.format(17, 63)], [27]])
    now = {"rows": [[3], [17], [20]], **WITH_TOTAL}
    assert printed(paper, **now, earlier=before) == [["[c]"], ["[c]"], ["[c]"]]


OF_CHILDREN = {"counts": "children"}
WITH_TOTAL = {**OF_CHILDREN, "total_row": True}


def columns(paper, *tables, **said):
    """The first column of each of several tables as printed, each cell once."""
    made = printed_together(paper, tables, **said)
    return [[row[0] for row in table] for table in made]


def test_a_table_of_the_same_people_under_other_names_gives_no_part_away(paper):
    """Boys and Girls with their total, Male and Female without: 188 less 185 would be 3."""
    sexes, again = ("Sex", [[3], [185], [188]], WITH_TOTAL), ("Gender", [[3], [185]], OF_CHILDREN)
    hidden = [["[c]", "[c]", "188"], ["[c]", "[c]"]]
    assert columns(paper, sexes, again) == hidden
    assert columns(paper, again, sexes) == hidden[::-1]
    girls = ("Girls only", [[185]], OF_CHILDREN)
    assert columns(paper, sexes, girls) == [hidden[0], ["[c]"]]
    assert columns(paper, ("Sex", [[20], [168], [188]], WITH_TOTAL), girls)[1] == ["185"]
    things = ("Gender", [[3], [185]], {"counts": "things"})
    assert columns(paper, sexes, things)[1] == ["3", "185"]
    dated = ("Gender on 1 May 2015", [[9], [185]], OF_CHILDREN)
    first = ("Sex on 1 June 2015", *sexes[1:])
    assert columns(paper, first, dated)[1] == ["9", "185"]


def test_parts_of_another_whole_are_no_parts_of_this_one(paper):
    """17 of 27 are not the 17 of 20: what needs no cover gets none."""
    few, many = ("A", [[3], [17], [20]], WITH_TOTAL), ("B", [[10], [17], [27]], WITH_TOTAL)
    assert columns(paper, few, many) == [["[c]", "[c]", "20"], ["10", "17", "27"]]


def test_a_column_that_comes_to_a_whole_of_the_report_is_taken_for_its_parts(paper):
    """Under and over ten without a total: the 40 of the other table less 38 would be 2."""
    whole, ages = ("Sex", [[20], [20], [40]], WITH_TOTAL), ("Age", [[38], [2]], OF_CHILDREN)
    assert columns(paper, whole, ages) == [["20", "20", "40"], ["[c]", "[c]"]]
    assert columns(paper, ("Sex", [[20], [21], [41]], WITH_TOTAL), ages)[1] == ["38", "[c]"]


def test_a_last_row_that_is_the_sum_of_the_others_is_a_total_though_no_one_says_so(paper):
    assert columns(paper, ("A", [[3], [17], [20]], OF_CHILDREN)) == [["[c]", "[c]", "20"]]
    assert columns(paper, ("A", [[3], [17], [25]], OF_CHILDREN)) == [["[c]", "17", "25"]]


def test_a_renamed_table_of_a_correction_gives_no_number_of_the_first_edition_away(paper):
    """20 was printed of parts that were not: 17 of now 25 would tell that the other was 3."""
    before = edition_of(paper, [["[c]"], ["[c]"], [20]], caption="Old name")
    corrected = ("New name", [[8], [17], [25]], WITH_TOTAL)
    assert columns(paper, corrected) == [["8", "17", "25"]]
    assert columns(paper, corrected, earlier=before)[0][:2] == ["[c]", "[c]"]
    other = edition_of(paper, [["[c]"], ["[c]"], [20], [1]], caption="Old name")
    assert columns(paper, corrected, earlier=other) == [["8", "17", "25"]]


def test_a_share_that_only_a_few_of_its_count_can_print_is_not_shown(paper):
    rows = [[40, "95%"], [60, "50%"], [30, "10%"], [200, "98%"], [900, "1%"], [40, "100%"]]
    shown = printed(paper, rows, **OF_CHILDREN)
    assert [row[1] for row in shown] == ["[c]", "50%", "[c]", "[c]", "1%", "100%"]
    assert [row[0] for row in shown] == [str(row[0]) for row in rows]
    shares = [[20, "10.5%"], [171, "89.5%"], [191, "100%"]]
    assert printed(paper, shares, **WITH_TOTAL) == [[str(x) for x in row] for row in shares]
    alone = [["95%"], ["50%"]]
    assert printed(paper, alone, **OF_CHILDREN) == alone


@pytest.mark.long
def test_no_reader_of_two_tables_and_their_totals_works_a_small_cell_out(paper):
    """Every pair of columns, the second without its total: each hidden small one keeps three
    values, whoever takes both tables for one."""
    for first, second in product(((3, 17), (8, 12), (2, 18, 6), (9, 9)), repeat=2):
        tables = [
            ("A", [[one] for one in (*first, sum(first))], WITH_TOTAL),
            ("B", [[one] for one in second], OF_CHILDREN),
        ]
        (*parts, whole), others = columns(paper, *tables)
        for shown in (others, parts) if sum(first) == sum(second) and whole != "[c]" else ():
            missing = [one for one in shown if one == "[c]"]
            rest = int(whole) - sum(int(one) for one in shown if one != "[c]")
            assert not (missing and 1 <= rest <= 5), (first, second, parts, others)


def test_what_a_typed_number_of_a_cell_counts_is_its_row_and_column(paper):
    heads = [{"label": "Area"}, {"label": "Homes", "numeric": True}]
    rows = [["North", f"[[stated 18: {SOURCE}]]"], ["South", f"[[stated 13: {SOURCE}]] in all."]]
    data = {"caption": "Carers", "cells": {"columns": heads, "rows": rows}}
    block = BlockText("typed", "body", "table", "work", "", "", data)
    document = assemble(read(paper).with_block(block)).document
    assert [(entry.text, entry.counts) for entry in document.typed] == [
        ("18", "Carers: North, Homes"),
        ("13", "13 in all."),
    ]

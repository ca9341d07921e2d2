"""A grid of cells as a table: what is kept, what is left out, and what is said of it."""

import pytest

from assurance.tables import limits
from assurance.tables.layout import ENDS_WITHIN, TOO_LONG, laid_out
from assurance.tables.table import Grid, NotATable, Row
from tests.sweeping import swept

HEADINGS = ["Reference", "Team", "Grade"]
NORTH, SOUTH = ["A1", "North", "Good"], ["A2", "South", "Good"]


def table(*rows, **more):
    """The table of a grid of `rows`."""
    return laid_out(Grid([list(row) for row in rows], **more), "audits.csv", "digest")


def test_a_table_says_where_it_is_from():
    found = table(HEADINGS, NORTH, sheet="Audits", notices=["Read with care."], rows_before=1)
    assert (found.name, found.sheet, found.sha256) == ("audits.csv", "Audits", "digest")
    assert found.notices == ("Read with care.",)
    assert found.rows == (Row(3, ("A1", "North", "Good")),)
    assert found.dropped == found.spoiled == ()


@swept(
    [
        ([["Title"], HEADINGS, NORTH], "1 row above the headings left out."),
        ([["Title"], ["x"], [], HEADINGS, NORTH], "2 rows above the headings left out."),
        ([HEADINGS, NORTH, [], SOUTH], "1 empty row between the others left out."),
        ([HEADINGS, [], [None], NORTH], "2 empty rows between the others left out."),
        ([HEADINGS, NORTH, ["Total", 1]], "Totals in row 3: left out."),
        ([HEADINGS, NORTH, ["Subtotal", 1], ["Total", 1]], "Totals in rows 3 and 4: left out."),
        ([HEADINGS, NORTH, HEADINGS, SOUTH], "The headings again in row 3: left out."),
        ([HEADINGS, NORTH, [one.upper() for one in HEADINGS]], "The headings again in row 3"),
        ([HEADINGS, [None, None, "%"], NORTH], "Row 2 only gives the unit of each column"),
        ([[*HEADINGS, None], [*NORTH, "x"]], "Column D has no heading and was left out."),
    ]
)
def test_what_is_passed_over_is_said(rows, said):
    (notice,) = table(*rows).notices
    assert notice.startswith(said.replace(" and 4", ", 4"))


def test_a_row_that_repeats_some_of_the_headings_is_data():
    again = ["A2", *HEADINGS[1:]]
    found = table(HEADINGS, NORTH, again, [HEADINGS[0], None, None])
    assert [row.number for row in found.rows] == [2, 3, 4] and found.notices == ()


def test_empty_rows_at_the_end_and_empty_columns_are_not_worth_a_word():
    found = table([*HEADINGS, None], [*NORTH, None], [], [None, None], [])
    assert found.notices == ()
    assert found.headings == tuple(HEADINGS)
    assert table(HEADINGS, ["A1", None, "Good"]).rows[0].cells == ("A1", None, "Good")


def test_cells_go_with_the_columns_that_are_kept():
    found = table(["Postcode", *HEADINGS, None, "UPN"], ["YO1", *NORTH, 9, "U1"], ["YO2", *SOUTH])
    assert found.dropped == ("Postcode", "UPN")
    assert [row.cells for row in found.rows] == [tuple(NORTH), tuple(SOUTH)]


def test_rows_of_another_length_are_filled_up_or_cut_where_nothing_is_lost():
    found = table(HEADINGS, ["A1"], [*SOUTH, None, None])
    assert [row.cells for row in found.rows] == [("A1", None, None), tuple(SOUTH)]
    assert found.spoiled == ()


def test_rows_that_would_lose_something_are_not_read():
    found = table(HEADINGS, NORTH, [*SOUTH, "more"], NORTH)
    assert [row.number for row in found.rows] == [2, 4]
    assert found.spoiled == ((3, TOO_LONG),)
    assert found.notices == (f"Not read, row 3: {TOO_LONG}",)


@swept(
    [
        ([NORTH, ["A2", "So"]], True, ((3, ENDS_WITHIN),)),
        *(([NORTH, SOUTH], True, ()), ([["A1"], ["A2"]], True, ()), ([NORTH, ["A2"]], False, ())),
    ]
)
def test_a_last_row_is_read_but_one_cut_off_that_is_shorter_than_the_others(rows, cut, spoiled):
    assert table(HEADINGS, *rows, last_row_may_be_cut=cut).spoiled == spoiled


def test_rows_are_counted_without_those_that_are_empty(monkeypatch):
    monkeypatch.setattr(limits, "MOST_ROWS", 2)
    assert len(table(HEADINGS, NORTH, [], [], SOUTH).rows) == 2
    with pytest.raises(NotATable, match="3 rows, and up to 2 are read"):
        table(HEADINGS, NORTH, SOUTH, NORTH)


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        *(((), ""), ((((0, 0), (0, 2)),), ""), ((((1, 0), (1, 1)),), "The value of a merged cell")),
        ((((2, 0), (3, 0)), ((4, 0), (5, 0))), "The value of 2 merged cells"),
    ],
)
def test_merged_cells_matter_from_the_headings_down(ranges, said):
    notices = table(["Title"], HEADINGS, NORTH, merged=ranges).notices[1:]
    assert [one[: len(said)] for one in notices] == ([said] if said else [])


@swept(
    [
        (["Forename", "Grade", "Surname"], ["Full name", "Grade"], ("Amir Ash", "Good")),
        (["Last name", "Grade", "First Name(s)"], ["Grade", "Full name"], ("Good", "Ash Amir")),
        (["Staff surname", "Grade", "Employee Forename"], None, None),
        # A whole name beside it, one half alone, two of a half, and a child's.
        (["Forename", "Name", "Surname"], ["Forename", "Name", "Surname"], ()),
        (["Forename", "Grade", "Team"], ["Forename", "Grade", "Team"], ()),
        (["Forename", "First name", "Surname"], ["Forename", "First name", "Surname"], ()),
        (["Child forename", "Grade", "Surname"], ["Child forename", "Grade", "Surname"], ()),
    ]
)
def test_a_forename_and_a_surname_are_read_as_one_name_and_nothing_else_is(headings, read, cells):
    found = table(headings, ["Amir", "Good", "Ash"], ["Beth", "Good"])
    assert found.headings == tuple(read or ["Grade", "Full name"])
    assert found.rows[0].cells == (
        cells or ("Amir", "Good", "Ash") if read else ("Good", "Ash Amir")
    )
    assert len(found.notices) == (len(found.headings) == 2)

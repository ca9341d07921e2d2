"""Which row holds the headings, and which rows hold neither headings nor data."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.headings import filled, headings_of, is_units, place_of_headings, sums_at_end
from assurance.tables.table import NotATable
from tests.sweeping import swept

DAY = date(2015, 3, 1)
HEADINGS = ["Reference", "Name", "Team", "Issued", "Number"]
PERSON = ["S1", "A person", "North", DAY, 123456789012]


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["Register of checks"]],
        [["Register of checks"], [None], ["As at", DAY]],
        [[None], [None, None], ["Register of checks", None, None, None, None]],
        [["Council:", "York", "Service:", "Children"]],
        [["Council", "York", "Service", "Children"], [None]],
        [["Printed", DAY, "Page", 1]],
        [["Person", None, None, "Check", None]],
    ],
)
@pytest.mark.parametrize("people", [1, 2, 50])
def test_the_headings_are_found_below_whatever_stands_above(above, people):
    rows = [*above, HEADINGS, *[PERSON] * people]
    assert place_of_headings(rows) == len(above)


def test_neither_columns_without_a_heading_nor_sparse_data_hide_the_headings():
    for gaps in (1, 2):
        headings = [*HEADINGS[:-gaps], *[None] * gaps]
        assert place_of_headings([headings, PERSON, PERSON, PERSON]) == 0
    assert place_of_headings([HEADINGS, *[["S1", None, None, None, None]] * 30]) == 0


@swept(
    [
        PERSON,
        ["S1", "A person", "North", "2015-03-01", "x"],
        ["S1", "A person", "North", "x", "001234567890"],
        *(["S1", "A person", "North", "x", True], ["S1", "A person", "North", "x", 1.5]),
        *(["S1", "A person", "North", "x", "£12.50"], ["S1", "A person", "North", "x", "(54.5%)"]),
        ["S1", "A person", "North", "x", "1.2E+11"],
    ]
)
def test_data_is_never_taken_for_headings(first):
    sparse = ["S2", "Another", "South", None, None]
    with pytest.raises(NotATable, match="No row of headings"):
        place_of_headings([first, first, sparse, first])


@pytest.mark.parametrize("rows", [[], [[None]], [[None, None], []]])
def test_nothing_has_no_headings(rows):
    with pytest.raises(NotATable, match="empty"):
        place_of_headings(rows)


def test_headings_stand_on_one_line_and_years_are_words():
    assert headings_of(["Date\nof  issue", 2015, None]) == ["Date of issue", "2015", ""]
    assert headings_of([None, None, "%", "£"]) == ["", "", "%", "£"]


@pytest.mark.parametrize(
    "row",
    [
        *(["Date", "Team", "Date"], ["Date", "DATE "], ["Post code", "Post_Code"], [2015, "2015"]),
        ["%", "%"],
    ],
)
def test_two_headings_alike_are_refused(row):
    with pytest.raises(NotATable, match="Two columns are both headed"):
        headings_of(row)


@swept(
    [
        *(([None, "£", "dd/mm/yyyy"], True), (["(days)"], True), (["£k", "%", "per cent"], True)),
        *((["text", "number", "date"], True), (["yes/no", "12 digits"], True)),
        *(([], False), ([None], False), (["£12"], False), (["£", 5], False)),
        *((["(a)", "North"], False), (["Yes"], False), (["n"], False)),
    ]
)
def test_a_row_of_units_is_told_from_any_other(row, says_units):
    assert is_units(row) is says_units


SUMS = [
    *(["Total", 5, 6], ["TOTAL:", None, 6], [None, "Total", 6], ["Totals", "5", "54%"]),
    *(["Grand Total", 5, 6], ["Sub-total", 5, None], ["Total of audits", 5, 6]),
    *(["Total: 351", None, None], ["Total (all teams)", 5, 6], ["Overall total", "£1,000", 6]),
]


@swept(SUMS, named=str)
def test_sums_at_the_end_are_found(last):
    rows = [["North", 1, 2], ["South", 4, 4], last]
    assert sums_at_end(rows) == [2]
    assert sums_at_end([*rows, ["Source: HR", None, None]]) == [2]
    assert sums_at_end([*rows, last]) == [3, 2]


@swept(
    [
        *(["Total Care", "Ann", 6], ["Total Care", 5, 6], ["Totally", 5, 6], ["North", "Total", 6]),
        *([5, "Total", 6], [DAY, 5, 6], [None, None, None], ["Total", "North", 6]),
    ],
    named=str,
)
def test_what_only_sounds_like_a_sum_stays(last):
    assert sums_at_end([["North", 1, 2], ["South", 4, 4], last]) == []


@given(st.lists(st.sampled_from(["North", "South", "East"]), min_size=1, max_size=30))
def test_a_sum_before_the_end_is_never_left_out(teams):
    rows = [["Total", 1, 2], *([team, 1, 2] for team in teams)]
    assert sums_at_end(rows) == []


@given(st.lists(st.one_of(st.none(), st.integers(), st.text())))
def test_how_many_cells_hold_anything(row):
    assert filled(row) == len([cell for cell in row if cell is not None])

"""How a column's cells are read together: days both ways, the same cell once, rows given twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.imports.declaration import Column
from assurance.imports.plan.headings import Choices
from assurance.imports.plan.rows import read_rows
from assurance.imports.run.lifecycle import packed, unpacked
from assurance.imports.run.staging import staged, staged_tables
from assurance.tables.cells import Text, Whole, YesNo
from tests.cases import random_cases
from tests.make.imports import AUDITS, HEADINGS, row, table

CLEAR, OTHER, BOTH = "31/01/2014", "01/31/2014", "03/04/2014"
APRIL, MARCH = date(2014, 4, 3), date(2014, 3, 4)
CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(-9, 9), st.floats(allow_nan=False), st.dates(), st.text()
)


def read(*days, said=None):
    """Audits of these days, numbered from 2."""
    rows = [row(number, date=one, shared="") for number, one in enumerate(days, 1)]
    return read_rows(AUDITS, table(*rows), Choices(orders=said))


def days_of(found):
    """The day of each row that could be read."""
    return [values["audited_on"] for _, values in found.rows]


@pytest.mark.parametrize(
    ("days", "said", "order", "read_as"),
    [
        ([BOTH, CLEAR], None, "dmy", [APRIL, date(2014, 1, 31)]),
        ([BOTH, OTHER], None, "mdy", [MARCH, date(2014, 1, 31)]),
        ([BOTH], {"audited_on": "dmy"}, "dmy", [APRIL]),
        ([BOTH], {"audited_on": "mdy"}, "mdy", [MARCH]),
        ([BOTH, CLEAR], {"audited_on": "mdy"}, "dmy", [APRIL, date(2014, 1, 31)]),
        ([CLEAR], {"audited_on": "mdy"}, None, [date(2014, 1, 31)]),
        (["2014-04-03"], None, None, [APRIL]),
        ([APRIL, BOTH], {"audited_on": "mdy"}, "mdy", [APRIL, MARCH]),
        (["29/02/2016"], None, None, [date(2016, 2, 29)]),
        (["3 April 2014", BOTH, CLEAR], None, "dmy", [APRIL, APRIL, date(2014, 1, 31)]),
    ],
)
def test_how_days_are_read(days, said, order, read_as):
    found = read(*days, said=said)
    assert days_of(found) == read_as
    assert found.orders.get("audited_on") == order
    assert not found.questions


@pytest.mark.parametrize(
    ("days", "cells", "first", "is_mixed"),
    [
        *(([BOTH], 1, 2, False), ([BOTH, BOTH], 2, 2, False), (["2014-04-03", BOTH], 1, 3, False)),
        *((["soon", BOTH, "05/06/2014"], 2, 3, False), ([CLEAR, OTHER, BOTH], 1, 4, True)),
    ],
)
def test_what_is_asked_about_days(days, cells, first, is_mixed):
    [asked] = read(*days).questions
    assert (asked.cells, asked.row, asked.is_mixed) == (cells, first, is_mixed)
    assert (asked.column, asked.label) == ("audited_on", "Audited on")


def test_an_answer_for_another_column_answers_nothing():
    assert read(BOTH, said={"shared_on": "dmy"}).questions


def test_each_column_of_days_is_asked_about_by_itself():
    found = read_rows(AUDITS, table(row(1, date=BOTH, shared=BOTH)), Choices())
    assert [one.column for one in found.questions] == ["audited_on", "shared_on"]
    settled = table(row(1, date=BOTH, shared=BOTH), row(2, date=CLEAR, shared=""))
    found = read_rows(AUDITS, settled, Choices())
    assert [one.column for one in found.questions] == ["shared_on"]


@pytest.mark.parametrize("day", ["29/02/2015", "31/04/2015", "2015-02-30", "32/01/2015"])
def test_days_that_never_were_refuse_their_row_and_no_other(day):
    found = read(day, CLEAR)
    assert list(found.faults) == [2] and [number for number, _ in found.rows] == [3]


def test_a_whole_number_a_part_and_a_tick_are_three_cells():
    """1, 1.0 and True are one key to a dict."""
    columns = (
        Column("a", "A", read=Text(9)),
        Column("b", "B", read=YesNo()),
        Column("c", "C", read=Whole()),
    )
    sheet = AUDITS.__class__("k", "K", "", AUDITS.permission, columns=columns)
    rows = [(1, True, 1), (True, True, 2), (1.5, False, 3), (1, 1, 4)]
    found = read_rows(sheet, table(*rows, headings=("A", "B", "C")), Choices())
    told = [tuple(values.values()) for _, values in found.rows]
    assert told == [("1", True, 1), ("Yes", True, 2), ("1.5", False, 3), ("1", True, 4)]


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"ref": ""}, ["reference"]),
        ({"ref": "", "team": ""}, ["reference", "team"]),
        ({"actions": "", "shared": "", "strengths": ""}, []),
        ({"ref": "x" * 40}, []),
        ({"ref": "x" * 41}, ["reference"]),
        ({"strengths": "x" * 2001}, ["strengths"]),
        ({"date": "soon", "shared": "later"}, ["audited_on", "shared_on"]),
        ({"date": "", "service": "", "team": "", "ref": ""}, None),
    ],
)
def test_which_columns_refuse_a_row(cells, columns):
    found = read_rows(AUDITS, table(row(1, **cells)), Choices())
    expected = ["reference", "audited_on", "service", "team"] if columns is None else columns
    assert [one.column for one in found.faults.get(2, ())] == expected
    assert len(found.rows) == (0 if expected else 1)


def test_an_empty_cell_is_named_and_rows_that_differ_in_what_nobody_reads_are_one():
    [fault] = read_rows(AUDITS, table(row(1, team="")), Choices()).faults[2]
    assert (fault.wrong, fault.right) == ("Team is empty.", "Fill it in.")
    rows = [(*row(1), "red"), (*row(1), "blue")]
    found = read_rows(AUDITS, table(*rows, headings=(*HEADINGS, "Colour")), Choices())
    assert found.repeated == {3: 2} and found.unread == ["Colour"]
    many = table(*(row(number) for number in range(200)))
    assert len(staged([many], ())) < 200 * sum(len(cell or "") for cell in row(1)) / 2


@pytest.mark.parametrize(
    ("numbers", "kept", "repeated"),
    [
        ([1], [2], {}),
        ([1, 1], [2], {3: 2}),
        ([1, 1, 1], [2], {3: 2, 4: 2}),
        ([1, 2, 1, 2], [2, 3], {4: 2, 5: 3}),
        ([2, 1, 1], [2, 3], {4: 3}),
        ([], [], {}),
    ],
)
def test_rows_given_twice_point_at_the_first(numbers, kept, repeated):
    found = read_rows(AUDITS, table(*(row(number) for number in numbers)), Choices())
    assert [number for number, _ in found.rows] == kept
    assert found.repeated == repeated


def test_a_row_that_could_not_be_read_is_refused_as_a_row():
    found = read_rows(AUDITS, table(row(1), spoiled=((9, "It was cut."),)), Choices())
    [fault] = found.faults[9]
    assert (fault.column, fault.wrong, fault.right) == (
        "",
        "It was cut.",
        "Correct the row in the file.",
    )


@random_cases(15)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.sampled_from(["", "Sheet 1"]))
def test_any_cells_come_back_from_packing_with_their_kinds(rows, sheet):
    given = table(*rows, headings=("A", "B"), sheet=sheet, notices=("A hidden sheet.",))
    [back] = staged_tables(staged([given], ()))
    assert back == given
    kinds = [[cell.__class__ for cell in one.cells] for one in back.rows]
    assert kinds == [[cell.__class__ for cell in one.cells] for one in given.rows]


@pytest.mark.parametrize(
    "told",
    [
        {"day": "no day", "n": 1},
        {"days": [date(2016, 2, 29), None]},
        [{"c": date(2015, 12, 31)}, "c", 1.5, True],
        {"half": "\ud800"},
        [],
    ],
)
def test_days_are_days_again_and_nothing_else_is(told):
    assert unpacked(packed(told)) == told

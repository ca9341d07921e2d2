"""Returns read column by column against the same rows read one at a time, whatever the pieces."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.return_files import AS_FIRST
from assurance.looked_after.rules.return_rows import KINDS, EpisodeRow, WrongCell, day
from tests.cases import random_cases
from tests.sweeping import swept

HEADINGS = {
    "header": ["CHILD", "SEX", "DOB", "ETHNIC", "UPN"],
    "episodes": [
        *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER"),
        *("DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST"),
    ],
    "uasc": ["CHILD", "SEX", "DOB", "DUC"],
}
DAYS = ("01/06/2017", "31/05/2017", "30/02/2017", "soon", "", date(2017, 6, 2), "29/02/2016")
CODES = ("", "s", "C2", "U4", 7, 7.0, "A CODE TOO LONG", "T1", None)
CHILDREN = ("7", "a-1", "", "  ", 7, 8.0, None)


def cells_of(headings):
    """Rows of these columns, good, bad and of another width."""
    by_column = {
        "CHILD": st.sampled_from(CHILDREN),
        **dict.fromkeys(("DOB", "DECOM", "DEC", "DUC"), st.sampled_from(DAYS)),
    }
    whole = [by_column.get(one, st.sampled_from(CODES)) for one in headings]
    odd = st.lists(st.just("x"), min_size=1, max_size=len(headings) + 2)
    return st.tuples(*whole).map(list) | odd


def one_at_a_time(kind, headings, lines):
    """Rows and (line, column, rule) of faults, each line by itself."""
    rows, faults = [], []
    for number, cells in lines:
        if len(cells) != len(headings):
            faults.append((number, "", "cells"))
            continue
        told, wrong = [], []
        for column, read in zip(kind.columns, kind.readers(), strict=True):
            try:
                told.append(read(cells[headings.index(column)]))
            except WrongCell as one:
                wrong.append((number, column, one.rule))
        if wrong:
            faults += wrong
            continue
        row = kind.row(number, *told)
        if kind.row is EpisodeRow and row.dec and row.dec < row.decom:
            faults.append((number, "DEC", "end_before_start"))
        else:
            rows.append(row)
    return rows, faults


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.name)
@given(data=st.data())
@random_cases(40)
def test_columns_give_what_lines_give_whatever_the_pieces(kind, data):
    order = data.draw(st.permutations(HEADINGS[kind.name]))
    cells = data.draw(st.lists(cells_of(order), max_size=9))
    lines = [(number, row) for number, row in enumerate(cells, 2)]
    piece = data.draw(st.integers(1, 10))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(return_files, "TOGETHER", piece)
        found = return_files.read_lines("a.csv", "", order, iter(lines))
    rows, faults = one_at_a_time(kind, order, lines)
    assert list(found.rows) == rows
    assert [(one.line, one.column, one.rule) for one in found.faults] == faults
    assert all(type(row) is kind.row for row in found.rows)


def episode(**said):
    """The cells of a good row of episodes, but for what is said."""
    usual = dict.fromkeys(HEADINGS["episodes"], "")
    usual |= {"CHILD": "7", "DECOM": "01/06/2017", "RNE": "S", "LS": "C2", "CIN": "N1"}
    return list((usual | {"PLACE": "U4", "PLACE_PROVIDER": "PR4"} | said).values())


def read(*rows):
    """The `ReadFile` of rows of episodes, numbered as in a file."""
    return return_files.read_lines("e.csv", "", HEADINGS["episodes"], enumerate(rows, 2))


def test_a_row_with_several_faults_has_one_for_each_in_the_order_of_its_columns():
    bad = episode(CHILD="", DECOM="x", DEC="y", PLACE="0123456789abc")
    short = episode()[:-1]
    found = read(bad, episode(), short, bad)
    assert [row.line for row in found.rows] == [3]
    of_one = ["CHILD", "DECOM", "PLACE", "DEC"]
    assert [(one.line, one.column) for one in found.faults] == [
        *((2, column) for column in of_one), (4, ""), *((5, column) for column in of_one),
    ]  # fmt: skip
    assert found.faults[4].sentence == f"has 10 cells where the first line has 11: {AS_FIRST}."


@pytest.mark.parametrize("pieces", [1, 2, 3, 4, 5])
def test_a_piece_of_nothing_but_other_widths_stops_nothing(monkeypatch, pieces):
    monkeypatch.setattr(return_files, "TOGETHER", pieces)
    found = read(["x"], ["x"], episode(), ["x"] * 12, episode(CHILD="8"))
    assert [(row.line, row.child) for row in found.rows] == [(4, "7"), (6, "8")]
    assert [one.line for one in found.faults] == [2, 3, 5]
    assert {one.rule for one in found.faults} == {"cells"}


def test_a_file_of_headings_alone_has_no_rows_and_no_faults():
    for kind, headings in HEADINGS.items():
        found = return_files.read_lines("a", "", headings, iter(()))
        assert (found.kind, found.needed, found.rows, found.faults) == (kind, True, (), ())
        assert return_files.part_of(headings) == kind


@swept(
    [
        ("01/06/2017", date(2017, 6, 1)),
        (" 1/6/2017 ", date(2017, 6, 1)),
        (datetime(2017, 6, 1, 23, 59), date(2017, 6, 1)),
        (date(1900, 3, 1), date(1900, 3, 1)),
        ("31/12/2100", date(2100, 12, 31)),
        ("29/02/2016", date(2016, 2, 29)),
        ("", None),
        (None, None),
        ("   ", None),
    ]
)
def test_a_day_is_the_day_of_the_return(cell, found):
    assert day(cell, "147", required=False) == found

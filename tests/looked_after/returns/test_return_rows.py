"""How one cell of a return is read, whether a text of a CSV file or a typed cell of a workbook."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import return_rows
from assurance.looked_after.rules.return_files import part_of, read, read_table
from assurance.looked_after.rules.return_rows import KINDS, CellCache, WrongCell
from assurance.looked_after.rules.returns import put_together
from assurance.tables.table import Row, Table
from tests.make.looked_after import BOY, EPISODES, HEADER, LATE, OPEN, UASC, csv
from tests.sweeping import swept


def table(headings, *rows, name="episodes.xlsx", **said):
    """A table as a reader of any kind of file gives it; rows begin at number 2."""
    numbered = tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 2))
    return Table(name, "0" * 64, tuple(headings), numbered, **said)


def told(line):
    """The cells of a line of a CSV file, an empty one as None."""
    return [cell or None for cell in line.split(",")]


@swept([
        (None, ""), ("", ""), ("  ", ""), (" 7 ", "7"), (7, "7"), (7.0, "7"), (7.5, "7.5"),
        ("007", "007"), ("CHILD10", "CHILD10"), (123456789012, "123456789012"),
    ])  # fmt: skip
def test_a_cells_words_are_those_that_a_person_sees(cell, words):
    assert return_rows.cell_text(cell) == words


@swept([
        "2017-06-01", "01/06/17", "1 June 2017", "01-06-2017", "31/02/2017", "00/06/2017",
        "01/13/2017", "14/11/0216", "01/06/20170", "001/06/2017", "x", "//", "1/6", "1/6/2017/",
        "29/02/2017", "/6/2017", "-1/06/2017", "01.06.2017", "1 /6/2017", "١/٠٦/2017",
        "１/６/２０１７", date(1899, 12, 31), datetime(2101, 1, 1), 42887, 42887.5, True,
    ])  # fmt: skip
def test_what_is_no_date_of_the_return_is_refused_without_being_repeated(cell):
    for rule, required in (("141", True), ("147", False)):
        with pytest.raises(WrongCell) as refused:
            return_rows.day(cell, rule, required)
        assert (refused.value.rule, refused.value.wrong) == (rule, "is not a date")
        assert str(cell) not in f"{refused.value.wrong} {refused.value.right}"


@swept(
    [
        *((return_rows.code, cell, code) for cell, code in (("c2", "C2"), (" U4 ", "U4"))),
        *((return_rows.code, cell, code) for cell, code in ((None, ""), (1, "1"), ("X" * 12,) * 2)),
        *((return_rows.sex, cell, "M") for cell in (1, "1")),
        *((return_rows.sex, cell, sex) for cell, sex in ((2.0, "F"), ("f", "F"), ("u", "U"))),
        *((return_rows.sex, cell, sex) for cell, sex in ((3, "3"), ("", ""))),
        *((return_rows.reference, " 00ab7 ", "00ab7"), (return_rows.reference, 7.0, "7")),
    ]
)
def test_codes_are_read_in_capitals_sex_in_both_ways_and_references_as_they_are(reads, cell, word):
    assert reads(cell) == word


def test_no_code_is_too_long_and_no_reference_empty():
    with pytest.raises(WrongCell, match="longer than 12"):
        return_rows.code("Number 4 High Street")
    with pytest.raises(WrongCell, match="is empty"):
        return_rows.reference(None)


def test_a_cell_is_read_once_and_refused_each_time():
    asked = []

    def reads(cell):
        asked.append(cell)
        return return_rows.code(cell)

    held = CellCache(reads)
    assert [held["c2"], held["c2"]] == ["C2", "C2"]
    assert asked == ["c2"]
    for _ in range(2):
        with pytest.raises(WrongCell):
            held["x" * 13]


@swept(
    [
        (HEADER, "header"),
        (EPISODES, "episodes"),
        (UASC, "uasc"),
        (EPISODES.lower(), "episodes"),
        ("CHILD,DOB,REVIEW,REVIEW_CODE", "reviews"),
        ("CHILD,DOB,MISSING,MIS_START,MIS_END", "missing episodes"),
        ("CHILD,NAME", ""),
        ("CHILD,DECOM,RNE", "episodes"),
        ("DECOM,RNE", ""),
        ("CHILD,SEX", ""),
        ("Reference,ETHNIC", ""),
        ("", ""),
    ]
)
def test_a_part_of_the_return_is_known_by_its_headings(headings, part):
    assert part_of(headings.split(",")) == part


def test_a_workbook_gives_what_the_same_rows_as_text_give():
    lines = (OPEN, LATE)
    as_text = read("episodes.csv", csv(EPISODES, *lines))
    typed = [told(line) for line in lines]
    for cells in typed:
        cells[0], cells[1] = int(cells[0]), return_rows.day(cells[1], "141", True)
    as_cells = read_table(table(EPISODES.split(","), *typed))
    assert as_cells.rows == as_text.rows
    assert as_cells.dropped == as_text.dropped == ("HOME_POST", "PL_POST", "URN")


def test_columns_that_were_gone_before_are_still_told():
    headings = ("CHILD", "SEX", "DOB", "ETHNIC")
    file = read_table(table(headings, told(BOY)[:4], name="header.xlsx", dropped=("UPN", "mother")))
    assert file.dropped == ("UPN", "MOTHER")
    assert file.rows[0].sex == "M"


def test_rows_that_were_refused_bear_the_numbers_of_the_sheet_and_their_column():
    cells = told(OPEN)
    found = read_table(table(EPISODES.split(","), cells, ["8", "soon", *cells[2:]], cells[:3]))
    assert [(one.line, one.column, one.rule) for one in found.faults] == [
        (3, "DECOM", "141"),
        (4, "", "cells"),
    ]
    assert not put_together([found]).episodes[1:]


def test_every_column_that_is_read_has_a_reader_and_a_place_in_its_row():
    for kind in KINDS:
        assert len(kind.readers()) == len(kind.columns) == len(kind.row._fields) - 1
        assert [one.lower() for one in kind.columns] == list(kind.row._fields[1:])
        assert set(kind.days) <= set(kind.columns)
        assert not set(kind.dropped) & set(kind.columns)


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_that_is_written_as_the_return_asks_is_read_back(day):
    written = f"{day.day:02}/{day.month:02}/{day.year}"
    assert return_rows.day(written, "141", True) == day


@given(st.one_of(st.none(), st.text(max_size=20), st.integers(), st.floats(), st.booleans()))
def test_no_cell_makes_a_reader_fail(cell):
    for read_cell in (
        return_rows.reference,
        return_rows.code,
        return_rows.sex,
        lambda one: return_rows.day(one, "141", False),
    ):
        try:
            read_cell(cell)
        except WrongCell as refused:
            assert refused.rule

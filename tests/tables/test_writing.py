"""Files that we write: nothing in them runs, nothing is rounded, and they are read back as they
were."""

import csv
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.reader import read
from assurance.tables.workbook.writer import (
    FORMULA,
    MOST_IN_A_CELL,
    ROWS_OF_A_PART,
    csv_parts,
    harmless,
    unguarded,
    write_csv,
    write_xlsx,
)
from tests.cases import random_cases
from tests.sweeping import swept

HEADINGS = ["Reference", "Team", "Day", "Number"]
WAYS = {"csv": write_csv, "xlsx": write_xlsx}
DANGEROUS = [
    *("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''+1"),
]
# What people type; signs that reading takes out are tried in its own tests.
WORDS = st.text(st.sampled_from("aZ9 é=+-@',;\"\n£|\t<&_"), max_size=12)
KEPT = st.one_of(
    st.none(),
    WORDS,
    st.integers(-(10**14), 10**14),
    st.dates(date(1901, 1, 1), date(2100, 1, 1)),
    st.booleans(),
    st.decimals(-1000, 1000, places=2),
)


def rows_of(content):
    """The rows of a CSV file below its headings."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]


def parts_of(content):
    """The parts of a workbook as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def read_back(content):
    """The cells of a file's one table."""
    (found,) = read("export", content)
    return [row.cells for row in found.rows]


@swept(DANGEROUS)
def test_no_cell_of_a_csv_file_is_a_formula(text):
    ((cell, _),) = rows_of(write_csv(["A", "B"], [[text, "x"]]))
    assert not cell.startswith(FORMULA)
    assert unguarded(cell) == text


@swept(DANGEROUS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(text):
    content = write_xlsx([text, "Team"], [[text, "http://evil.example/"], ["{=1}", "x"]])
    sheet = ElementTree.fromstring(parts_of(content)["xl/worksheets/sheet1.xml"])
    tags = {one.tag.rpartition("}")[2] for one in sheet.iter()}
    assert not {"f", "hyperlink", "hyperlinks"} & tags
    assert read_back(content)[0][1] == "http://evil.example/"


@given(st.text(max_size=20))
def test_a_guard_is_taken_away_again_whole(text):
    assert not harmless(text).startswith(FORMULA)
    assert unguarded(harmless(text)) == text


def test_a_csv_file_has_its_mark_and_words_for_what_is_no_word():
    content = write_csv(HEADINGS, [["A1", True, date(2016, 3, 3), Decimal("1.50")], [None] * 4])
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows_of(content) == [["A1", "Yes", "2016-03-03", "1.50"], ["", "", "", ""]]
    assert rows_of(write_csv(HEADINGS, [[False, 3, 1.5, datetime(2016, 3, 3, 1)]])) == [
        ["No", "3", "1.5", "2016-03-03 01:00:00"]
    ]


def test_a_workbook_keeps_figures_that_a_spreadsheet_would_lose():
    row = ["001234567890", 123456789012, "1E5", "01/02/2015"]
    assert read_back(write_xlsx(HEADINGS, [row])) == [(row[0], "123456789012", *row[2:])]


def test_a_workbook_holds_days_numbers_and_words_as_what_they_are():
    row = [12, date(2016, 3, 3), Decimal("1.50"), True]
    assert read_back(write_xlsx(HEADINGS, [row])) == [(12, date(2016, 3, 3), 1.5, "Yes")]
    row = [-0.5, date(1066, 10, 14), float("inf"), False]
    assert read_back(write_xlsx(HEADINGS, [row])) == [(-0.5, "1066-10-14", "inf", "No")]


def test_a_workbook_keeps_its_headings_bold_and_in_view():
    parts = parts_of(write_xlsx(HEADINGS, [["A1"]], sheet="Case/audits: [2015]*" * 3))
    assert 'state="frozen"' in parts["xl/worksheets/sheet1.xml"]
    assert "<b/>" in parts["xl/styles.xml"]
    assert 'name="Case audits' in parts["xl/workbook.xml"]
    assert 'name="Sheet1"' in parts_of(write_xlsx(HEADINGS, [], sheet="[]"))["xl/workbook.xml"]


def test_words_longer_than_a_cell_are_cut_rather_than_lost():
    ((first, _),) = read_back(write_xlsx(["A", "B"], [["x" * 40_000, "y"]]))
    assert first == "x" * MOST_IN_A_CELL


def as_read(value, way):
    """What reading gives of a value that was written."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if way == "csv":
        return str(value).strip() or None if value is not None else None
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int) and abs(value) >= 10**11:
        return str(value)
    if isinstance(value, Decimal):
        number = float(value)
        return int(number) if number.is_integer() else number
    return value


@pytest.mark.parametrize("way", WAYS)
@random_cases(30)
@given(st.lists(st.lists(KEPT, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_is_written_is_read_back(way, rows):
    # A reference that is text keeps a row of nothing from being an empty row.
    written = [[f"r{number}", *row] for number, row in enumerate(rows)]
    expected = [(row[0], *(as_read(value, way) for value in row[1:])) for row in written]
    assert read_back(WAYS[way](HEADINGS, written)) == expected


@pytest.mark.parametrize("number", [0, 1, ROWS_OF_A_PART, 2 * ROWS_OF_A_PART + 1])
def test_a_file_in_parts_is_the_same_file_and_takes_rows_as_it_gives_them(number):
    taken = []

    def rows():
        for place in range(number):
            taken.append(place)
            yield [f"é{place}", "=1", date(2016, 3, 3), place]

    parts = csv_parts(HEADINGS, rows())
    first = next(parts)
    assert len(taken) == min(number, ROWS_OF_A_PART)
    whole = first + b"".join(parts)
    assert whole == write_csv(HEADINGS, rows())
    assert len(rows_of(whole)) == number

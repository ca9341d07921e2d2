"""CSV files as people's computers write them, and as they spoil them."""

import csv
import io
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.reader import read
from assurance.tables.table import NotATable
from tests.cases import random_cases
from tests.sweeping import swept
from tests.tables.books import refusal

PLAIN = "Reference,Team,Date\nA1,Zoë,01/02/2015\nA2,North,\n"
CURRENT = "remains current as no further information has been identified since its issue"


def table(text, encoding="utf-8"):
    """The one table of a text file."""
    (found,) = read("file.csv", text.encode(encoding))
    return found


def cells(found):
    """A table's cells."""
    return [row.cells for row in found.rows]


ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@swept(product(ENCODINGS, ",;\t|", ("\n", "\r\n", "\r")))
def test_a_file_is_read_whichever_computer_wrote_it(encoding, separator, end):
    found = table(PLAIN.replace(",", separator).replace("\n", end), encoding)
    assert found.headings == ("Reference", "Team", "Date")
    assert cells(found) == [("A1", "Zoë", "01/02/2015"), ("A2", "North", None)]
    assert [row.number for row in found.rows] == [2, 3]
    assert any("Windows" in one for one in found.notices) is (encoding == "cp1252")


@swept(
    [
        ('Reference;Remark\nA1;"one, two, three"\nA2;four, five\n', ("Reference", "Remark")),
        ("Reference;Remark\n" + "A1;one, two, three\n" * 200, ("Reference", "Remark")),
        ("Name;Cost;Days\nA;1,5;2,5\nB;2,5;3,5\n", ("Name", "Cost", "Days")),
        ("Audit,,,To\nRef,Team,Date,Done\nA1,N,01/02/2016,x\n", ("Ref", "Team", "Date", "Done")),
        ('"Local\nauthority",2015,2016\nYork,1,2\n', ("Local authority", "2015", "2016")),
    ]
)
def test_headings_are_found_whatever_stands_in_and_above_them(text, headings):
    assert table(text).headings == headings


@swept(
    [
        ("Reference\nA1\nA2\n", [("A1",), ("A2",)]),
        ("Reference,Team,Date\nA1\nA2,North,x\n", [("A1", None, None), ("A2", "North", "x")]),
        ("Reference,Name\n=cmd|x,<b>A</b>\n", [("=cmd|x", "<b>A</b>")]),
        ("Name,Answer\nA,Told: NON_BLANK_NO_NEW_INFO now\n", [("A", "Told: NO_NEW_INFO now")]),
        ("T,A,S\nN,1,1\nTotal,1,1\nSource: us,,\n", [("N", "1", "1"), ("Source: us", None, None)]),
        ("T,A\nN,1\nTotal,1\nS,1\nE,3\n", [("N", "1"), ("Total", "1"), ("S", "1"), ("E", "3")]),
    ]
)
def test_cells_are_read_as_they_stand(text, rows):
    assert cells(table(text)) == rows


def test_a_first_line_that_names_the_separator_is_obeyed_and_counts_as_a_row():
    found = table("sep=;\nReference;Team\nA1;North, South\n")
    assert found.headings == ("Reference", "Team")
    assert found.rows[0].number == 3


def test_cells_keep_their_lines_and_rows_their_numbers():
    found = table('Reference,Remark\n\nA1,"two\r\nlines"\nA2,\n')
    assert found.rows[0].number == 3
    assert found.rows[0].cells == ("A1", "two\nlines")
    assert "1 empty row" in found.notices[0]


def test_titles_above_the_headings_are_passed_over_and_said():
    found = table("Register of audits,,\nAs at,01/02/2016,\nFor:,York,\nBy,us\n\n" + PLAIN)
    assert found.headings == ("Reference", "Team", "Date")
    assert found.rows[0].number == 7
    assert found.notices == ("4 rows above the headings left out.",)


@swept(
    [
        ("A1,North,01/02/2016,5\nA2,South,02/02/2016,6\nA3,East,,\n", "No row of headings"),
        ("1,2,3\n4,5,6\n", "No row of headings"),
        ("A1,North,2016-01-01\nA2,South,2016-01-01\n", "No row of headings"),
        ("A1,001234567890\nA2,001234567891\n", "No row of headings"),
        (f"{'x' * 301},y\n", "No row of headings"),
        ("Ref-erence,Team,Reference\nA1,North,A1\n", "Two columns are both headed “Ref-erence”"),
        *((text, "empty") for text in ("", "   \n \n", "\ufeff", ",,,\n,,,\n")),
        ("Reference,Team", "no rows below"),
        ("Reference,Team\n\n,\n", "no rows below"),
        ("Team,Done\nTotal,0\n", "no rows below"),
        ("Reference,Team\nA1,North,x\nA2,North,y\n", "Most rows"),
        ('Reference,Team\nA1,"North\nA2,South\n', "Row 2 has a quotation mark"),
        ('Reference,Team\nA1,"North"ern\n', "Row 2 has a quotation mark"),
    ]
)
def test_text_that_is_no_table_is_refused_with_the_reason(text, said):
    assert said in refusal(text.encode())


@pytest.mark.parametrize(
    "last",
    ["Total,3,", "TOTAL: 351,,", "Grand total,,12", "Sub-total,2,\nTotals,3,", "Total,3,50%"],
)
def test_totals_at_the_end_are_left_out_and_said(last):
    found = table(f"Team,Audits,Shared\nNorth,1,1\nSouth,2,2\n{last}\n")
    assert [row[0] for row in cells(found)] == ["North", "South"]
    assert "otals in row" in found.notices[0]


@pytest.mark.parametrize(
    "last", ["Total Care Ltd,North,2", "Totally new,1,2", "Total,North,1", "Totals unit,4,5"]
)
def test_a_last_row_about_something_else_is_kept(last):
    assert len(table(f"Provider,Team,Cost\nA,B,1\n{last}\n").rows) == 2


def test_a_row_of_units_is_left_out_and_said():
    found = table("Name,Cost,From\n,£,dd/mm/yyyy\nA,12,01/02/2015\n")
    assert [row.number for row in found.rows] == [3]
    assert "Row 2" in found.notices[0]


def test_bytes_that_are_no_text_are_refused():
    assert "not text" in refusal(b"Reference,Team\nA1,\x81\x8d\n")
    assert "not text" in refusal(bytes(range(1, 32)) * 50)
    assert "not text" in refusal(b"\xff\xfeA\0,\0" + b"\x00\xd8" * 9 + b"A\0\n\0")


def test_columns_that_nobody_may_hold_are_gone():
    found = table("Reference,Post Code,Home_Address,Team\nA1,YO1 1AA,1 High St,North\n")
    assert found.dropped == ("Post Code", "Home_Address")
    assert cells(found) == [("A1", "North")]


def test_a_column_without_a_heading_is_left_out_and_said():
    found = table(",Reference,,Team\n1,A1,,North\n2,A2,,South\n")
    assert cells(found) == [("A1", "North"), ("A2", "South")]
    assert found.notices == ("Column A has no heading and was left out.",)


def test_a_row_with_more_cells_than_headings_is_not_read_and_named():
    found = table("Reference,Team\nA1,North\nA2,North, South\nA3,East\n")
    assert [row[0] for row in cells(found)] == ["A1", "A3"]
    assert [number for number, _ in found.spoiled] == [3]
    assert "row 3" in found.notices[0]


@pytest.mark.parametrize(
    ("cut", "read_rows"),
    [
        (b"A1,North,x\nA2,So", 1),
        ("A1,North,x\nA2,Zo\xeb".encode()[:-1], 1),
        # Every cell is there, and the last one lost a letter.
        ("A1,North,x\nA2,South,Zo\xeb".encode()[:-1], 1),
    ],
)
def test_a_file_cut_off_loses_only_its_last_row(cut, read_rows):
    (found,) = read("file.csv", b"Reference,Team,Date\n" + cut)
    assert len(found.rows) == read_rows
    assert "cut off" in found.notices[-1]


def test_signs_that_nobody_sees_are_taken_out_and_said():
    found = table("Ref\u200berence,Team\nA\u202e1,\x07No\u200frth\u00a0\nA2,Cafe\u0301\n")
    assert found.headings == ("Reference", "Team")
    assert cells(found) == [("A1", "North"), ("A2", "Caf\u00e9")]
    assert "taken out" in found.notices[0]


@swept(
    [
        *("BLANK_NO_NEW_INFO", "NON_BLANK_NO_NEW_INFO", "non-blank no new info"),
        *(" Non Blank - No New Information ", "NON_\u200bBLANK_NO_NEW_INFO", "blank no-new-info"),
        f"This DBS certificate did not reveal any information and {CURRENT}.",
        f"This DBS Certificate {CURRENT}",
    ]
)
def test_the_two_answers_that_nothing_is_new_become_one(answer):
    found = table(f"Reference,Answer\nA1,{answer}\nA2,NEW_INFO\n")
    assert [row[1] for row in cells(found)] == ["NO_NEW_INFO", "NEW_INFO"]
    assert not [one for one in found.notices if "lank" in one]


SOUND = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1)


@random_cases(60)
@given(st.lists(st.lists(SOUND, min_size=3, max_size=3), min_size=1, max_size=8))
def test_whatever_is_written_as_csv_is_read_as_it_stands(rows):
    held = io.StringIO()
    csv.writer(held).writerows(
        [["Reference", "Team", "Words"], *([f"r{n}", *row[1:]] for n, row in enumerate(rows))]
    )
    found = table(held.getvalue())
    assert [row[0] for row in cells(found)] == [f"r{n}" for n in range(len(rows))]


@random_cases(150)
@given(st.binary(max_size=300))
def test_no_bytes_do_anything_but_be_read_or_refused(content):
    for more in (b"", b"Reference,Team\n", b"PK\x03\x04"):
        try:
            assert read("x", more + content)
        except NotATable as refused:
            assert str(refused).endswith(".")

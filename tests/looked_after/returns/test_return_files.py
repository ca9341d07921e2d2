"""What is read of a return's files, and what refuses a row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import return_files, return_rows
from assurance.looked_after.rules.returns import put_together, why_not_read
from tests.looked_after.reading import FILES, episodes, header, read, told, whole
from tests.make.looked_after import OPEN, UASC, csv
from tests.sweeping import swept


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("placed_for_adoption_errors.csv", "placed for adoption"),
        ("sw_episodes.csv", "social worker episodes"),
    ],
)
def test_a_file_that_is_not_needed_is_known_and_not_read(name, kind):
    file = read(name, (FILES / name).read_bytes())
    assert (file.kind, file.needed, file.rows, file.faults) == (kind, False, (), ())


@swept(return_files.NOT_NEEDED)
def test_every_other_file_of_the_return_is_known_by_its_column(sign):
    file = read("x.csv", csv(f"CHILD,DOB,{sign}", "7,05/05/2010,1"))
    assert file.kind
    assert not file.needed


def test_columns_are_found_in_any_order_and_case_with_a_mark_and_windows_lines():
    columns = list(reversed(UASC.lower().split(",")))
    content = f"\ufeff{','.join(columns)}\r\n10/10/2028,05/05/2010,1, 7 \r\n\r\n".encode()
    file = read("uasc.csv", content)
    assert file.rows == (return_rows.UascRow(2, "7", date(2028, 10, 10)),)


def test_what_identifies_a_child_or_a_place_is_dropped_by_name_and_never_kept():
    row = "7,01/06/2017,S,C2,N1,U4,PR4,,,,YO1 7PR,YO1 9ZZ,SC123"
    people = header("7,1,05/05/2010,WBRI,A123,1,06/06/1990")
    file = episodes(row)
    assert file.dropped == ("HOME_POST", "PL_POST", "URN")
    assert people.dropped == ("UPN", "MOTHER", "MC_DOB")
    for secret in ("YO1", "SC123", "A123", "1990"):
        assert secret not in repr((file, people))
    kept = {*return_rows.ChildRow._fields, *return_rows.EpisodeRow._fields}
    assert not kept & {"upn", "mother", "mc_dob", "home_post", "pl_post", "urn"}


def test_a_column_that_nobody_knows_is_told_and_not_read():
    file = read("uasc.csv", csv(f"{UASC},NAME", "7,1,05/05/2010,,Somebody"))
    assert file.unknown == ("NAME",)
    assert "Somebody" not in repr(file)
    notice = told(whole(OPEN, more=[file]))["unknown_columns"]
    assert "NAME" in notice.sentence


@pytest.mark.parametrize(
    ("old", "new"), [("1", "M"), ("2", "F"), ("M", "M"), ("f", "F"), ("U", "U")]
)
def test_both_ways_of_telling_sex_give_one(old, new):
    assert header(f"7,{old},05/05/2010,WBRI,,,").rows[0].sex == new


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "holds no rows of text"),
        (b"\n\n", "holds no rows of text"),
        (b"PK\x03\x04\xff\xfe\x00\x00", "holds no rows of text"),
        (b'CHILD,"DUC\n7,x', "holds no rows of text"),
        (b"A,B\n1,2\n", "is not a file of the return"),
        (b"CHILD,SEX,ETHNIC\n7,1,WBRI\n", "has no column DOB"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(content, words):
    found = put_together([read("x.csv", content)])
    assert words in why_not_read(found, False)
    assert "missing" not in why_not_read(found, True)


@swept(
    [
        ("7,31/02/2017,S,C2,N1,U4,PR4,,,,,,", "DECOM is not a date"),
        ("7,14/11/0216,S,C2,N1,U4,PR4,,,,,,", "DECOM is not a date"),
        ("7,,S,C2,N1,U4,PR4,,,,,,", "DECOM is empty"),
        ("7,01/06/2017,S,C2,N1,U4,PR4,soon,,,,,", "DEC is not a date"),
        ("7,01/06/2017,S,C2,N1,U4,PR4,31/05/2017,X1,,,,", "cannot end before it starts"),
        ("7,04/05/2010,S,C2,N1,U4,PR4,,,,,,", "before the child's birth"),
        (",01/06/2017,S,C2,N1,U4,PR4,,,,,,", "CHILD is empty"),
        ("7,01/06/2017,S,C2,N1,U4,PR4", "has 7 cells where the first line has 13"),
        ("7,01/06/2017,S,C2,N1,Number 4 High Street,PR4,,,,,,", "longer than 12"),
    ]
)
def test_a_row_that_cannot_be_true_refuses_the_return_unless_it_is_left_out(row, words):
    other = "7,01/07/2017,P,C2,N1,U4,PR4,,,,,,"
    found = whole(other, row)
    assert str(found.faults[0]).startswith("episodes.csv, line 3: ")
    assert words in str(found.faults[0])
    assert "Nothing was saved. Rows that cannot be right: 1." in why_not_read(found, False)
    assert why_not_read(found, True) is None
    assert [line.line for line in found.episodes] == [2]


def test_several_rows_are_counted_in_the_sentence():
    found = whole(OPEN, "7,x,S,C2,N1,U4,PR4,,,,,,", "7,y,S,C2,N1,U4,PR4,,,,,,")
    assert "Rows that cannot be right: 2." in why_not_read(found, False)
    assert "And 1 more" in why_not_read(found, False)


def test_a_wrong_birth_date_is_not_repeated():
    fault = header("7,1,05/13/2010,WBRI,,,").faults[0]
    assert str(fault) == "header.csv, line 2: DOB is not a date: write it as 31/01/2016."


def test_a_start_on_the_day_of_birth_and_an_end_on_the_day_of_the_start_are_read():
    assert not whole("7,05/05/2010,S,C2,N1,U4,PR4,05/05/2010,X1,,,,").faults


@given(content=st.binary(max_size=300))
def test_no_bytes_at_all_make_the_reader_fail(content):
    file = read("any.csv", content)
    assert file.faults or file.kind


@given(text=st.text(max_size=40))
def test_no_text_in_a_date_makes_the_reader_fail(text):
    safe = text.replace('"', "").replace("\r", "").replace("\n", "").replace("\0", "")
    file = episodes(f'7,"{safe}",S,C2,N1,U4,PR4,,,,,,')
    assert len(file.rows) + bool(file.faults) == 1

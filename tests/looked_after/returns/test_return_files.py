"""What is read of a return's files, and what refuses a row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import return_files, return_rows
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

"""What is told of a whole return: what is strange in it, its year, its cover."""

from datetime import date

import pytest

from assurance.looked_after.rules.returns import cover_of, put_together, why_not_read
from tests.looked_after import invented
from tests.looked_after.reading import YEAR, episodes, header, read, told, whole
from tests.make.looked_after import BOY, EPISODES, GIRL, HEADER, LATE, OPEN, csv


def test_the_invented_return_reads_and_is_noticed_as_the_known_answers():
    read_whole = invented.files()
    assert not read_whole.faults
    assert why_not_read(read_whole, False) is None
    rows = {file.kind: len(file.rows) for file in read_whole.files}
    assert rows == {"header": 2675, "episodes": 5050, "uasc": 132}
    assert len({row.child for row in read_whole.episodes}) == 2123
    assert cover_of(read_whole.episodes) == YEAR
    found = told(read_whole)
    counts = {kind: notice.count for kind, notice in found.items()}
    assert counts == {
        "without_episodes": 552,
        "overlaps": 72,
        "rec_without_dec": 1413,
        "provider_not_expected": 1105,
        "provider_not_a_parent": 160,
        "gap": 3,
        "code_ls": 354,
        "code_rec": 226,
        "code_reason_place_change": 216,
    }
    assert "62 children" in found["overlaps"].sentence


def test_identical_rows_count_once_with_a_word():
    found = whole(OPEN, OPEN, OPEN)
    assert len(found.episodes) == 1
    notice = told(found)["repeated"]
    assert notice.count == 2
    assert "count once: 2 (lines 3, 4)" in notice.sentence


def test_rows_that_differ_only_in_what_is_dropped_are_identical():
    assert not whole(OPEN, OPEN.removesuffix(",,,") + ",YO1 7PR,,").faults


def test_a_successor_on_the_day_of_the_end_is_no_overlap():
    ended = "7,01/06/2017,S,C2,N1,U4,PR4,01/07/2017,X1,,,,"
    assert "overlaps" not in told(whole(ended, "7,01/07/2017,P,C2,N1,U4,PR4,,,,,,"))


def test_the_same_files_have_one_fingerprint_whatever_their_order_and_names():
    one = put_together([header(BOY), episodes(OPEN)])
    other = put_together([read("e.csv", csv(EPISODES, OPEN)), read("h.csv", csv(HEADER, BOY))])
    assert one.fingerprint == other.fingerprint != whole(OPEN, OPEN).fingerprint


def test_an_end_after_the_year_moves_neither_the_year_nor_the_cover():
    rows = whole("7,31/03/2018,S,C2,N1,U4,PR4,01/04/2018,E4A,,,,").episodes
    assert cover_of(rows) == YEAR


def test_a_day_to_come_refuses_its_row_and_does_not_move_the_year():
    slip = LATE.replace("15/03/2018", "15/03/2032")
    files = [header(BOY, GIRL), episodes(OPEN, LATE.replace("8,", "7,"), slip)]
    found = put_together(files, date(2018, 6, 1))
    [fault] = found.faults
    assert (fault.line, fault.column, fault.rule) == (4, "DECOM", "to_come")
    assert "still to come" in fault.sentence
    assert cover_of(found.episodes).year_end == date(2018, 3, 31)
    assert put_together(files).faults == ()


def test_stays_of_no_days_gaps_that_are_no_start_and_adults_are_told_with_their_lines():
    rows = (
        "7,01/06/2017,S,C2,N1,U4,PR4,01/06/2017,E4A,,,,",
        "7,01/07/2017,P,C2,N1,U4,PR4,01/08/2017,X1,,,,",
        "7,01/08/2017,P,C2,N1,U4,PR4,,,,,,",
        "9,01/02/2018,S,C2,N1,U4,PR4,,,,,,",
    )
    found = told(whole(*rows, children=(BOY, "9,1,31/01/1998,WBRI,,,")))
    for kind, lines in (("no_days", "line 2"), ("gap", "line 3"), ("adult", "line 5")):
        assert found[kind].count == 1 and lines in found[kind].sentence


@pytest.mark.parametrize(
    ("born", "is_told"), [("01/04/2000", False), ("31/03/2000", True), ("20/03/2000", True)]
)
def test_a_child_who_turns_18_after_the_last_start_and_stays_is_told(born, is_told):
    # The last thing that happened is a start on 15 March; the cover goes on to the 31st.
    found = told(whole(OPEN, LATE, children=(f"7,1,{born},WBRI,,,", GIRL)))
    assert ("adult" in found) is is_told

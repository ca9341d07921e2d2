"""What is told of a whole return: what is strange in it, its year, its cover."""

import pytest

from assurance.looked_after.rules.returns import cover_of, put_together, why_not_read
from tests.looked_after.reading import FILES, YEAR, episodes, header, read, told, whole
from tests.make.looked_after import BOY, EPISODES, HEADER, OPEN, csv


@pytest.fixture(scope="module")
def invented():
    names = ("header.csv", "episodes.csv", "uasc.csv")
    return put_together([read(name, (FILES / name).read_bytes()) for name in names])


def test_the_invented_return_reads_as_the_known_answers(invented):
    assert not invented.faults
    assert why_not_read(invented, False) is None
    assert len(invented.children) == 2675
    assert len(invented.episodes) == 5050
    assert len({row.child for row in invented.episodes}) == 2123
    assert len(invented.uasc) == 132
    assert cover_of(invented.episodes) == YEAR


def test_the_invented_return_is_noticed_as_the_known_answers(invented):
    found = told(invented)
    counts = {kind: notice.count for kind, notice in found.items()}
    assert counts == {
        "without_episodes": 552,
        "overlaps": 72,
        "rec_without_dec": 1413,
        "provider_not_expected": 1105,
        "provider_not_a_parent": 160,
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

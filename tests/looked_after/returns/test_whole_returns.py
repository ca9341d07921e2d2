"""What is told of a whole return: what is strange in it, its year, its cover."""

from datetime import date

import pytest

from assurance.looked_after.rules.returns import cover_of, put_together, why_not_cover, why_not_read
from tests.looked_after.reading import FILES, YEAR, episodes, header, read, told, whole
from tests.make.looked_after import BOY, EPISODES, HEADER, OPEN, UASC, csv
from tests.sweeping import swept


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


def test_one_child_and_start_told_in_two_ways_refuses_the_second():
    found = whole(OPEN, OPEN.replace("U4", "K2"))
    assert "the same child and start stands on line 2" in str(found.faults[0])
    twice = whole(OPEN, children=(BOY, BOY.replace("WBRI", "OOTH")))
    assert "the same child stands on line 2" in str(twice.faults[0])


def test_rows_that_differ_only_in_what_is_dropped_are_identical():
    assert not whole(OPEN, OPEN.removesuffix(",,,") + ",YO1 7PR,,").faults


@swept([
        ([OPEN, "7,01/07/2017,P,C2,N1,U4,PR4,,,,,,"], "overlaps"),
        (["7,01/06/2017,S,C2,N1,U4,PR4,02/07/2017,X1,,,,",
          "7,01/07/2017,P,C2,N1,U4,PR4,,,,,,"], "overlaps"),
        (["8,01/06/2017,S,C2,N1,U4,PR4,,,,,,"], "orphans"),
        (["7,01/06/2017,S,C9,N1,U4,PR4,,,,,,"], "code_ls"),
        (["7,01/06/2017,S,C2,N1,U4,PR4,,X1,,,,"], "rec_without_dec"),
        (["7,01/06/2017,S,C2,N1,U4,PR4,02/06/2017,,,,,"], "dec_without_rec"),
        (["7,01/06/2017,S,C2,N1,T0,PR4,,,,,,"], "provider_not_expected"),
        (["7,01/06/2017,S,C2,N1,P1,PR4,,,,,,"], "provider_not_a_parent"),
        (["7,01/04/2018,S,C2,N1,U4,PR4,,,,,,"], "after_cover"),
    ])  # fmt: skip
def test_what_real_returns_hold_is_told_and_counted(rows, kind):
    found = whole(*rows)
    assert why_not_read(found, False) is None
    assert len(found.episodes) == len(rows)
    assert kind in told(found)


def test_a_successor_on_the_day_of_the_end_is_no_overlap():
    ended = "7,01/06/2017,S,C2,N1,U4,PR4,01/07/2017,X1,,,,"
    assert "overlaps" not in told(whole(ended, "7,01/07/2017,P,C2,N1,U4,PR4,,,,,,"))


def test_a_child_of_the_uasc_file_who_is_not_in_the_header_is_told():
    file = read("uasc.csv", csv(UASC, "9,1,05/05/2010,"))
    assert told(whole(OPEN, more=[file]))["uasc_orphans"].count == 1


def test_only_the_first_lines_are_listed():
    rows = [f"{number},01/06/2017,S,C9,N1,U4,PR4,,,,,," for number in range(8)]
    sentence = told(whole(*rows))["code_ls"].sentence
    assert "a LS code that 2017 to 2018 does not have (C9): 8" in sentence
    assert "(lines 2, 3, 4, 5, 6 and further ones)" in sentence


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([header(BOY)], "The episodes file is missing"),
        ([episodes(OPEN)], "The header file is missing"),
        ([header(BOY), header(BOY), episodes(OPEN)], "both the header file"),
        ([header(BOY), episodes()], "no row that can be read"),
    ],
)
def test_a_return_without_its_files_is_refused(files, words):
    assert words in why_not_read(put_together(files), True)


def test_the_same_files_have_one_fingerprint_whatever_their_order_and_names():
    one = put_together([header(BOY), episodes(OPEN)])
    other = put_together([read("e.csv", csv(EPISODES, OPEN)), read("h.csv", csv(HEADER, BOY))])
    assert one.fingerprint == other.fingerprint != whole(OPEN, OPEN).fingerprint


def started(day):
    return whole(f"7,{day:%d/%m/%Y},S,C2,N1,U4,PR4,,,,,,").episodes


@pytest.mark.parametrize(
    ("latest", "year_end", "last"),
    [
        (date(2018, 3, 31), date(2018, 3, 31), date(2018, 3, 31)),
        (date(2018, 2, 28), date(2018, 3, 31), date(2018, 3, 31)),
        (date(2018, 2, 27), date(2018, 3, 31), date(2018, 2, 27)),
        (date(2017, 4, 1), date(2018, 3, 31), date(2017, 4, 1)),
        (date(2017, 3, 31), date(2017, 3, 31), date(2017, 3, 31)),
    ],
)
def test_the_year_is_inferred_and_an_extract_ends_with_what_happened_last(latest, year_end, last):
    cover = cover_of(started(latest))
    assert (cover.year_end, cover.last) == (year_end, last)
    assert cover.first == date(year_end.year - 1, 3, 31)
    assert cover.shortened is (last != year_end)


def test_a_shortened_cover_is_told():
    found = whole(OPEN)
    assert "taken to end there" in told(found, cover_of(found.episodes))["shortened"].sentence


def test_an_end_after_the_year_moves_neither_the_year_nor_the_cover():
    rows = whole("7,31/03/2018,S,C2,N1,U4,PR4,01/04/2018,E4A,,,,").episodes
    assert cover_of(rows) == YEAR


def test_the_last_day_can_be_said():
    rows = started(date(2017, 6, 1))
    assert cover_of(rows, date(2017, 9, 30)).last == date(2017, 9, 30)
    assert cover_of(rows, date(2017, 9, 30)).year_end == date(2018, 3, 31)
    assert why_not_cover(date(2017, 9, 30), rows) is None
    assert "its first episode starts later" in why_not_cover(date(2017, 5, 31), rows)


@pytest.mark.parametrize(
    ("row", "kind"),
    [("7,3,05/05/2010,WBRI,,,", "code_sex"), ("7,1,05/05/2010,ABCD,,,", "code_ethnic")],
)
def test_a_code_of_the_header_that_no_list_has_is_told(row, kind):
    assert told(whole(OPEN, children=(row,)))[kind].count == 1

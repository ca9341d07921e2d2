"""What refuses a file, a row or a whole return: each sentence as an officer reads it, its place,
and the rule that it is listed under."""

from datetime import date

import pytest

from assurance.looked_after.rules.return_files import AS_FIRST, Fault
from assurance.looked_after.rules.returns import cover_of, put_together, why_not_cover, why_not_read
from tests.looked_after.reading import episodes, header, read, whole
from tests.make.looked_after import BOY, GIRL, LATE, OPEN
from tests.sweeping import swept

ROUNDED = (
    "is a number that a spreadsheet has rounded: format the column as text and export the file "
    "again."
)
SHORT = f"episodes.csv, line 2: has 2 cells where the first line has 13: {AS_FIRST}."
DATE = "is not a date: write it as DD/MM/YYYY in figures."
TWO = ("7,01/06/2017,S,C2,N1,U4,PR4,,,,,,", "7,01/06/2017,S,C2,N1,K2,PR4,,,,,,")


@swept([
        (",01/06/2017,S,C2,N1,U4,PR4,,,,,,", [("CHILD is empty: enter the child’s local reference.",
                                                "no_child")]),
        # All children with such a reference would be counted as one.
        ("#N/A,01/06/2017,S,C2,N1,U4,PR4,,,,,,",
         [("CHILD is a formula’s error: enter the child’s local reference.", "no_child")]),
        ("1.23E+08,01/06/2017,S,C2,N1,U4,PR4,,,,,,",
         [(f"CHILD {ROUNDED}", "no_child")]),
        ("7,,S,C2,N1,U4,PR4,,,,,,", [("DECOM is empty: enter the date as DD/MM/YYYY.", "141")]),
        ("7,2017-06-01,S,C2,N1,U4,PR4,,,,,,", [(f"DECOM {DATE}", "141")]),
        ("7,31/06/2017,S,C2,N1,U4,PR4,,,,,,", [(f"DECOM {DATE}", "141")]),
        ("7,29/02/2017,S,C2,N1,U4,PR4,,,,,,", [(f"DECOM {DATE}", "141")]),
        ("7,01/06/0217,S,C2,N1,U4,PR4,,,,,,", [(f"DECOM {DATE}", "141")]),
        ("7,01/06/17,S,C2,N1,U4,PR4,,,,,,", [(f"DECOM {DATE}", "141")]),
        ("7,01/06/2017,S,C2,N1,U4,PR4,0,,,,,", [(f"DEC {DATE}", "147")]),
        ("7,01/06/2017,S,C2,N1,U4,PR4,31/05/2017,X1,,,,",
         [("DEC is before DECOM: an episode cannot end before it starts.", "end_before_start")]),
        ("7,01/06/2017,S,A code of thirteen,N1,U4,PR4,,,,,,",
         [("LS is a code longer than 12 characters: check whether the cells are in wrong columns.",
           "code_too_long")]),
        (",soon,S,C2,N1,U4,PR4,later,,,,,",
         [("CHILD is empty: enter the child’s local reference.", "no_child"),
          (f"DECOM {DATE}", "141"), (f"DEC {DATE}", "147")]),
        ("7,01/06/2017", [(f"has 2 cells where the first line has 13: {AS_FIRST}.", "cells")]),
        (f"{OPEN},", [(f"has 14 cells where the first line has 13: {AS_FIRST}.", "cells")]),
    ])  # fmt: skip
def test_a_row_is_refused_at_its_line_by_every_rule_that_it_breaks(row, told):
    file = episodes(LATE, row)
    assert [(one.sentence, one.rule) for one in file.faults] == told
    assert [str(one) for one in file.faults] == [
        f"episodes.csv, line 3: {sentence}" for sentence, _ in told
    ]
    assert [one.child for one in file.rows] == ["8"]


@pytest.mark.parametrize(
    "row",
    [
        "7,29/02/2016,S,C2,N1,U4,PR4,,,,,,",
        "7,1/6/2017,S,C2,N1,U4,PR4,,,,,,",
        "4E12,01/06/2017,S,C2,N1,U4,PR4,,,,,,",
        "7,01/06/2017,S,C2,N1,U4,PR4,01/06/2017,X1,,,,",
        "7,01/06/2017,s,c2,n1,u4,pr4,,,,,,",
        "7,01/06/2017,,,,,,,,,,,",
        "7,01/06/2017,123456789012,C2,N1,U4,PR4,,,,,,",
        "7,01/01/1900,S,C2,N1,U4,PR4,31/12/2100,X1,,,,",
    ],
)
def test_a_row_at_the_edge_of_what_can_be_is_read(row):
    file = episodes(row)
    assert (len(file.rows), file.faults) == (1, ())


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "a.csv has no rows of text: give the file as CSV."),
        ("a.csv", b"\n , \n", "a.csv has no rows of text: give the file as CSV."),
        ("a.csv", b"CHILD\x00", "a.csv has no rows of text: give the file as CSV."),
        ("a.csv", b'CHILD,"RNE', "a.csv has no rows of text: give the file as CSV."),
        (
            "b.csv",
            b"NAME,SHOE\n1,2\n",
            (
                "b.csv is not a file of the return that is known here: its first line has to name "
                "the columns of the header, episodes or UASC file."
            ),
        ),
        (
            "c.csv",
            b"CHILD,RNE,DECOM\n",
            (
                "c.csv looks like the episodes file but has no column LS, CIN, PLACE, "
                "PLACE_PROVIDER, DEC, REC, REASON_PLACE_CHANGE: export it again with every column."
            ),
        ),
        (
            "d.csv",
            b"ETHNIC,SEX,DOB\n",
            (
                "d.csv looks like the header file but has no column CHILD: export it again with "
                "every column."
            ),
        ),
    ],
)
def test_a_file_that_is_none_of_the_return_says_what_to_give(name, content, sentence):
    file = read(name, content)
    assert (file.needed, file.rows) == (False, ())
    assert [str(one) for one in file.faults] == [sentence]
    assert why_not_read(put_together([file, header(BOY), episodes(OPEN)]), False) == sentence


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([], ("The header file is missing: give it with the others. "
             "The episodes file is missing: give it with the others.")),
        ([header(BOY)], "The episodes file is missing: give it with the others."),
        ([episodes(OPEN)], "The header file is missing: give it with the others."),
        ([header(BOY), episodes(OPEN), episodes(LATE)],
         "episodes.csv and episodes.csv are both the episodes file: give one of them."),
        ([header(BOY), episodes()],
         "The episodes file has no row that can be read: nothing can be counted."),
        ([header(BOY), episodes(OPEN)], None),
        ([header(), episodes(OPEN)], None),
    ],
)  # fmt: skip
def test_a_return_is_a_header_file_and_an_episodes_file_with_something_in_it(files, sentence):
    assert why_not_read(put_together(files), False) == sentence


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (TWO, ("1. episodes.csv, line 3: the same child and start is on line 2 with other "
               "content: keep one.")),
        (("7,04/05/2010,S,C2,N1,U4,PR4,,,,,,",),
         ("1. episodes.csv, line 2: DECOM is before the child’s birth in the header file: correct "
          "one of the two.")),
        (("7,x", OPEN, "7,y"),
         f"2. {SHORT} And 1 more."),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_right_refuses_all_unless_somebody_wants_it_left_out(rows, sentence):
    told = whole(*rows)
    ending = " Correct the files, or ask for those rows to be left out."
    start = "Nothing was saved. Rows that cannot be right: "
    assert why_not_read(told, False) == f"{start}{sentence}{ending}"
    empty = "The episodes file has no row that can be read: nothing can be counted."
    assert why_not_read(told, True) == (None if told.episodes else empty)


def test_faults_of_each_file_are_told_and_the_first_row_of_two_is_kept():
    told = whole(*TWO, children=(BOY, "7,2,05/05/2010,WBRI,,,", "9,1,,WBRI,,,"))
    assert [str(one) for one in told.faults] == [
        "header.csv, line 4: DOB is empty: enter the date as DD/MM/YYYY.",
        "header.csv, line 3: the same child is on line 2 with other content: keep one.",
        (
            "episodes.csv, line 3: the same child and start is on line 2 with other content: "
            "keep one."
        ),
    ]
    assert [one.place for one in told.episodes] == ["U4"]
    assert told.children["7"].sex == "M"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("a.csv", 3, "is wrong", "mend it", "DEC"), "a.csv, line 3: DEC is wrong: mend it."),
        (Fault("a.csv", 3, "is wrong", column="DEC"), "a.csv, line 3: DEC is wrong."),
        (Fault("a.csv", 3, "two rows", "keep one"), "a.csv, line 3: two rows: keep one."),
        (Fault("a.csv", 0, "a.csv is empty"), "a.csv is empty."),
    ],
)
def test_a_fault_says_its_place_its_column_and_what_to_do_as_far_as_it_has_them(fault, said):
    assert str(fault) == said


@pytest.mark.parametrize(
    ("latest", "first", "last", "year_end", "shortened"),
    [
        ("28/02/2018", "2017-03-31", "2018-03-31", "2018-03-31", False),
        ("27/02/2018", "2017-03-31", "2018-02-27", "2018-03-31", True),
        ("31/03/2018", "2017-03-31", "2018-03-31", "2018-03-31", False),
        ("01/04/2018", "2018-03-31", "2018-04-01", "2019-03-31", True),
        ("29/02/2016", "2015-03-31", "2016-03-31", "2016-03-31", False),
        ("28/02/2016", "2015-03-31", "2016-02-28", "2016-03-31", True),
    ],
)
def test_a_year_is_whole_where_something_happened_in_its_last_thirty_one_days(
    latest, first, last, year_end, shortened
):
    rows = whole(f"7,{latest},S,C2,N1,U4,PR4,,,,,,").episodes
    cover = cover_of(rows)
    days = (cover.first, cover.last, cover.year_end)
    assert days == tuple(map(date.fromisoformat, (first, last, year_end)))
    assert cover.shortened is shortened


@pytest.mark.parametrize(
    ("on", "last"),
    [("2018-03-20", "2018-03-15"), ("2018-03-30", "2018-03-15"), ("2018-03-31", "2018-03-31")],
)
def test_a_return_that_is_read_before_its_year_is_over_tells_of_no_day_to_come(on, last):
    rows = whole("7,15/03/2018,S,C2,N1,U4,PR4,,,,,,").episodes
    cover = cover_of(rows, on=date.fromisoformat(on))
    assert cover.last == date.fromisoformat(last)
    assert cover.shortened is (cover.last < cover.year_end)


def test_an_end_in_the_last_month_makes_the_year_whole_and_one_after_it_does_not():
    ended = "7,01/06/2017,S,C2,N1,U4,PR4,{},E4A,,,,"
    assert not cover_of(whole(ended.format("28/02/2018")).episodes).shortened
    after = cover_of(whole(ended.format("01/04/2018")).episodes)
    assert (after.shortened, after.last) == (True, date(2017, 6, 1))


@pytest.mark.parametrize(
    ("covers_to", "sentence"),
    [
        (None, None),
        (date(2017, 6, 1), None),
        (
            date(2017, 5, 31),
            "The return cannot end on 31 May 2017: its first episode starts later.",
        ),
        (date(2018, 6, 1), None),
        (
            date(2018, 6, 2),
            (
                "The return cannot end on 2 June 2018, which is still to come: give the last date "
                "that its data covers."
            ),
        ),
    ],
)
def test_a_return_ends_between_the_start_of_its_first_episode_and_today(covers_to, sentence):
    told = whole(OPEN, LATE, children=(BOY, GIRL))
    assert why_not_cover(covers_to, told.episodes, date(2018, 6, 1)) == sentence
    if covers_to and not sentence:
        assert cover_of(told.episodes, covers_to).last == covers_to

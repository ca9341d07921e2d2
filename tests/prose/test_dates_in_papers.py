"""Days, months, years and runs of years in the ways in which councils' papers write them."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.runtime.periods import MONTHS
from reports.prose.dates import DAY, MONTH, WEEKDAYS, YEAR, YEARS, dates, month_number
from tests.cases import random_cases
from tests.sweeping import swept

D = date
# Text → (words, precision, first day, last day) of each date in it, as a reader means them.
READ = {
    "The meeting of 26 January 2016 was quorate.": [
        ("26 January 2016", DAY, D(2016, 1, 26), D(2016, 1, 26))
    ],
    "Tuesday, 26th January, 2016 at 5.30 pm": [
        ("Tuesday, 26th January, 2016", DAY, D(2016, 1, 26), D(2016, 1, 26))
    ],
    "Tuesday the 26th of January 2016": [
        ("Tuesday the 26th of January 2016", DAY, D(2016, 1, 26), D(2016, 1, 26))
    ],
    "dated 1st Sept. 2015": [("1st Sept. 2015", DAY, D(2015, 9, 1), D(2015, 9, 1))],
    "as at 31 Mar 2016": [("31 Mar 2016", DAY, D(2016, 3, 31), D(2016, 3, 31))],
    "as at 31/03/2016,": [("31/03/2016", DAY, D(2016, 3, 31), D(2016, 3, 31))],
    "as at 31.3.16": [("31.3.16", DAY, D(2016, 3, 31), D(2016, 3, 31))],
    "(31.03.2016)": [("31.03.2016", DAY, D(2016, 3, 31), D(2016, 3, 31))],
    "at 2016-03-31.": [("2016-03-31", DAY, D(2016, 3, 31), D(2016, 3, 31))],
    "on 29 February 2016": [("29 February 2016", DAY, D(2016, 2, 29), D(2016, 2, 29))],
    "May 12th, 2016": [("May 12th, 2016", DAY, D(2016, 5, 12), D(2016, 5, 12))],
    "March 31 2016": [("March 31 2016", DAY, D(2016, 3, 31), D(2016, 3, 31))],
    "on 8 December the panel met": [("8 December", DAY, None, None)],
    "by May 12, staff had left": [("May 12", DAY, None, None)],
    "on Monday 5 May and": [("Monday 5 May", DAY, None, None)],
    "between 1 April 2015 and 31 March 2016": [
        ("1 April 2015", DAY, D(2015, 4, 1), D(2015, 4, 1)),
        ("31 March 2016", DAY, D(2016, 3, 31), D(2016, 3, 31)),
    ],
    "from 1 July to 31 December 2015": [
        ("1 July", DAY, None, None),
        ("31 December 2015", DAY, D(2015, 12, 31), D(2015, 12, 31)),
    ],
    "since April 2015": [("April 2015", MONTH, D(2015, 4, 1), D(2015, 4, 30))],
    "Feb 2015 (short)": [("Feb 2015", MONTH, D(2015, 2, 1), D(2015, 2, 28))],
    "in February 2000": [("February 2000", MONTH, D(2000, 2, 1), D(2000, 2, 29))],
    "the May 2016 report": [("May 2016", MONTH, D(2016, 5, 1), D(2016, 5, 31))],
    "May, 2016": [("May, 2016", MONTH, D(2016, 5, 1), D(2016, 5, 31))],
    "in the January of 2016": [("January of 2016", MONTH, D(2016, 1, 1), D(2016, 1, 31))],
    "July 2015 to December 2015": [
        ("July 2015", MONTH, D(2015, 7, 1), D(2015, 7, 31)),
        ("December 2015", MONTH, D(2015, 12, 1), D(2015, 12, 31)),
    ],
    "from March to May 2014": [
        ("March", MONTH, None, None),
        ("May 2014", MONTH, D(2014, 5, 1), D(2014, 5, 31)),
    ],
    "in January–March": [("January", MONTH, None, None), ("March", MONTH, None, None)],
    "each September and October": [
        ("September", MONTH, None, None),
        ("October", MONTH, None, None),
    ],
    "the 2015/16 outturn": [("2015/16", YEARS, D(2015, 4, 1), D(2016, 3, 31))],
    "the 2015/2016 outturn": [("2015/2016", YEARS, D(2015, 4, 1), D(2016, 3, 31))],
    "the 1999/2000 outturn": [("1999/2000", YEARS, D(1999, 4, 1), D(2000, 3, 31))],
    "Plan 2014-2017": [("2014-2017", YEARS, D(2014, 1, 1), D(2017, 12, 31))],
    "Plan 2014–17": [("2014–17", YEARS, D(2014, 1, 1), D(2017, 12, 31))],
    "Plan 2014 — 2017": [("2014 — 2017", YEARS, D(2014, 1, 1), D(2017, 12, 31))],
    "during 2015,": [("2015", YEAR, D(2015, 1, 1), D(2015, 12, 31))],
    "in 2014, 2015 and 2016.": [
        ("2014", YEAR, D(2014, 1, 1), D(2014, 12, 31)),
        ("2015", YEAR, D(2015, 1, 1), D(2015, 12, 31)),
        ("2016", YEAR, D(2016, 1, 1), D(2016, 12, 31)),
    ],
    "the Children Act 1989": [("1989", YEAR, D(1989, 1, 1), D(1989, 12, 31))],
    "the Act (2014)": [("2014", YEAR, D(2014, 1, 1), D(2014, 12, 31))],
    "Q3 2015": [("2015", YEAR, D(2015, 1, 1), D(2015, 12, 31))],
    "by the end of 2016.": [("2016", YEAR, D(2016, 1, 1), D(2016, 12, 31))],
}
# What holds figures or the names of months and names no time at all.
NO_DATES = (
    *("There were 188 children in 12 homes.", "paragraphs 2.1 to 2.15", "as at 4.5.99.1"),
    *("version 1.2.3.4", "£2,015 and £2015", "2,015 visits", "2015.5 hours", "20155 and 12015"),
    *("a rise of 2016%", "Telephone 01904 552014", "May we thank staff", "a march of the scouts"),
    "septic, octet, marched, juniors, decided, augment",
    *("dec and jan alone", "99.99.99", "0/0/00", "In March 14 audits were done"),
    "Sunday and Monday",
)
IMPOSSIBLE = (
    *(("31 April 2016", 4, 31), ("31st of September 2015", 9, 31), ("30 February 2016", 2, 30)),
    *(("29 February 1900", 2, 29), ("31 November", 11, 31), ("Friday 31 June", 6, 31)),
    *(("31/06/2015", 6, 31), ("00/06/2015", 6, 0), ("01/00/2015", 0, 1), ("2015-02-29", 2, 29)),
    ("June 31, 2015", 6, 31),
)


def found_in(text):
    """(words, precision, first, last) of each date."""
    return [(one.words, one.precision, one.first, one.last) for one in dates(text)]


def test_dates_are_read_as_a_reader_means_them():
    assert {text: found_in(text) for text in READ} == READ


def test_figures_and_words_that_name_no_time_are_left():
    assert {text: found_in(text) for text in NO_DATES if dates(text)} == {}


@swept(IMPOSSIBLE)
def test_a_day_that_never_was_is_said_to_be_none_with_its_parts(text, month, day):
    (found,) = dates(f"It closed on {text}, they said.")
    assert found.impossible
    assert (found.month, found.day, found.first, found.last) == (month, day, None, None)
    assert (found.words, found.precision) == (text, DAY)


def test_a_century_has_a_leap_day_only_each_four_hundred_years():
    leap = range(1900, 2100, 4)
    assert [year for year in leap if dates(f"29 February {year}")[0].impossible] == [1900]
    assert [year for year in range(1901, 2100, 2) if dates(f"29/02/{year}")[0].first] == []
    assert dates("29/02/2100")[0].impossible


def test_two_figures_of_a_year_are_of_this_century():
    for year in range(100):
        (found,) = dates(f"on 05/06/{year:02} it opened")
        assert found.first == date(2000 + year, 6, 5), year


def test_the_day_comes_before_the_month_as_in_england():
    assert dates("on 04/03/2015")[0].first == date(2015, 3, 4)
    assert dates("on 13/03/2015")[0].first == date(2015, 3, 13)
    assert dates("on 03/13/2015")[0].impossible


def test_signs_of_a_day_must_be_alike():
    for text in ("3/4.2015", "3.4/2015", "3-4-2015"):
        assert not [one for one in dates(text) if one.precision == DAY], text


def test_only_what_bears_a_year_is_known_to_later_readers():
    with_year = ("4 March 2015", "March 2015", "2015", "2015/16", "2015-18", "4/3/15")
    without = ("4 March", "every June", "Monday 4 March", "June 4th")
    assert [text for text in with_year if not dates(text)[0].has_year] == []
    assert [text for text in without if dates(text)[0].has_year] == []


@swept([*WEEKDAYS, "Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur"])
def test_each_weekday_is_kept_with_its_day(name):
    said = name.capitalize()
    (found,) = dates(f"On {said} 4 March 2015 they met.")
    assert (found.weekday, found.words) == (said, f"{said} 4 March 2015")


def test_the_names_of_months_are_twelve_and_short_forms_are_theirs():
    assert [month_number(month) for month in MONTHS] == list(range(1, 13))
    short = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
    assert [month_number(month) for month in short] == list(range(1, 13))
    assert [month_number(f"{month}.") for month in short] == list(range(1, 13))


@swept(range(12))
def test_a_month_has_all_its_days_and_no_more(month):
    for year in (2015, 2016):
        first = date(year, month + 1, 1)
        following = (first + timedelta(31)).replace(day=1)
        (found,) = dates(f"In {MONTHS[month].capitalize()} {year} it rained.")
        assert (found.first, found.last) == (first, following - timedelta(1))


@pytest.mark.parametrize(
    ("text", "precisions"),
    [
        *(("circular LAC 2015-07", [YEAR]), ("return 2015/02 of the region", [YEAR])),
        *(("2015-16", [YEARS]), ("2010-12", [YEARS]), ("2012-10", [YEAR]), ("1998-99", [YEARS])),
        ("2016/2014", [YEAR]),
    ],
)
def test_a_run_of_years_is_told_from_a_number_with_a_stroke(text, precisions):
    assert [one.precision for one in dates(text) if not one.impossible] == precisions


@random_cases(60)
@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.dates(date(1901, 1, 1), D(2099, 12, 31)))
def test_two_days_of_a_sentence_are_both_read_wherever_they_stand(one, other):
    text = f"It ran from {one.day} {one:%B} {one.year} until {other:%d/%m/%Y}; then it closed."
    assert [found.first for found in dates(text)] == [one, other]
    assert all(text[found.start : found.end] == found.words for found in dates(text))


@random_cases(60)
@given(st.integers(1, 31), st.integers(1, 12), st.integers(1901, 2099))
def test_a_day_is_impossible_exactly_where_the_calendar_lacks_it(day, month, year):
    (found,) = dates(f"on {day}/{month}/{year} it closed")
    following = date(year + month // 12, month % 12 + 1, 1)
    last = (following - timedelta(1)).day
    assert found.impossible == (day > last)
    assert (found.day, found.month, found.year) == (day, month, year)


@random_cases(60)
@given(st.text("0123456789/.-– MayJunech,th", max_size=40))
def test_any_figures_are_read_without_a_fault_in_order_and_apart(text):
    found = dates(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for one in found:
        assert one.words == text[one.start : one.end].strip()
        assert (one.first is None) == (one.last is None)
        assert not one.first or one.first <= one.last

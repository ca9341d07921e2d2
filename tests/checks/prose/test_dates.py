"""Dates as prose writes them: every day in every form is read back, and what only looks like one
is none."""

import itertools
from datetime import date, timedelta

import pytest

from assurance.runtime.periods import MONTHS
from reports.prose.dates import DAY, MONTH, YEAR, YEARS, dates
from reports.prose.months import month_number
from tests.sweeping import swept

FIRST = date(2015, 1, 1)
DAYS = [FIRST + timedelta(step) for step in range(366)]
FORMS = (
    "{d.day} {d:%B} {d.year}",
    "{d.day} {d:%b} {d.year}",
    "{d.day}{th} {d:%B} {d.year}",
    "{d.day} {th} {d:%B} {d.year}",
    "the {d.day}{th} of {d:%B} {d.year}",
    "{d:%A} {d.day} {d:%B} {d.year}",
    "{d:%A}, {d.day} {d:%B}, {d.year}",
    "{d:%a} {d.day} {d:%b} {d.year}",
    "{d:%B} {d.day}, {d.year}",
    "{d:%B} {d.day}{th} {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%d/%m/%Y}",
    "{d:%d.%m.%Y}",
    "{d:%d/%m/%y}",
)


def written(form, day):
    th = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return form.format(d=day, th=th)


@swept(FORMS)
def test_every_day_of_a_year_is_read_back_in_every_form(form):
    wrong = []
    for day in DAYS:
        text = f"They met on {written(form, day)} in the hall."
        found = dates(text)
        right = len(found) == 1 and found[0].first == found[0].last == day
        if not right or found[0].precision != DAY or found[0].impossible:
            wrong.append((text, found))
    assert wrong == []


def test_a_weekday_is_kept_as_it_was_written():
    said = {
        "Wednesday 4 March 2015": "Wednesday",
        "Weds 4 March 2015": "Weds",
        "Wed. 4 March 2015": "Wed",
        "Thurs 5 March 2015": "Thurs",
        "Sat 7 March 2015": "Sat",
        "4 March 2015": "",
    }
    assert {text: dates(text)[0].weekday for text in said} == said


def test_the_place_of_a_date_is_that_of_its_words():
    text = "From 14th November 2016 – 8 December 2017, and in March 2018; by 2019/20 or 2021-22."
    found = dates(text)
    assert [text[one.start : one.end].strip() for one in found] == [one.words for one in found]
    assert [one.precision for one in found] == [DAY, DAY, MONTH, YEARS, YEARS]


def test_every_month_is_known_by_its_name_and_its_short_form():
    for place, month in enumerate(MONTHS, 1):
        assert month_number(month) == month_number(month[:3].upper() + ".") == place
    assert month_number("Marchioness") == 3
    assert [month_number(word) for word in ("", "x", "summer")] == [0, 0, 0]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("in February 2016", date(2016, 2, 1), date(2016, 2, 29), MONTH),
        ("in Sept 2016", date(2016, 9, 1), date(2016, 9, 30), MONTH),
        ("during 2015", date(2015, 1, 1), date(2015, 12, 31), YEAR),
        ("in 2014-16", date(2014, 1, 1), date(2016, 12, 31), YEARS),
        ("in 2014 – 2016", date(2014, 1, 1), date(2016, 12, 31), YEARS),
        ("in 2015/16", date(2015, 4, 1), date(2016, 3, 31), YEARS),
        ("in 2015/17", date(2015, 1, 1), date(2017, 12, 31), YEARS),
    ],
)
def test_a_month_a_year_and_a_run_of_years_have_their_first_and_last_days(
    text, first, last, precision
):
    (found,) = dates(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)
    assert found.has_year


@swept(
    [
        "31 June 2015",
        "30 February",
        "29 February 2015",
        "32nd March 2016",
        "Monday 32 May",
        "0 May 2015",
        "12 March 0216",
        "12 March 3016",
        "31.04.2015",
        "12/25/2016",
        "2015-13-01",
        "2016–2014",
        "March 0216",
    ]
)
def test_what_the_calendar_does_not_have_is_impossible(text):
    (found,) = dates(text)
    assert found.impossible
    assert found.first is found.last is None


@pytest.mark.parametrize(
    "text",
    [
        "29 February 2016",
        "29 February",
        "31 December",
        "1 January 1900",
        "8 December",
    ],
)
def test_what_the_calendar_has_is_possible(text):
    (found,) = dates(text)
    assert not found.impossible


@swept(
    [
        "we may march on",
        "In May 12 children left",
        "45 March visits",
        "1.15.10 and 4.33.99",
        "a score of 2,016 and 2016.5 and 2016% and £2016",
        "01904 551 550",
        "24/7",
        "16/17 year olds",
        "marching, mayor, junior",
        "",
    ]
)
def test_what_only_looks_like_a_date_is_none(text):
    assert dates(text) == ()


def test_a_month_that_may_be_a_word_needs_a_day_or_a_year():
    assert dates("They may come in March") == ()
    assert [one.month for one in dates("in May 2015 and on 2 March")] == [5, 3]
    assert [one.month for one in dates("every June")] == [6]


def test_the_year_and_month_of_a_number_are_no_years_that_run_backwards():
    for text in ("circular 2015-07", "return 2015/02", "2016/14"):
        assert not any(one.impossible for one in dates(text))


def test_dates_never_overlap_and_stand_in_order():
    text = "Monday 2 March 2015, 3.4.15, 2015-16, May 2, 2016 and 2016-05-03 to 2017"
    found = dates(text)
    assert len(found) == 6
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))

"""Days in words and figures, periods with both their days, and the half year before a day."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.lines import dates
from tests.cases import random_cases
from tests.sweeping import swept

DAYS = st.dates(date(1990, 1, 1), date(2089, 12, 31))
NAMES = [*calendar.month_name][1:]
SHORT = [*calendar.month_abbr][1:]


def ordinal(number):
    """`1st`, `22nd`, `13th`, reckoned by the last figures."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 < number < 20 else ends.get(number % 10, 'th')}"


def spelt(day):
    """A day in every way in which a paper may write it."""
    name, short = NAMES[day.month - 1], SHORT[day.month - 1]
    weekday = calendar.day_name[day.weekday()]
    return [
        f"{day.day} {name} {day.year}",
        f"{day.day:02d} {name} {day.year}",
        f"{ordinal(day.day)} {name} {day.year}",
        f"{ordinal(day.day)} of {name}, {day.year}",
        f"{weekday} {day.day} {name} {day.year}",
        f"{weekday}, {day.day} {name} {day.year}",
        f"{day.day} {name.upper()} {day.year}",
        f"{day.day} {name.lower()} {day.year}",
        f"{day.day} {short} {day.year}",
        f"{day.day} {short}. {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}-{day.month:02d}-{day.day:02d}",
    ]


@given(DAYS)
@random_cases(60)
def test_a_day_is_read_in_every_way_of_writing_it(day):
    for words in spelt(day):
        assert dates.day_in(words) == day, words
        assert dates.day_in(f"The panel met on {words}, as agreed.") == day, words
        assert dates.is_a_day(words), words
        assert dates.is_a_day(f"**{words}**"), words
        assert dates.is_a_day(f"  {words}.  "), words
        assert not dates.is_a_day(f"Met on {words}"), words


@swept(
    [
        *(
            (one, None)
            for one in (
                *("29 February 2015", "30 February 2016", "31 April 2019", "0 January 2020"),
                *("32 January 2020", "1 Smarch 2020", "29/2/2015", "13/13/2015", "2015-13-01"),
                *("2015-02-29", "12015-02-01", "2015-02-011", "at 10.3.4.2016", "3rdMay 2016"),
                *("May 2016", "3 May", "3 May 16", "2016", "", "24 of 36 children"),
            )
        ),
        *(("29 February 2016", date(2016, 2, 29)), ("31 December 2019", date(2019, 12, 31))),
        *(("1 January 2020", date(2020, 1, 1)), ("31/12/99", date(2099, 12, 31))),
        *(("1.4.09", date(2009, 4, 1)), ("2016-02-29", date(2016, 2, 29))),
        *(("1/4/2016/7", date(2016, 4, 1)), ("3rd  May  2016", date(2016, 5, 3))),
        *(("3 rd May 2016", date(2016, 5, 3)), ("6 Sept. 2011", date(2011, 9, 6))),
        ("6 Sep 2011", date(2011, 9, 6)),
        ("31 June 2016, put right to 30 June 2016", date(2016, 6, 30)),
        ("2016-04-03 and 1 May 2015", date(2016, 4, 3)),
        ("1 May 2015 and 2016-04-03", date(2015, 5, 1)),
        ("first 4/5/2014, then 1 May 2015", date(2014, 5, 4)),
    ]
)
def test_days_on_and_beside_the_edges_of_the_calendar(words, day):
    assert dates.day_in(words) == day


@swept(
    [
        *(("3 June 2020", True), ("Wednesday 3 June 2020", True), ("# 3 June 2020", True)),
        *(("_3 June 2020_", True), ("31 June 2020", False), ("3 June", False)),
        *(("June 2020", False), ("3 June 2020 at 6 pm", False), ("Date: 3 June 2020", False)),
        *(("3 June 2020 and 4 June 2020", False), ("", False)),
    ]
)
def test_a_line_that_is_a_day_and_nothing_else(words, is_one):
    assert dates.is_a_day(words) is is_one


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", []),
        ("Nothing in June 2019", []),
        ("4 May 2019, then 30 June 2019", [date(2019, 5, 4), date(2019, 6, 30)]),
        (
            "2019-06-30, 4/5/2019, 1 May 2018",
            [date(2019, 6, 30), date(2019, 5, 4), date(2018, 5, 1)],
        ),
        ("31 June 2019 and 1.7.2019", [date(2019, 7, 1)]),
        ("1 May 2019 and 1 May 2019", [date(2019, 5, 1)] * 2),
    ],
)
def test_every_day_in_order(words, found):
    assert dates.days_in(words) == found


MAY = (date(2019, 5, 1), date(2019, 5, 31))


@swept(
    [
        ("the period 1 May 2019 to 31 May 2019", MAY),
        ("the period from 1 May 2019 to 31 May 2019", MAY),
        ("the period between 1 May 2019 and 31 May 2019", MAY),
        ("for the period 01/05/2019 until 31/05/2019", MAY),
        ("this report covers 1 May 2019 — 31 May 2019.", MAY),
        ("covering 1st May 2019–31st May 2019", MAY),
        ("reporting on 1 May 2019 to 31 May 2019", MAY),
        ("PERIOD: 1 MAY 2019 - 31 MAY 2019", MAY),
        ("the period 1.5.2019 to 31.5.2019", MAY),
        ("the period 1/5/2019 to 31/5/2019", MAY),
        ("it covers Wednesday 1 May 2019 to Friday, 31 May 2019", MAY),
        ("the period 1 May 2019 to 1 May 2019", (date(2019, 5, 1), date(2019, 5, 1))),
        *(("the period 2 May 2019 to 1 May 2019", None), ("the period 1 May to 31 May 2019", None)),
        *(("the period 1 May 2019", None), ("the period. From 1 May 2019 to 31 May 2019", None)),
        ("from 1 May 2019 to 31 May 2019", None),
        ("the periodical 1 May 2019 to 31 May 2019", None),
        ("the period 31 June 2019 to 31 July 2019", None),
        ("period 9 May 2019 to 1 May 2019; period 1 May 2019 to 31 May 2019", MAY),
        ("", None),
    ]
)
def test_periods_need_both_their_days_in_order(words, span):
    assert dates.span_in(words) == span


@given(DAYS, st.integers(0, 800))
@random_cases(60)
def test_any_period_that_is_written_out_is_read_back(first, length):
    last = first + timedelta(days=length)
    for one, other in zip(spelt(first), spelt(last), strict=True):
        assert dates.span_in(f"It covers {one} to {other}") == (first, last)


@swept(
    [
        (date(2020, 7, 1), date(2020, 1, 1)),
        (date(2020, 6, 30), date(2019, 12, 30)),
        (date(2020, 1, 1), date(2019, 7, 1)),
        (date(2020, 8, 28), date(2020, 2, 28)),
        (date(2020, 8, 29), date(2020, 2, 29)),
        (date(2020, 8, 30), date(2020, 2, 29)),
        (date(2021, 8, 29), date(2021, 2, 28)),
        (date(2020, 12, 31), date(2020, 6, 30)),
        (date(2020, 10, 31), date(2020, 4, 30)),
        (date(2020, 3, 31), date(2019, 9, 30)),
        (date(2020, 5, 31), date(2019, 11, 30)),
        (date(2020, 4, 30), date(2019, 10, 30)),
    ]
)
def test_half_a_year_begins_on_the_same_day_or_the_last_that_its_month_has(day, first):
    assert dates.half_year_to(day) == (first, day - timedelta(days=1))

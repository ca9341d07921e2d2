"""The small rules of looked-after children, case by case: days, ages, signs and lines."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules import days, later_years
from assurance.runtime.periods import end_of_month
from tests.cases import random_cases
from tests.sweeping import swept

DATES = st.dates(date(2000, 1, 1), date(2060, 12, 31))
ONE = timedelta(days=1)
DAY = date(2018, 3, 31)


@pytest.mark.parametrize(
    ("day", "year_end", "opening"),
    [
        (date(2017, 4, 1), date(2018, 3, 31), date(2017, 3, 31)),
        (date(2017, 12, 31), date(2018, 3, 31), date(2017, 3, 31)),
        (date(2018, 1, 1), date(2018, 3, 31), date(2017, 3, 31)),
        (date(2018, 3, 31), date(2018, 3, 31), date(2017, 3, 31)),
        (date(2018, 4, 1), date(2019, 3, 31), date(2018, 3, 31)),
        (date(2020, 2, 29), date(2020, 3, 31), date(2019, 3, 31)),
    ],
)
def test_a_year_of_the_collection_ends_in_march(day, year_end, opening):
    assert days.year_end_of(day) == year_end
    assert days.opening_day(year_end) == opening
    assert days.year_end_of(opening) == opening
    assert days.year_end_of(opening + ONE) == year_end


def test_whole_months_are_their_ends_or_nothing():
    december, january = date(2017, 12, 1), date(2018, 1, 31)
    assert days.whole_months(december, january) == [date(2017, 12, 31), january]
    for first, last in ((december + ONE, january), (december, january - ONE), (january, december)):
        assert days.whole_months(first, last) == [], first
    assert days.whole_months(date(2016, 2, 1), date(2016, 2, 28)) == []
    assert days.whole_months(date(2016, 2, 1), date(2016, 2, 29)) == [date(2016, 2, 29)]


@pytest.mark.parametrize(
    ("pairs", "first", "last", "asked"),
    [
        ([], date(2017, 1, 1), date(2018, 1, 1), []),
        ([(12, 1)], date(2017, 12, 1), date(2017, 12, 1), [date(2017, 12, 1)]),
        ([(12, 1)], date(2017, 12, 2), date(2018, 11, 30), []),
        ([(6, 30), (12, 31)], date(2017, 12, 31), date(2018, 6, 30),
         [date(2017, 12, 31), date(2018, 6, 30)]),
    ],
)  # fmt: skip
def test_a_councils_own_days(pairs, first, last, asked):
    assert days.own_days(pairs, first, last) == asked


@given(first=DATES, length=st.integers(0, 900))
def test_month_ends_are_every_month_end_within(first, length):
    last = first + timedelta(days=length)
    every = (first + timedelta(days=number) for number in range(length + 1))
    assert days.month_ends(first, last) == [day for day in every if end_of_month(day) == day]


@swept(
    [
        (date(2000, 6, 15), date(2018, 6, 14), 17),
        (date(2000, 6, 15), date(2018, 6, 15), 18),
        (date(2000, 6, 15), date(2018, 6, 16), 18),
        (date(2000, 2, 29), date(2018, 2, 28), 17),
        (date(2000, 2, 29), date(2018, 3, 1), 18),
        (date(2000, 2, 29), date(2016, 2, 28), 15),
        (date(2000, 2, 29), date(2016, 2, 29), 16),
        (date(2018, 3, 31), DAY, 0),
        (date(2017, 4, 1), DAY, 0),
        (date(2017, 3, 31), DAY, 1),
        (date(2000, 12, 31), date(2018, 1, 1), 17),
    ]
)
def test_an_age_is_in_whole_years(born, day, years):
    assert counting.whole_years(born, day) == years


@random_cases(60)
@given(DATES, st.integers(0, 7000))
def test_an_age_is_the_birthdays_that_were(born, lived):
    day = born + timedelta(days=lived)
    had = [born.year + years for years in range(1, 21)]
    birthdays = [(year, born.month, born.day) for year in had]
    wanted = sum(one <= (day.year, day.month, day.day) for one in birthdays)
    assert counting.whole_years(born, day) == wanted
    for years in range(20):
        assert later_years._reached(born, years, day) == (wanted >= years)


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 children"), (1, "1 child"), (2, "2 children"), (1200, "1,200 children")],
)
def test_children_are_one_or_many(number, said):
    assert counting.say_children(number) == said

"""The days of returns and months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import days
from assurance.runtime.periods import end_of_month

DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(day=DATES)
def test_every_day_lies_in_the_year_that_ends_on_its_year_end(day):
    year_end = days.year_end_of(day)
    assert days.opening_day(year_end) < day <= year_end


@given(day=DATES)
def test_the_day_after_a_month_end_is_a_first(day):
    end = end_of_month(day)
    assert (end + timedelta(days=1)).day == 1
    assert day <= end < day + timedelta(days=31)


@given(first=DATES, length=st.integers(0, 900))
def test_month_ends_are_every_month_end_within(first, length):
    last = first + timedelta(days=length)
    every = (first + timedelta(days=number) for number in range(length + 1))
    assert days.month_ends(first, last) == [day for day in every if end_of_month(day) == day]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2017, 4, 1), date(2017, 4, 30), 1),
        (date(2017, 4, 1), date(2018, 3, 31), 12),
        (date(2016, 2, 1), date(2016, 2, 28), 0),
        (date(2016, 2, 1), date(2016, 2, 29), 1),
        (date(2017, 4, 2), date(2017, 4, 30), 0),
        (date(2017, 4, 1), date(2017, 5, 30), 0),
    ],
)
def test_only_whole_months_are_months(first, last, months):
    assert len(days.whole_months(first, last)) == months


def test_own_days_come_once_a_year_within_the_cover():
    found = days.own_days([(1, 1), (12, 1)], date(2017, 3, 31), date(2018, 3, 31))
    assert sorted(found) == [date(2017, 12, 1), date(2018, 1, 1)]


def test_the_cover_includes_both_its_ends():
    assert days.own_days([(3, 31)], date(2017, 3, 31), date(2018, 3, 31)) == [
        date(2017, 3, 31),
        date(2018, 3, 31),
    ]

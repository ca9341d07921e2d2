"""Bank holidays by their rules, and working days counted one by one."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings.clear_days import (
    FIRST_YEAR,
    LAST_YEAR,
    bank_holidays,
    is_working_day,
    working_day_after,
    working_days_between,
)

ONE = timedelta(days=1)
KNOWN = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR - 1, 12, 31))


# Days given once: (instead of, or None where it came on top, and the day).
GIVEN_ONCE = (
    (None, date(2011, 4, 29)),  # royal wedding
    (date(2012, 5, 28), date(2012, 6, 4)),  # spring, beside the Diamond Jubilee
    (None, date(2012, 6, 5)),
    (date(2020, 5, 4), date(2020, 5, 8)),  # VE day
    (date(2022, 5, 30), date(2022, 6, 2)),  # spring, beside the Platinum Jubilee
    (None, date(2022, 6, 3)),
    (None, date(2022, 9, 19)),  # state funeral
    (None, date(2023, 5, 8)),  # coronation
)


def easter(year):
    """Easter Sunday by the golden number, epact and Sunday after the full moon."""
    golden, century = year % 19 + 1, year // 100 + 1
    solar, lunar = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - solar - 10
    epact = (11 * golden + 20 + lunar - solar) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    moon = 44 - epact + (30 if 44 - epact < 21 else 0)
    number = moon + 7 - (sunday + moon) % 7
    return date(year, 3, 1) + (number - 1) * ONE


def by_rule(year):
    """The bank holidays of a year by the Acts and proclamations, a weekend's kept on the next
    weekday that is free."""
    mondays = [day for day in days_of(year) if day.weekday() == 0]
    kept = {easter(year) - 2 * ONE, easter(year) + ONE}
    for month, place in ((5, 0), (5, -1), (8, -1)):
        kept.add([day for day in mondays if day.month == month][place])
    for month, number in ((1, 1), (12, 25), (12, 26)):
        day = date(year, month, number)
        while day.weekday() > 4 or day in kept:
            day += ONE
        kept.add(day)
    for instead_of, day in GIVEN_ONCE:
        if day.year == year:
            kept -= {instead_of}
            kept.add(day)
    return kept


def days_of(year):
    """Every day of a year."""
    return [date(year, 1, 1) + number * ONE for number in range(365 + calendar.isleap(year))]


@pytest.mark.parametrize("year", range(2007, 2051))
def test_bank_holidays_are_those_of_the_rules_and_of_days_given_once(year):
    weekdays = {day for day in bank_holidays(year) if day.weekday() < 5}
    assert weekdays == by_rule(year)


@pytest.mark.parametrize(
    ("received", "number", "reached"),
    [
        (date(2016, 2, 26), 1, date(2016, 2, 29)),  # over a weekend, to the leap day
        (date(2016, 2, 29), 1, date(2016, 3, 1)),
        (date(2016, 3, 24), 1, date(2016, 3, 29)),  # over Easter
        (date(2016, 4, 29), 1, date(2016, 5, 3)),  # over a bank holiday of May
        (date(2016, 12, 23), 1, date(2016, 12, 28)),  # Christmas fell on a Sunday
        (date(2016, 12, 30), 1, date(2017, 1, 3)),  # and so did New Year's Day
        (date(2017, 12, 22), 2, date(2017, 12, 28)),
        (date(2016, 11, 12), 5, date(2016, 11, 18)),  # a Saturday: the week after counts whole
    ],
)
def test_working_days_pass_over_weekends_and_holidays(received, number, reached):
    assert working_day_after(received, number) == reached
    assert working_days_between(received, reached) == number


@given(KNOWN, st.integers(1, 90))
def test_the_day_that_is_reached_is_worked_and_so_many_days_on(day, number):
    reached = working_day_after(day, number)
    assert is_working_day(reached)
    passed = [day + place * ONE for place in range(1, (reached - day).days + 1)]
    assert sum(map(is_working_day, passed)) == number


@given(KNOWN, st.integers(-5, 800))
def test_working_days_between_are_those_counted_one_by_one(start, apart):
    end = min(start + apart * ONE, date(LAST_YEAR, 12, 31))
    passed = [start + place * ONE for place in range(1, (end - start).days + 1)]
    found = working_days_between(start, end) if end.year >= FIRST_YEAR else 0
    assert found == sum(map(is_working_day, passed))


def test_nothing_is_counted_over_a_year_whose_bank_holidays_are_not_known():
    last, first = date(LAST_YEAR, 12, 31), date(FIRST_YEAR, 1, 1)
    assert working_day_after(last, 1) is None
    assert working_day_after(last - ONE, 1) == last
    assert working_days_between(last, last + ONE) is None
    assert working_days_between(first - ONE, first) is None
    assert working_days_between(first, last) > 31_000

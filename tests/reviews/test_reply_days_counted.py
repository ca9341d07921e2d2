"""Working days and months of replies, reckoned a second time day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.reviews.rules import responses
from assurance.reviews.rules.responses import Holidays
from tests.cases import random_cases
from tests.sweeping import swept

ONE = timedelta(days=1)
ANY = st.dates(date(2000, 1, 1), date(2060, 12, 31))
WEEK = Holidays(frozenset({date(2018, 1, 1), date(2018, 1, 3)}), 2018, 2018)
# Monday 1 January 2018 and Wednesday the 3rd are holidays: the working days that follow.
WORKED = [date(2018, 1, day) for day in (2, 4, 5, 8, 9, 10, 11, 12, 15)]


@swept(list(enumerate(WORKED, 1)))
def test_a_week_with_two_holidays_is_counted_by_hand(number, due):
    assert responses.working_day_after(date(2018, 1, 1), number, WEEK) == due
    assert responses.working_days_between(date(2018, 1, 1), due, WEEK) == number
    assert responses.is_working_day(due, WEEK)


@pytest.mark.parametrize("day", [1, 3, 6, 7, 13, 14])
def test_no_holiday_and_no_weekend_is_worked(day):
    assert not responses.is_working_day(date(2018, 1, day), WEEK)


def test_nothing_is_reckoned_over_a_year_whose_holidays_are_not_known():
    assert responses.working_day_after(date(2018, 12, 31), 1, WEEK) is None
    assert responses.working_day_after(date(2018, 12, 28), 1, WEEK) == date(2018, 12, 31)
    assert responses.working_days_between(date(2018, 12, 28), date(2019, 1, 1), WEEK) is None
    assert responses.working_days_between(date(2017, 12, 31), date(2018, 1, 2), WEEK) is None
    assert (WEEK.cover(date(2018, 1, 1)), WEEK.cover(date(2018, 12, 31))) == (True, True)
    assert (WEEK.cover(date(2017, 12, 31)), WEEK.cover(date(2019, 1, 1))) == (False, False)


@swept(
    [
        (date(2017, 1, 31), 1, date(2017, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2016, 2, 29), 48, date(2020, 2, 29)),
        (date(2016, 12, 15), 1, date(2017, 1, 15)),
        (date(2016, 1, 15), -1, date(2015, 12, 15)),
        (date(2016, 3, 31), -1, date(2016, 2, 29)),
        (date(2016, 5, 31), 9, date(2017, 2, 28)),
        (date(2016, 5, 31), 0, date(2016, 5, 31)),
    ]
)
def test_months_later_is_that_day_or_the_last_of_the_month(day, number, after):
    assert responses.months_after(day, number) == after


@random_cases(60)
@given(ANY, st.integers(0, 30))
def test_the_latest_day_before_is_the_last_that_is_not_too_late(day, number):
    latest = responses.latest_before(day, number)
    assert responses.months_after(latest, number) <= day
    assert responses.months_after(latest + ONE, number) > day


@swept(
    [
        ("", ValueError),
        ("[", ValueError),
        ("{}", KeyError),
        ('{"scotland": {"events": []}}', KeyError),
        ('{"england-and-wales": {}}', KeyError),
        ('{"england-and-wales": {"events": []}}', ValueError),
        ('{"england-and-wales": {"events": [{"title": "x"}]}}', KeyError),
        ('{"england-and-wales": {"events": [{"date": "soon"}]}}', ValueError),
    ]
)
def test_a_file_of_another_shape_is_refused(text, error):
    with pytest.raises(error):
        responses.read_holidays(text)


def test_holidays_are_known_for_the_whole_years_of_the_file():
    events = '[{"date": "2019-12-25"}, {"date": "2018-04-02"}]'
    read = responses.read_holidays(f'{{"england-and-wales": {{"events": {events}}}}}')
    assert read == Holidays(frozenset({date(2018, 4, 2), date(2019, 12, 25)}), 2018, 2019)

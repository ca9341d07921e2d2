"""Months of follow-ups, reckoned a second time day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assurance.reviews.rules import replies
from tests.cases import random_cases
from tests.sweeping import swept

ONE = timedelta(days=1)
ANY = st.dates(date(2000, 1, 1), date(2060, 12, 31))


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
    assert replies.months_after(day, number) == after


@random_cases(60)
@given(ANY, st.integers(0, 30))
def test_the_latest_day_before_is_the_last_that_is_not_too_late(day, number):
    latest = replies.latest_before(day, number)
    assert replies.months_after(latest, number) <= day
    assert replies.months_after(latest + ONE, number) > day

"""The numbers in which the database hands re-check days on are those days, in their order."""

from datetime import date, timedelta

import pytest

from assurance.dbs.models.status_numbers import (
    DAYS_OF_MONTH,
    GROUPS,
    PLACES,
    due_day,
    due_number,
    last_number,
    month_of_number,
    status_of_code,
)
from assurance.dbs.rules.statuses import WORST_FIRST, due_on

FIRST = date(2011, 12, 1)
ISSUES = [FIRST + timedelta(number) for number in range(460)]


def number_of(issued, months):
    """The number that the statement works out of a day of issue and an interval."""
    month = issued.year * 12 + issued.month - 1 + months
    return month * DAYS_OF_MONTH + issued.day


@pytest.mark.parametrize("months", [1, 11, 12, 36, 48, 120])
def test_a_number_is_the_re_check_day_of_its_issue_and_sorts_as_it_does(months):
    numbers = [number_of(issued, months) for issued in ISSUES]
    days = [due_on(issued, months) for issued in ISSUES]
    assert [due_day(number) for number in numbers] == days
    # A later issue is never due earlier.
    assert numbers == sorted(numbers) and days == sorted(days)
    for number, day in zip(numbers, days, strict=True):
        assert month_of_number(number // DAYS_OF_MONTH) == day.replace(day=1)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2015, 2, 28), date(2015, 2, 28)),
        (date(2016, 2, 28), date(2016, 2, 28)),
        (date(2016, 2, 29), date(2016, 2, 29)),
        (date(2015, 4, 1), date(2015, 4, 30)),
        (date(2015, 4, 30), date(2015, 5, 1)),
        (date(2015, 4, 29), date(2015, 4, 29)),
        (date(2014, 12, 31), date(2015, 1, 1)),
    ],
)
def test_the_numbers_of_some_days_hold_just_the_re_checks_that_fall_on_them(first, last):
    for months in (36, 37, 38):
        for issued in ISSUES:
            number = number_of(issued, months)
            within = due_number(first) <= number <= last_number(last)
            assert within == (first <= due_on(issued, months) <= last), (issued, months)


def test_without_a_certificate_there_is_no_re_check_day():
    assert due_day(None) is None
    assert due_day(due_number(date(2016, 2, 29))) == date(2016, 2, 29)


def test_a_code_is_a_status_and_the_first_group_of_those_that_have_it():
    assert len(GROUPS) < PLACES and list(GROUPS) == sorted(GROUPS)
    codes = [
        rank * PLACES + place for rank in range(len(WORST_FIRST)) for place in range(len(GROUPS))
    ]
    assert codes == sorted(set(codes))
    assert [status_of_code(code) for code in codes] == [
        (status, group) for status in WORST_FIRST for group in GROUPS
    ]

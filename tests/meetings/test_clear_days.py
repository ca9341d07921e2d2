"""Clear days: answers known from the calendar, and each day of some years counted one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.meetings.clear_days import (
    is_working_day,
    publish_by,
    working_day_before,
)

# Meeting → the last day of publication, with what lies between.
KNOWN = {
    date(2020, 2, 26): date(2020, 2, 18),
    date(2016, 7, 19): date(2016, 7, 11),
    date(2016, 11, 22): date(2016, 11, 14),
    date(2017, 9, 19): date(2017, 9, 11),
    date(2020, 4, 22): date(2020, 4, 14),  # Easter
    date(2020, 1, 7): date(2019, 12, 27),  # New Year's Day
    date(2020, 5, 12): date(2020, 5, 1),  # the early May holiday was moved to a Friday
    date(2022, 9, 22): date(2022, 9, 13),  # a state funeral
    date(2026, 4, 8): date(2026, 3, 27),  # Good Friday and Easter Monday
    date(2026, 12, 2): date(2026, 11, 24),
    date(2027, 1, 5): date(2026, 12, 23),  # a substitute day
}
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))
A_DAY = timedelta(days=1)


def clear_days_between(published, meeting, closed):
    """The clear days, counted one by one."""
    days = (published + number * A_DAY for number in range(1, (meeting - published).days))
    return sum(is_working_day(day, closed) for day in days)


@pytest.mark.parametrize("meeting", KNOWN)
def test_the_last_day_of_publication_is_the_one_known(meeting):
    assert publish_by(meeting) == KNOWN[meeting]


@given(DAYS, st.sets(st.integers(1, 20), max_size=6))
def test_five_clear_days_lie_between_and_no_later_day_leaves_five(meeting, away):
    closed = {meeting - number * A_DAY for number in away}
    last = publish_by(meeting, closed)
    assert is_working_day(last, closed)
    assert clear_days_between(last, meeting, closed) == 5
    later = (last + number * A_DAY for number in range(1, (meeting - last).days))
    working = [day for day in later if is_working_day(day, closed)]
    assert [clear_days_between(day, meeting, closed) for day in working] == [4, 3, 2, 1, 0]


@given(DAYS, st.integers(0, 30))
def test_so_many_working_days_lie_before_a_day(day, number):
    before = working_day_before(day, number)
    between = [before + step * A_DAY for step in range((day - before).days + 1)]
    last = working_day_before(day, 0)
    counted = sum(is_working_day(item) for item in between if item <= last)
    assert is_working_day(before)
    assert counted == number + 1


def test_weekends_and_bank_holidays_are_no_working_days():
    assert not is_working_day(date(2016, 7, 16))
    assert not is_working_day(date(2016, 8, 29))
    assert is_working_day(date(2016, 8, 30))
    assert not is_working_day(date(2016, 8, 30), {date(2016, 8, 30)})

"""The files of re-checks that the demonstration's people's system brings: who is in them."""

from datetime import date, timedelta

import pytest

from reports.demonstration.rechecks import AHEAD, DAYS, FIRST_NUMBER, KNOWN_UNTIL, LATE, rows

ON = date(2016, 3, 31)


def line(newest, place=1, turn=0, on=ON):
    return next(rows([(place, "P4001", newest)], turn, on), None)


def test_who_is_due_by_soon_after_the_day_is_in_the_file():
    last = ON + AHEAD
    assert line(date(last.year - 3, last.month, last.day))
    assert line(date(last.year - 3, last.month, last.day) + timedelta(1)) is None
    assert line(date(2012, 2, 29))[0] == "P4001"


def test_a_certificate_is_issued_before_it_is_due_and_before_the_file_is_made():
    for newest in (date(2012, 5, 1), date(2013, 2, 20), date(2013, 4, 10)):
        _, submitted, seen, _, number, issued, _ = line(newest)
        days = [date(*map(int, reversed(text.split("/")))) for text in (submitted, issued, seen)]
        assert days == sorted(days)
        assert days[1] <= ON - timedelta(3)
        due = newest.replace(year=newest.year + 3)
        assert days[1] < due or due <= KNOWN_UNTIL < days[1] < KNOWN_UNTIL + timedelta(12)
        assert len(number) == 12


def test_a_few_are_left_for_the_next_file_and_no_number_is_used_twice():
    people = [(place, f"P{place}", date(2013, 1, 7)) for place in range(1, 200)]
    files = [[*rows(people, turn, on)] for turn, on in enumerate(DAYS)]
    assert all(len(people) - 5 <= len(lines) < len(people) for lines in files)
    assert line(date(2013, 1, 7), place=LATE) is None
    numbers = [row[4] for lines in files for row in lines]
    assert len(numbers) == len(set(numbers))
    assert min(numbers) > str(FIRST_NUMBER).zfill(12)


@pytest.mark.parametrize("day", DAYS)
def test_files_come_on_working_days(day):
    assert day.weekday() < 5

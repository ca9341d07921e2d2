"""Rules about days against a calendar that is gone through here day by day."""

import random
from datetime import date, timedelta
from itertools import permutations

from tests.checks.drawn import keys

WEEK = ("Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday")
# A Thursday, and the first day of the calendar below.
FIRST = date(2015, 1, 1)
# No bank holiday falls between these.
AUTUMN = date(2015, 9, 1), date(2015, 12, 18)


def written(day):
    """A day as a paper writes it."""
    return f"{day:%-d %B %Y}"


def calendar():
    """Every day of 2015 with its weekday, by going round the week."""
    day, turn = FIRST, 0
    while day.year == FIRST.year:
        yield day, WEEK[turn % len(WEEK)]
        day, turn = day + timedelta(days=1), turn + 1


def autumn_days(seed, times=12):
    """Two days of the autumn in their order, at least a week apart, by a fixed seed."""
    chance, whole = random.Random(seed), (AUTUMN[1] - AUTUMN[0]).days
    for _ in range(times):
        start = chance.randint(0, whole - 40)
        gap = chance.randint(7, 39)
        first = AUTUMN[0] + timedelta(days=start)
        yield first, first + timedelta(days=gap)


def working_days(first, last):
    """How many working days lie behind the first day, up to the last."""
    weekdays = dict(calendar())
    days = [day for day in weekdays if first < day <= last]
    return sum(weekdays[day] not in ("Saturday", "Sunday") for day in days)


def test_each_day_of_a_year_has_but_its_own_weekday():
    chance = random.Random(5)
    for day, name in chance.sample(list(calendar()), 16):
        text = "The audit of DBS checks was finished on {} (a {})."
        assert keys(text.format(written(day), name)) == [], day
        for other in set(WEEK) - {name}:
            assert keys(text.format(written(day), other)) == ["weekday-apart"], (day, other)


def test_a_range_has_the_weekdays_of_both_its_ends():
    weekdays = dict(calendar())
    for start in (date(2015, 9, 7), date(2015, 10, 13), date(2015, 11, 11)):
        end = start + timedelta(days=2)
        text = f"Files were read from {start.day} to {written(end)}, a {{}} to a {{}}."
        right = weekdays[start], weekdays[end]
        for pair in permutations(WEEK, 2):
            assert bool(keys(text.format(*pair))) == (pair != right), pair


def test_days_before_a_deadline_are_those_between():
    for first, last in autumn_days(3):
        text = f"The return was sent on {written(first)}, {{}} days before {written(last)}."
        apart = sum(first <= day < last for day, _ in calendar())
        assert keys(text.format(apart)) == [], (first, last)
        for wrong in (apart - 4, apart + 4):
            assert keys(text.format(wrong)) == ["days-apart"], (first, last, wrong)


def test_days_later_are_those_between():
    for first, last in autumn_days(8):
        text = (
            f"The plan was made on {written(first)} and, {{}} days later, on {written(last)}, "
            "was reviewed."
        )
        apart = sum(first <= day < last for day, _ in calendar())
        assert keys(text.format(apart)) == [], (first, last)
        assert keys(text.format(apart + 5)) == ["days-apart"], (first, last)


def test_both_ends_are_counted_where_they_are_included():
    for first, last in autumn_days(11):
        text = f"The survey ran from {written(first)} to {written(last)}, {{}} days inclusive."
        days = sum(first <= day <= last for day, _ in calendar())
        assert keys(text.format(days)) == [], (first, last)
        for wrong in (days - 1, days + 1):
            assert "days-apart" in keys(text.format(wrong)), (first, last, wrong)


def test_a_reply_within_so_many_working_days_took_no_more():
    for first, last in autumn_days(13):
        text = (
            f"The complaint came on {written(first)} and was answered on {last:%-d %B}, within "
            "{} working days."
        )
        taken = working_days(first, last)
        for limit in (taken, taken + 3):
            assert keys(text.format(limit)) == [], (first, last, limit)
        for limit in (taken - 1, taken - 3):
            assert keys(text.format(limit)) == ["days-apart"], (first, last, limit)


def test_what_is_still_to_be_done_has_no_day_before_its_paper():
    dated = date(2016, 1, 18)
    for months in range(-9, 9):
        year, month = divmod(dated.year * 12 + dated.month - 1 + months, 12)
        day = date(year, month + 1, 24 if months >= 0 else 12)
        text = f"These are still to be done:\n\n* rota, by {written(day)}\n* form, by 30 June 2017"
        assert (keys(text) == ["day-gone-by"]) == (day < dated), day
        text = f"The duty rota takes effect by {written(day)} in both homes."
        assert (keys(text) == ["day-gone-by"]) == (day < dated), day

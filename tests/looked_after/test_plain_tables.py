"""The small rules of looked-after children, case by case: days, ages, signs and lines."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import comparison as comparing
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules import days, later_years
from assurance.looked_after.rules.comparison import Line
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


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2016, 2, 1), date(2016, 2, 29)),
        (date(2017, 2, 28), date(2017, 2, 28)),
        (date(2100, 2, 1), date(2100, 2, 28)),
        (date(2000, 2, 1), date(2000, 2, 29)),
        (date(2017, 4, 30), date(2017, 4, 30)),
        (date(2017, 12, 1), date(2017, 12, 31)),
    ],
)
def test_a_month_ends_on_its_last_day(day, end):
    assert end_of_month(day) == end


@pytest.mark.parametrize(
    ("first", "last", "ends"),
    [
        (date(2017, 4, 1), date(2017, 4, 29), []),
        (date(2017, 4, 30), date(2017, 4, 30), [date(2017, 4, 30)]),
        (date(2017, 5, 1), date(2017, 4, 1), []),
        (
            date(2017, 12, 15),
            date(2018, 2, 28),
            [date(2017, 12, 31), date(2018, 1, 31), date(2018, 2, 28)],
        ),
    ],
)
def test_the_ends_of_months_between_two_days(first, last, ends):
    assert days.month_ends(first, last) == ends


def test_whole_months_are_their_ends_or_nothing():
    assert days.whole_months(date(2017, 12, 1), date(2018, 1, 31)) == [
        date(2017, 12, 31),
        date(2018, 1, 31),
    ]
    assert days.whole_months(date(2017, 12, 2), date(2018, 1, 31)) == []
    assert days.whole_months(date(2017, 12, 1), date(2018, 1, 30)) == []
    assert days.whole_months(date(2018, 2, 1), date(2018, 1, 31)) == []


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
    [(5, "+5"), (-3, "−3"), (0, "0"), (1, "+1"), (1200, "+1,200"), (-1200, "−1,200")],
)
def test_a_change_bears_its_sign(number, said):
    assert comparing.signed(number) == said
    assert Line("x", 2000 + number, 2000).said_change == said


def test_a_change_from_or_to_nobody_knows_what_is_a_dash():
    for now, before in ((None, 4), (4, None), (None, None)):
        assert Line("x", now, before).change is None
        assert Line("x", now, before).said_change == "–"


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 children"), (1, "1 child"), (2, "2 children"), (1200, "1,200 children")],
)
def test_children_are_one_or_many(number, said):
    assert counting.say_children(number) == said


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        ({}, {}, []),
        (None, None, []),
        ({"a": 1}, None, [("A", 1, None)]),
        (None, {"a": 1}, [("A", None, 1)]),
        ({"a": 1}, {}, [("A", 1, 0)]),
        ({"b": 2, "a": 1}, {"c": 3, "a": 4}, [("b", 2, 0), ("A", 1, 4), ("c", 0, 3)]),
    ],
)
def test_lines_keep_the_order_of_now_and_then_that_of_before(now, before, told):
    lines = comparing.lines_of(now, before, {"a": "A"})
    assert [(one.label, one.now, one.before) for one in lines] == told

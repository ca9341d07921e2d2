"""The order of two dates of a text of which parts are not said."""

import pytest

from reports.quantities.day_order import is_earlier, may_be_of_two_years

MARCH, OCTOBER = (0, 3, "0"), (0, 10, "0")


@pytest.mark.parametrize(
    ("day", "other", "expected"),
    [
        ((2015, 3, "0"), (2016, 1, "0"), True),
        ((2016, 3, "0"), (2015, 10, "0"), False),
        (MARCH, OCTOBER, True),
        (MARCH, (2015, 10, "0"), True),
        ((2016, 10, "0"), MARCH, False),
        ((0, 0, "1"), (0, 0, "4"), True),
        (MARCH, MARCH, False),
    ],
)
def test_a_date_without_a_year_is_of_the_others(day, other, expected):
    assert is_earlier(day, other) is expected


@pytest.mark.parametrize(
    ("day", "other", "expected"),
    [
        (OCTOBER, MARCH, True),
        (MARCH, OCTOBER, False),
        (OCTOBER, OCTOBER, False),
        ((2015, 10, "0"), MARCH, False),
        (OCTOBER, (2016, 3, "0"), False),
        ((0, 0, "4"), (0, 0, "1"), False),
        (OCTOBER, (0, 0, "1"), False),
    ],
)
def test_months_without_a_year_may_be_of_two(day, other, expected):
    assert may_be_of_two_years(day, other) is expected

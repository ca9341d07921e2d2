"""Which areas may stand beside each other, tried over every pair of spans, and their codes."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest

from assurance.looked_after.rules.comparison import (
    why_not_beside,
    why_not_these_days,
    why_not_this_code,
)
from tests.sweeping import swept

FIRST = date(2016, 2, 27)
TWICE = "This area is in the list on some of these days already: change that one."
SECOND_SELF = "Another area is this council itself on some of these days: end that one first."


def day(number):
    """A day by its number, 29 February among them; None for no end."""
    return None if number is None else FIRST + timedelta(days=number)


def area(first, last, code="E06000014", role="neighbour"):
    """An area that holds from one numbered day to another."""
    return SimpleNamespace(role=role, area_code=code, from_date=day(first), to_date=day(last))


SPANS = [(0, None), (3, None), (0, 0), (0, 2), (1, 1), (2, 2), (2, 4), (3, 3), (4, 5)]


def days_of(span):
    """The numbered days on which a span holds; no end reaches past every other."""
    first, last = span
    return set(range(first, (9 if last is None else last) + 1))


@swept([(case,) for case in SPANS])
def test_an_area_stands_twice_only_where_no_day_is_shared(span):
    for other in SPANS:
        shared = days_of(span) & days_of(other)
        said = why_not_beside(area(*span), [area(*other)])
        assert said == (TWICE if shared else None), other


@swept([(case,) for case in SPANS])
def test_the_council_itself_is_one_area_on_each_day(span):
    for other, (one_role, role) in product(SPANS, product(("own", "region"), repeat=2)):
        beside = [area(*other, code="E06000002", role=role)]
        said = why_not_beside(area(*span, role=one_role), beside)
        both = one_role == role == "own" and days_of(span) & days_of(other)
        assert said == (SECOND_SELF if both else None), (other, one_role, role)


def test_of_several_that_stand_the_first_that_meets_is_told():
    others = [
        area(5, 6, code="E06000001", role="own"),
        area(0, 3, code="E06000002", role="own"),
        area(0, 3),
    ]
    assert why_not_beside(area(1, 2, role="own"), others) == SECOND_SELF
    assert why_not_beside(area(1, 2, role="own"), others[::-1]) == TWICE
    assert why_not_beside(area(7, None, role="own"), others) is None
    assert why_not_beside(area(0, None), []) is None


@swept(
    [
        ("E06000014", True),
        ("W06000015", True),
        ("K02000001", True),
        ("e06000014", False),
        ("E0600001", False),
        ("E060000145", False),
        ("EE6000014", False),
        ("06000014", False),
        (" E06000014", False),
        ("E06000014\n", False),
        ("E06 00014", False),
        ("", False),
    ]
)
def test_a_code_is_a_letter_and_eight_figures_and_nothing_else(code, right):
    sentence = "The code must be a letter and 8 figures, such as E06000014."
    assert why_not_this_code(code) == (None if right else sentence)


@pytest.mark.parametrize(
    ("first", "last", "right"),
    [
        (0, None, True),
        (None, 0, True),
        (None, None, True),
        (0, 1, True),
        (1, 1, True),
        (1, 0, False),
        (3, 2, False),
    ],
)
def test_the_last_day_may_be_the_first_and_not_before(first, last, right):
    sentence = "The end date must not be before the start date."
    assert why_not_these_days(day(first), day(last)) == (None if right else sentence)

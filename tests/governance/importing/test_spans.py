"""Spans of days, targets and units of measures, by their rules."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.governance.rules import choices, faults
from tests.cases import random_cases
from tests.sweeping import swept

ONE = timedelta(days=1)
DAY = date(2016, 4, 1)


def spans():
    """A first day and a last one that is not before it, or none."""
    return st.tuples(st.integers(0, 9), st.none() | st.integers(0, 5)).map(
        lambda pair: (DAY + pair[0] * ONE,
                      None if pair[1] is None else DAY + (pair[0] + pair[1]) * ONE)
    )  # fmt: skip


@given(st.lists(spans(), max_size=3), spans())
@random_cases(60)
def test_spans_overlap_where_some_day_lies_in_both(held, own):
    days = [DAY + number * ONE for number in range(20)]

    def inside(span):
        return {day for day in days if span[0] <= day and (span[1] is None or day <= span[1])}

    assert faults.overlap(held, *own) is any(inside(one) & inside(own) for one in held)


@given(st.lists(spans(), max_size=4, unique_by=lambda one: one[0]), st.integers(0, 15))
@random_cases(40)
def test_the_target_of_a_day_is_the_one_that_began_last(held, number):
    day = DAY + number * ONE
    targets = [SimpleNamespace(from_date=first, to_date=last) for first, last in held]
    holds = [one for one in targets
             if one.from_date <= day and not (one.to_date and one.to_date < day)]  # fmt: skip
    newest = sorted(holds, key=lambda one: one.from_date)[-1:] or [None]
    assert choices.target_on(targets, day) is newest[0]


def test_a_value_meets_its_target_on_the_better_side_of_it_and_at_it():
    for better, value in product(("higher", "lower", "neither", ""), (79, 80, 81)):
        met = {"higher": value >= 80, "lower": value <= 80}.get(better)
        said = {True: "Meets the target", False: "Misses the target", None: ""}[met]
        assert choices.verdict(value, 80, better) == said
        assert choices.verdict(value, None, better) == ""


@swept([
        (0, None, None, False), (1, None, None, True), (5, None, None, True),
        (6, None, None, False), (70, 0, 10, False), (70, 1, 100, True), (70, 5, 100, True),
        (70, 6, 100, False), (70, 95, 100, True), (70, 94, 100, False), (70, 100, 100, False),
        (70, 0, 5, True), (70, 3, 3, True), (1, 50, 100, False),
    ])  # fmt: skip
def test_few_people_are_not_given_away_by_a_count_its_rest_or_its_base(
    value, count, out_of, hidden
):
    assert choices.gives_away(value, count, out_of) is hidden


ANOTHER = "in the unit it has now: add another measure for another unit"


@pytest.mark.parametrize(
    ("kept", "unit", "values", "sentence"),
    [
        ("number", "number", 9, None),
        ("number", "percent", 0, None),
        ("number", "percent", 1, f"It has 1 value {ANOTHER}"),
        ("days", "money", 12, f"It has 12 values {ANOTHER}"),
    ],
)  # fmt: skip
def test_a_measure_with_values_keeps_its_unit(kept, unit, values, sentence):
    assert faults.why_not_unit(kept, unit, values) == sentence

"""Outcomes add up to their cohort, and each compares with its target, by plain rules."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.outcomes import rules
from tests.cases import random_cases
from tests.make.outcomes import LINES, line


@pytest.mark.parametrize(
    ("count", "target", "tolerance", "expected"),
    [
        (12, "24", None, rules.WITHIN),
        (12, "29", "5", rules.WITHIN),
        (12, "29.1", "5", rules.BELOW),
        (12, "18.9", "5", rules.ABOVE),
        (12, None, None, ""),
        (0, "0", None, rules.WITHIN),
    ],
)
def test_a_share_is_within_tolerance_to_the_tenth(count, target, tolerance, expected):
    amounts = [None if one is None else Decimal(one) for one in (target, tolerance)]
    assert rules.verdict(count, 50, *amounts) == expected


def test_nobody_meets_and_misses_nothing():
    assert rules.verdict(0, 0, Decimal(50), None) == ""


@random_cases(100)
@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_is_rounded_once_half_away_from_nought(count, base):
    exact = Fraction(count * 1000, base)
    whole = exact.numerator // exact.denominator
    whole += exact - whole >= Fraction(1, 2)
    assert rules.share_of(count, base) == Decimal(whole) / 10


@random_cases(100)
@given(st.integers(0, 60), st.lists(st.integers(0, 30), max_size=5))
def test_only_outcomes_that_make_the_cohort_are_right(base, counts):
    assert bool(rules.why_not_sum(base, counts)) == (sum(counts) != base)


def test_the_sentence_says_how_many_are_missing_and_what_to_do():
    assert rules.why_not_sum(20, [17]) == (
        "The outcomes add up to 17 of 20: 3 are missing. Correct a number, or add a line such as "
        "“Not known”"
    )
    assert "1 is missing" in rules.why_not_sum(1, [])
    assert rules.why_not_sum(20, [21]) == (
        "The outcomes add up to 21, and the population has 20: correct a number"
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (LINES, []),
        (LINES[:1], [rules.NO_OUTCOMES]),
        ([line("A", 1), line("a ", 2)], ["“a ” is in the set twice: add both numbers in one line"]),
        ([line("A", None), line("B", 2)], ["“A” has no number: enter 0 where there are none"]),
        ([line("", 3), line("B", 2)], ["Line 1 has no outcome: enter the one it counts"]),
        (
            [line("A", 1, None, "5"), line("B", 2)],
            ["“A” has a tolerance and no target: enter the target as well"],
        ),
        ([line(f"Outcome {n}", 1) for n in range(21)], [rules.TOO_MANY]),
    ],
)
def test_each_line_that_cannot_be_is_named(lines, expected):
    assert [sentence for *_where, sentence in rules.line_faults(lines)] == expected


def test_the_last_day_is_not_before_the_first():
    assert rules.why_not_days(None, 1) == rules.why_not_days(1, 1) == ""
    assert rules.why_not_days(2, 1)

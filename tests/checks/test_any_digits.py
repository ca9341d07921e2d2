"""Whatever digits stand where a rule looks for a number, the rule reads them or passes them by."""

import re
import sys
from dataclasses import replace

import pytest

from tests.checks.drawn import KNOWN, found
from tests.checks.examples import EXAMPLES
from tests.sampling import sample
from tests.sweeping import swept

# What a live figure says is the product's own.
OUTSIDE_FIGURES = re.compile(r"\{\{[^{}]*\}\}|\d+")
# As few figures as Python's own limit can be set to, and one more.
LONGEST = 640
DIGITS = ("9" * (LONGEST + 1), "9" * 15, "0", "²", "٣")
CASES = [
    (key, example, digits)
    for place, (key, examples) in enumerate(EXAMPLES.items())
    for example in examples[:1]
    for digits in sample(DIGITS, 3, place)
]


def in_place(text, digits):
    """The text with other digits at each place where it has some."""
    return OUTSIDE_FIGURES.sub(lambda one: one[0] if one[0][0] == "{" else digits, text)


@swept(CASES, named=lambda case: f"{case[0]} with {case[2][:9]}")
def test_every_rule_takes_any_digits_at_every_place(_key, example, digits):
    known, usual = replace(KNOWN, **example.known), sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(LONGEST)
    try:
        found(in_place(example.wrong, digits), known=known, **example.said)
    except (ValueError, TypeError, ArithmeticError, IndexError) as fault:
        raise AssertionError(repr(fault)[:200]) from fault
    finally:
        sys.set_int_max_str_digits(usual)


@pytest.mark.parametrize(
    "text",
    [
        *("They audited 5 of 0 files (3%).", "Of 0 cases, 0 (0%) were good and 0 (5%) were not."),
        *("Marked ⟦c5⟧ and ⟦d1⟧ of 12 on 3 May 2016.", "In the years 2015/0000 and 2015-0000."),
    ],
)
def test_a_share_of_none_a_typed_mark_and_a_year_nought_stop_no_check(text):
    assert "asks-nothing" in {one.rule.key for one in found(text)}

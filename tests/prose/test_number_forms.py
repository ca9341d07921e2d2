"""Values in the form of a number that they stand next to."""

from fractions import Fraction

import pytest

from reports.prose.numbers import numbers
from reports.prose.quantities.number_forms import in_form_of, last_place, unlike


@pytest.mark.parametrize(
    ("words", "value", "text", "unit"),
    [
        ("£26.9m", 27_000_000, "£27.0m", 100_000),
        ("£26 million", 27_400_000, "£27 million", 1_000_000),
        ("£2.45 million", 2_700_000, "£2.70 million", 10_000),
        ("£450k", 1_250_000, "£1,250k", 10_000),
        ("£26,900", 27_000, "£27,000", 0),
        ("£12.50", Fraction(53, 4), "£13.25", 0),
        ("1,300", 1250, "1,250", 0),
    ],
)
def test_a_value_is_written_as_the_number_next_to_it(words, value, text, unit):
    [number] = numbers(words)
    assert in_form_of(Fraction(value), number) == text
    assert last_place(number) == unit


@pytest.mark.parametrize(
    ("words", "value", "text"),
    [
        ("£2.10 million", 2_750_000, "£2.75 million"),
        ("£2.1m", 2_750_000, "£2.75m"),
        ("£2m", 2_750_001, "£3m"),
        ("£3m", 2_750_001, "£2,750,001"),
        ("£310", 270, "£270"),
        ("1,300", 1250, "1,250"),
    ],
)
def test_what_a_number_should_be_never_reads_like_the_number(words, value, text):
    [number] = numbers(words)
    assert unlike(Fraction(value), number) == text
    assert text != words

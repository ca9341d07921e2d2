"""A value between two numbers that its sentence states as a range, and one that is not."""

import pytest

from reports.quantities.passages import statements
from reports.quantities.ranges import is_in_stated_range
from tests.checks.drawn import reading

RANGES = (
    "An officer looks after between 138 and 187 plans.",
    "Waits ranged from 138 to 187 days.",
    "The fee is from £138 to £187 a week.",
    "Between 138 and 187 came, and in May 900.",
)


def row_of(text):
    """The statement of a sentence that is a report of its own."""
    [row] = [x for x in statements(reading(text)) if x.sentence.said().strip() == text]
    return row


@pytest.mark.parametrize("text", RANGES)
@pytest.mark.parametrize(
    ("value", "is_inside"), [(137, False), (138, False), (139, True), (186, True), (187, False)]
)
def test_what_lies_between_the_ends_is_in_the_range(text, value, is_inside):
    assert is_in_stated_range(row_of(text), value) is is_inside


@pytest.mark.parametrize("text", ["An officer has 138 plans and 187 visits.", "It fell to 187."])
def test_two_numbers_are_no_range_by_themselves(text):
    assert not is_in_stated_range(row_of(text), 150)

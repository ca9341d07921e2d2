"""What so many cost at a price, in many wordings: built with, and held back until the rule was
written."""

import random

import pytest

from tests.constraints.draws import DRAWS, Passage, cost, filled, right_and_wrong, severities

BUILT = [
    "{places} placements at £{each} a week come to £{cost} a week.",
    "At £{each} a week for each child, {places} children in homes cost us £{cost} a week.",
    "We pay £{cost} a week for {places} beds, each priced at £{each}.",
    "The {places} carers are paid £{each} apiece: £{cost} this month.",
    "Fees were £{each} per assessment. We bought {places} assessments for £{cost}.",
    "There are {places} places, each costing £{each}. The bill is £{cost}.",
    "A grant of £{each} went to each of {places} care leavers, £{cost} from the fund.",
]
HELD = [
    "{places} laptops were bought for young people at £{each} each, which took £{cost}.",
    "Setting-up grants: {places} young people × £{each} each = £{cost}.",
    "Each of the {places} solo placements costs £{each} a week, a weekly spend of £{cost}.",
    "We spent £{cost} on {places} training days (£{each} per day).",
    "The unit cost is £{each}. For {places} children that means £{cost}.",
]
# Held back as well, and missed: hours are no count.
MISSED = ["The agency charges £{each} for every hour. It billed {places} hours, £{cost} in sum."]
# Prices beside sums that are no product of them: another price, other years, more than the price.
RIGHT = [
    "{places} placements cost £{each} a week. The budget for all homes is £{other}.",
    "At £{each} a week, {places} places were cheaper than last year's £{other} a week.",
    "We paid £{each} per assessment for {places} assessments, and £{other} for the office.",
    "Each of the {places} carers had £{each}. The fostering service costs £{other} a year.",
    "{places} homes charge £{each} a week; with transport and schools they cost £{other} a week.",
    "The grant was £{each} for each child. {places} children had it, within a fund of £{other}.",
]


def drawn_other(rng):
    """A price, a number and a sum that is by a tenth or more from their product."""
    values = cost(rng)
    return values | {"other": values["cost"] * rng.randint(111, 190) // 100}


@pytest.mark.parametrize("words", [*BUILT, *HELD])
def test_a_product_that_a_slip_made_wrong_is_found(words):
    for right, wrong in right_and_wrong(words, cost, "cost"):
        assert severities(right) == {}, right
        assert severities(wrong), wrong


@pytest.mark.parametrize("words", MISSED)
def test_a_product_that_is_missed_is_left_in_peace_where_it_is_right(words):
    for right, _wrong in right_and_wrong(words, cost, "cost"):
        assert severities(right) == {}, right


@pytest.mark.parametrize("words", RIGHT)
def test_a_sum_beside_a_price_is_left_in_peace(words):
    rng = random.Random(words)
    for _draw in range(DRAWS):
        text = filled(Passage(words, cost, "other"), drawn_other(rng))
        assert severities(text) == {}, text

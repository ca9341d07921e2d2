"""What was there, what came and went, and what is there, in many wordings: built with, and held
back until the rule was written."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import random

import pytest

from tests.constraints.draws import DRAWS, Passage, filled, flow, right_and_wrong, severities

BUILT = """
We had {first} open plans in April. {came} plans began and {went} ended; {last} were open in September.
There were {first} carers on 1 April. {came} were approved and {went} left, giving {last} on 31 March.
The register had {first} children on 1 March. {came} joined it and {went} came off. In October it had {last}.
{first} posts were filled on 1 June; {came} people were recruited and {went} resigned, so that {last} were filled on 1 December.
At the start of the year {first} cases were open. We took on {came} and closed {went}. At the end of the year {last} were open.
On 1 April there were {first} cases before the court. With {came} issued and {went} concluded, {last} remained on 30 September.
At the start of the year {first} cases were open. In it {came} were issued and {went} concluded, so {last} were open at the end.
Plans on 1 April 2015: {first}. On 30 September 2015: {last}. Movement: {came} plans issued, {went} ceased.
On 30 June {first} pupils were on roll. {came} arrived and {went} moved on. On 31 July {last} were on roll.
""".strip().splitlines()
HELD = """
In January the hub had {first} families. Since then {came} have registered and {went} have left, which leaves {last} in June.
The waiting list opened with {first} names. {came} were added and {went} removed: it closed with {last}.
We began with {first} orders; {came} started and {went} expired, leaving {last}.
Placements numbered {first} on 1 April. {came} started. {went} ended. They numbered {last} on 30 September.
""".strip().splitlines()
# Held back as well, and missed: verbs that are not known to be of coming and going.
MISSED = """
{first} young people were in supported lodgings in March. {came} moved in, {went} moved out, and in August there were {last}.
From {first} households in April, with {came} approved and {went} deregistered, we came to {last} in March.
""".strip().splitlines()
# Dates and movements that make no balance: other things, other kinds of movement.
RIGHT = """
We had {first} plans in April. {came} children joined clubs and {went} left school. {other} visits were made in May.
In April {first} contacts were made. {came} staff were trained and {went} left. In September {other} contacts were made.
{first} audits were done in May, of which {came} were closed. {went} are open; {other} are due in June.
On 1 April there were {first} homes. {came} carers were approved and {went} left. On 1 May {other} schools had joined.
In June {first} parents came and {came} began a course; {went} ended it, and in July {other} new parents came.
The budget pays for {first} places in April. {came} were approved and {went} closed in homes run by others, who had {other} beds in March.
""".strip().splitlines()


def drawn_other(rng):
    """What was there, came and went, and another number near what they come to."""
    values = flow(rng)
    return values | {"other": values["last"] + 10 * rng.choice((-3, -2, -1, 1, 2, 3))}


@pytest.mark.parametrize("words", [*BUILT, *HELD])
def test_a_balance_that_a_slip_made_wrong_is_found(words):
    for right, wrong in right_and_wrong(words, flow, "last"):
        assert severities(right) == {}, right
        assert severities(wrong), wrong


@pytest.mark.parametrize("words", MISSED)
def test_a_balance_that_is_missed_is_left_in_peace_where_it_is_right(words):
    for right, _wrong in right_and_wrong(words, flow, "last"):
        assert severities(right) == {}, right


@pytest.mark.parametrize("words", RIGHT)
def test_dates_and_movements_of_other_things_are_left_in_peace(words):
    rng = random.Random(words)
    for _draw in range(DRAWS):
        text = filled(Passage(words, flow, "other"), drawn_other(rng))
        assert severities(text) == {}, text


def test_the_later_of_two_months_may_be_told_first():
    text = "In September {} plans were open. {} began and {} ended since there were {} in April."
    assert severities(text.format(190, 31, 19, 178)) == {}
    assert severities(text.format(178, 31, 19, 190)) == {}

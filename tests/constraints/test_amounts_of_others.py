"""Amounts, shares and words of direction that are of other numbers than those next to them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.constraints.test_far_proofs import warned

MANY = st.integers(min_value=12, max_value=90)
MINUTES = st.integers(min_value=2, max_value=9)


def rules(text):
    """The rules that warn of a text at the full weight of every reading."""
    return {rule for rule, _words in warned(text)}


@given(before=MANY, more=MANY, left=MANY, slip=st.sampled_from([0, 7]))
def test_an_amount_is_of_the_two_numbers_that_it_lies_between(before, more, left, slip):
    now, every = before + more, before + more + left
    assume(len({before, more, left, now, every, more + slip}) == 5 + bool(slip))
    assume(more + slip not in (every - before, left))
    text = (
        f"We have now closed {now} of the plan's {every} actions, {more + slip} more than the "
        f"{before} that we had closed by May."
    )
    assert ("change-denied" in rules(text)) is bool(slip)


@given(first=MINUTES, last=MINUTES, seconds=st.integers(min_value=10, max_value=59))
def test_seconds_are_no_amount_between_two_times_in_minutes(first, last, seconds):
    assume(first > last)
    text = (
        f"The average call, which had been {first} minutes and {seconds} seconds in May, had come "
        f"down to {last} minutes and {seconds - 5} seconds, a saving of "
        f"{(first - last) * 60 + 5} seconds."
    )
    assert not rules(text) & {"change-denied", "direction-denied"}


@given(first=st.integers(40, 60), gain=st.integers(5, 30), count=st.integers(61, 90))
def test_a_count_is_no_change_of_two_shares(first, gain, count):
    text = (
        f"That is {count} out of {count * 2} over both rounds, but it is the move from {first}% to "
        f"{first + gain}% that matters."
    )
    assert "change-denied" not in rules(text)


@pytest.mark.parametrize("verb", ["drawn from", "taken from", "chosen from", "recruited from"])
@pytest.mark.parametrize("many", [74, 118, 160])
def test_what_others_come_from_is_not_compared_with_them(verb, many):
    text = (
        f"That makes 161 attendances. As some came twice, the number of individuals is lower, at "
        f"{many}, {verb} 73 schools."
    )
    assert "direction-denied" not in rules(text)


@given(late=st.integers(4, 9), many=st.integers(12, 30), rate=st.integers(86, 97))
def test_a_rate_that_would_be_is_no_share_of_the_count_before_it(late, many, rate):
    text = (
        f"Had the rule been in force, {late} of the {many} late checks would have been in time, "
        f"lifting the rate to {rate}.1%."
    )
    assert "percent-of-count" not in rules(text)


@pytest.mark.parametrize("numbers", ["", "In 2013 we had 310 calls, and in 2015 420."])
def test_growth_every_year_is_told_with_two_numbers_of_its_section(numbers):
    text = f"# Calls\n\n{numbers}\n\nThe number of calls has grown every year since."
    assert ("growth-without-numbers" in rules(text)) is (not numbers)

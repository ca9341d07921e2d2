"""The rules of posts as plain functions: days that meet, holders, absences, policies."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.people import rules
from tests.cases import random_cases

DAY, ONE = date(2016, 1, 20), timedelta(days=1)
FAR = 40
STARTS = st.integers(0, FAR).map(lambda days: DAY + days * ONE)
LENGTHS = st.none() | st.integers(0, 10)


def span(start, length):
    """(first day, last day or None) of so many days and one, or without an end."""
    return start, None if length is None else start + length * ONE


SPANS = st.builds(span, STARTS, LENGTHS)


def days_of(first, last):
    """Every day of a span within the time that cases are drawn from, and well beyond it."""
    end = last or DAY + (FAR + 60) * ONE
    return {first + number * ONE for number in range((end - first).days + 1)}


@random_cases(80)
@given(SPANS, st.lists(SPANS, max_size=4))
def test_two_spans_meet_where_they_have_a_day_in_common(own, others):
    meets = any(days_of(*own) & days_of(*other) for other in others)
    post = SimpleNamespace(title="Head of Practice")
    for sentence in (
        rules.why_not_hold(post, *own, others),
        rules.why_not_name_post("head", *own, others),
        rules.why_not_title_post("Head of Practice", *own, others),
        rules.why_not_be_away_twice(*own, others),
    ):
        assert bool(sentence) is meets


@random_cases(80)
@given(SPANS, SPANS)
def test_a_post_is_held_within_its_own_days(own, of):
    post = SimpleNamespace(from_date=of[0], to_date=of[1])
    outside = days_of(*own) - days_of(*of)
    # An end that are not known lies after every end that is known.
    outside = outside or (own[1] is None and of[1] is not None)
    assert bool(rules.why_not_within_post(*own, post)) is bool(outside)


@random_cases(80)
@given(SPANS, st.lists(SPANS, max_size=4))
def test_a_post_is_not_cut_short_while_somebody_holds_it(of, holders):
    first, last = of
    early = any(start < first for start, _ in holders)
    late = last is not None and any(end is None or end > last for _, end in holders)
    assert bool(rules.why_not_leave_holders(first, last, holders)) is (early or late)


@random_cases(60)
@given(STARTS, st.integers(-5, 5), st.booleans())
def test_the_last_day_of_a_holder_is_not_before_the_first(first, length, is_interim):
    last = first + length * ONE
    sentence = rules.why_not_end_holder(first, last, is_interim=is_interim)
    assert bool(sentence) is (length < 0)
    assert bool(rules.why_not_end_absence(first, last)) is (length < 0)
    assert bool(rules.why_not_end_post(first, last)) is (length < 0)


@pytest.mark.parametrize("is_interim", [True, False])
def test_a_post_filled_for_the_time_being_has_a_last_day(is_interim):
    sentence = rules.why_not_end_holder(DAY, None, is_interim=is_interim)
    assert bool(sentence) is is_interim


@random_cases(60)
@given(SPANS, STARTS, st.integers(0, 10))
def test_nobody_is_away_from_a_post_on_days_that_they_do_not_hold_it(held, first, length):
    holder = SimpleNamespace(from_date=held[0], to_date=held[1])
    last = first + length * ONE
    outside = days_of(first, last) - days_of(*held)
    assert bool(rules.why_not_be_away(holder, first, last)) is bool(outside)


@pytest.mark.parametrize(
    ("from_date", "account", "field"),
    [
        (DAY, "other", None),
        (DAY - ONE, "other", "on"),
        (DAY + ONE, "holder", "account"),
        (DAY - 30 * ONE, "other", "on"),
    ],
)
def test_a_post_is_handed_over_to_another_after_its_holder_began(from_date, account, field):
    post = SimpleNamespace(from_date=DAY - 20 * ONE, to_date=None)
    holder = SimpleNamespace(account="holder", from_date=DAY - ONE)
    refused = rules.why_not_hand_over(post, holder, account, from_date)
    assert (refused and refused[0]) == field
    if from_date >= post.from_date:
        assert rules.why_not_hand_over(post, None, account, from_date) is None


@pytest.mark.parametrize(
    ("needs_all", "reason", "refuses"),
    [(True, "", False), (False, "", True), (False, "  ", True), (False, "One officer.", False)],
)
def test_who_takes_a_step_alone_says_why(needs_all, reason, refuses):
    assert bool(rules.why_not_alone(needs_all, reason)) is refuses


def test_a_policy_is_called_by_its_first_day():
    assert rules.title_of_policy(DAY) == "Second persons from 20 January 2016"


@pytest.mark.parametrize("needs_second", [True, False])
def test_the_sentences_say_what_to_do(needs_second):
    sentences = [
        rules.why_not_end_holder(DAY, None, is_interim=True),
        rules.why_not_within_post(DAY, None, SimpleNamespace(from_date=DAY + ONE, to_date=None)),
        rules.why_not_be_away(SimpleNamespace(from_date=DAY + ONE, to_date=None), DAY, DAY),
    ]
    assert all(sentence.lower().count("enter") == 1 for sentence in sentences)
    assert not any(sentence.endswith(".") for sentence in sentences)

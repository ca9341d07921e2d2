"""How values, numbers reached, intervals and last checks are said."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.governance.rules import choices
from assurance.meetings import intervals
from tests.cases import random_cases
from tests.sweeping import swept

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@swept(
    [
        ("0", "number", "0"),
        ("17.50", "number", "17.5"),
        ("1764.00", "number", "1,764"),
        ("-3", "number", "−3"),
        ("100", "number", "100"),
        ("12.50", "percent", "12.5%"),
        ("104.25", "percent", "104.25%"),
        ("48000", "money", "£48,000"),
        ("12.50", "money", "£12.50"),
        ("-166000", "money", "−£166,000"),
        ("1", "days", "1 day"),
        ("1.50", "days", "1.5 days"),
        ("0", "days", "0 days"),
    ]
)
def test_a_value_is_said_in_its_unit(value, unit, said):
    assert choices.say_value(Decimal(value), unit) == said


@pytest.mark.parametrize(
    ("count", "out_of", "said"),
    [(10, 80, "12.5"), (1, 3, "33.3"), (2, 3, "66.7"), (0, 7, "0.0"), (1, 800, "0.1")],
)
def test_a_share_is_worked_out_once_half_away_from_nought(count, out_of, said):
    assert choices.share(count, out_of) == Decimal(said)


@pytest.mark.parametrize(
    ("reached", "number", "said"),
    [
        ("exactly", 32, "32"),
        ("exactly", 0, "0"),
        ("over", 1400, "over 1,400"),
        ("not_counted", None, "not counted"),
    ],
)
def test_how_many_an_event_reached_is_said_as_it_is_known(reached, number, said):
    assert choices.say_reached(reached, number) == said


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (None, "Never checked"),
        (date(2016, 1, 18), "18 January 2016"),
        (date(2015, 12, 19), "19 December 2015"),
        (date(2015, 12, 18), "18 December 2015, not checked for 1 month"),
        (date(2014, 11, 30), "30 November 2014, not checked for 13 months"),
    ],
)
def test_a_document_says_for_how_many_months_nobody_has_checked_it(checked, said):
    assert choices.say_checked(checked, date(2016, 1, 18)) == said


@swept(
    [
        ("weekly", date(2015, 12, 7)),
        ("fortnightly", date(2015, 12, 14)),
        ("monthly", date(2015, 12, 30)),
        ("two_months", date(2016, 1, 30)),
        ("three_months", date(2016, 2, 29)),
        ("six_months", date(2016, 5, 30)),
        ("yearly", date(2016, 11, 30)),
        ("as_needed", None),
        ("never", None),
    ]
)
def test_a_forum_meets_again_by_the_day_that_its_interval_gives(interval, day):
    assert intervals.next_by(date(2015, 11, 30), interval) == day
    assert intervals.next_by(None, interval) is None


def test_every_interval_has_words_and_a_length():
    assert set(intervals.INTERVALS) == set(intervals.MONTHS_OF)
    assert set(intervals.DAYS_OF) < set(intervals.INTERVALS)


@given(DAYS, DAYS)
@random_cases(60)
def test_whole_months_between_two_days_fit_and_one_more_does_not(one, other):
    first, last = sorted((one, other))
    months = intervals.months_between(first, last)
    assert months >= 0
    assert intervals.months_before(first, -months) <= last
    assert intervals.months_before(first, -months - 1) > last


def test_a_list_has_apart_when_a_document_was_checked_and_for_how_long_it_was_not():
    day = date(2016, 1, 18)
    assert choices.say_unchecked(date(2014, 11, 30), day) == "13 months"
    assert choices.say_unchecked(date(2016, 1, 4), day) == ""
    assert choices.say_unchecked(None, day) == "Never checked"

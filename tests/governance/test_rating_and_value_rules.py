"""What may be recorded of ratings, values, states and spans, as plain arithmetic."""

from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest

from assurance.governance.rules import faults as recording
from tests.governance.test_recording_rules import faults
from tests.sweeping import swept

DAY, ONE = date(2015, 12, 8), timedelta(days=1)
BEFORE, AFTER = DAY - ONE, DAY + ONE


def rated(likelihood, impact, day=DAY, scale=True):
    """The faults of a rating of a risk opened on the usual day, on a scale of four and five."""
    held = SimpleNamespace(likelihoods=list("abcd"), impacts=list("abcde")) if scale else None
    said = {"likelihood": likelihood, "impact": impact, "rated_on": day, "scale": held}
    return faults("riskrating", **said, risk=SimpleNamespace(opened_on=DAY))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ((4, 5), {}),
        ((1, 1), {}),
        ((5, 5), {"likelihood": "The scale of that date goes from 1 (a) to 4 (d)"}),
        ((4, 6), {"impact": "The scale of that date goes from 1 (a) to 5 (e)"}),
        ((0, 1), {"likelihood": "The scale of that date goes from 1 (a) to 4 (d)"}),
        (
            (1, 1, BEFORE),
            {
                "rated_on": "The risk was opened on 8 December 2015, so it cannot be rated on "
                "7 December 2015"
            },
        ),
        (
            (1, 1, DAY, False),
            {"rated_on": "No scale of risks was in force on 8 December 2015: add one first"},
        ),
    ],
)
def test_a_rating_is_made_on_the_scale_of_its_day(said, found):
    assert rated(*said) == found


def valued(unit="percent", **said):
    """The faults of a value of a measure in `unit`."""
    return faults("measurevalue", measure=SimpleNamespace(unit=unit), **said)


@swept(
    [
        ({"value": Decimal("12.5")}, {}),
        ({"count": 10, "out_of": 80}, {}),
        ({"count": 0, "out_of": 80}, {}),
        ({"count": 80, "out_of": 80}, {}),
        ({"value": Decimal("12.5"), "count": 10, "out_of": 80}, {}),
        ({"value": Decimal("13"), "count": 10, "out_of": 80}, {}),
        ({"value": Decimal("12.50"), "count": 10, "out_of": 80}, {}),
        ({}, {"value": "Enter the value, or the two counts that give it"}),
        ({"unit": "number"}, {"value": "Enter the value"}),
        ({"count": 10}, {"out_of": "Enter out of how many"}),
        ({"out_of": 80}, {"count": "Enter the count"}),
        ({"count": 0, "out_of": 0}, {"out_of": "A per cent of none cannot be worked out"}),
        ({"count": 81, "out_of": 80}, {"out_of": "81 cannot be a part of 80: check both"}),
        (
            {"value": Decimal("12.4"), "count": 10, "out_of": 80},
            {"value": "10 of 80 is 12.5%: leave the value empty, or check the counts"},
        ),
        (
            {"value": Decimal("1"), "from_date": AFTER, "to_date": DAY},
            {"from_date": "The start date is after the end date: check both"},
        ),
        ({"value": Decimal("1"), "from_date": DAY, "to_date": DAY}, {}),
        (
            {"unit": "money", "value": Decimal("1"), "count": 1, "out_of": 1},
            {"count": "Only a per cent is worked out of two counts"},
        ),
    ]
)
def test_a_value_and_its_counts_fit(said, found):
    assert valued(**said) == found


SHARE = {"title": "Visits made in time", "definition": "Visits made by the day, of all due."}
BEYOND = (
    "168% is more than the whole: check the number. If this measure can be more than 100%, write "
    "“can be more than 100%” in its definition first"
)


@swept(
    [
        ("percent", {}, "168", BEYOND),
        ("percent", {}, "100", None),
        ("percent", {}, "100.01", BEYOND.replace("168", "100.01")),
        ("percent", {"title": "Change in referrals since the year before"}, "168", None),
        ("percent", {"definition": "Spending of the year against the budget."}, "168", None),
        ("percent", {"definition": "Places taken of places built. Can be more than 100%."}, "168",
         None),
        ("percent", {"definition": "Comprises all who wait."}, "168", BEYOND),
        ("number", {}, "168", None),
        ("days", {}, "168", None),
        ("money", {}, "168", None),
    ]
)  # fmt: skip
def test_a_per_cent_of_a_whole_is_at_most_a_hundred(unit, texts, number, sentence):
    measure = SimpleNamespace(unit=unit, **{**SHARE, **texts})
    found = {"value": sentence} if sentence else {}
    assert faults("measurevalue", measure=measure, value=Decimal(number)) == found
    assert faults("measuretarget", measure=measure, value=Decimal(number)) == found


BELOW = (
    "{} is below 0, and this measure counts people: check the number. If it can be below 0, write "
    "“can be below 0” in its definition first"
)
FEWER = BELOW.format("−12")


@swept(
    [
        ("number", {}, True, FEWER),
        ("percent", {}, True, BELOW.format("−12%")),
        ("number", {}, False, None),
        ("money", {}, True, None),
        ("days", {}, True, None),
        ("number", {"title": "Net change in children looked after"}, True, None),
        (
            "number",
            {"definition": "Those who came less those who went. Can be below 0."},
            True,
            None,
        ),
    ]
)
def test_a_number_of_people_is_nought_at_least(unit, texts, of_people, sentence):
    measure = SimpleNamespace(unit=unit, of_people=of_people, **{**SHARE, **texts})
    found = {"value": sentence} if sentence else {}
    assert faults("measurevalue", measure=measure, value=Decimal(-12)) == found
    assert faults("measuretarget", measure=measure, value=Decimal(-12)) == found
    assert faults("measurevalue", measure=measure, value=Decimal(0)) == {}


KEPT = [(BEFORE, "planned"), (DAY, "under_way")]


@swept(
    [
        ("done", AFTER, True),
        ("done", DAY, True),
        ("done", BEFORE, False),
        ("planned", DAY, True),
        ("planned", BEFORE, False),
        ("under_way", AFTER, True),
        ("under_way", DAY, True),
        ("under_way", BEFORE, False),
        ("under_way", BEFORE - ONE, False),
    ]
)
def test_a_state_comes_after_the_one_before_it_and_its_day_may_be_corrected(state, day, allowed):
    assert (recording.why_not_state(state, day, KEPT) is None) is allowed


def test_the_first_state_may_have_any_day():
    assert recording.why_not_state("done", BEFORE, []) is None
    assert recording.why_not_state("planned", BEFORE - ONE, [(BEFORE, "planned")]) is None
    refused = recording.why_not_state("done", BEFORE - ONE, [(BEFORE, "planned")])
    assert refused == ("It was “planned” from 7 December 2015 on: what it is now begins after that")


def test_what_has_no_end_overlaps_all_that_ends_after_it_begins():
    assert recording.overlap([(DAY, None)], AFTER, AFTER)
    assert not recording.overlap([(DAY, None)], BEFORE, BEFORE)
    assert recording.overlap([(DAY, None)], BEFORE, None)
    assert not recording.overlap([], DAY, None)

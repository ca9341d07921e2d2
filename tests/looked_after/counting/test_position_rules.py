"""What may be said of a census: every sentence that refuses it, and the edges on which it turns."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from assurance.looked_after.rules import positions
from assurance.looked_after.rules.positions import EnteredCensus
from tests.sweeping import swept

DAY = date(2016, 2, 29)
ONE = timedelta(days=1)


@swept(
    [
        (0, {}, None),
        (0, {"own": 0}, None),
        (188, {}, None),
        (188, {"own": 100, "not_broken_down": 88}, None),
        (188, {"own": 188}, None),
        (
            188,
            {"own": 187},
            (
                "The age band parts add up to 187, which is 1 fewer than the 188 children: "
                "put the rest in “not broken down”."
            ),
        ),
        (
            188,
            {"own": 100, "agency": 89},
            (
                "The age band parts add up to 189, which is 1 more than the 188 children: "
                "correct a part or the total."
            ),
        ),
        (
            12_000,
            {"own": 1_000},
            (
                "The age band parts add up to 1,000, which is 11,000 fewer than the 12,000 "
                "children: put the rest in “not broken down”."
            ),
        ),
    ]
)
def test_parts_make_the_whole_or_are_refused_with_the_difference(total, parts, sentence):
    assert positions.why_not_these_parts(total, "age band", parts) == sentence


@pytest.mark.parametrize(
    ("total", "children", "sentence"),
    [
        (21, 0, None),
        (21, 21, None),
        (21, 22, "Homes: 22 is more than the 21 children."),
        (1, 2, "Homes: 2 is more than the 1 child."),
        (1_000, 1_001, "Homes: 1,001 is more than the 1,000 children."),
    ],
)
def test_a_measure_beside_the_groups_is_no_more_than_everybody(total, children, sentence):
    assert positions.why_not_this_measure(total, "Homes", children) == sentence


def a_return(**said):
    """A return that covers 28 February to 1 March 2016."""
    usual = {"covers_from": DAY - ONE, "covers_to": DAY + ONE}
    gone = {"rows_removed_on": None, "withdrawn_on": None}
    return SimpleNamespace(**{**usual, **gone, **said})


OUTSIDE = "it covers 28 February 2016 to 1 March 2016."
WITHDRAWN = "This return has been withdrawn: count from another one."
REMOVED = "The rows of this return have been removed: import the return again to count."


@swept(
    [
        ({}, DAY - ONE, None),
        ({}, DAY, None),
        ({}, DAY + ONE, None),
        ({}, DAY - 2 * ONE, f"The return does not cover 27 February 2016: {OUTSIDE}"),
        ({}, DAY + 2 * ONE, f"The return does not cover 2 March 2016: {OUTSIDE}"),
        ({"rows_removed_on": DAY}, DAY, REMOVED),
        ({"withdrawn_on": DAY}, DAY, WITHDRAWN),
        ({"withdrawn_on": DAY, "rows_removed_on": DAY}, DAY, WITHDRAWN),
        ({"withdrawn_on": DAY}, DAY + 9 * ONE, WITHDRAWN),
    ]
)
def test_a_return_is_counted_from_on_the_days_it_covers_while_it_has_its_rows(said, day, sentence):
    assert positions.why_not_count(a_return(**said), day) == sentence


def a_census(**said):
    """A census that is in force."""
    usual = {"is_withdrawn": False, "replaced_on": None, "is_in_force": True}
    return SimpleNamespace(**{**usual, **said})


@pytest.mark.parametrize(
    ("withdrawn", "because", "sentence"),
    [
        (False, "Two were missed", None),
        (False, "", "Explain why the count is corrected."),
        (False, " \n", "Explain why the count is corrected."),
        (True, "Two were missed", "This count has been withdrawn: enter it again instead."),
        (True, "", "This count has been withdrawn: enter it again instead."),
    ],
)
def test_a_correction_has_a_reason_and_a_census_that_stands(withdrawn, because, sentence):
    assert positions.why_not_correct(a_census(is_withdrawn=withdrawn), because) == sentence


def test_an_edition_that_was_replaced_is_neither_withdrawn_nor_costed():
    old = a_census(replaced_on=DAY, is_in_force=False)
    assert positions.why_not_withdraw_edition(a_census()) is None
    assert positions.why_not_withdraw_edition(old) == (
        "There is a newer version of this count: withdraw that one."
    )
    assert positions.why_not_state_costs(a_census()) is None
    assert positions.why_not_state_costs(old) == (
        "This version has been replaced or withdrawn: state the costs with the newest."
    )


@pytest.mark.parametrize(
    ("kind", "last", "day", "words"),
    [
        ("looked_after", None, DAY, None),
        ("looked_after", None, DAY - ONE, "is not counted on 28 February 2016: choose a date on"),
        ("looked_after", None, DAY + 900 * ONE, None),
        ("looked_after", DAY + ONE, DAY + ONE, None),
        ("looked_after", DAY + ONE, DAY + 2 * ONE, "is not counted on 2 March 2016: choose a date"),
        ("staff", None, DAY, "is not a population of children: choose one that is."),
        ("staff", None, DAY - ONE, "is not a population of children: choose one that is."),
    ],
)
def test_a_population_is_of_children_and_of_its_own_days(kind, last, day, words):
    cohort = SimpleNamespace(kind=kind, title="In care", from_date=DAY, to_date=last)
    said = positions.why_not_this_population(cohort, day)
    assert (said is None) if words is None else said.startswith(f"“In care” {words}")


def test_what_no_definition_names_is_listed_in_order_with_its_day():
    assert positions.why_not_defined("placement", set(), DAY) is None
    assert positions.why_not_defined("age band", {"teens", "babies"}, DAY) == (
        "There is no age band called babies, teens on 29 February 2016: "
        "use one that is defined for that date."
    )


def test_what_was_entered_is_told_to_history_member_by_member():
    entered = EnteredCensus(
        total=188,
        source="Monthly report",
        parts={"placement": {"own": 100, "not_broken_down": 88}, "age_band": {"under_1": 188}},
        measures={"external_residential": 12},
        unit_costs={"own": (30_000, "Finance")},
    )
    assert entered.told() == {
        "total": 188,
        "source": "Monthly report",
        "placement: own": 100,
        "placement: not_broken_down": 88,
        "age_band: under_1": 188,
        "measure: external_residential": 12,
        "unit cost: own": 30_000,
        "unit cost source: own": "Finance",
    }
    assert EnteredCensus(0, "x").told() == {"total": 0, "source": "x"}

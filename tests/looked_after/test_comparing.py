"""Two days side by side, movements, estimates: plain rules over plain counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import comparison as comparing
from assurance.looked_after.rules.comparison import (
    Line,
    Movement,
    by_legal_group,
    by_provider,
    estimates,
    lines_of,
    signed,
)

SINCE, UNTIL = date(2017, 3, 31), date(2017, 12, 1)
FEW = st.integers(0, 300)


def movement(**said):
    """A movement in which five of ten children went and two came."""
    usual = {"since": SINCE, "until": UNTIL, "at_start": 10, "gone": 5, "new": 2}
    return Movement(**{**usual, **said})


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0"), (1, "+1"), (-1, "−1"), (1234, "+1,234"), (-563, "−563")],
)
def test_a_change_has_its_sign_and_nought_has_none(number, said):
    assert signed(number) == said


@pytest.mark.parametrize(
    ("now", "before", "change", "said"),
    [
        (5, 3, 2, "+2"),
        (3, 5, -2, "−2"),
        (4, 4, 0, "0"),
        (0, 0, 0, "0"),
        (None, 5, None, "–"),
        (5, None, None, "–"),
        (None, None, None, "–"),
    ],
)
def test_a_change_is_known_only_where_both_days_are(now, before, change, said):
    line = Line("Foster care", now, before)
    assert (line.change, line.said_change) == (change, said)


def test_lines_follow_the_order_of_the_day_and_then_what_only_the_year_before_had():
    labels = {"a": "Alpha", "b": "Beta"}
    lines = lines_of({"b": 2, "a": 1}, {"a": 4, "c": 3}, labels)
    assert lines == (Line("Beta", 2, 0), Line("Alpha", 1, 4), Line("c", 0, 3))


def test_a_day_that_does_not_say_leaves_its_column_unknown():
    assert lines_of({"a": 1}, None, {}) == (Line("a", 1, None),)
    assert lines_of(None, {"a": 1}, {}) == (Line("a", None, 1),)
    assert lines_of(None, None, {}) == ()


@given(now=st.dictionaries(st.sampled_from("abcd"), FEW), before=st.dictionaries(
    st.sampled_from("cdef"), FEW))  # fmt: skip
def test_no_member_of_either_day_is_lost_and_both_columns_keep_their_sum(now, before):
    lines = lines_of(now, before, {})
    assert {line.label for line in lines} == {*now, *before}
    assert sum(line.now for line in lines) == sum(now.values())
    assert sum(line.before for line in lines) == sum(before.values())


def test_providers_are_added_over_placements_and_one_without_is_called_so():
    codes = {"U4/PR4": 2, "K2/PR4": 3, "K2/PR1": 5, "T0/": 7, "/PR0": 11}
    assert by_provider(codes) == {"none": 7, "PR0": 11, "PR1": 5, "PR4": 5}
    assert by_provider({}) == {}


@given(st.dictionaries(st.sampled_from(("U4/PR4", "U4/PR5", "K2/PR4", "T0/", "X/Y")), FEW))
def test_no_child_is_lost_among_the_providers(codes):
    assert sum(by_provider(codes).values()) == sum(codes.values())


def test_legal_statuses_are_added_into_their_groups_and_the_rest_told_apart():
    codes = {"C1": 1, "C2": 2, "D1": 3, "E1": 4, "V2": 5, "L1": 6, "L3": 7, "J2": 8, "C9": 9}
    assert by_legal_group(codes) == {
        "care_orders": 3,
        "placement_orders": 7,
        "voluntary": 5,
        "protection": 13,
        "youth_justice": 8,
        comparing.ANOTHER_STATUS: 9,
    }
    assert comparing.ANOTHER_STATUS not in by_legal_group({"C1": 1})
    assert set(by_legal_group({})) == set(comparing.LEGAL_GROUPS)


@given(st.dictionaries(st.sampled_from(("C1", "L2", "J3", "not_known", "")), FEW))
def test_no_child_is_lost_among_the_legal_statuses(codes):
    assert sum(by_legal_group(codes).values()) == sum(codes.values())


def test_comparing_both_days_always_balances_and_the_codes_need_not():
    one = movement(starts=1, ends=4)
    assert one.at_end == 7
    assert one.by_codes == 7
    assert one.gap == 0
    more = movement(starts=1, ends=6)
    assert (more.by_codes, more.gap, more.said_gap) == (5, 2, "2 children")
    fewer = movement(starts=3, ends=5)
    assert (fewer.by_codes, fewer.gap, fewer.said_gap) == (8, -1, "1 child")


def test_without_codes_there_is_no_gap():
    one = movement()
    assert (one.starts, one.by_codes, one.gap) == (None, None, None)
    assert one.at_end == 7


@given(before=st.sets(st.integers(0, 30)), after=st.sets(st.integers(0, 30)))
def test_a_movement_of_two_sets_ends_at_the_second(before, after):
    one = movement(at_start=len(before), gone=len(before - after), new=len(after - before))
    assert one.at_end == len(after)


def test_an_estimate_is_places_at_the_unit_cost_and_never_added_up():
    costs = {"agency_foster": (48_000, "Finance"), "external_residential": (166_000, "Finance")}
    places = {"agency_foster": 21, "secure": 3}
    (one,) = estimates(costs, places, {"agency_foster": "Agency"})
    assert (one.label, one.places, one.pounds, one.year) == ("Agency", 21, 48_000, 1_008_000)
    (unnamed,) = estimates({"secure": (9, "Finance")}, places, {})
    assert (unnamed.label, unnamed.year, unnamed.source) == ("secure", 27, "Finance")
    assert estimates(costs, {}, {}) == ()

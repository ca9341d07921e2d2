"""Two days side by side: lines of a table, children gone and new, estimates, as printed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assurance.looked_after.rules import comparison as comparing
from assurance.looked_after.rules.comparison import Line, Movement
from tests.cases import random_cases
from tests.sweeping import swept

SINCE, UNTIL = date(2016, 2, 29), date(2017, 2, 28)


@swept(
    [
        (12, 7, 5, "+5"),
        (7, 12, -5, "−5"),
        (7, 7, 0, "0"),
        (0, 0, 0, "0"),
        (0, 3, -3, "−3"),
        (1_500, 0, 1_500, "+1,500"),
        (0, 1_500, -1_500, "−1,500"),
        (None, 7, None, "–"),
        (7, None, None, "–"),
        (None, None, None, "–"),
        (0, None, None, "–"),
    ]
)
def test_a_change_has_its_sign_and_is_a_dash_where_a_day_is_not_known(now, before, change, said):
    line = Line("Foster care", now, before)
    assert (line.change, line.said_change) == (change, said)


@swept(
    [
        (None, None, []),
        ({}, {}, []),
        ({"a": 1, "b": 2}, {"a": 3, "b": 4}, [("A", 1, 3), ("b", 2, 4)]),
        ({"b": 2, "a": 1}, {"a": 3}, [("b", 2, 0), ("A", 1, 3)]),
        ({"a": 1}, {"c": 5, "a": 3}, [("A", 1, 3), ("c", 0, 5)]),
        ({"a": 1}, None, [("A", 1, None)]),
        (None, {"a": 3}, [("A", None, 3)]),
        ({}, {"a": 3}, [("A", 0, 3)]),
    ]
)
def test_members_of_either_day_have_a_line_in_the_order_of_the_day(now, before, lines):
    found = comparing.lines_of(now, before, {"a": "A"})
    assert [(one.label, one.now, one.before) for one in found] == lines


@swept(
    [
        ({"a": 5, "not_broken_down": 157}, {"a": 3, "b": 92}, ("not broken down", "92")),
        ({"a": 5, "not_broken_down": 0}, {"a": 3, "b": 92}, ("0", "92")),
        ({"a": 5, "b": 4}, {"a": 3, "not_broken_down": 9}, ("4", "not broken down")),
        ({"b": 0, "not_broken_down": 7}, {"b": 92}, ("0", "92")),
    ]
)
def test_what_is_not_broken_down_is_never_nought(now, before, cells):
    line = next(one for one in comparing.lines_of(now, before, {}) if one.label == "b")
    assert tuple(line.cells) == cells
    assert line.said_change == ("not broken down" if "not broken down" in cells else "−92")


@random_cases(15)
@given(*[some.dictionaries(some.sampled_from("abcdef"), some.integers(0, 50))] * 2)
def test_lines_lose_no_child_of_either_day(now, before):
    lines = comparing.lines_of(now, before, {})
    assert sum(one.now for one in lines) == sum(now.values())
    assert sum(one.before for one in lines) == sum(before.values())
    assert sum(one.change for one in lines) == sum(now.values()) - sum(before.values())
    assert len(lines) == len({*now, *before})


@pytest.mark.parametrize(
    ("codes", "members"),
    [
        ({}, []),
        ({"U4/PR4": 3}, [("PR4", 3)]),
        ({"U4/PR4": 3, "K2/PR4": 2, "U1/PR1": 1}, [("PR1", 1), ("PR4", 5)]),
        ({"T1/": 2, "P1/PR0": 4, "Z1/": 1}, [("none", 3), ("PR0", 4)]),
        ({"H5": 1, "U4/PR4": 1}, [("none", 1), ("PR4", 1)]),
    ],
)
def test_children_are_told_by_provider_whatever_the_placement(codes, members):
    assert list(comparing.by_provider(codes).items()) == members


@pytest.mark.parametrize(
    ("starts", "ends", "by_codes", "gap", "said"),
    [
        (None, None, None, None, None),
        (5, 3, 12, 0, "0 children"),
        (4, 3, 11, 1, "1 child"),
        (6, 3, 13, -1, "1 child"),
        (0, 0, 10, 2, "2 children"),
        (0, 10, 0, 12, "12 children"),
        (2_002, 0, 2_012, -2_000, "2,000 children"),
    ],
)
def test_the_reasons_of_the_return_are_held_against_the_children_themselves(
    starts, ends, by_codes, gap, said
):
    moved = Movement(SINCE, UNTIL, at_start=10, gone=3, new=5, starts=starts, ends=ends)
    assert (moved.at_end, moved.by_codes, moved.gap) == (12, by_codes, gap)
    assert said is None or moved.said_gap == said


def test_an_estimate_is_made_of_each_group_whose_places_are_known_in_the_order_of_the_costs():
    costs = {"b": (48_000, "Finance"), "a": (30_000, "Budget"), "c": (1, "Nobody")}
    told = comparing.estimates(costs, {"a": 3, "b": 0}, {"a": "Own foster care"})
    assert [(one.label, one.places, one.pounds, one.source, one.year) for one in told] == [
        ("b", 0, 48_000, "Finance", 0),
        ("Own foster care", 3, 30_000, "Budget", 90_000),
    ]
    assert comparing.estimates({}, {"a": 3}, {}) == ()

"""Strengths and areas that a report states together, read and compared as people write them."""

from itertools import product

import pytest

from assurance.reviews.rules import strengths as rules
from tests.sweeping import swept

CANNOT = "The number in the report cannot be compared."


@swept(
    [
        ("120", (False, 120)),
        ("0", (False, 0)),
        (" 120 ", (False, 120)),
        ("1,200", (False, 1200)),
        ("over 120", (True, 120)),
        ("Over 120", (True, 120)),
        ("MORE THAN 1,200", (True, 1200)),
        ("at least 120", None),
        ("about 120", None),
        ("under 120", None),
        ("over", None),
        ("", None),
        ("   ", None),
        ("a great many", None),
        ("120 points", None),
        ("over 12.5", None),
        ("-3", None),
        ("over ,", None),
        ("١٢", None),
        ("²", None),
    ]
)
def test_a_stated_number_is_read_where_it_is_one_or_more_than_one(text, read):
    assert rules.stated_points(text) == read


COMPARED = {
    "120": [(119, False), (120, True), (121, False)],
    "over 120": [(119, False), (120, False), (121, True)],
    "more than 120": [(120, False), (121, True), (900, True)],
    "at least 120": [(119, False), (120, True), (121, True)],
    "about 120": [(107, False), (108, True), (120, True), (132, True), (133, False)],
    "about 5": [(4, False), (5, True), (6, False)],
    "0": [(0, True), (1, False)],
    "over 0": [(0, False), (1, True)],
}


def test_what_is_stated_agrees_with_the_list_up_to_its_bound():
    for stated, cases in COMPARED.items():
        for listed, agrees in cases:
            said = f"Stated: {stated}; listed: {listed}. "
            said += "They agree." if agrees else "They differ."
            assert rules.points_compared(stated, listed) == said


@pytest.mark.parametrize("stated", ["under 120", "a dozen", "120 or so", "over", "12.5", ","])
def test_what_is_no_number_is_shown_beside_the_list_and_not_judged(stated):
    assert rules.points_compared(stated, 7) == f"Stated: {stated}; listed: 7. {CANNOT}"


def test_where_nothing_is_stated_nothing_is_said():
    assert rules.points_compared("", 7) == rules.points_compared("  ", 0) == ""


def test_points_are_strengths_and_areas_and_nothing_else():
    for strengths, areas in product((0, 1, 7), (0, 2)):
        listed = {"strengths": strengths, "areas_for_development": areas, "top_tips": 99}
        assert rules.points(listed) == strengths + areas

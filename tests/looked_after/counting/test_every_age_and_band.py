"""Sets of age bands against every age, groups of placements against every pair of codes, and parts
against their whole, each reckoned a second time."""

from types import SimpleNamespace as Row

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.looked_after.rules import groups as grouping
from tests.cases import random_cases
from tests.sweeping import swept

BAND = st.tuples(st.integers(0, 8), st.none() | st.integers(0, 8))


def holds(band, age):
    first, last = band
    return first <= age and (last is None or age <= last)


@random_cases(60)
@given(st.lists(BAND, max_size=4))
def test_a_set_of_bands_is_taken_only_where_each_age_is_in_one(bands):
    said = grouping.why_not_a_set_of_bands([(f"{at}", *band) for at, band in enumerate(bands)])
    each_once = all(sum(holds(band, age) for band in bands) == 1 for age in range(30))
    forwards = all(last is None or last >= first for first, last in bands)
    assert (said is None) == (each_once and forwards), said


@random_cases(60)
@given(st.sets(st.integers(1, 17), max_size=5), st.randoms())
def test_bands_cut_at_any_ages_are_a_set_in_any_order_and_hold_each_age(cuts, chance):
    starts = [0, *sorted(cuts)]
    ends = [*(start - 1 for start in starts[1:]), None]
    rows = [
        Row(slug=f"from-{first}", from_age=first, to_age=last)
        for first, last in zip(starts, ends, strict=True)
    ]
    chance.shuffle(rows)
    assert grouping.why_not_a_set_of_bands([(r.slug, r.from_age, r.to_age) for r in rows]) is None
    for age in range(25):
        wanted = max(start for start in starts if start <= age)
        assert grouping.band_of(age, rows) == f"from-{wanted}"
    assert grouping.band_of(None, rows) == "not_broken_down"


@swept(
    [
        ([], "No band includes the age of 0 and over: leave the last band without an end."),
        ([("a", 1, None)], "No band includes the age of 0: start “a” there or add one."),
        (
            [("a", 0, 4), ("b", 6, None)],
            "No band includes the age of 5: start “b” there or add one.",
        ),
        ([("a", 0, 5), ("b", 5, None)], "The band “b” overlaps the one before it: start it at 6."),
        ([("a", 0, 5), ("b", 0, None)], "The band “b” overlaps the one before it: start it at 6."),
        (
            [("a", 0, None), ("b", 5, 9)],
            "The band “b” lies after one that has no end: give that one an end.",
        ),
        ([("a", 0, 4), ("b", 5, 4)], "The band “b” ends before it starts."),
        (
            [("a", 0, 17)],
            "No band includes the age of 18 and over: leave the last band without an end.",
        ),
        ([("a", 0, 0), ("b", 1, 1), ("c", 2, None)], None),
        ([("c", 2, None), ("a", 0, 0), ("b", 1, 1)], None),
    ]
)
def test_what_is_wrong_with_a_set_of_bands(bands, sentence):
    assert grouping.why_not_a_set_of_bands(bands) == sentence


PLACES, PROVIDERS = ("U1", "U4", "P1", "K2"), ("", "PR0", "PR1", "PR4")
GROUPS = [
    Row(slug="own", codes=[[["U1", "U4"], ["PR1"]]]),
    Row(slug="agency", codes=[[["U1"], ["PR4"]], [["U4"], ["PR4", ""]]]),
    Row(slug="foster", codes=[[["U1", "U4"], []]]),
    Row(slug="homes", codes=[[["K2"], []]]),
    Row(slug="empty", codes=[]),
]
WANTED = {
    ("U1", "PR1"): "own",
    ("U4", "PR1"): "own",
    ("U1", "PR4"): "agency",
    ("U4", "PR4"): "agency",
    ("U4", ""): "agency",
    ("U1", ""): "foster",
    ("U1", "PR0"): "foster",
    ("U4", "PR0"): "foster",
    **{("K2", provider): "homes" for provider in PROVIDERS},
}


@pytest.mark.parametrize("place", PLACES)
def test_the_first_group_that_names_a_placement_has_it(place):
    for provider in PROVIDERS:
        wanted = WANTED.get((place, provider), "not_broken_down")
        assert grouping.group_of(place, provider, GROUPS) == wanted
        assert grouping.group_of(place, provider, []) == "not_broken_down"
    assert grouping.group_of(place, "PR4", GROUPS[::-1]) == (
        "not_broken_down" if place == "P1" else "homes" if place == "K2" else "foster"
    )

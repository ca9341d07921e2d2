"""Disclosure control at each figure's own threshold, and which figures are of one family."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import Mark, Unit
from assurance.figures.keys import related
from tests.cases import random_cases
from tests.figures.test_disclosure import (
    DAY,
    FIGURES,
    SOME,
    TOTAL,
    YEAR_AGO,
    figure,
    partition,
    protected,
    value,
)
from tests.sweeping import swept

THRESHOLDS = (0, 1, 4, 5, 9)
KEYS = "abcdefg"


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_a_count_alone_is_small_from_one_to_its_own_threshold(threshold):
    for count in range(threshold + 3):
        one = value("y.total", count, threshold=threshold)
        shown = protected(one)["y.total"]
        assert shown == (None if 1 <= count <= threshold else count), (count, threshold)


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_the_rest_of_a_base_is_as_small_as_the_count_itself(threshold):
    base = 40
    for count in range(base + 1):
        one = value("x.some", count, base=base, threshold=threshold)
        small = 1 <= count <= threshold or 1 <= base - count <= threshold
        assert protected(one)["x.some"] == (None if small else count), (count, threshold)


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_what_the_parts_leave_of_the_whole_is_weighed_on_both_sides(threshold):
    for left in range(-threshold - 2, threshold + 3):
        whole, *parts = partition(30, 40, total=70 + left)
        values = [value(whole.key, whole.count, threshold=threshold)]
        values += [value(one.key, one.count, one.member, threshold=threshold) for one in parts]
        shown = protected(*values)
        hidden = 1 <= abs(left) <= threshold
        assert shown["x.parts:m0"] == (None if hidden else 30), left
        assert shown["x.parts:m1"] == (None if hidden else 40), left
        assert shown["x.total"] == 70 + left


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_two_populations_are_as_far_apart_as_the_threshold_asks(threshold):
    for apart in range(threshold + 3):
        one = value("y.total", 50, cohort="all", threshold=threshold)
        other = value("y.total", 50 + apart, cohort="some", threshold=threshold)
        shown = protect({each.identity: each for each in (one, other)}, FIGURES)
        hidden = 1 <= apart <= threshold
        assert [each.count is None for each in shown.values()] == [hidden, hidden], apart


@pytest.mark.parametrize(
    ("before", "now", "stays"),
    [(50, 50, True), (50, 55, False), (50, 45, False), (50, 56, True), (50, 44, True)],
)
def test_a_total_beside_a_hidden_part_is_held_against_what_was_printed(before, now, stays):
    values = partition(3, now - 3)
    total = values[0]
    shown = protected(*values, earlier=[PublishedCount(total.identity, before)])
    assert shown["x.total"] == (now if stays else None)
    assert shown["x.parts:m0"] is shown["x.parts:m1"] is None


def test_the_parts_of_a_printed_none_are_printed_as_none():
    """TIED is small, and hides the parts: those of none are no cover, whoever reads the none knows
    each of them."""
    shown = protected(*partition(0, 0), value("x.tied", 2))
    assert shown["x.total"] == 0
    # Parts of a printed none that come to no more than it are each none.
    assert [shown[f"x.parts:m{place}"] for place in range(2)] == [0, 0]
    assert shown["x.tied"] is None
    of_many = protected(*partition(8, 0), value("x.tied", 2))
    assert [of_many[f"x.parts:m{place}"] for place in range(2)] == [None, None]


def test_what_was_printed_of_a_hidden_part_takes_the_total_with_it():
    values = partition(3, 47)
    shown = protected(*values, earlier=[PublishedCount(values[2].identity, 47)])
    assert set(shown.values()) == {None}
    another_day = partition(3, 47, when=YEAR_AGO)
    shown = protected(*values, earlier=[PublishedCount(another_day[2].identity, 47)])
    assert shown["x.total"] == 50


@pytest.mark.parametrize(("before", "shown"), [(34, None), (38, None), (39, 33), (33, 33)])
def test_a_share_is_held_against_another_base_that_was_printed(before, shown):
    """33 of 60 now tell that of the 34 before all but one were counted, where they were hidden."""
    base, share = value("x.total", 60), value("x.some", 33)
    earlier = [PublishedCount(base.identity, before)]
    assert protected(base, share, earlier=earlier)["x.some"] == shown
    earlier += [PublishedCount(share.identity, 33)]
    assert protected(base, share, earlier=earlier)["x.some"] == 33


def test_nothing_is_held_against_what_was_printed_where_nothing_is_small():
    values = partition(30, 40)
    earlier = [PublishedCount(one.identity, one.count + 1) for one in values]
    assert protected(*values, earlier=earlier) == {
        "x.total": 70,
        "x.parts:m0": 30,
        "x.parts:m1": 40,
    }


def test_a_withheld_value_tells_nothing_but_that_it_is_withheld():
    [hidden] = protect(
        {one.identity: one for one in [value("x.some", 2, base=9)]}, FIGURES
    ).values()
    assert (hidden.count, hidden.base, hidden.mark) == (None, None, Mark.WITHHELD)
    assert hidden.rows() == ()
    assert (hidden.key, hidden.when) == ("x.some", DAY)


@swept([unit for unit in Unit if not unit.of_people])
def test_a_count_of_no_people_is_shown_however_small(unit):
    figures = {"q.total": figure("q.total", unit=unit)}
    for count in range(7):
        one = value("q.total", count, unit=unit)
        assert protect({one.identity: one}, figures)[one.identity] is one


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit.of_people])
def test_a_count_of_any_people_is_hidden_where_it_is_small(unit):
    figures = {"q.total": figure("q.total", unit=unit)}
    for count in range(8):
        one = value("q.total", count, unit=unit)
        shown = protect({one.identity: one}, figures)[one.identity].count
        assert shown == (None if 1 <= count <= 5 else count)


TIES = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=7)
WAYS = st.sampled_from(["whole", "base", "bound_by"])


@random_cases(60)
@given(TIES, st.data())
def test_families_are_the_islands_of_the_declared_ties(ties, data):
    said = {key: {} for key in KEYS}
    joined = []
    for one, other in ties:
        way = data.draw(WAYS)
        if way in said[one]:
            continue
        said[one][way] = (other,) if way == "bound_by" else other
        joined.append((one, other))
    figures = {key: figure(key, **ways) for key, ways in said.items()}
    islands = {key: {key} for key in KEYS}
    for one, other in joined:
        both = islands[one] | islands[other]
        islands |= dict.fromkeys(both, both)
    assert {key: set(related(key, figures)) for key in KEYS} == islands


def test_a_figure_that_nobody_declares_is_related_to_itself():
    assert related("gone", {}) == related("gone", FIGURES) == {"gone"}
    bound = {"a": figure("a", whole="gone")}
    assert related("gone", bound) == related("a", bound) == {"a", "gone"}


@random_cases(60)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=5), st.integers(0, 12))
def test_a_part_is_shown_only_with_all_its_siblings(counts, extra):
    shown = protected(*partition(*counts, total=sum(counts) + extra))
    parts = [count for name, count in shown.items() if name.startswith("x.parts")]
    assert len({count is None for count in parts}) == 1
    if parts[0] is not None:
        assert parts == counts
        assert not [one for one in (*counts, extra) if 1 <= one <= 5]


def test_the_base_of_a_hidden_share_stays_and_the_share_goes():
    values = [value("x.total", 40), value("x.some", 38, base=40), *partition(20, 20)[1:]]
    assert protected(*values) == {
        "x.total": 40,
        "x.some": None,
        "x.parts:m0": 20,
        "x.parts:m1": 20,
    }
    assert SOME.base == TOTAL.key

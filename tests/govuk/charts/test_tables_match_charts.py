"""A chart and its table say the same of the same bars: every row and sum reckoned a second time."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.cases import random_cases
from tests.govuk.charts.test_drawing import chart, rects, words

LABELS, SERIES = ("2015", "2016", "2017"), ("A", "B", "C")
SIZES = some.lists(some.one_of(some.none(), some.integers(0, 5_000)), min_size=9, max_size=9)


def every(sizes):
    """A bar of each series for each label."""
    pairs = zip(product(LABELS, SERIES), sizes, strict=True)
    return [
        (label, size, "" if size is None else f"{size:,}", name) for (label, name), size in pairs
    ]


@random_cases(15)
@given(SIZES)
def test_each_cell_is_that_of_its_label_and_series_and_each_sum_that_of_its_row(sizes):
    shown = chart(*every(sizes), stacked=True)
    assert shown.heads == [*SERIES, "Total"]
    for at, (label, cells) in enumerate(shown.rows):
        part = sizes[3 * at : 3 * at + 3]
        total = "not all known" if None in part else f"{sum(part):,}"
        assert label == LABELS[at]
        assert cells == [*("–" if one is None else f"{one:,}" for one in part), total]


def test_labels_that_come_again_are_another_row_and_noughts_draw_no_bar():
    shown = chart(("a", 1, "1"), ("b", 2, "2"), ("a", 3, "3"))
    assert shown.rows == [("a", ["1"]), ("b", ["2"]), ("a", ["3"])]
    assert words(shown) == ["a", "1", "b", "2", "a", "3"]
    shown = chart(("a", 0, "0 of 9"), ("b", 0, "0 of 7"))
    assert rects(shown) == [] and words(shown) == ["a", "0 of 9", "b", "0 of 7"]


@pytest.mark.parametrize(
    ("sizes", "full", "widths"),
    [
        ((50, 100), None, (0.5, 1)),
        ((50, 100), 100, (0.5, 1)),
        ((50, 100), 200, (0.25, 0.5)),
        ((100, 400), 100, (0.25, 1)),
        ((1, 3), 0, (1 / 3, 1)),
    ],
)
def test_a_length_is_a_part_of_the_whole_or_of_the_greatest_where_that_is_more(sizes, full, widths):
    [(_, longest)] = rects(chart(("x", 1, "9")))
    told = [width for _, width in rects(chart(*(("x", size, "9") for size in sizes), full=full))]
    assert told == [pytest.approx(longest * part, abs=0.02) for part in widths]

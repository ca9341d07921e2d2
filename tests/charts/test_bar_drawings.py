"""Bars for parts: lengths in proportion, every value at its end, and words with room."""

import itertools

import pytest
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from assurance.charts.bars import BarChart, DrawnBar, draw_bars
from assurance.charts.pages import draw
from assurance.charts.tables import Bar, Chart
from tests.cases import random_cases
from tests.charts.drawn import bars, overlap, size_of, trees, word_boxes, words

NASTY = "<b>\"&'</b>"
LONG = "Somebody to talk to who listens and does what they were asked to do"


def chart(*rows, **more):
    """A chart of (label, size, words, series) each."""
    usual = {"anchor": "x", "title": "T", "description": "D", "heading": "Wave"}
    return Chart(bars=tuple(Bar(*row) for row in rows), **{**usual, **more})


def drawn(*rows, **more):
    """(wide, narrow) drawings."""
    return trees(draw(chart(*rows, **more)))


TWO = (("2015", 65, "65%", "A"), ("2015", 40, "40%", "B"), ("2017", 54, "54%", "A"))


def test_bars_are_in_proportion_and_begin_at_one_edge():
    for tree in drawn(("2015", 65, "65%"), ("2017", 130, "130")):
        (left, one), (other_left, two) = bars(tree)
        assert left == other_left and two == pytest.approx(2 * one, abs=0.2)
        assert words(tree) == ["2015", "65%", "2017", "130"]
        assert tree.find("title").text == "T" and tree.find("desc").text == "D"


def test_what_is_not_known_or_nought_has_words_and_no_bar():
    for tree in drawn(("2015", None, ""), ("2017", 0, "0 of 9")):
        assert bars(tree) == []
        assert words(tree) == ["2015", "not known", "2017", "0 of 9"]


@pytest.mark.parametrize(("full", "part"), [(None, 1), (100, 0.5), (200, 0.25), (10, 1), (0, 1)])
def test_a_length_is_a_part_of_the_whole_or_of_the_greatest_where_that_is_more(full, part):
    (_, whole), (_, length) = (bars(drawn(("x", 50, "9"), full=one)[0])[0] for one in (None, full))
    assert length == pytest.approx(whole * part, abs=0.2)


def test_bars_of_several_series_are_under_their_label_each_with_its_name():
    for tree in drawn(*TWO):
        assert words(tree) == ["2015", "A", "65%", "B", "40%", "2017", "A", "54%"]
        fills = [one.get("fill") for one in tree.iter("path") if one.get("class")[0] == "f"]
        assert fills[0] == fills[2] != fills[1]


def test_parts_of_a_whole_have_one_colour_and_their_sum_in_the_heading():
    for tree in drawn(*TWO, stacked=True):
        assert words(tree) == ["2015: 105", "A", "65%", "B", "40%", "2017: 54", "A", "54%"]
        assert {one.get("class") for one in tree.iter("path")} == {"f1", "axis"} or {"f1"}
        assert len({one.get("fill") for one in tree.iter("path") if one.get("class") == "f1"}) == 1


def test_words_are_text_whatever_they_hold():
    (tree, _) = drawn((NASTY, 1, NASTY, NASTY), ("x", 1, "1", "y"), title=NASTY)
    assert words(tree).count(NASTY) == 3 and tree.find("title").text == NASTY


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2015", "2017", "31 March 2016", LONG, "W" * 70]),
        st.none() | st.integers(0, 2000),
        st.sampled_from(["", "42 of 57, 74%", "over 90%, base not known", "x" * 80]),
        st.sampled_from(["", "s", "a longer series", LONG]),
    ),
    max_size=8,
)


@random_cases(80)
@given(ROWS, st.booleans())
def test_no_words_touch_each_other_or_a_bar_and_nothing_leaves_the_drawing(rows, stacked):
    for tree in drawn(*rows, stacked=stacked):
        width, height = size_of(tree)
        boxes = list(word_boxes(tree))
        for left, top, right, bottom, text in boxes:
            assert left >= 0 and right <= width + 0.5 and top >= 0 and bottom <= height, text
        for one, other in itertools.combinations(boxes, 2):
            assert not overlap(one, other), (one, other)
        for left, length in bars(tree):
            assert left >= 0 and left + length <= width + 0.5


@random_cases(60)
@given(st.lists(st.none() | st.integers(0, 2000), min_size=1, max_size=8))
def test_every_bar_is_as_long_as_its_share_of_the_greatest(sizes):
    rows = [(f"{n}", size, "" if size is None else f"{size:,}") for n, size in enumerate(sizes)]
    for tree in drawn(*rows):
        lengths = [length for _, length in bars(tree)]
        shown = [size for size in sizes if size]
        longest = max(lengths, default=0)
        assert len(lengths) == len(shown)
        for length, size in zip(lengths, shown, strict=True):
            assert length == pytest.approx(longest * size / max(shown), abs=0.2)


def test_a_table_has_a_column_for_each_series_and_a_total_where_it_is_known():
    shown = chart(("2015", 65, "65%"), ("2017", None, ""), values="Agreed")
    assert (shown.heads, shown.rows) == (["Agreed"], [("2015", ["65%"]), ("2017", ["–"])])
    assert chart(*TWO).rows == [("2015", ["65%", "40%"]), ("2017", ["54%", "–"])]
    shown = chart(*TWO, ("2018", None, "–", "A"), ("2018", 3, "3", "B"), stacked=True)
    assert shown.heads == ["A", "B", "Total"]
    assert [cells[-1] for _, cells in shown.rows] == ["105", "54", "not all known"]
    shown = chart(*TWO, stacked=True, totals={"2017": "54 and some"})
    assert [cells[-1] for _, cells in shown.rows] == ["105", "54 and some"]


SIZES = st.lists(st.none() | st.integers(0, 5_000), min_size=9, max_size=9)


@random_cases(15)
@given(SIZES)
def test_each_cell_is_that_of_its_label_and_series_and_each_sum_that_of_its_row(sizes):
    pairs = itertools.product(("2015", "2016", "2017"), "ABC")
    texts = ["" if size is None else f"{size:,}" for size in sizes]
    rows = [
        (label, size, text, name)
        for (label, name), size, text in zip(pairs, sizes, texts, strict=True)
    ]
    shown = chart(*rows, stacked=True)
    for at, (_, cells) in enumerate(shown.rows):
        part = sizes[3 * at : 3 * at + 3]
        total = "not all known" if None in part else f"{sum(part):,}"
        assert cells == [*("–" if one is None else f"{one:,}" for one in part), total]


def test_the_tag_gives_the_finding_the_drawings_and_a_folded_table_and_nothing_for_no_bars():
    template = engines["django"].from_string("{% load charts %}{% chart shown %}")
    page = template.render({"shown": chart(*TWO, source="A register, 31 March 2016")})
    assert page.count("<svg") == 2
    assert page.count("<table") == page.count("<details") == page.count("<figcaption") == 1
    assert "Source: A register, 31 March 2016" in page
    assert '<th scope="row" class="govuk-table__header">2015</th>' in page
    assert "<details" not in template.render({"shown": chart(*TWO, folded=False)})
    assert "<" not in template.render({"shown": chart()})


def test_a_chart_of_nothing_is_an_empty_image_with_its_name():
    for tree in trees(draw_bars(BarChart("Nothing.", ()))):
        assert (list(tree.iter("text")), bars(tree)) == ([], [])
        assert tree.find("title").text == "Nothing."


def test_a_withheld_size_makes_no_other_bar_longer_or_shorter():
    bare = BarChart("T", (("", (DrawnBar("a", 5, "5"), DrawnBar("b", 10, "10"))),))
    more = BarChart("T", (("", (*bare.bars, DrawnBar("c", None, "c"))),))
    assert bars(trees(draw_bars(bare))[0]) == bars(trees(draw_bars(more))[0])

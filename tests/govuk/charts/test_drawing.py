"""How a chart is drawn: lengths in proportion, words at the ends, colours that can be seen."""

from itertools import pairwise, product
from xml.etree import ElementTree

import pytest
from django.template import engines
from hypothesis import given
from hypothesis import strategies as some

from assurance.govuk.chart_shapes import Bar, Chart
from assurance.govuk.charts import COLOURS, LABEL_LIMIT, LETTER, NARROWEST, draw
from tests.cases import random_cases
from tests.sweeping import swept

NASTY = "<b>\"&'</b>"


def tree(shown):
    """The drawing, read as XML without the namespace."""
    return ElementTree.fromstring(draw(shown).replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def rects(shown):
    """(left, width) of every bar, in hundredths of the chart's width."""
    found = [one for one in tree(shown).iter("rect") if one.get("width").endswith("%")]
    return [(float(one.get("x")[:-1]), float(one.get("width")[:-1])) for one in found]


def words(shown):
    """What is written in the drawing."""
    return [one.text for one in tree(shown).iter("text")]


def light(colour):
    """The relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@swept(COLOURS)
def test_every_colour_stands_out_from_white(colour):
    assert 1.05 / (light(colour) + 0.05) >= 3


def test_neighbours_differ_in_lightness_and_no_colour_comes_twice():
    assert len(set(COLOURS)) == len(COLOURS)
    assert all(abs(light(one) - light(other)) > 0.09 for one, other in pairwise(COLOURS))


def test_bars_are_in_proportion_with_their_words_and_a_title_for_screen_readers():
    shown = chart(("2015", 65, "65%"), ("2017", 130, "130"))
    (left, one), (also_left, two) = rects(shown)
    assert left == also_left and two == pytest.approx(2 * one, abs=0.02)
    assert words(shown) == ["2015", "65%", "2017", "130"]
    svg = tree(chart(("2015", 1, "1"), anchor="reliable"))
    assert svg.get("role") == "img"
    said = {one.get("id"): one.text for one in svg if one.get("id")}
    assert said[svg.get("aria-labelledby")] == "T" and said[svg.get("aria-describedby")] == "D"
    shown = chart(("2015", None, ""), ("2017", 0, "0 of 9"))
    assert rects(shown) == []
    assert words(shown) == ["2015", "not known", "2017", "0 of 9"]
    ((_, half),) = rects(chart(("2015", 50, "x"), full=100))
    ((_, whole),) = rects(chart(("2015", 50, "x")))
    assert whole == pytest.approx(2 * half, abs=0.02)
    assert max(ends(chart(("2015", 150, "150"), full=100))) <= NARROWEST


def test_stacked_parts_lie_end_to_end_and_end_with_their_sum():
    shown = chart(*TWO, stacked=True)
    first, second, third = rects(shown)
    assert second[0] == pytest.approx(first[0] + first[1], abs=0.02)
    assert third[0] == first[0]
    assert words(shown) == ["A", "B", "2015", "105", "2017", "54"]


def test_words_stand_where_there_is_room_and_as_text():
    long = "My social worker is someone on whom I can rely when it matters"
    (left, _), *_ = rects(chart((long, 5, "5"), ("Short", 2, "2")))
    assert left == 0
    assert len(words(chart((long, 5, "5")))) == 3
    shown = chart((NASTY, 1, NASTY, NASTY), ("x", 1, "1", "y"), title=NASTY, description=NASTY)
    assert NASTY in words(shown) and tree(shown).find("title").text == NASTY
    beside, above = (list(tree(chart(("2015", 1, "x" * long))).iter("text")) for long in (5, 23))
    assert beside[1].get("y") == "16"
    assert float(above[1].get("y")) > float(above[0].get("y"))
    bars = [("2015", 65, "65%"), ("2017", 54, "54%")]
    assert draw(chart(*bars)) == draw(chart(*bars))


@random_cases(40)
@given(
    some.lists(
        some.tuples(
            some.sampled_from(["a", "b", "a label that is rather long"]),
            some.one_of(some.none(), some.integers(0, 10**6)),
            some.text("0123456789% of", max_size=30),
            some.sampled_from(["", "s", "t"]),
        ),
        max_size=12,
    ),
    some.booleans(),
)
def test_no_bar_leaves_the_chart_whatever_it_shows(bars, stacked):
    for left, width in rects(chart(*bars, stacked=stacked)):
        assert left >= 0 and width >= 0 and left + width <= 100


def test_the_tag_gives_the_drawing_and_its_table_and_nothing_for_no_bars():
    asked = engines["django"].from_string("{% load charts %}{% chart shown %}")
    page = asked.render({"shown": chart(*TWO, anchor="a", folded=True)})
    assert page.count("<svg") == page.count("<table") == page.count("<details") == 1
    assert '<th scope="row" class="govuk-table__header">2015</th>' in page
    assert "<" not in asked.render({"shown": chart()})


# A letter of the font at its size is hardly ever wider, digits and capitals with it.
WIDE = 7.6


def ends(shown):
    """How far each text reaches in the narrowest chart, in pixels."""
    return [
        float(one.get("x")[:-1]) / 100 * NARROWEST + float(one.get("dx")) + len(one.text) * WIDE
        for one in tree(shown).iter("text")
    ]


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize(
    ("label", "words"),
    [
        *product(("2015", "31 March 2016"), ("1,764", "42 of 57, 74%")),
        *product(("2015", "x" * 60), ("54%, base not known", "over 90%, base not known")),
    ],
)
def test_labels_bars_and_words_stay_on_the_page(label, words, stacked):
    bars = [(label, size, words, "A") for size in (1, 50, 100)]
    assert max(ends(chart(*bars, stacked=stacked, full=100))) <= NARROWEST + LETTER


def test_a_short_label_stands_beside_its_bar_and_a_long_one_above():
    def left(label):
        drawn = tree(chart((label, 5, "5")))
        return float(next(drawn.iter("rect")).get("x")[:-1])

    assert left("x" * (LABEL_LIMIT - 1)) > 0
    assert left("x" * LABEL_LIMIT) == 0


def test_a_chart_grows_by_its_rows():
    def height(*bars, **said):
        return int(tree(chart(*bars, **said)).get("height"))

    one = height(("a", 1, "1"))
    assert height(("a", 1, "1"), ("b", 1, "1")) == 2 * one
    both = (("a", 1, "1", "s"), ("a", 2, "2", "t"))
    assert height(*both) > height(*both, stacked=True) > one


def chart(*bars, **said):
    """A chart of (label, size, words, series) each."""
    usual = {"anchor": "x", "title": "T", "description": "D", "heading": "Wave"}
    return Chart(bars=tuple(Bar(*one) for one in bars), **{**usual, **said})


TWO = (("2015", 65, "65%", "A"), ("2015", 40, "40%", "B"), ("2017", 54, "54%", "A"))


def test_a_table_has_a_column_for_each_series_and_a_total_where_it_is_known():
    shown = chart(("2015", 65, "65%"), ("2017", None, ""), values="Said yes")
    assert shown.heads == ["Said yes"]
    assert shown.rows == [("2015", ["65%"]), ("2017", ["–"])]
    assert chart(*TWO).heads == ["A", "B"]
    assert chart(*TWO).rows == [("2015", ["65%", "40%"]), ("2017", ["54%", "–"])]
    shown = chart(*TWO, ("2018", None, "–", "A"), ("2018", 3, "3", "B"), stacked=True)
    assert shown.heads == ["A", "B", "Total"]
    assert [cells[-1] for _, cells in shown.rows] == ["105", "54", "not all known"]
    shown = chart(*TWO, stacked=True, totals={"2017": "54 and some"})
    assert [cells[-1] for _, cells in shown.rows] == ["105", "54 and some"]
    assert chart(("x", 1764, "1,764"), stacked=True).rows[0][1][-1] == "1,764"

"""At 320 pixels every bar and the words at its end have room beside each other."""

from itertools import product

import pytest

from assurance.govuk.charts import LABEL_LIMIT, LETTER, NARROWEST, draw
from tests.govuk.charts.test_drawing import tree
from tests.govuk.charts.test_shapes import chart

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


def test_long_words_push_a_short_label_above_its_bar():
    beside, above = (list(tree(chart(("2015", 1, "x" * long))).iter("text")) for long in (5, 23))
    assert beside[1].get("y") == "16"
    assert float(above[1].get("y")) > float(above[0].get("y"))


def test_a_size_above_the_whole_it_is_of_stays_within_the_chart():
    assert max(ends(chart(("2015", 150, "150"), full=100))) <= NARROWEST


def test_a_chart_grows_by_its_rows():
    def height(*bars, **said):
        return int(tree(chart(*bars, **said)).get("height"))

    one = height(("a", 1, "1"))
    assert height(("a", 1, "1"), ("b", 1, "1")) == 2 * one
    both = (("a", 1, "1", "s"), ("a", 2, "2", "t"))
    assert height(*both) > height(*both, stacked=True) > one


def test_a_drawing_is_the_same_each_time():
    bars = [("2015", 65, "65%"), ("2017", 54, "54%")]
    assert draw(chart(*bars)) == draw(chart(*bars))

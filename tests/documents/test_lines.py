"""A chart of a paper as a line through its dates: on the page and in Word."""

import itertools
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents.document import Bar, Chart, Table, from_json, to_json
from reports.documents.html import svg
from reports.documents.html.line import DASHES
from reports.documents.html.marks import LETTER, WIDTH
from reports.documents.word.charts import chart_part
from tests.cases import random_cases

SPACE = ' xmlns="http://www.w3.org/2000/svg"'
MONTHS = [f"{day} 2015" for day in ("31 Jan", "28 Feb", "31 Mar", "30 Apr", "31 May", "30 Jun")]


def line(*rows, finding="It fell."):
    """A line of (label, share or None, series)."""
    bars = tuple(Bar(label, str(share or "[c]"), share, series) for label, share, series in rows)
    table = Table("t", "", "The numbers in this chart")
    return Chart("chart-1", "Chart 1", "Children", finding, bars, table, line=True)


def drawn(chart):
    """The tree of a drawing."""
    return ElementTree.fromstring(str(svg.draw(chart)).replace(SPACE, ""))


def paths(tree):
    """The points of every path but the axis, with its dashes."""
    found = [(one.get("d"), one.get("stroke-dasharray")) for one in tree.iter("path")]
    return found[1:]


def test_a_point_stands_above_each_date_and_one_line_joins_them():
    tree = drawn(line(*((label, 1000 - 100 * n, "All") for n, label in enumerate(MONTHS))))
    assert tree.find("title").text == "It fell."
    assert len(list(tree.iter("circle"))) == len(MONTHS)
    ((path, dashes),) = paths(tree)
    points = [tuple(map(float, one.split())) for one in path[1:].split("L")]
    assert dashes == DASHES[0]
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    # A smaller share stands lower, by the same distance each.
    steps = {round(later[1] - earlier[1], 1) for earlier, later in itertools.pairwise(points)}
    assert len(steps) == 1 and steps.pop() > 0


def test_what_is_not_shown_leaves_a_gap():
    shares = (900, 800, None, 700, 600)
    tree = drawn(line(*zip(MONTHS, shares, [""] * 5, strict=False)))
    assert [path.count("L") for path, _ in paths(tree)] == [1, 1]
    assert len(list(tree.iter("circle"))) == 4
    assert "[c]" not in [one.text for one in tree.iter("text")]


def test_series_differ_by_dashes_and_stand_in_a_key():
    rows = [(label, 500 + 100 * n, name) for label in MONTHS for n, name in enumerate("AB")]
    tree = drawn(line(*rows))
    assert {dashes for _, dashes in paths(tree)} == set(DASHES[:2])
    assert {"A", "B"} <= {one.text for one in tree.iter("text")}


@pytest.mark.parametrize("rows", [[], [("31 Jan 2015", 1000, "")], [("31 Jan 2015", None, "")]])
def test_few_points_are_drawn_without_a_line(rows):
    assert all("L" not in path for path, _ in paths(drawn(line(*rows))))


@random_cases(40)
@given(st.lists(st.none() | st.integers(0, 1000), min_size=1, max_size=24))
def test_words_never_touch_and_stay_on_the_drawing(shares):
    rows = [(f"{n} December 2015", share, "") for n, share in enumerate(shares)]
    tree = drawn(line(*rows))
    rows = {}
    for one in tree.iter("text"):
        half = len(one.text) * LETTER / 2
        rows.setdefault(one.get("y"), []).append(
            (float(one.get("x")) - half, float(one.get("x")) + half)
        )
    for spans in rows.values():
        spans.sort()
        assert all(first[1] <= later[0] for first, later in itertools.pairwise(spans))
    assert all(0 <= float(one.get("cx")) <= WIDTH for one in tree.iter("circle"))


def test_word_draws_a_line_with_markers_and_gaps():
    part = chart_part(
        line(("31 Jan 2015", 1000, ""), ("28 Feb 2015", None, ""), ("31 Mar", 900, ""))
    )
    assert "<c:lineChart>" in part and "<c:barChart>" not in part
    assert '<c:pt idx="1">' not in part.partition("<c:val>")[2]
    ElementTree.fromstring(part)
    bars = chart_part(replace(line(("31 Jan 2015", 1000, "")), line=False))
    assert "<c:barChart>" in bars and "<c:marker>" not in bars


def test_a_line_is_kept_and_bars_are_kept_as_they_always_were():
    made = line(("31 Jan 2015", 1000, ""))
    assert from_json(to_json(made)) == made
    assert "line" not in to_json(replace(made, line=False))

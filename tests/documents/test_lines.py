"""A chart of a paper as a line through its dates: on the page and in Word."""

import itertools
from dataclasses import replace
from datetime import date
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

ENDS = [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30)]
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
    """The points of every path but the axis and its ticks, with its dashes."""
    lines = [one for one in tree.iter("path") if "quiet" not in one.get("class")]
    return [(one.get("d"), one.get("stroke-dasharray")) for one in lines]


def spots(tree):
    """(from the left, from the top) of the middle of each point, in the order of the drawing."""
    rows = []
    for one in tree.iter():
        if one.tag == "circle":
            rows.append((float(one.get("cx")), float(one.get("cy"))))
        elif one.tag == "rect" and one.get("width") == one.get("height") != "14":
            half = float(one.get("width")) / 2
            rows.append((float(one.get("x")) + half, float(one.get("y")) + half))
    return rows


def test_a_point_stands_above_each_date_and_one_line_joins_them():
    tree = drawn(line(*((label, 1000 - 100 * n, "All") for n, label in enumerate(MONTHS))))
    assert tree.find("title").text == "It fell."
    assert len(list(tree.iter("circle"))) == len(MONTHS)
    ((path, dashes),) = paths(tree)
    points = [tuple(map(float, one.split())) for one in path[1:].split("L")]
    assert dashes == DASHES[0]
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    # Points are as far apart as their dates.
    days = [(date(2015, month, day) - date(2015, 1, 31)).days for month, day in ENDS]
    whole = points[-1][0] - points[0][0]
    assert [round((x - points[0][0]) / whole, 2) for x, _ in points] == [
        round(day / days[-1], 2) for day in days
    ]
    # A smaller share stands lower, by the same distance each.
    steps = {round(later[1] - earlier[1], 1) for earlier, later in itertools.pairwise(points)}
    assert len(steps) == 1 and steps.pop() > 0


def test_what_is_not_shown_leaves_a_gap():
    shares = (900, 800, None, 700, 600)
    tree = drawn(line(*zip(MONTHS, shares, [""] * 5, strict=False)))
    assert [path.count("L") for path, _ in paths(tree)] == [1, 1]
    assert len(list(tree.iter("circle"))) == 4
    assert "[c]" not in [one.text for one in tree.iter("text")]


def test_series_differ_by_dashes_and_signs_and_are_named_at_their_ends():
    rows = [(label, 500 + 100 * n, name) for label in MONTHS for n, name in enumerate("AB")]
    tree = drawn(line(*rows))
    assert {dashes for _, dashes in paths(tree)} == set(DASHES[:2])
    assert len(list(tree.iter("circle"))) == len(list(tree.iter("rect"))) == len(MONTHS)
    last = max(x for x, _ in spots(tree))
    texts = {one.text: one for one in tree.iter("text")}
    assert all(float(texts[name].get("x")) > last for name in "AB")
    # The name of the higher line stands higher.
    assert float(texts["B"].get("y")) < float(texts["A"].get("y"))


def test_names_at_the_ends_never_touch():
    rows = [(label, 500, name) for label in MONTHS for name in ("One", "Two", "Three")]
    tree = drawn(line(*rows))
    names = [one for one in tree.iter("text") if one.text in ("One", "Two", "Three")]
    heights = sorted(float(one.get("y")) for one in names)
    assert len(names) == 3
    assert all(later - first >= 18 for first, later in itertools.pairwise(heights))
    right = max(float(one.get("x")) + len(one.text) * LETTER for one in names)
    assert right <= WIDTH


def test_long_names_stand_in_a_key_below():
    names = ("Children in foster care", "Children in residential care")
    rows = [(label, 500 + 100 * n, name) for label in MONTHS for n, name in enumerate(names)]
    tree = drawn(line(*rows))
    assert [one.get("width") for one in tree.iter("rect")].count("14") == len(names)
    assert {*names} <= {one.text for one in tree.iter("text")}


def test_of_two_lines_the_upper_has_its_values_above_and_the_lower_below():
    rows = [(label, share, str(share)) for label in MONTHS for share in (900, 300)]
    tree = drawn(line(*rows))
    heights = {one.text: float(one.get("y")) for one in tree.iter("text") if one.get("text-anchor")}
    places = dict(zip((900, 300), sorted({up for _, up in spots(tree)}), strict=True))
    assert heights["900"] < places[900] and heights["300"] > places[300]


@pytest.mark.parametrize(
    "labels",
    [
        ("Spring", "Summer", "Autumn"),
        ("2013", "2014", "2015"),
        ("1 May 2015", "1 April 2015", "1 March 2015"),
        ("30 February 2015", "1 March 2015", "1 April 2015"),
        ("1 May 2015", "1 May 2015 ", "9" * 4400),
    ],
)
def test_labels_that_are_no_dates_in_order_are_the_same_distance_apart(labels):
    lefts = [x for x, _ in spots(drawn(line(*((label, 500, "") for label in labels))))]
    first, second = (round(later - one, 1) for one, later in itertools.pairwise(lefts))
    assert first == second > 0


def test_the_last_value_is_the_largest_point():
    tree = drawn(line(*((label, 500, "") for label in MONTHS), ("31 Jul 2015", None, "")))
    sizes = [float(one.get("r")) for one in tree.iter("circle")]
    assert sizes[-1] > max(sizes[:-1]) == min(sizes[:-1])


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


def test_a_long_date_at_either_end_stays_on_the_drawing():
    labels = ["31 December 2018", "30 June 2019", "31 December 2019"]
    tree = drawn(line(*zip(labels, (900, 950, 1000), ["All"] * 3, strict=True)))
    ticks = {one.text: float(one.get("x")) for one in tree.iter("text") if one.text in labels}
    assert labels[-1] in ticks
    for label, middle in ticks.items():
        half = len(label) * LETTER / 2
        assert middle - half >= 0 and middle + half <= WIDTH

"""Where everything in a drawing stands, reckoned from the drawing itself: on a page and in a paper
nothing lies over anything else, nothing falls out, and no bar says another size than its number."""

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.govuk import charts
from reports.documents.document import Bar as PaperBar
from reports.documents.document import Chart as PaperChart
from reports.documents.document import Table
from reports.documents.html import marks, svg
from tests.cases import random_cases
from tests.govuk.charts.test_drawing import chart, rects, tree, words

LONG = "Somebody to talk to who listens and does what they said they would do"
LABELS = st.sampled_from(["2015", "2017", "31 March 2016", LONG])
SIZES = st.none() | st.integers(0, 2000)
SERIES = st.sampled_from(["", "s", "a longer series"])
ROWS = st.lists(st.tuples(LABELS, SIZES, SERIES), max_size=8)
SPACE = "{http://www.w3.org/2000/svg}"
LETTER_HIGH, LETTER_DEEP = 11, 4


def said(size):
    return "" if size is None else f"{size:,}"


def on_page(rows, **more):
    return chart(*((label, size, said(size), series) for label, size, series in rows), **more)


def in_paper(rows):
    top = max((size or 0 for _, size, _ in rows), default=0) or 1
    bars = tuple(
        PaperBar(label, said(size), None if size is None else 1000 * size // top, series)
        for label, size, series in rows
    )
    made = PaperChart("chart-1", "Chart 1", "Children", "It rose.", bars, Table("t", "", ""))
    return ElementTree.fromstring(str(svg.draw(made)).replace(f' xmlns="{SPACE[1:-1]}"', ""))


def lines(drawn):
    """(left in the drawing's own measure, top, bottom) of every text."""
    return [
        (
            float(one.get("x").rstrip("%")),
            float(one.get("y")) - LETTER_HIGH,
            float(one.get("y")) + LETTER_DEEP,
        )
        for one in drawn.iter("text")
    ]


def boxes(drawn):
    """(left, right, top, bottom) of every bar and every sign of the key."""
    found = []
    for one in drawn.iter("rect"):
        left, top = float(one.get("x").rstrip("%")), float(one.get("y"))
        wide = float(one.get("width").rstrip("%")) if one.get("width") != "14" else 1
        found.append((left, left + wide, top, top + float(one.get("height"))))
    return found


def over(one, other):
    """Whether two boxes share more than an edge; shares are rounded to hundredths."""
    across = min(one[1], other[1]) - max(one[0], other[0]) > 0.021
    return across and min(one[3], other[3]) > max(one[2], other[2])


@random_cases(60)
@given(ROWS, st.booleans())
def test_on_a_page_no_two_bars_share_a_place_and_none_falls_out(rows, stacked):
    drawn = tree(on_page(rows, stacked=stacked))
    found = boxes(drawn)
    assert not [pair for pair in combinations(found, 2) if over(*pair)]
    high = float(drawn.get("height"))
    assert all(top >= 0 and bottom <= high for *_, top, bottom in found)
    assert all(top >= 0 and bottom <= high for _, top, bottom in lines(drawn))


@random_cases(60)
@given(ROWS)
def test_in_a_paper_no_two_bars_share_a_place_and_none_falls_out(rows):
    drawn = in_paper(rows)
    found = boxes(drawn)
    assert not [pair for pair in combinations(found, 2) if over(*pair)]
    wide, high = float(drawn.get("width")), float(drawn.get("height"))
    assert drawn.get("viewBox") == f"0 0 {wide:.0f} {high:.0f}"
    assert all(top >= 0 and bottom <= high for *_, top, bottom in found)
    assert all(left >= 0 and right <= wide for left, right, *_ in found)
    assert all(top >= 0 and bottom <= high for _, top, bottom in lines(drawn))


@random_cases(60)
@given(ROWS)
def test_no_two_lines_of_words_that_begin_together_touch(rows):
    for drawn in (tree(on_page(rows)), tree(on_page(rows, stacked=True)), in_paper(rows)):
        for one, other in combinations(lines(drawn), 2):
            if one[0] == other[0]:
                assert one[2] <= other[1] or other[2] <= one[1]


@random_cases(60)
@given(ROWS)
def test_a_chart_is_as_high_as_its_rows_and_words_say(rows):
    shown = on_page(rows)
    labels = [label for label, _ in shown.groups]
    series = list(dict.fromkeys(name for *_, name in rows))
    key = 19 * len(series) + 10 if len(series) > 1 else 0
    stands_above = LONG in labels
    lines_of_labels = {"2015": 1, "2017": 1, "31 March 2016": 1, LONG: 2}
    above = sum(19 * lines_of_labels[label] for label in labels) if stands_above else 0
    wanted = key + 26 * len(rows) + 10 * len(labels) + above
    assert int(tree(shown).get("height")) == wanted


@random_cases(60)
@given(st.lists(st.integers(1, 2000), min_size=2, max_size=6))
def test_every_bar_is_as_long_as_its_number_of_the_longest(sizes):
    found = rects(on_page([(f"{number}", size, "") for number, size in enumerate(sizes)]))
    longest = max(wide for _, wide in found)
    for (_, wide), size in zip(found, sizes, strict=True):
        assert wide == pytest.approx(longest * size / max(sizes), abs=0.02)


@random_cases(60)
@given(st.lists(st.tuples(SIZES, SIZES), min_size=1, max_size=5))
def test_stacked_bars_together_are_as_long_as_their_sum(pairs):
    rows = [
        (f"{number}", size, name)
        for number, pair in enumerate(pairs)
        for size, name in zip(pair, "st", strict=True)
    ]
    shown = on_page(rows, stacked=True)
    sums = [sum(size or 0 for size in pair) for pair in pairs]
    longest = 0
    by_top = {}
    for left, right, top, bottom in boxes(tree(shown)):
        if bottom - top == charts.BAR:
            by_top[top] = by_top.get(top, 0) + right - left
    longest = max(by_top.values(), default=0)
    wanted = sorted(one for one in sums if one)
    for wide, size in zip(sorted(by_top.values()), wanted, strict=True):
        assert wide == pytest.approx(longest * size / max(sums), abs=0.05)
    ends = ["not all known" if None in pair else f"{sum(pair):,}" for pair in pairs]
    assert [cells[-1] for _, cells in shown.rows] == ends
    assert [one for one in words(shown) if one in ends][-len(ends) :] == ends


@pytest.mark.parametrize("number", [1, 2, 12, 13, 25])
def test_series_have_their_colours_in_turn_and_neighbours_never_the_same(number):
    rows = [("x", 5, f"series {one}") for one in range(number)]
    for drawn, colours in ((tree(on_page(rows)), charts.COLOURS), (in_paper(rows), marks.COLOURS)):
        fills = [one.get("fill") for one in drawn.iter("rect") if one.get("height") == "20"]
        assert fills == [colours[one % len(colours)] for one in range(number)]
        signs = [one.get("fill") for one in drawn.iter("rect") if one.get("height") == "14"]
        assert signs == (fills if number > 1 else [])


@pytest.mark.parametrize(
    ("sizes", "ends"),
    [
        ([None], ["not known"]),
        ([0], ["0"]),
        ([None, 0], ["not known", "0"]),
        ([1, None, 1000], ["1", "not known", "1,000"]),
    ],
)
def test_what_stands_at_the_end_of_each_bar(sizes, ends):
    rows = [(f"{2015 + number}", size, "") for number, size in enumerate(sizes)]
    told = words(on_page(rows))
    assert told[1::2] == ends
    assert told[::2] == [label for label, *_ in rows]


def test_a_chart_of_nothing_is_an_empty_image_with_its_name():
    drawn = tree(on_page([]))
    assert (boxes(drawn), lines(drawn)) == ([], [])
    assert drawn.find("title").text == "T"
    assert in_paper([]).find("title").text == "It rose."

"""Lines through time: true distances, gaps, comparisons and corrections, and words with room."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.charts.lines import draw_lines
from assurance.charts.series import AIM, DATA, OTHER_AREA, LineChart, Series, dated
from tests.cases import random_cases
from tests.charts.drawn import lines, overlap, size_of, trees, word_boxes, words

DAYS = [date(2014, 1, 1), date(2014, 6, 30), date(2015, 1, 1), date(2015, 6, 30), date(2015, 12, 1)]
LONG = "Children who are placed with parents or with others who have parental responsibility"


def series(*values, name="Children", kind=DATA, **more):
    """A series of values on the usual days."""
    rows = zip(DAYS, values, strict=False)
    points = (dated(day, value, "c" if value is None else f"{value:,}") for day, value in rows)
    return Series(name, tuple(points), kind, **more)


def drawn(*some, **more):
    """(wide, narrow) drawings of series."""
    return trees(draw_lines(LineChart("It rose.", some, **more)))


def test_a_drawing_is_an_image_named_by_its_finding_and_described_by_its_values():
    for tree in drawn(series(1, 2, 3), description="1; 2; 3."):
        assert (tree.get("role"), tree.find("title").text) == ("img", "It rose.")
        assert tree.find("desc").text == "1; 2; 3."
        assert "style" not in {name for one in tree.iter() for name in one.attrib}


def test_points_are_as_far_apart_as_their_days_and_a_larger_value_is_higher():
    for tree in drawn(series(226, 219, 210, 201, 188)):
        (path,) = lines(tree)
        first, last = path[0], path[-1]
        span = (DAYS[-1] - DAYS[0]).days
        for (x, _), day in zip(path, DAYS, strict=True):
            share = (x - first[0]) / (last[0] - first[0])
            assert share == pytest.approx((day - DAYS[0]).days / span, abs=0.005)
        heights = [y for _, y in path]
        assert heights == sorted(heights)
        # The axis begins at nought: heights are in proportion to values.
        ground = max(float(one.get("d").split()[1].split("H")[0]) for one in hairs(tree))
        assert (ground - heights[0]) / (ground - heights[-1]) == pytest.approx(226 / 188, abs=0.01)


def hairs(tree):
    return [
        one
        for one in tree.iter("path")
        if one.get("class") in ("hair", "axis") and "H" in one.get("d")
    ]


def test_a_value_that_is_not_shown_is_a_gap_and_leaves_no_trace():
    for tree in drawn(series(84, 88, None, 91, 90)):
        assert [len(path) for path in lines(tree)] == [2, 2]
        assert len(list(tree.iter("circle"))) == 4
        assert "c" not in words(tree)
    shown = draw_lines(LineChart("T", (series(84, 88, None, 91, 90),)))
    without = Series("Children", tuple(p for p in series(84, 88, None, 91, 90).points if p.value))
    assert words(trees(shown)[0]) == words(trees(draw_lines(LineChart("T", (without,))))[0])


def test_no_line_leads_to_what_is_counted_otherwise():
    points = [dated(day, 5 + n, str(5 + n), starts_anew=n == 2) for n, day in enumerate(DAYS)]
    tree = drawn(Series("Children", tuple(points)))[0]
    assert [len(path) for path in lines(tree)] == [2, 3]
    (upright,) = [one for one in tree.iter("path") if one.get("stroke-dasharray") == "3 3"]
    assert float(upright.get("d")[1:].split()[0]) == lines(tree)[1][0][0]


@pytest.mark.parametrize("anew", range(1, len(DAYS)))
def test_an_upright_line_strikes_no_value_through(anew):
    points = [dated(day, 5 + n, str(5 + n), starts_anew=n == anew) for n, day in enumerate(DAYS)]
    for tree in drawn(Series("Children", tuple(points))):
        (upright,) = [one for one in tree.iter("path") if one.get("stroke-dasharray") == "3 3"]
        at = float(upright.get("d")[1:].split()[0])
        ground = max(float(one.get("d").split()[1].split("H")[0]) for one in hairs(tree))
        boxes = [box for box in word_boxes(tree) if box[3] < ground and box[4] in "56789"]
        assert str(5 + anew) in [box[4] for box in boxes]
        assert [box for box in boxes if box[0] < at < box[2]] == []


def test_a_corrected_value_has_a_cross_where_it_was():
    points = list(series(10, 20, 30).points)
    points[1] = dated(DAYS[1], 20, "20", was=((40, "40"),))
    for tree in drawn(Series("Children", tuple(points))):
        (cross,) = [one for one in tree.iter("path") if one.get("class") == "was"]
        across, up = map(float, cross.get("d")[1:].split("l")[0].split())
        (path,) = lines(tree)
        assert across + 5 == path[1][0] and up + 5 < path[2][1]


def test_series_have_their_own_dash_and_sign_and_are_named_with_their_last_value():
    names = ("Foster care", "Residential", "Kin", "Home", "Secure")
    some = [series(n, n + 5, n + 9, name=name) for n, name in enumerate(names)]
    for tree in drawn(*some):
        looks = [
            one for one in tree.iter("path") if "L" in one.get("d") and "l" in one.get("class")
        ]
        looks = [one for one in looks if one.get("class").startswith("l")]
        assert len({one.get("stroke-dasharray") for one in looks}) == len(names)
        assert len({one.get("stroke") for one in looks}) == len(names)
        text = " ".join(words(tree))
        assert all(f"{name} {n + 9}" in text for n, name in enumerate(names))


def test_england_is_dashed_and_ends_at_its_last_date_and_a_target_is_as_wide_as_the_plot():
    england = Series("England", series(60, 61).points, OTHER_AREA)
    target = Series("Target", (dated(DAYS[-1], 70, "70%"),), AIM)
    for tree in drawn(series(63, 61, 58, 56, 52), england, target):
        (own,), (other,) = lines(tree), lines(tree, "lr")
        assert other[-1][0] == own[1][0] < own[-1][0]
        (aim,) = [one for one in tree.iter("path") if one.get("class") == "lt"]
        assert "H" in aim.get("d") and aim.get("stroke-dasharray") != "none"
        text = " ".join(words(tree))
        assert "England 61" in text and "Target 70%" in text


def test_years_are_named_and_two_of_one_year_by_their_months():
    wide, narrow = drawn(series(1, 2, 3, 4, 5))
    assert {"1 Jan 2014", "1 Jan 2015"} <= set(words(wide)) and "2014" in words(narrow)
    days = [date(2015, 3, 1), date(2015, 5, 1), date(2015, 9, 1)]
    short = Series("x", tuple(dated(day, 1, "1") for day in days))
    assert {"Mar 2015", "Sep 2015"} <= set(words(drawn(short)[0]))


@pytest.mark.parametrize("many", [0, 1])
def test_few_points_have_no_line_and_one_has_its_value(many):
    tree = drawn(series(*[7] * many))[0]
    assert lines(tree) == [] and words(tree).count("7") == many


VALUES = st.none() | st.sampled_from([0, 0.5, 7, 7, 1_000_000]) | st.integers(0, 300)
NAMES = st.sampled_from(
    ["A", "Eborford", "Statistical neighbours, mean", LONG, "W" * 60, "中文" * 9]
)


@st.composite
def charts(draw):
    """Any few series: equal values, gaps, one point, long names, wide values."""
    made = []
    kinds = st.sampled_from([DATA, DATA, OTHER_AREA, AIM])
    for kind in draw(st.lists(kinds, min_size=1, max_size=5)):
        values = draw(st.lists(VALUES, min_size=1, max_size=14))
        step = draw(st.sampled_from([1, 30, 181]))
        days = [DAYS[0] + timedelta(days=step * n) for n in range(len(values))]
        texts = draw(st.sampled_from(["{}", "{}%", "{} of 1,764 (74.2%)"]))
        points = (
            dated(day, value, "c" if value is None else texts.format(value))
            for day, value in zip(days, values, strict=True)
        )
        made.append(Series(draw(NAMES), tuple(points), kind))
    return LineChart("It rose.", tuple(made), has_scale=draw(st.booleans()))


@random_cases(60)
@given(charts())
def test_no_words_touch_each_other_or_leave_the_drawing(chart):
    for tree in trees(draw_lines(chart)):
        width, height = size_of(tree)
        boxes = list(word_boxes(tree))
        for left, top, right, bottom, text in boxes:
            assert left >= -0.5 and right <= width + 0.5 and top >= 0 and bottom <= height, text
        for one, other in itertools.combinations(boxes, 2):
            assert not overlap(one, other), (one, other)


@random_cases(60)
@given(charts())
def test_every_series_with_a_value_is_named_with_its_last_one(chart):
    shown = [one for one in chart.series if one.shown]
    for tree in trees(draw_lines(chart)):
        text = "".join(words(tree)).replace(" ", "")
        for one in shown:
            assert one.shown[-1].words.replace(" ", "")[:6] in text
            if len(shown) > 1:
                assert one.name.replace(" ", "")[:12] in text.replace("…", "")


@random_cases(60)
@given(charts())
def test_every_point_is_within_the_drawing(chart):
    for tree in trees(draw_lines(chart)):
        width, height = size_of(tree)
        for one in tree.iter("circle"):
            assert 0 <= float(one.get("cx")) <= width and 0 <= float(one.get("cy")) <= height

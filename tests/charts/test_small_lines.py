"""A small line: true distances in time, a level line for little change, first and last value."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.charts.small_lines import (
    HEADLINE,
    ROW,
    SPAN,
    TILE,
    TREND,
    SmallLine,
    draw_small_line,
)
from tests.cases import random_cases
from tests.charts.drawn import lines, overlap, size_of, trees, word_boxes, words

DAYS = [date(2014, 1, 9), date(2015, 6, 30), date(2016, 1, 5)]
FRAMES = [TILE, ROW, HEADLINE, TREND]


def drawn(*values, days=DAYS, frame=TILE, target=None, text="{}"):
    """The line through values on days."""
    rows = [(day, value, text.format(value)) for day, value in zip(days, values, strict=False)]
    return draw_small_line(SmallLine(rows, "Past their date <b>", target), frame)


def places(*values, **more):
    """(x, y) of each point."""
    (tree,) = trees(drawn(*values, **more))
    return [(float(one.get("cx")), float(one.get("cy"))) for one in tree.iter("circle")]


@pytest.mark.parametrize("values", [(), (1,), (1, 2)])
def test_fewer_than_three_values_make_no_line(values):
    assert drawn(*values) == "" and (drawn(*values, frame=TREND) == "") == (len(values) < 2)


@pytest.mark.parametrize("frame", FRAMES)
def test_values_of_one_day_make_no_line(frame):
    assert drawn(1, 2, 3, days=[DAYS[0]] * 3, frame=frame) == ""


def test_it_has_its_title_its_first_and_last_value_and_their_months():
    drawing = drawn(41, 24, 30)
    (tree,) = trees(drawing)
    assert (tree.get("role"), tree.find("title").text) == ("img", "Past their date <b>")
    assert sorted(words(tree)) == ["30", "41", "Jan 2014", "Jan 2016"]
    assert "style=" not in drawing and "<b>" not in drawing
    assert words(trees(drawn(41, 24, 30, frame=ROW))[0]) == []


@pytest.mark.parametrize("frame", FRAMES)
def test_points_are_as_far_apart_as_their_days(frame):
    first, second, third = (x for x, _ in places(1, 2, 3, frame=frame))
    share = (DAYS[1] - DAYS[0]).days / (DAYS[2] - DAYS[0]).days
    assert (second - first) / (third - first) == pytest.approx(share, abs=0.01)


def test_little_change_looks_level():
    heights = [y for _, y in places(84, 83, 84)]
    steep = [y for _, y in places(84, 10, 84)]
    assert max(heights) - min(heights) < (max(steep) - min(steep)) / (84 * SPAN) * 2


def test_a_target_is_a_dashed_line_at_its_own_height():
    (tree,) = trees(drawn(12, 11, 9, frame=TREND, target=(8, "8")))
    (aim,) = [one for one in tree.iter("path") if one.get("class") == "lt"]
    assert aim.get("stroke-dasharray") != "none" and "Target 8" in words(tree)
    (line,) = lines(tree)
    assert float(aim.get("d").split()[1].split("H")[0]) > max(y for _, y in line)
    assert 'class="lt"' not in drawn(12, 11, 9, frame=TREND)


VALUES = st.lists(st.integers(0, 10_000), min_size=3, max_size=3)


@random_cases(40)
@given(VALUES, st.sampled_from(FRAMES))
def test_every_point_is_within_the_picture_and_a_larger_value_is_higher(values, frame):
    rows = places(*values, frame=frame)
    assert len(rows) == 3
    assert all(0 <= x <= frame.width and 0 <= y <= frame.height for x, y in rows)
    for (_, one), left in zip(rows, values, strict=True):
        for (_, other), right in zip(rows, values, strict=True):
            assert one <= other or left < right


@random_cases(60)
@given(
    VALUES,
    st.sampled_from([TILE, TREND]),
    st.integers(0, 10_000),
    st.sampled_from(["{}", "{} of 12,345 (74%)"]),
)
def test_words_never_touch_and_stay_in_the_picture(values, frame, target, text):
    aim = (target, text.format(target)) if frame is TREND else None
    (tree,) = trees(drawn(*values, frame=frame, target=aim, text=text))
    boxes, (width, height) = list(word_boxes(tree)), size_of(tree)
    for left, top, right, bottom, one in boxes:
        assert left >= 0 and right <= width + 0.5 and top >= 0 and bottom <= height, one
    for one, other in itertools.combinations(boxes, 2):
        assert not overlap(one, other), (one, other)

"""Paths and dashes as a picture draws them: where each step leads, and which lengths are drawn."""

from math import dist, isclose
from xml.etree import ElementTree

import pytest

from assurance.charts import raster

SQUARE = [(1, 1), (4, 1), (4, 4), (1, 4)]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("M1 1L4 1L4 4L1 4z", [(SQUARE, True)]),
        ("M1 1l3 0l0 3l-3 0z", [(SQUARE, True)]),
        ("M1 1h3v3h-3z", [(SQUARE, True)]),
        ("M1 1H4V4H1z", [(SQUARE, True)]),
        ("M1 1H4V4H1", [(SQUARE, False)]),
        ("M1,1 4,1 4,4 1,4 z", [(SQUARE, True)]),
        ("M0 0h1 2 3", [([(0, 0), (1, 0), (3, 0), (6, 0)], False)]),
        ("M0 0v1 2", [([(0, 0), (0, 1), (0, 3)], False)]),
        ("M2 3V1 7H9 0", [([(2, 3), (2, 1), (2, 7), (9, 7), (0, 7)], False)]),
        ("M0 0l1 1M5 5l1 -1", [([(0, 0), (1, 1)], False), ([(5, 5), (6, 4)], False)]),
        ("M0 0h2zM5 5h2", [([(0, 0), (2, 0)], True), ([(5, 5), (7, 5)], False)]),
        ("M-1.5 2.25L1e-3 0", [([(-1.5, 2.25), (0.001, 0)], False)]),
        ("M7 8", [([(7, 8)], False)]),
        ("", []),
    ],
)
def test_each_step_of_a_path_leads_to_its_place(line, parts):
    assert list(raster._subpaths(line)) == parts


@pytest.mark.parametrize("line", ["M1", "M1 2 3", "M0 0l1", "h3", "V2"])
def test_a_path_that_leads_nowhere_is_refused(line):
    with pytest.raises((ValueError, IndexError)):
        list(raster._subpaths(line))


def lengths(dashes):
    """How long each dash is."""
    return [dist(start, end) for start, end in dashes]


@pytest.mark.parametrize(
    ("points", "pattern", "drawn"),
    [
        ([(0, 0), (10, 0)], [2, 3], [2, 2]),
        ([(0, 0), (11, 0)], [2, 3], [2, 2, 1]),
        ([(0, 0), (12, 0)], [2, 3], [2, 2, 2]),
        ([(0, 0), (3, 0)], [5, 1], [3]),
        ([(0, 0), (0, 0)], [5, 1], []),
        ([(4, 4)], [5, 1], []),
        # Around a corner a dash goes on as long as it has not been drawn.
        ([(0, 0), (3, 0), (3, 7)], [4, 2], [3, 1, 4]),
        # An uneven pattern changes its part at each turn: 1 on, 2 off, 3 on, 1 off …
        ([(0, 0), (9, 0)], [1, 2, 3], [1, 3, 1]),
        ([(0, 0), (6, 8)], [5, 5], [5]),
    ],
)
def test_dashes_and_gaps_follow_one_another(points, pattern, drawn):
    dashes = list(raster._dashed(points, pattern))
    assert all(isclose(*pair) for pair in zip(lengths(dashes), drawn, strict=True))
    for (left, top), (right, bottom) in dashes:
        assert min(x for x, _ in points) <= min(left, right)
        assert max(y for _, y in points) >= max(top, bottom) - 1e-9


class Canvas:
    """What is drawn, in its order, in place of a picture."""

    def __init__(self):
        self.drawn = []

    def __getattr__(self, name):
        return lambda *values, **_more: self.drawn.append((name, *values))


def drawn(inside):
    """What a pen draws of the elements `inside`, in the drawing's own measure."""
    canvas = Canvas()
    pen = raster._Pen(canvas)
    pen.times = 1
    pen.draw(ElementTree.fromstring(f"<svg>{inside}</svg>"), 0, 0)
    return canvas.drawn


def test_groups_move_what_is_in_them_and_groups_in_them():
    one = '<rect width="2" height="1" fill="#000"/>'
    moved = f'<g transform="translate(5 7)"><g transform="translate(-1.5,2)">{one}</g></g>'
    [(name, corners, fill)] = drawn(moved)
    assert (name, fill) == ("polygon", "#000")
    assert corners == [(3.5, 9), (5.5, 9), (5.5, 10), (3.5, 10)]
    assert drawn(f"<g>{one}</g>") == drawn(one)


def test_titles_and_unknown_marks_are_not_drawn():
    assert drawn("<title>Words</title><desc>More</desc><ellipse rx='2' ry='1'/>") == []


def test_a_mark_without_fill_or_line_draws_nothing_and_two_points_have_no_inside():
    assert drawn('<path d="M0 0h4v4z" fill="none"/>') == []
    assert drawn('<path d="M0 0h4" fill="#123456"/>') == []
    [(name, points, colour, width)] = drawn('<path d="M0 0h4" fill="none" stroke="#123456"/>')
    assert (name, points, colour, width) == ("line", [(0, 0), (4, 0)], "#123456", 1)


def test_the_thinnest_line_is_one_pixel_and_a_closed_one_comes_back():
    line = '<path d="M0 0h4v4z" fill="none" stroke="#000" stroke-width="0.1"/>'
    [(_, points, _, width)] = drawn(line)
    assert width == 1 and points[0] == points[-1] and len(points) == 4


def test_empty_words_are_words_of_no_length():
    [(name, _, text, *_)] = drawn('<text x="1" y="2" font-size="14" font-weight="400"/>')
    assert (name, text) == ("text", "")

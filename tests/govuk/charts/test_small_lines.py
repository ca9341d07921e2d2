"""A small line: true distances in time, a level line for little change, first and last value."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assurance.govuk.small_lines import SPAN, TILE, draw_small_line
from tests.cases import random_cases
from tests.sweeping import swept

DAYS = [date(2014, 1, 9), date(2015, 6, 30), date(2016, 1, 5)]


def drawn(*values, days=DAYS):
    """The line through values on days."""
    rows = [(day, value, str(value)) for day, value in zip(days, values, strict=False)]
    return draw_small_line(rows, "Past their date <b>")


def places(drawing):
    """(x, y) of each point."""
    found = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawing)
    return [(float(x), float(y)) for x, y in found]


@swept([(), (1,), (1, 2)])
def test_fewer_than_three_values_make_no_line(*values):
    assert drawn(*values) == ""


def test_values_of_one_day_make_no_line():
    assert drawn(1, 2, 3, days=[DAYS[0]] * 3) == ""


def test_it_says_what_it_is_its_first_and_last_value_and_their_months():
    drawing = drawn(41, 24, 30)
    assert 'role="img"' in drawing
    assert 'aria-label="Past their date &lt;b&gt;"' in drawing
    assert re.findall("<text[^>]*>([^<]*)", drawing) == ["41", "30", "Jan 2014", "Jan 2016"]
    assert "style=" not in drawing and "<b>" not in drawing


def test_points_stand_as_far_apart_as_their_days():
    first, second, third = (x for x, _ in places(drawn(1, 2, 3)))
    share = (DAYS[1] - DAYS[0]).days / (DAYS[2] - DAYS[0]).days
    assert abs((second - first) / (third - first) - share) < 0.01


def test_little_change_looks_level():
    heights = [y for _, y in places(drawn(84, 83, 84))]
    steep = [y for _, y in places(drawn(84, 10, 84))]
    assert max(heights) - min(heights) < (max(steep) - min(steep)) / (84 * SPAN) * 2


@random_cases(25)
@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=3))
def test_every_point_is_within_the_picture_and_a_larger_value_is_higher(values):
    rows = places(drawn(*values))
    assert len(rows) == 3
    assert all(0 <= x <= TILE.width and 0 <= y <= TILE.height for x, y in rows)
    for (_, one), left in zip(rows, values, strict=True):
        for (_, other), right in zip(rows, values, strict=True):
            assert one <= other or left < right

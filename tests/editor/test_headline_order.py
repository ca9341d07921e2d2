"""Moves of headline figures and main points as values, without a page."""

import pytest

from reports.editor.forms.builders.headline_order import (
    FIGURE,
    POINT,
    Step,
    moved_figures,
    moved_points,
    moves_of,
    points_of,
    read_step,
    short_name,
)

MANY = {FIGURE: 6, POINT: 3}
STEPS = [
    ("figure:up:2", Step(FIGURE, "up", 2, 1)),
    ("figure:down:5", Step(FIGURE, "down", 5, 6)),
    ("point:down:2", Step(POINT, "down", 2, 3)),
    *((wrong, None) for wrong in ("", "figure", "figure:up:1", "figure:down:6", "point:down:3")),
    *((wrong, None) for wrong in ("row:up:2", "figure:over:2", "figure:up:two", "figure:up:-1")),
]


@pytest.mark.parametrize(("value", "step"), STEPS)
def test_a_press_is_read_and_one_that_leads_nowhere_is_none(value, step):
    assert read_step(value, MANY) == step


def test_two_places_change_their_fields_and_no_other_does():
    posted = {"figure_1": "A", "label_1": "a", "figure_2": "B", "figure_3": "C"}
    step = Step(FIGURE, "up", 2, 1)
    moved = {"figure_1": "B", "figure_2": "A", "label_1": "", "label_2": "a"}
    assert moved_figures(posted, ("figure", "label"), step) == moved


def test_points_move_with_their_further_lines_and_what_comes_before_stays():
    text = "First:\r\n* One,\r\nand more\r\n* Two"
    assert points_of(text) == ("First:", ["* One,\nand more", "* Two"])
    assert moved_points(text, Step(POINT, "up", 2, 1)) == "First:\n* Two\n* One,\nand more"
    assert moved_points("* One\n* Two", Step(POINT, "down", 1, 2)) == "* Two\n* One"
    assert points_of("No points") == ("No points", [])


def test_the_ends_move_one_way_and_the_focus_follows_what_was_pressed():
    def shown(place, step=None):
        return [(m.value, m.has_focus) for m in moves_of(FIGURE, place, 3, "Audits", step)]

    assert shown(1) == [("figure:down:1", False)]
    assert shown(2) == [("figure:up:2", False), ("figure:down:2", False)]
    assert shown(2, Step(FIGURE, "down", 1, 2)) == [("figure:up:2", False), ("figure:down:2", True)]
    # It can go no further up, so the focus is on the way down.
    assert shown(1, Step(FIGURE, "up", 2, 1)) == [("figure:down:1", True)]
    assert shown(2, Step(POINT, "down", 1, 2)) == shown(2)
    [down] = moves_of(FIGURE, 1, 3, "Audits", None)
    assert (down.label, down.name) == ("Move down", "Audits, 1 of 3")


def test_a_point_is_named_in_a_few_words_without_what_is_live_in_it():
    assert short_name("* [[dbs.overdue]] people\nwere overdue.") == "… people were overdue."
    assert short_name(f"* {'word ' * 20}") == f"{'word ' * 12}".rstrip() + "…"

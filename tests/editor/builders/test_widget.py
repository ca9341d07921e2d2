"""What is ticked and moved is a line of text for each thing, whatever is pressed."""

import random

import pytest
from django.http import QueryDict

from reports.editor.forms.builders.filters import FilterWidget
from reports.editor.forms.builders.picks import MOST, Pick, PickWidget
from reports.editor.forms.tables import FORMS_BY_KIND

WIDGET = PickWidget(("label", "key", "form"), (("number", "Number"),), "percent")


def sent(items, **more):
    """What a browser sends of some (key, label, form, whether it is ticked)."""
    data = QueryDict(mutable=True)
    for place, (key, label, form, is_on) in enumerate(items):
        data[f"rows-{place}-key"] = key
        data[f"rows-{place}-label"] = label
        data[f"rows-{place}-form"] = form
        if is_on:
            data[f"rows-{place}-on"] = "on"
    data.update(more)
    return data


def drawn(draw):
    """Some things, most of them ticked."""
    return [
        (
            f"key.{draw.randint(1, 4)}:{place}",
            draw.choice(("", "Own")),
            "number",
            draw.random() < 0.7,
        )
        for place in range(draw.randint(1, 6))
    ]


def lines(items):
    """The text that some things are, reckoned here."""
    return "\n".join(f"{label} | {key} | {form}" for key, label, form, _is_on in items)


def value(items, step=""):
    """The text after a press."""
    data = sent(items, **({"step": step} if step else {}))
    return WIDGET.value_from_datadict(data, {}, "rows")


@pytest.mark.parametrize("seed", range(40))
def test_any_press_does_to_the_text_what_it_says(seed):
    draw = random.Random(seed)
    items = drawn(draw)
    ticked = [item for item in items if item[3]]
    assert value(items) == lines(ticked)
    place = draw.randrange(len(items))
    if items[place] not in ticked:
        assert value(items, f"rows:up:{place}") == lines(ticked)
        return
    at = ticked.index(items[place])
    rest = ticked[:at] + ticked[at + 1 :]
    up = [*rest[: max(at - 1, 0)], items[place], *rest[max(at - 1, 0) :]]
    down = [*rest[: at + 1], items[place], *rest[at + 1 :]]
    assert value(items, f"rows:up:{place}") == lines(up)
    assert value(items, f"rows:down:{place}") == lines(down)
    again = (items[place][0], "", "percent", True)
    assert value(items, f"rows:again:{place}") == lines(
        [*ticked[: at + 1], again, *ticked[at + 1 :]]
    )
    key = items[place][0].partition(":")[0]
    every = [item for item in items if item[3] or item[0].startswith(f"{key}:")]
    assert value(items, f"rows:all:{key}") == lines(every)


@pytest.mark.parametrize(
    "step",
    ["rows:up:99", "rows:up:x", "rows:up:-1", "rows", "rows:", ":", "columns:up:1", "rows:fly:1"],
)
def test_a_press_that_is_none_changes_nothing(step):
    items = [("a.b", "", "number", True), ("c.d", "Own", "number", True)]
    assert value(items, step) == lines(items)


def test_a_text_that_is_sent_whole_is_taken_as_it_is():
    assert WIDGET.value_from_datadict(QueryDict("rows=A+|+b"), {}, "rows") == "A | b"
    assert WIDGET.value_from_datadict(QueryDict(""), {}, "rows") == ""
    assert not WIDGET.value_omitted_from_data({}, {}, "rows")


def test_a_bar_or_a_line_end_in_a_heading_parts_nothing():
    assert value([("a.b", "One | two\nthree", "number", True)]) == "One / two three | a.b | number"
    live = ("a.b", "By [[date:position | short]]", "number", True)
    [read] = WIDGET.read(value([live]))
    assert (read["label"], read["key"]) == (live[1], "a.b")


def test_no_more_is_read_than_a_page_can_hold():
    items = [(f"a.b{place}", "", "number", True) for place in range(MOST + 5)]
    assert value(items).count("\n") == MOST - 1


def test_the_focus_comes_back_to_what_was_moved():
    widget = PickWidget()
    widget.describe = lambda cells: Pick(cells["key"], cells["key"])
    for step, expected in {
        "x:up:2": [None, "up", None],
        "x:up:1": ["down", None, None],
        "x:down:1": [None, None, "up"],
        "y:up:1": [None, None, None],
        "x:up:0": [None, None, None],
        "x:show:1": [None, None, None],
    }.items():
        widget.step = step
        chosen = widget.get_context("x", "a\nb\nc", {})["widget"]["chosen"]
        assert [item["focus"] or None for item in chosen] == expected, step


def test_a_filter_is_a_line_for_each_choice_that_was_made():
    widget = FilterWidget()
    data = QueryDict("filter-plan=spring&filter-state=&filter-priority=3|4&other=1")
    assert widget.value_from_datadict(data, {}, "filter") == "plan | spring\npriority | 3/4"
    assert widget.value_from_datadict(QueryDict("filter=a+|+b"), {}, "filter") == "a | b"
    assert widget.read("plan | spring\nstate") == {"plan": "spring", "state": ""}
    assert widget.in_words("plan | spring") == "Plan: spring"
    assert not widget.value_omitted_from_data({}, {}, "filter")


def test_what_is_kept_while_somebody_writes_is_each_field_as_text():
    grid = FORMS_BY_KIND["table"].typed(sent([("a.b", "", "number", True)], caption="C"))
    assert grid["rows"] == " | a.b"
    assert (grid["caption"], grid["columns"], grid["total_row"]) == ("C", "", "")
    assert FORMS_BY_KIND["section"].typed({"heading": "H"}) == {"heading": "H"}

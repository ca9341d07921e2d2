"""The change column of a table against the two columns before it."""

import pytest

from tests.checks.drawn import found
from tests.sweeping import swept


def wrong(columns, *rows):
    """(what the column says, what the change is) for each row that is wrong."""
    lines = "\n".join(f"| {' | '.join(row.split(', '))} |" for row in (columns, *rows))
    rows = found(f"Table: Children by home\n{lines}")
    faults = [one.fault for one in rows if one.rule.key == "change-column"]
    return [(one.about, one.mend.words.split(",")[0].removeprefix("Write ")) for one in faults]


FOSTER, KIN = "Foster, 120, 131, +11", "Kin, 30, 26, -4"


@pytest.mark.parametrize(
    ("columns", "rows", "told"),
    [
        ("Home, 2014, 2015, Change", (FOSTER, KIN, "Hostel, 40, 52, 10"), [("10", "+12")]),
        ("Home, 2014, 2015, Change", (FOSTER, KIN, "Hostel, 40, 30, ↑10"), [("↑10", "−10")]),
        ("Home, 2015, 2014, Change", ("A, 131, 120, +11", "B, 26, 30, -4", "C, 9, 5, 5"), "one"),
        ("Home, 2014, 2015, Variance", (FOSTER, KIN, "C, 9, 9, 1"), [("1", "0")]),
        ("A, 2014, 2015, % change", ("a, 80, 100, 25", "b, 40, 30, -25", "c, 10, 12, 2"), "one"),
        ("A, 2014, 2015, Change", ("a, 80, 100, 25%", "b, 40, 30, -25%", "c, 9, 12, 3%"), "one"),
        ("A, 2014, 2015, Change", ("a, 40%, 45%, +5", "b, 60%, 50%, -10", "c, 20%, 30%, 5"), "one"),
    ],
)
def test_a_change_that_its_values_deny_is_found(columns, rows, told):
    found_now = wrong(columns, *rows)
    assert len(found_now) == 1 if told == "one" else found_now == told


@swept(
    [
        ("Home, 2014, 2015, Change", (FOSTER, KIN, "Hostel, 40, 40, no change")),
        ("Home, 2014, 2015, Change", (FOSTER, KIN, "Hostel, 40, *, +9")),
        ("Home, 2014, 2015, Change", (FOSTER, KIN, "Hostel, 40, 50, see note")),
        ("Home, 2014, 2015, Change", (FOSTER, KIN, "Hostel, 40, 50, up 10")),
        ("Home, 2014, 2015, Change", (FOSTER, KIN, "Hostel, 40, 50, 10 more")),
        ("Home, 2014, 2015, Change", ("a, 1, 2, 5", "b, 2, 9, 1", "c, 3, 3, 7")),
        ("Home, 2014, Target, Change", (FOSTER, KIN, "c, 3, 3, 7")),
        ("Home, 2014, 2015, Change", (FOSTER, "b, 1, 2, 5")),
        ("A, 2014, 2015, Change", ("a, 41%, 45%, +5", "b, 60%, 50%, -9", "c, 20%, 30%, 10")),
        ("A, 2014, 2015, % change", ("a, 30, 40, 33.3", "b, 30, 41, 36.6", "c, 9, 10, 11")),
        ("A, 2014, 2015, Climate", (FOSTER, KIN, "c, 3, 3, 7")),
        ("A, 2014, 2015, % change", ("a, 0, 40, 0", "b, 40, 60, 50", "c, 20, 30, 50")),
    ]
)
def test_changes_that_follow_and_columns_that_say_something_else_are_left_in_peace(columns, rows):
    assert wrong(columns, *rows) == []


@swept(range(0, 60, 7))
def test_every_wrong_step_is_found_and_no_right_one(before):
    for after in range(0, 60, 11):
        right = after - before
        for step in (right - 1, right, right + 1):
            told = wrong("Home, 2014, 2015, Change", FOSTER, KIN, f"C, {before}, {after}, {step:+}")
            assert bool(told) == (step != right), (before, after, step)

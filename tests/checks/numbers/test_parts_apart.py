"""Parts in paragraphs of their own, what a list leaves out, columns of changes."""

import pytest

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found
from tests.sweeping import swept

WHOLE = "We looked after 188 children on 1 December 2015."


def denied(*paragraphs):
    """(where, what it says) of each whole that its parts deny."""
    rules = [rule_called("parts-of-whole")]
    rows = found("# Children\n\n" + "\n\n".join(paragraphs), rules=rules)
    return [(one.fault.where, one.fault.says.partition(",")[0]) for one in rows]


@swept(range(50, 62))
def test_the_parts_of_three_paragraphs_come_to_the_whole_before_them(rest):
    told = denied(
        WHOLE,
        "Of these, 100 were in foster homes.",
        "A further 32 lived with family.",
        f"The remaining {rest} were in other homes.",
    )
    wrong = [("para-4", f"100 + 32 + {rest} = {132 + rest}")] if rest != 56 else []
    assert told == wrong


@pytest.mark.parametrize(
    "paragraphs",
    [
        (WHOLE, "100 of these were boys.", "The remaining 87 were girls."),
        (WHOLE, "100 of the 188 were boys.", "The remaining 87 were girls."),
        (WHOLE, "Of these, 100 were boys and 90 were girls."),
        (WHOLE, "They were well.", "Of these, 100 were boys.", "The remaining 20 were not."),
    ],
)
def test_parts_that_deny_their_whole_are_found_however_they_begin(paragraphs):
    assert len(denied(*paragraphs)) == 1


@swept(
    [
        (case,)
        for case in [
            (WHOLE, "Of these, 100 were boys.", "A further 40 lived far away."),
            (WHOLE, "100 of the 120 carers were asked.", "The remaining 20 were not."),
            (WHOLE, "Of these, 100 were boys and 88 were girls."),
            (WHOLE, "Of these, over 100 were boys.", "The remaining 20 were asked again."),
            (WHOLE, "The remaining 87 were girls."),
            (WHOLE, "# Homes", "Of these, 100 were good.", "The remaining 20 were not."),
            (
                "We looked after 188 children and 40 adults.",
                "Of these, 8 left.",
                "The rest, 9 stayed.",
            ),
            ("About 188 children came.", "Of these, 8 left.", "The remaining 9 stayed."),
            (WHOLE, "Of these, 100 were boys and 3 were twins.", "The remaining 85 were girls."),
        ]
    ]
)
def test_parts_of_something_else_and_parts_that_are_not_all_are_left_in_peace(paragraphs):
    assert denied(*paragraphs) == []


SILENT = {
    "two counts before": "We saw 351 checks and 40 files. Of these:\n* 30 were late\n* 7 are due",
    "no count before": "We looked at checks. Of these:\n* 30 were late\n* 7 are due",
    "an item without a count": "We looked at 351 checks. Of these:\n* 30 were late\n* teams differ",
    "one item": "We looked at 351 checks. Of these:\n* 30 were late",
    "all of them": "We looked at 37 checks. Of these:\n* 30 were late\n* 7 are due",
    "no count in the row": "Of the 40 audits:\n* Most were good\n* 12 (30%) were sound\n"
    "* 26 (65%) were not",
    "two rows without": "Of the 40 audits:\n* 2 were good\n* 12 were sound\n* 26 (65%) were not",
}


def test_what_cannot_be_told_is_not_said_to_be_left_out():
    said = {
        name: keys
        for name, text in SILENT.items()
        if (keys := {one.rule.key for one in found(text)} & {"rest-unnamed", "share-left-out"})
    }
    assert said == {}


def wrong(columns, *rows):
    """(what the column says, what the change is) for each row that is wrong."""
    lines = "\n".join(f"| {' | '.join(row.split(', '))} |" for row in (columns, *rows))
    rows = found(f"Table: Children by home\n{lines}", rules=[rule_called("change-column")])
    faults = [one.fault for one in rows]
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

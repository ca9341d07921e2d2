"""What is told of a check: counts that add up, reasons as sentences, digests that tell a move."""

import pytest

from assurance.imports.messages import counts_of, outcome, reason_of, refusals_of


def unit(**said):
    """A part of a check in which nothing happens but what is said."""
    counts = dict.fromkeys(("added", "changed", "same", "refused", "repeated"), 0)
    usual = {"kind": "k", "rows": {}, "changes": {}, "refusals": []}
    counts |= said.pop("counts", {})
    return {**usual, "counts": counts, **said}


def test_rows_given_twice_count_with_those_left_alone_and_nowhere_else():
    found = {"units": [unit(counts={"same": 2, "repeated": 3}), unit(counts={"added": 4})]}
    assert counts_of(found) == {"added": 4, "changed": 0, "same": 5, "refused": 0}


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("There is no such team", "Ask for it", "There is no such team. Ask for it."),
        ("It is empty.", "Fill it in.", "It is empty. Fill it in."),
        ("It is empty.", "", "It is empty."),
    ],
)
def test_a_reason_is_sentences(wrong, right, said):
    assert reason_of({"wrong": wrong, "right": right}) == said


def test_refusals_of_every_part_stand_in_order():
    found = {"units": [unit(refusals=[1, 2]), unit(refusals=[3])]}
    assert refusals_of(found) == [1, 2, 3]


def test_an_outcome_is_other_where_a_row_would_be_treated_otherwise():
    row = {"5": [["team", "name", "North", "South"]]}
    same = outcome({"units": [unit(rows={"changed": [5]}, changes=row)]})
    named = {"5": [["team", "name", "North", "West 12"]]}
    moved = {"5": [["team", "name", "East", "South"]]}
    assert outcome({"units": [unit(rows={"changed": [5]}, changes=named)]}) == same
    assert outcome({"units": [unit(rows={"changed": [5]}, changes=moved)]}) != same
    assert outcome({"units": [unit(rows={"same": [5]}, changes=row)]}) != same

"""How a value is said on the check page, and what a field of the register cannot hold."""

from datetime import date
from decimal import Decimal

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.declaration import TargetRow
from assurance.imports.messages import (
    _display_value,
    counts_of,
    each,
    outcome,
    refusals_of,
)
from assurance.imports.plan.things import Thing, Things
from assurance.people.models.people import Person
from assurance.people.models.teams import Team
from assurance.reviews.models.findings import Review

WORDS = CaseAudit._meta.get_field("strengths")
NORTH = Team(name="North")
NEW = Thing(Team, ("name",), ("South",), False)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *((None, ""), ("", ""), (0, "0")),
        (Decimal("1.50"), "1.50"),
        (True, "Yes"),
        (False, "No"),
        (date(2016, 2, 29), "29 February 2016"),
        *((NORTH, "North"), (NEW, "South"), ([NORTH, NEW, None, ""], "North, South"), ([], "")),
        ("<b>", "<b>"),
    ],
)
def test_how_a_value_is_said(value, said):
    assert _display_value(WORDS, value) == said


def test_a_choice_is_said_by_its_label_and_an_unknown_one_as_it_is():
    field = next(one for one in CaseAudit._meta.concrete_fields if one.choices)
    value, label = next(iter(field.flatchoices))
    assert _display_value(field, value) == str(label)
    assert _display_value(field, "no such value") == "no such value"


@pytest.mark.parametrize(
    ("model", "said", "faults"),
    [
        (Review, {"team_size": 0}, ()),
        (Review, {"team_size": 32767}, ()),
        (Review, {"team_size": -1}, ("Team size is too small.", "Write 0 or more.")),
        (
            Review,
            {"team_size": "many"},
            ("Team size is not a whole number.", "Write digits alone, such as 12."),
        ),
        (Review, {"slug": "a-b"}, ()),
        (
            Review,
            {"slug": "a b"},
            (
                "Slug is not a short name for an address.",
                "Write letters, digits and hyphens alone.",
            ),
        ),
        (
            Review,
            {"started_on": "30 February"},
            ("Started on is not a date.", "Write one such as 31/12/2015."),
        ),
        (
            Person,
            {"work_email": "not an address"},
            ("Work email is not an e-mail address.", "Write one such as name@council.example."),
        ),
        (Review, {"team_size": None}, ()),
        (Review, {"team_size": ""}, ()),
    ],
)
def test_what_a_field_cannot_hold_is_told_without_the_value_and_what_to_write(model, said, faults):
    things = Things()
    key = {"title" if model is Review else "reference": "One"}
    things.ask(2, [TargetRow(model, key, said)])
    found = [(fault.wrong, fault.right) for _, fault in things.faults()]
    assert found == ([faults] if faults else [])


def test_a_value_that_cannot_be_held_is_told_once_of_every_row_that_says_it():
    things = Things()
    for number in (2, 3):
        things.ask(number, [TargetRow(Review, {"title": "One"}, {"team_size": -1})])
    assert [number for number, _ in things.faults()] == [2, 3]


@pytest.mark.parametrize(
    ("kept", "rows"),
    [
        ([], []),
        ([{"file": "a", "rows": [5, 3]}], [3, 5]),
        ([{"file": "a", "row": 4}], [4]),  # as runs kept them before they were put together
        ([{"file": "a"}], [0]),  # of a file as a whole
        ([{"file": "a", "rows": []}], [0]),
        ([{"file": "b", "rows": [9]}, {"file": "a", "rows": [2]}, {"file": "b", "row": 3}],
         [3, 9, 2]),
    ],
)  # fmt: skip
def test_what_older_runs_kept_is_told_as_well(kept, rows):
    assert [one["row"] for one in each(kept)] == rows


def unit(**said):
    """A part of a check in which nothing happens but what is said."""
    counts = dict.fromkeys(("added", "changed", "same", "refused", "repeated"), 0)
    usual = {"kind": "k", "rows": {}, "changes": {}, "refusals": []}
    counts |= said.pop("counts", {})
    return {**usual, "counts": counts, **said}


def test_rows_given_twice_count_once_and_refusals_of_every_part_stand_in_order():
    found = {"units": [unit(counts={"same": 2, "repeated": 3}), unit(counts={"added": 4})]}
    assert counts_of(found) == {"added": 4, "changed": 0, "same": 5, "refused": 0}
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

"""How a value is said on the check page, and what a field of the register cannot hold."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.declaration import TargetRow
from assurance.imports.messages import (
    _display_value,
    counts_of,
    each,
    file_given,
    grouped,
    outcome,
    reason_of,
    refusals_of,
)
from assurance.imports.plan.things import Thing, Things
from assurance.people.models.teams import Team
from assurance.reviews.models.findings import Review
from assurance.tables.table import Table
from tests.cases import random_cases

WORDS = CaseAudit._meta.get_field("strengths")
NORTH = Team(name="North")
NEW = Thing(Team, {"name": "South"}, False)


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
    ("said", "wrong"),
    [
        ({"team_size": 0}, None),
        ({"team_size": 32767}, None),
        ({"team_size": -1}, "Team size is too large or too small."),
        ({"team_size": "many"}, "Team size is not written as it has to be."),
        ({"slug": "a-b"}, None),
        ({"slug": "a b"}, "Slug is not written as it has to be."),
        ({"started_on": "30 February"}, "Started on is not written as it has to be."),
        ({"team_size": None}, None),
        ({"team_size": ""}, None),
    ],
)
def test_what_a_field_cannot_hold_is_told_without_the_value(said, wrong):
    things = Things()
    things.ask(2, [TargetRow(Review, {"title": "One"}, said)])
    assert [fault.wrong for _, fault in things.faults()] == ([wrong] if wrong else [])
    assert all(fault.right == "Check the cell." for _, fault in things.faults())


def test_a_value_that_cannot_be_held_is_told_once_of_every_row_that_says_it():
    things = Things()
    for number in (2, 3):
        things.ask(number, [TargetRow(Review, {"title": "One"}, {"team_size": -1})])
    assert [number for number, _ in things.faults()] == [2, 3]


ONE = st.fixed_dictionaries(
    {
        "file": st.sampled_from(("a.csv", "b.csv")),
        "row": st.integers(2, 9),
        "column": st.sampled_from(("", "Team", "Grade")),
        "wrong": st.sampled_from(("It is empty.", "There is no such team.")),
        "right": st.sampled_from(("", "Fill it in.")),
    }
)


def as_set(refusals):
    """How often each refusal stands."""
    return Counter(tuple(sorted(one.items())) for one in refusals)


@given(st.lists(ONE, max_size=12))
@random_cases(60)
def test_what_is_kept_together_is_told_again_one_by_one(refusals):
    kept = grouped(refusals)
    names = ("file", "column", "wrong", "right")
    said = [tuple(one[name] for name in names) for one in kept]
    assert len(said) == len(set(said)) == len({tuple(one[n] for n in names) for one in refusals})
    told = [{name: one[name] for name in (*names, "row")} for one in each(kept)]
    assert as_set(told) == as_set(refusals)


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


def test_a_file_that_waits_is_known_by_its_name_and_digest_alone():
    table = Table(name="a.csv", headings=("Team",), rows=(), sha256="f" * 64)
    told = file_given(table)
    assert (told["name"], told["sha256"], told["rows"]) == ("a.csv", "f" * 64, 0)
    assert (told["kind"], told["title"]) == ("", "")
    assert not any(told[name] for name in ("dropped", "unread", "notices"))


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


def test_an_outcome_is_other_where_a_row_would_be_treated_otherwise():
    row = {"5": [["team", "name", "North", "South"]]}
    same = outcome({"units": [unit(rows={"changed": [5]}, changes=row)]})
    named = {"5": [["team", "name", "North", "West 12"]]}
    moved = {"5": [["team", "name", "East", "South"]]}
    assert outcome({"units": [unit(rows={"changed": [5]}, changes=named)]}) == same
    assert outcome({"units": [unit(rows={"changed": [5]}, changes=moved)]}) != same
    assert outcome({"units": [unit(rows={"same": [5]}, changes=row)]}) != same

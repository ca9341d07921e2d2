"""How a value is said on the check page, and what a field of the register cannot hold."""

from datetime import date
from decimal import Decimal

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.declaration import TargetRow
from assurance.imports.messages import _display_value
from assurance.imports.plan.things import Thing, Things
from assurance.people.models.teams import Team
from assurance.reviews.models.findings import Review

WORDS = CaseAudit._meta.get_field("strengths")
NORTH = Team(name="North")
NEW = Thing(Team, {"name": "South"}, False)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (Decimal("1.50"), "1.50"),
        (True, "Yes"),
        (False, "No"),
        (date(2016, 2, 29), "29 February 2016"),
        (NORTH, "North"),
        (NEW, "South"),
        ([NORTH, NEW, None, ""], "North, South"),
        ([], ""),
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

"""The saving of one row: what it changes, what it tells history, what the database refuses."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from assurance.audits.models.case_audits import CaseAudit
from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Plan, Priority
from assurance.people.models.teams import Team
from assurance.records import writes
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make.audits import case_audit
from tests.make.people import LONG_AGO, post, team

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)


def told(changes):
    """Field → (before, after) of some changes."""
    return {change.field: (change.before, change.after) for change in changes}


def an_audit(**said):
    """The fields of an audit."""
    usual = {"reference": "CA-1", "audited_on": DAY, "team": team(), "auditor": post("Manager")}
    return {**usual, **said}


def test_a_new_row_tells_what_it_holds_and_nothing_of_what_is_empty():
    audit = CaseAudit(council=make_council())
    changes = told(writes.insert(audit, an_audit(strengths="", shared_on=None), on=DAY))
    assert changes == {
        "reference": (None, "CA-1"),
        "audited_on": (None, DAY),
        "team": (None, "Locality team"),
        "auditor": (None, "Manager"),
    }
    assert (audit.created_on, audit.version) == (DAY, 1)


def test_a_change_tells_only_what_differs_and_counts_the_version_on():
    audit, head = case_audit(auditor="Manager", own_team=True), post()
    changes = told(writes.update(audit, {"auditor": head, "own_team": True}))
    assert changes == {"auditor": ("Manager", "Head of Service")}
    audit.refresh_from_db()
    assert (audit.auditor, audit.version) == (head, 2)


def test_a_row_without_versions_is_changed_too():
    here = team()
    assert told(writes.update(here, {"name": "South"})) == {"name": ("Locality team", "South")}
    assert Team.objects.get().name == "South"


def test_a_row_without_a_day_of_its_own_is_added():
    here = Team(council=make_council())
    writes.insert(here, {"name": "South", "service": "S", "from_date": LONG_AGO}, on=DAY)
    assert Team.objects.get().name == "South"


def test_a_withdrawal_keeps_who_when_and_why():
    audit, someone = case_audit(), officer()
    changes = told(writes.mark_withdrawn(audit, because="Entered twice", by=someone, on=DAY))
    assert changes == {"withdrawn_on": (None, DAY), "withdrawn_because": ("", "Entered twice")}
    audit.refresh_from_db()
    assert (audit.withdrawn_by, audit.version) == (someone, 2)


def test_rows_named_on_both_sides_are_told_by_their_names():
    council = make_council()
    plan = Plan.objects.create(council=council, slug="p", title="Plan", from_date=DAY)
    priority = Priority.objects.create(plan=plan, order=1, title="First")
    action = Action(council=council)
    values = {
        "priority": priority,
        "reference": "A1",
        "text": "Do it",
        "owner": post(),
        "starts_on": DAY,
        "due_on": DAY,
        "findings": [],
    }
    changes = told(writes.insert(action, values, on=DAY))
    assert changes["priority"] == (None, "First")
    assert "findings" not in changes
    assert list(action.findings.all()) == []


def test_what_the_database_refuses_is_a_sentence_and_the_operation_can_go_on():
    case_audit(reference="CA-1")
    with transaction.atomic():
        with pytest.raises(Refused, match="same reference") as refused:
            writes.insert(CaseAudit(council=make_council()), an_audit(), on=DAY)
        assert isinstance(refused.value.__cause__, IntegrityError)
        assert CaseAudit.objects.count() == 1

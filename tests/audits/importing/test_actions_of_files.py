"""Actions of audits as a file: found by their audit and their words, held to the rules of a typed
action."""

from datetime import date

import pytest

from assurance.audits.importing.agreed_actions import AUDIT_ACTIONS
from assurance.audits.models.agreed_actions import AuditAction
from assurance.people.models.second_persons import SecondPersonPolicy
from assurance.people.second_person_rules import TWO_PERSONS
from tests.cast import officer
from tests.kinds.files import told
from tests.make import audits, people
from tests.make.imports import checked_rows, counts, imported_rows

pytestmark = pytest.mark.django_db
DONE = date(2015, 7, 6)
USUAL = {
    "reference": "CA-1",
    "text": "Hold the review.",
    "owner": "Director",
    "due_on": "31/08/2015",
}


@pytest.fixture(autouse=True)
def audit():
    """An audit of July 2015, the post that owns its actions, and one person who closes them."""
    people.post("Director")
    people.alone()
    return audits.case_audit(reference="CA-1", audited_on=DONE)


def row(**cells):
    """The cells of a row in the order of the columns, the usual ones where none are given."""
    return tuple({**USUAL, **cells}.get(column.name) for column in AUDIT_ACTIONS.columns)


def wrong(**cells):
    """(column, what is wrong) of what refuses a row of these cells beside the usual ones."""
    run = checked_rows(AUDIT_ACTIONS, row(**cells))
    return [(column, sentence) for _, column, sentence, _ in told(run)]


def test_an_action_comes_in_once_and_is_done_later(audit):
    imported_rows(AUDIT_ACTIONS, row())
    [action] = AuditAction.objects.all()
    assert (action.audit, action.owner.title) == (audit, "Director")
    assert (action.due_on, action.done_on) == (date(2015, 8, 31), None)
    assert counts(checked_rows(AUDIT_ACTIONS, row())) == (0, 0, 1, 0)
    imported_rows(AUDIT_ACTIONS, row(done_on="28/08/2015"))
    assert AuditAction.objects.get().done_on == date(2015, 8, 28)


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"reference": "CA-404"}, ["Audit reference"]),
        ({"owner": None}, ["Owner’s post"]),
        ({"owner": "Chief Astronomer"}, ["Owner’s post"]),
        ({"due_on": None}, ["Due"]),
        ({"due_on": "5 July 2015"}, ["Due"]),
        ({"done_on": "5 July 2015"}, ["Done"]),
        ({"done_on": "1 January 2031"}, ["Done"]),
        ({"text": None}, ["Action agreed"]),
        ({"due_on": "soon", "done_on": "5 July 2015"}, ["Done", "Due"]),
        ({"due_on": "5 July 2015", "done_on": "5 July 2015"}, ["Done", "Due"]),
    ],
)
def test_each_fault_of_a_row_is_shown(cells, columns):
    assert sorted(column for column, _ in wrong(**cells)) == columns


def test_a_file_closes_no_action_that_a_second_person_checks(audit):
    SecondPersonPolicy.objects.all().delete()
    assert wrong() == []
    [(column, sentence)] = wrong(done_on="28/08/2015")
    assert (column, sentence.rstrip(".")) == ("Done", TWO_PERSONS)
    done = audits.audit_action(audit=audit, text="Done.", done_on=date(2015, 8, 28))
    cells = {"text": done.text, "owner": done.owner.title, "done_on": "29/08/2015"}
    assert wrong(**cells) == [], "who checked it is not asked again"


def test_the_day_of_its_audit_is_in_time():
    assert wrong(due_on="6 July 2015", done_on="6 July 2015") == []


def test_an_action_of_a_withdrawn_audit_is_refused(audit):
    type(audit).objects.update(withdrawn_on=DONE, withdrawn_by=officer(), withdrawn_because="Twice")
    assert [column for column, _ in wrong()] == ["Audit reference"]

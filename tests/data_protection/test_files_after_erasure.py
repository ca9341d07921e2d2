"""What was erased does not come back with an old file; what is new comes in all the same."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.audits.importing.agreed_actions import AUDIT_ACTIONS
from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.importing.rechecks import RECHECKS, UPDATE_SERVICE
from assurance.dbs.importing.register import DBS_REGISTER, WORKFORCE
from assurance.people.models.people import Person
from assurance.records.withdrawals.erasures import IDENTITY
from reports.data_protection import rules
from reports.data_protection.operations import erasure
from reports.data_protection.schedule import apply_schedule
from tests import cast
from tests.kinds.files import told
from tests.kinds.rows import against, faults
from tests.make import audits, dbs, people
from tests.make import data_protection as make
from tests.make.imports import checked_rows, counts, imported_rows
from tests.service.test_key_rotation import rotate, shown  # noqa: F401

pytestmark = pytest.mark.django_db
DAY, LATER = date(2022, 3, 1), date(2022, 3, 2)
ROLE = {"name": "Ann Other", "group": "employee", "service": "Care", "role": "Social Worker"}


@pytest.fixture
def lead():
    return cast.data_protection_lead()


def cells(kind, **fields):
    """The cells of a row in the order of the columns."""
    return tuple(fields.get(column.name) for column in kind.columns)


def refused(kind, **fields):
    """The columns and sentences of what refuses a row for the erasure."""
    every = faults(kind, fields, against(kind, fields))
    return [(one.column, one.wrong) for one in every if "erased on" in one.wrong]


def erased_person(lead, **fields):
    """A person who left long ago and was erased."""
    person = people.engagement(ends_on=date(2010, 1, 4)).person
    Person.objects.filter(pk=person.pk).update(reference=fields.get("reference", "S-17"))
    person.refresh_from_db()
    erasure.erase_person(person=person, because="Request 4", by=lead, on=DAY)
    return person


def test_an_old_file_does_not_bring_back_an_audit_that_the_schedule_ended(lead):
    audits.grade()
    people.team("North")
    people.post("Practice Manager")
    usual = {"team": "North", "auditor": "Practice Manager", "audited_on": "16/07/2015"}
    rows = [cells(CASE_AUDITS, **usual, reference=name) for name in ("CA-1", "CA-2")]
    assert imported_rows(CASE_AUDITS, rows[0]).added == 1
    make.policy(rules.AUDITS)
    apply_schedule(lead.council, by=lead, on=DAY)
    before = CaseAudit.objects.get()
    run = checked_rows(CASE_AUDITS, *rows)
    assert counts(run) == (1, 0, 0, 1)
    [(row, column, wrong, right)] = told(run)
    assert (row, column) == (2, "Reference")
    assert wrong == (
        "This case audit was erased on 1 March 2022, and an import does not bring it back."
    )
    assert right == "Leave the row out. If this is another case audit, add the record by hand."
    assert before.reference == f"Removed {before.pk}"


@pytest.mark.parametrize(
    ("reference", "day", "is_refused"),
    [
        ("CA-1", DAY, True),
        ("ca-1 ", date(2015, 7, 6), True),
        ("CA-1", LATER, False),
        ("CA-11", date(2015, 7, 6), False),
    ],
)
def test_only_the_audit_that_was_erased_is_refused(lead, reference, day, is_refused):
    audit = audits.case_audit(reference="CA-1", audited_on=date(2010, 3, 2))
    elsewhere = cast.make_council("elsewhere")
    erasure.erase_audit(audit=audit, because="Request 4", by=lead, on=DAY)
    assert bool(refused(CASE_AUDITS, reference=reference, audited_on=day)) is is_refused
    row = {"reference": reference, "audited_on": day}
    assert not any(
        "erased on" in one.wrong
        for one in faults(CASE_AUDITS, row, against(CASE_AUDITS, row, council=elsewhere))
    )


def test_neither_does_one_bring_back_the_actions_of_that_audit(lead):
    audit = audits.case_audit(reference="CA-1", audited_on=date(2010, 3, 2))
    erasure.erase_audit(audit=audit, because="Request 4", by=lead, on=DAY)
    [(column, wrong)] = refused(AUDIT_ACTIONS, reference="CA-1", text="Ring the mother.")
    assert column == "reference" and "1 March 2022" in wrong


@pytest.mark.parametrize("kind", [WORKFORCE, DBS_REGISTER], ids=lambda kind: kind.key)
def test_a_person_comes_back_with_a_role_after_the_erasure_and_with_none_before(lead, kind):
    erased_person(lead)
    assert refused(kind, **ROLE, reference="S-17", starts_on=date(2004, 1, 5))
    assert refused(kind, name="Ann Other", reference="S-17")
    assert not refused(kind, **ROLE, reference="S-17", starts_on=LATER)
    assert not refused(kind, **ROLE, reference="S-18", starts_on=date(2004, 1, 5))


def test_a_person_who_is_on_the_register_again_is_as_anybody(lead):
    erased_person(lead)
    people.person(reference="S-17")
    assert not refused(WORKFORCE, **ROLE, reference="S-17", starts_on=date(2004, 1, 5))


def test_a_list_that_needs_the_register_names_the_erasure_too(lead):
    erased_person(lead)
    assert refused(RECHECKS, reference="S-17", submitted_on=date(2008, 1, 7))


def test_an_answer_of_the_update_service_that_was_removed_stays_away(lead):
    person = people.engagement().person
    row = {"reference": person.reference, "answer": "CURRENT", "consent_held": True}
    row["post"] = people.post("Business Support Officer")
    days = [date(2018, 1, 8), date(2019, 1, 7)]
    first, _second = (dbs.lookup(person=person, looked_on=day) for day in days)
    erasure.erase_lookup(record=first, because="Schedule", by=lead, on=DAY)
    assert [bool(refused(UPDATE_SERVICE, **row, looked_on=day)) for day in days] == [True, False]
    assert not refused(UPDATE_SERVICE, **row, looked_on=date(2017, 1, 9))


def test_no_page_and_no_file_has_the_digest_and_a_new_key_knows_it(lead, client, rotate):  # noqa: F811
    audit = audits.case_audit(reference="CA-1", audited_on=date(2010, 3, 2))
    erasure.erase_audit(audit=audit, because="Request 4", by=lead, on=DAY)
    client.force_login(cast.officer())
    page = client.get(reverse("audits:record", args=[audit.pk])).text
    assert "Reference and words removed" in page
    assert IDENTITY not in page and "rased identity" not in page
    rotate()
    assert refused(CASE_AUDITS, reference="CA-1", audited_on=DAY)
    assert "1 names of erased records: an older key" in shown()

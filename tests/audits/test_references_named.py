"""Audits named by their references, in whichever letters these are written."""

from datetime import date

import pytest

from assurance.audits.forms.learning import MeetingForm
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.samples import AuditSample
from tests.cast import make_council
from tests.make.audits import case_audit
from tests.make.people import LONG_AGO

pytestmark = pytest.mark.django_db


def test_an_audit_is_found_under_each_spelling_asked_for():
    audit, accented = case_audit(reference="Ca-1"), case_audit(reference="É-2")
    rows = CaseAudit.objects.of(make_council())
    assert rows.by_references(["CA-1", "ca-1", "É-2", "CA-9"]) == {
        **dict.fromkeys(("CA-1", "ca-1"), audit),
        "É-2": accented,
    }
    assert rows.with_reference("cA-1").get() == audit


def test_a_sample_finds_the_audit_of_a_case_in_other_letters():
    audit = case_audit(reference="Ca-1", audited_on=date(2015, 3, 2))
    sample = AuditSample(council=make_council(), references=["CA-1", "CA-2"], created_on=LONG_AGO)
    assert sample.audits() == {"CA-1": audit, "CA-2": None}


def test_a_meeting_names_an_audit_once_however_it_is_written():
    audit = case_audit(reference="Ca-1")
    form = MeetingForm({"audits": "CA-1\nca-1"}, council=make_council())
    form.is_valid()
    assert form.cleaned_data["audits"] == [audit]

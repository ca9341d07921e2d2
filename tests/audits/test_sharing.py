"""Several audits shared or recorded at once: all of them or none."""

from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules.case_audits import faults_of
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cast import officer
from tests.make.audits import case_audit

DONE, ON = date(2015, 3, 2), date(2015, 6, 1)


def audit(reference, **said):
    """An audit that was neither shared nor recorded, unless said otherwise."""
    days = {"audited_on": DONE, "shared_on": None, "recorded_on": None}
    return case_audit(reference=reference, **days | said)


def change(*audits, by=None, **said):
    """Changes `audits` as they were seen."""
    rows = [(one, one.version) for one in audits]
    doing = {"by": by or officer(), "on": ON, "faults": faults_of}
    return operations.change_several(rows=rows, **doing, **said)


@pytest.mark.django_db
def test_one_that_refuses_leaves_all_as_they_were_and_is_named():
    one, late = audit("R1"), audit("Late", audited_on=date(2015, 4, 1))
    before = HistoryEntry.objects.count()
    with pytest.raises(Refused, match="Audit Late: The audit was done on 1 April 2015"):
        change(one, late, shared_on=DONE)
    assert not CaseAudit.objects.filter(shared_on__isnull=False).exists()
    assert HistoryEntry.objects.count() == before


@pytest.mark.django_db
def test_a_withdrawn_one_is_refused_by_name():
    someone = officer()
    gone = audit("Gone", withdrawn_on=ON, withdrawn_because="Twice", withdrawn_by=someone)
    with pytest.raises(Refused, match="Audit Gone was withdrawn"):
        change(audit("R1"), gone, by=someone, shared_on=DONE)
    assert not CaseAudit.objects.filter(shared_on__isnull=False).exists()


@pytest.mark.django_db
def test_one_that_somebody_saved_first_leaves_all_as_they_were():
    one, two = audit("R1"), audit("R2")
    CaseAudit.objects.filter(pk=two.pk).update(version=5)
    with pytest.raises(EditConflict):
        change(one, two, shared_on=DONE)
    assert not CaseAudit.objects.filter(shared_on__isnull=False).exists()

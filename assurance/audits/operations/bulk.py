"""Sharing and recording several audits at once."""

from django.db import transaction

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules.bulk import faults_of
from assurance.records import history, operations
from assurance.records.record import lock
from assurance.records.refusals import refuse_if

WITHDRAWN = "was withdrawn and cannot be changed"


@transaction.atomic
def change_audits(*, rows, by, on, **fields) -> list[CaseAudit]:
    """Sets `shared_on`, `recorded_on` or both on the audits in `rows`, pairs of an audit and the
    version seen; one row of history for each. All are changed or none: refuses, naming the audit, a
    withdrawn one and days out of order. Raises `EditConflict` where somebody saved first."""
    changed = []
    for record, version in sorted(rows, key=lambda row: row[0].pk):
        audit = lock(record, version)
        refuse_if(f"{audit} {WITHDRAWN}" if audit.is_withdrawn else None)
        for sentence in faults_of(audit, fields):
            refuse_if(f"{audit}: {sentence}")
        changes = operations.change(audit, fields)
        history.record("audits.change", about=audit, by=by, on=on, changes=changes)
        changed.append(audit)
    return changed

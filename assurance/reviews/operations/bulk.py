"""Putting several findings under one theme at once."""

from django.db import transaction

from assurance.records import history, operations
from assurance.records.record import lock
from assurance.records.refusals import refuse_if
from assurance.reviews.models.findings import Finding
from assurance.reviews.rules.bulk import faults_of

WITHDRAWN = "was withdrawn and cannot be changed"


@transaction.atomic
def change_theme(*, rows, theme, by, on) -> list[Finding]:
    """Puts the findings in `rows`, pairs of a finding and the version seen, under `theme`; one row
    of history for each. All are changed or none: refuses, naming the finding, a withdrawn one and a
    theme of another review. Raises `EditConflict` where somebody saved first."""
    changed = []
    for record, version in sorted(rows, key=lambda row: row[0].pk):
        finding = lock(record, version)
        refuse_if(f"{finding} {WITHDRAWN}" if finding.is_withdrawn else None)
        for sentence in faults_of(finding, {"theme": theme}):
            refuse_if(f"{finding}: {sentence}")
        changes = operations.change(finding, {"theme": theme})
        history.record("findings.change", about=finding, by=by, on=on, changes=changes)
        changed.append(finding)
    return changed

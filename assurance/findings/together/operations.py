"""Putting several findings under one theme at once."""

from django.db import transaction

from assurance import history, writing
from assurance.findings.models import Finding
from assurance.findings.together.rules import faults_of
from assurance.records import lock
from assurance.refusals import refuse_if

WITHDRAWN = "was withdrawn and cannot be changed"


@transaction.atomic
def change_theme(*, rows, theme, by, on) -> list[Finding]:
    """Puts the findings in `rows`, pairs of a finding and the version seen, under `theme`; one row
    of history for each. All are changed or none: refuses, naming the finding, a withdrawn one and a
    theme of another review. Raises `Changed` where somebody saved first."""
    changed = []
    for record, seen in sorted(rows, key=lambda row: row[0].pk):
        finding = lock(record, seen)
        refuse_if(f"{finding} {WITHDRAWN}" if finding.is_withdrawn else None)
        for sentence in faults_of(finding, {"theme": theme}):
            refuse_if(f"{finding}: {sentence}")
        changes = writing.change(finding, {"theme": theme})
        history.record("findings.change", about=finding, by=by, on=on, changes=changes)
        changed.append(finding)
    return changed

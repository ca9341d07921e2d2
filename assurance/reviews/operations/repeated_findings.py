"""Linking a finding to the one that said the same before."""

from django.db import transaction

from assurance.records import history, writes
from assurance.records.record import lock_active
from assurance.records.refusals import refuse_if
from assurance.reviews.models.findings import Finding
from assurance.reviews.rules import repeated_findings

OTHERS = "Choose a finding of your own council."


@transaction.atomic
def link_said_before(*, record, version, said_before, by, on) -> Finding:
    """Says that `said_before` (None takes the link away) said the finding `record` before. Refuses
    one of another council, of a review that did not begin earlier, or withdrawn, and a withdrawn
    `record`. Raises `EditConflict` where somebody saved first."""
    finding = lock_active(record, version)
    theirs = said_before is not None and said_before.council_id != finding.council_id
    refuse_if(OTHERS if theirs else None, "said_before")
    refuse_if(repeated_findings.why_not_before(finding, said_before), "said_before")
    changes = writes.update(finding, {"said_before": said_before})
    history.record("findings.link_said_before", about=finding, by=by, on=on, changes=changes)
    return finding

"""What officers do with links to what shows how an action goes."""

from django.db import transaction

from assurance.audits.models.case_audits import CaseAudit
from assurance.improvement.models.follow_up import ActionEvidence
from assurance.improvement.rules import follow_up
from assurance.records import operations
from assurance.records.refusals import refuse_if


@transaction.atomic
def record_evidence(*, council, audit_reference, figure, by, on, **fields) -> ActionEvidence:
    """Links a case audit by its reference, or a figure by its key, to an `action` with what it
    `shows`. Refuses a withdrawn action, an audit that is not there or withdrawn, and anything but
    one of the two."""
    field, sentence = follow_up.why_not_one(audit_reference, figure) or ("", None)
    refuse_if(sentence, field)
    audit = None
    if audit_reference:
        audit = CaseAudit.objects.of(council).filter(reference=audit_reference).first()
        refuse_if(follow_up.why_not_audit(audit), "audit_reference")
    fields |= {"council": council, "audit": audit, "figure": figure}
    return operations.create(model=ActionEvidence, by=by, on=on, **fields)

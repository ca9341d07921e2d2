"""Issue in an emergency: one person says why it cannot wait; a second looks afterwards."""

from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.approvals import requirements
from reports.approvals import rules as rules
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.papers.models.papers import Paper


@transaction.atomic
def allow_emergency(*, paper: Paper, seen: str, reason: str, by, on: date) -> EmergencyIssue:
    """That `by` issues `paper`, sent and not approved, alone; its next edition says so, with
    `reason`. `seen` is the digest of what they read. A second call in the same round gives the row
    of the first. Raises `Refused` without a reason or the report author's sign-off, and for any
    paper that is not sent."""
    paper = locked(Paper, paper.pk)
    moved = seen != paper.frozen_digest
    waits = requirements.missing(requirements.asked_of(paper, on))
    unsigned = any(wait.wanted.is_sign_off for wait in waits)
    refuse_if(rules.why_not_emergency(paper.status, reason, unsigned, moved), "reason")
    row, is_new = EmergencyIssue.objects.get_or_create(
        paper=paper,
        round=paper.round,
        defaults={"reason": reason.strip(), "issued_by": by, "issued_on": on},
    )
    changes = history.changes({}, {"reason": row.reason} if is_new else {}, EmergencyIssue.personal)
    history.record("papers.allow_emergency", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def look_again(*, row: EmergencyIssue, outcome: str, words: str, by, on: date) -> EmergencyIssue:
    """The second look at it; refuses whoever issued, sent or edited it, and a further one."""
    locked(Paper, row.paper_id)
    row = EmergencyIssue.objects.select_related("edition", "paper").get(pk=row.pk)
    published = bool(row.edition and row.edition.published_at)
    own = row.issued_by_id == by.pk
    done = bool(row.outcome)
    refuse_if(rules.why_not_look_again(done, own, row.was_written_by(by), published))
    row.outcome, row.words, row.looked_by, row.looked_on = outcome, words.strip(), by, on
    row.save()
    values = {"outcome": row.get_outcome_display(), "words": row.words}
    changes = history.changes({}, values, EmergencyIssue.personal)
    history.record("papers.look_again", about=row, by=by, on=on, changes=changes)
    return row

"""Later values taken into a paper that was sent for approval: its words stay, its values are fixed
anew."""

from django.db import transaction

from assurance.records import history
from assurance.records.refusals import refuse_if
from reports.approvals import rounds, rules
from reports.approvals.models.approvals import Approval
from reports.approvals.newer_values import later_values
from reports.checks.paper.readiness import readiness_of
from reports.documents import digest
from reports.editions.snapshot import PUBLIC, freeze
from reports.papers.models.papers import Paper, PaperEditor
from reports.papers.models.versions import SentRound


@transaction.atomic
def take_later_values(*, paper, seen, by, on) -> Paper:
    """The sent paper with the values that its records have now; `seen` is the digest of what was
    offered. An approval whose scope prints otherwise is void, and so is one by whoever takes the
    values; an edition that was never published is dropped.

    Raises `Refused` where there is nothing later, where the records have changed again, and where
    the checks then find what keeps a paper from being sent.
    """
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    later = later_values(paper)
    offered = later.digest if later else paper.frozen_digest
    refuse_if(rules.why_not_take_later(paper.status, seen, offered, paper.frozen_digest))
    checks = readiness_of(later.manuscript, later.made)
    errors, warnings = (
        [row.fault.says for row in rows] for rows in (checks.errors, checks.warnings)
    )
    refuse_if(rules.why_not_take_found(errors, warnings))
    before = paper.frozen_digest
    paper.frozen, paper.frozen_digest = freeze(later.manuscript, later.made)
    paper.frozen["checks"] = [row.as_row() for row in checks.rows]
    paper.version += 1
    paper.save()
    rounds.discard_unpublished_edition(paper)
    _keep_round(paper, by, on)
    values = {"frozen_digest": paper.frozen_digest, **_void_touched(paper, by, on)}
    PaperEditor.objects.get_or_create(paper=paper, round=paper.round, editor=by)
    rounds.settle(paper, on)
    changes = history.changes({"frozen_digest": before}, values, rounds.PERSONAL_BY_FIELD)
    history.record("papers.take_later_values", about=paper, by=by, on=on, changes=changes)
    return paper


def _keep_round(paper, by, on):
    SentRound.objects.create(
        paper=paper,
        round=paper.round,
        sent_on=on,
        sent_by=by,
        document=paper.frozen[PUBLIC],
        digest=paper.frozen_digest,
    )


def _void_touched(paper, by, on):
    """Ends the approvals whose scope prints otherwise now, and those of `by`; their scopes."""
    touched = [
        standing_approval
        for standing_approval in paper.standing_approvals
        if (standing_approval.scope_digest or standing_approval.digest)
        != digest.digest_of(paper.frozen, standing_approval.scope)
    ]
    rows = paper.approvals.filter(pk__in=[item.pk for item in touched])
    rounds.void(rows, Approval.CHANGED, on)
    own = [
        standing_approval
        for standing_approval in paper.standing_approvals.filter(approver=by)
        if not standing_approval.is_sign_off
    ]
    rounds.void(paper.approvals.filter(pk__in=[item.pk for item in own]), Approval.EDITED, on)
    ended = [item.scope for item in (*touched, *own)]
    return {"approvals_void": ended} if ended else {}

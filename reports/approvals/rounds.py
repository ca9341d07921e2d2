"""The rows of approvals, as the operations on a paper write them: given, void, standing again."""

from django.db.models import Max

from assurance.records.personal import Personal
from reports.approvals import requirements
from reports.approvals.models.approvals import OUTSIDE, Approval
from reports.approvals.models.clearances import Clearance
from reports.documents import digest
from reports.documents.digest import WHOLE
from reports.editions.models.editions import EditionFile, Provenance
from reports.editions.snapshot import PUBLIC
from reports.papers.models.papers import Paper
from reports.papers.models.rounds import SentRound

PERSONAL_BY_FIELD = {
    "frozen_digest": Personal.NONE,
    "scopes": Personal.NONE,
    "approvals_standing": Personal.NONE,
    "approvals_void": Personal.NONE,
}


def approve(paper, by, on, *, remarks="") -> list[Approval]:
    """The approvals that `by` gives: each that is asked of them, or one of the whole."""
    query = requirements.asked_of_user(requirements.asked_of(paper, on), by)
    if paper.was_edited_by(by):
        query = [item for item in query if item.wanted.is_sign_off]
    items = [
        (item.wanted.kind, item.wanted.called, item.wanted.scope, item.in_place_of(by))
        for item in query
    ]
    return [
        _row(paper, by, on, kind, called, scope, remarks, in_place_of=holder)
        for kind, called, scope, holder in items or [("", "", WHOLE, None)]
    ]


def sign_off_by_sending(paper, by, on):
    """Where `by`, who sends `paper`, is its report author by the rule, the sign-off."""
    query = requirements.asked_of_user(requirements.asked_of(paper, on), by)
    for item in query:
        if item.wanted.is_sign_off:
            _row(paper, by, on, item.wanted.kind, item.wanted.called, item.wanted.scope, "")


def keep_round(paper, by, on):
    """Keeps what `paper` says publicly as it is fixed now."""
    fields = {"round": paper.round, "digest": paper.frozen_digest}
    SentRound.objects.create(
        paper=paper, sent_on=on, sent_by=by, document=paper.frozen[PUBLIC], **fields
    )


def found(checks):
    """(sentences of errors, sentences of warnings) of the verdict on a paper, each cause once."""
    return [[cause.sentence for cause in causes] for causes in (checks.errors, checks.warnings)]


def settle(paper, on):
    """Says in the paper's status whether every approval that it needs stands."""
    waits = requirements.missing(requirements.asked_of(paper, on))
    status = Paper.SENT if waits else Paper.APPROVED
    if status != paper.status:
        paper.status = status
        paper.save(update_fields=["status"])


def void(approvals, because, on):
    """Ends every one of `approvals`, a queryset of standing ones."""
    Approval.objects.filter(pk__in=approvals.values("pk")).update(void_on=on, void_because=because)


def end_clearances(clearances, on):
    """Ends every one of `clearances`, which their giver takes back."""
    rows = Clearance.objects.filter(pk__in=[row.pk for row in clearances])
    rows.filter(withdrawn_on__isnull=True).update(withdrawn_on=on)


def carry_over_approvals(paper, on) -> dict:
    """Lets each approval of the last round stand again whose scope prints the same, unless its
    giver has edited since; what became of each, for history."""
    before = paper.approvals.filter(round=paper.round - 1, void_because=Approval.REOPENED)
    current, ended = [], []
    for item in before.select_related("approver"):
        if item.approver and paper.was_edited_by(item.approver) and not item.is_sign_off:
            because = Approval.EDITED
        elif (item.scope_digest or item.digest) != digest.digest_of(paper.frozen, item.scope):
            because = Approval.CHANGED
        else:
            current.append(_again(item, paper))
            continue
        item.void_because = because
        item.save(update_fields=["void_because"])
        ended.append(item)
    values = {"approvals_standing": current, "approvals_void": ended}
    return {name: [row.scope for row in rows] for name, rows in values.items() if rows}


def discard_unpublished_edition(paper):
    """Drops an edition of `paper` that was frozen and never published."""
    waiting = paper.editions.filter(published_at__isnull=True)
    paper.emergency_issues.filter(edition__in=waiting).update(edition=None)
    Provenance.objects.filter(edition__in=waiting).delete()
    EditionFile.objects.filter(edition__in=waiting).delete()
    waiting.delete()


def reopen(paper, on):
    """Lets a sent `paper` be written again: approvals are void, an unpublished edition goes."""
    discard_unpublished_edition(paper)
    void(paper.standing_approvals, Approval.REOPENED, on)
    write_again(paper)


def write_again(paper):
    """The paper in a new round, nothing of it fixed."""
    paper.status, paper.sent_on, paper.sent_by = Paper.WRITING, None, None
    paper.frozen, paper.frozen_digest = None, ""
    # A correction that was given up has used later rounds.
    last = paper.editings.aggregate(last=Max("round"))["last"] or 0
    paper.round = max(paper.round, last) + 1
    paper.version += 1
    paper.save()


def approve_from_outside(paper, row, on):
    """The approval of the whole by the one without an account whom `row` asked."""
    fields = {"kind": OUTSIDE, "called": "", "scope": WHOLE, "remarks": row.remarks}
    _row(paper, None, on, outsider=row.in_words, **fields)


def _again(item, paper):
    item.pk, item._state.adding = None, True
    item.round, item.sent_by = paper.round, paper.sent_by
    item.void_on, item.void_because = None, ""
    item.save()
    return item


def _row(paper, by, on, kind, called, scope, remarks, outsider="", in_place_of=None):
    return Approval.objects.create(
        paper=paper,
        kind=kind,
        called=called,
        scope=scope,
        round=paper.round,
        approver=by,
        outsider=outsider,
        in_place_of=in_place_of,
        sent_by=paper.sent_by,
        approved_on=on,
        digest=paper.frozen_digest,
        scope_digest=digest.digest_of(paper.frozen, scope),
        remarks=remarks,
    )

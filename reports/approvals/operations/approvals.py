"""Approval: a paper is sent with its content frozen, approved, returned, taken back, corrected."""

from django.db import transaction

from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.record import locked
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.databases.request_memo import MemoScope
from assurance.runtime.typography import typographic
from reports.approvals import corrections, requirements, rounds, rules, sent_back
from reports.approvals.models.approvals import Approval
from reports.approvals.paper_state import later_values
from reports.documents import digest
from reports.editions.snapshot import assembled, freeze
from reports.editor.models import Remark
from reports.papers import lifecycle
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper, PaperEditor
from reports.verdicts.paper.verdict import Verdict, verdict_of


class StoppedByChecks(Refused):
    """A paper that cannot be sent for what the checks find; `verdict` has all of it."""

    def __init__(self, sentence, verdict: Verdict):
        super().__init__(sentence)
        self.verdict = verdict


@transaction.atomic
def send_for_approval(*, paper, by, on) -> Paper:
    """The paper with words and values frozen, and with them what the checks find and why it
    stands; raises `StoppedByChecks` naming the first error, or warning without a reason.

    An approval of an earlier round whose scope prints the same stands again; where the report
    author sends it, that is the sign-off."""
    paper = _locked(paper)
    refuse_if(lifecycle.why_not_send(paper.status, ()))
    refuse_if(lifecycle.why_not_send_correction(paper.corrects, paper.correction_note))
    manuscript = read(paper)
    with MemoScope():
        public = assembled(manuscript)
        current = verdict_of(manuscript, public)
    if why_not := lifecycle.why_not_send(paper.status, *rounds.found(current)):
        raise StoppedByChecks(why_not, current)
    content, digest = freeze(manuscript, public)
    content["checks"] = [row.as_row() for row in current.rows]
    paper.frozen, paper.frozen_digest = content, digest
    paper.status, paper.sent_on, paper.sent_by = Paper.SENT, on, by
    paper.returned_because = ""
    paper.version += 1
    paper.save()
    rounds.keep_round(paper, by, on)
    values = {"frozen_digest": digest, **rounds.carry_over_approvals(paper, on)}
    rounds.sign_off_by_sending(paper, by, on)
    rounds.settle(paper, on)
    changes = history.changes({"frozen_digest": ""}, values, rounds.PERSONAL_BY_FIELD)
    history.record("papers.send_for_approval", about=paper, by=by, on=on, changes=changes)
    return paper


@transaction.atomic
def take_back(*, paper, by, on) -> Paper:
    """The paper written again in a new round: approvals void, an unpublished edition dropped."""
    paper = _locked(paper)
    refuse_if(lifecycle.why_not_take_back(paper.status))
    rounds.reopen(paper, on)
    history.record("papers.take_back", about=paper, by=by, on=on)
    return paper


@transaction.atomic
def return_to_writers(*, paper, remarks="", paragraphs=None, by, on) -> Paper:
    """The paper back with its writers, with what an approver asks to be changed: of the whole in
    `remarks`, and of single `paragraphs` (slug of a block → words), each a comment there."""
    paper = _locked(paper)
    requests = sent_back.requests_of(paper, paragraphs or {})
    remarks = "\n".join(filter(None, (remarks.strip(), *(item.sentence for item in requests))))
    refuse_if(lifecycle.why_not_return(paper.status, remarks), "remarks")
    paper.returned_because = remarks
    sent = paper.sent_rounds.filter(round=paper.round).first()
    if sent:
        sent.returned_by, sent.returned_on, sent.returned_because = by, on, remarks
        sent.save(update_fields=["returned_by", "returned_on", "returned_because"])
    _create_comments(paper, requests, by, on)
    rounds.void(paper.standing_approvals.filter(approver=by), Approval.RETURNED, on)
    rounds.end_clearances(paper.clearances.filter(clearer=by), on)
    rounds.reopen(paper, on)
    changes = history.changes({"remarks": ""}, {"remarks": remarks}, Approval.personal)
    history.record("papers.return", about=paper, by=by, on=on, changes=changes)
    return paper


@transaction.atomic
def approve(*, paper, seen, remarks="", by, on) -> Approval:
    """The approval of the content whose digest `seen` the approver saw, the first where several are
    asked of one person. Refuses who edited the paper in this round, and whom the rule does not
    ask."""
    paper = _locked(paper)
    refuse_if(requirements.why_not_approve(paper, by, requirements.asked_of(paper, on)))
    changed = "This report has changed since you opened it. Read it again before you approve it."
    refuse_if(changed if seen != paper.frozen_digest else "")
    value = rounds.approve(paper, by, on, remarks=remarks)
    rounds.settle(paper, on)
    paper.version += 1
    paper.save()
    scopes = {"scopes": [item.scope for item in value]}
    changes = history.changes({}, scopes, rounds.PERSONAL_BY_FIELD)
    history.record("papers.approve", about=paper, by=by, on=on, changes=changes)
    return value[0]


@transaction.atomic
def begin_correction(*, paper, by, on) -> Paper:
    """The issued paper written again for a further edition; the published one stands."""
    paper = _locked(paper)
    refuse_if(lifecycle.why_not_correct(paper.status, paper.corrects))
    paper.corrects = paper.editions.published().first().number
    corrections.keep_before(paper)
    rounds.write_again(paper)
    changes = history.changes({}, {"corrects": paper.corrects}, {"corrects": Personal.NONE})
    history.record("papers.begin_correction", about=paper, by=by, on=on, changes=changes)
    return paper


@transaction.atomic
def word_correction(*, paper, note, removed=(), by, on) -> Paper:
    """The paper with what its correction changes, for readers, and the keys of the numbers that are
    `removed` for a person's sake; who words it has edited it."""
    paper = _locked(paper)
    refuse_if(lifecycle.why_not_word_correction(paper.status, paper.corrects, note), "note")
    before = {"correction_note": paper.correction_note, "numbers_removed": paper.numbers_removed}
    paper.correction_note, paper.numbers_removed = typographic(note), sorted(removed)
    paper.version += 1
    paper.save()
    PaperEditor.objects.get_or_create(paper=paper, round=paper.round, editor=by)
    after = {name: getattr(paper, name) for name in before}
    changes = history.changes(before, after, Paper.personal)
    history.record("papers.word_correction", about=paper, by=by, on=on, changes=changes)
    return paper


def _locked(paper):
    return locked(Paper, paper.pk)


def _create_comments(paper, requests, by, on):
    for item in requests:
        Remark.objects.create(
            paper=paper,
            slug=item.paragraph.slug,
            words=item.words,
            printed=item.paragraph.printed,
            sent_back_in=paper.round,
            said_by=by,
            said_on=on,
        )


@transaction.atomic
def take_later_values(*, paper, seen, by, on) -> Paper:
    """The sent paper with the values that its records have now; `seen` is the digest of what was
    offered. An approval whose scope prints otherwise is void, and so is one by whoever takes the
    values; an edition that was never published is dropped.

    Raises `Refused` where there is nothing later, where the records have changed again, and where
    the checks then find what keeps a paper from being sent.
    """
    paper = locked(Paper, paper.pk)
    later = later_values(paper)
    offered = later.digest if later else paper.frozen_digest
    refuse_if(rules.why_not_take_later(paper.status, seen, offered, paper.frozen_digest))
    checks = verdict_of(later.manuscript, later.made)
    refuse_if(rules.why_not_take_found(*rounds.found(checks)))
    before = paper.frozen_digest
    paper.frozen, paper.frozen_digest = freeze(later.manuscript, later.made)
    paper.frozen["checks"] = [row.as_row() for row in checks.rows]
    paper.version += 1
    paper.save()
    rounds.discard_unpublished_edition(paper)
    rounds.keep_round(paper, by, on)
    values = {"frozen_digest": paper.frozen_digest, **_void_touched(paper, by, on)}
    PaperEditor.objects.get_or_create(paper=paper, round=paper.round, editor=by)
    rounds.settle(paper, on)
    changes = history.changes({"frozen_digest": before}, values, rounds.PERSONAL_BY_FIELD)
    history.record("papers.take_later_values", about=paper, by=by, on=on, changes=changes)
    return paper


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

"""Approval from outside: somebody without an account is asked by name for one paper, and approves
it or sends it back by a link that works for one decision."""

from datetime import date

from django.db import transaction

from assurance.records import email_states, history
from assurance.records.personal import Personal
from assurance.records.refusals import refuse_if
from reports.approvals import invited_rules, rounds
from reports.approvals.models.external_approvers import APPROVED, RETURNED, OutsideApprover
from reports.papers import lifecycle
from reports.papers.models.papers import Paper

_PERSONAL_BY_FIELD = {**OutsideApprover.personal, "is_needed": Personal.NONE}
CHANGED = "This paper has changed since you opened it. Read it again before you decide."


@transaction.atomic
def ask_outside(
    *, paper: Paper, name: str, post: str, email: str, is_needed: bool, by, on: date
) -> OutsideApprover:
    """Somebody from outside asked to approve `paper`, whole; an e-mail with their link waits.
    `is_needed` makes the paper wait for them. Refuses a paper that is not sent, and asking the same
    twice."""
    paper = _locked(paper)
    edition = paper.next_edition
    queries = OutsideApprover.objects.active().filter(paper=paper, email=email, for_edition=edition)
    refuse_if(invited_rules.why_not_invite(paper.status, queries.exists()))
    fields = {"name": name, "post": post, "email": email, "is_needed": is_needed}
    row = OutsideApprover.objects.create(
        paper=paper,
        for_edition=edition,
        asked_by=by,
        asked_on=on,
        letter=email_states.WAITING,
        **fields,
    )
    changes = history.changes({}, fields, _PERSONAL_BY_FIELD)
    history.record("papers.ask_outside", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def ask_outside_again(*, row: OutsideApprover, by, on: date) -> OutsideApprover:
    """Somebody from outside asked once more, with a new link: their first has expired, or what they
    decided on has changed. Refuses whom nobody asks any longer, and who has approved what
    stands."""
    paper = _locked(row.paper)
    row = OutsideApprover.objects.get(pk=row.pk)
    refuse_if(invited_rules.why_not_ask_again(paper.status, row.ended_on is not None))
    refuse_if("They have approved the paper already." if _approval_of(paper, row) else "")
    row.decision, row.decided_on, row.letter, row.trouble = "", None, email_states.WAITING, ""
    row.save()
    history.record("papers.ask_outside_again", about=row, by=by, on=on)
    return row


@transaction.atomic
def end_outside(*, row: OutsideApprover, by, on: date) -> OutsideApprover:
    """Somebody from outside no longer asked; their link opens nothing, and the paper no longer
    waits for them."""
    paper = _locked(row.paper)
    row = OutsideApprover.objects.get(pk=row.pk)
    refuse_if(invited_rules.why_not_uninvite(row.ended_on is not None, bool(row.decision)))
    row.ended_by, row.ended_on = by, on
    row.link_digest, row.link_until = "", None
    row.save()
    if paper.status == Paper.SENT:
        rounds.settle(paper, on)
    changes = history.changes({}, {"ended_on": on}, {"ended_on": Personal.NONE})
    history.record("papers.end_outside", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def decide_outside(
    *, row: OutsideApprover, decision: str, seen: str, remarks: str, by, on: date
) -> OutsideApprover:
    """Their one decision on exactly what they read, whose digest is `seen`: an approval of the
    whole paper in their name, or the paper back with its writers and their remarks. Their link ends
    with it. Raises `Refused` for a second."""
    paper = _locked(row.paper)
    row = OutsideApprover.objects.select_related("paper").get(pk=row.pk)
    ended, decided = row.ended_on is not None, bool(row.decision)
    refuse_if(invited_rules.why_not_decide(paper.status, ended, decided))
    refuse_if(CHANGED if seen != paper.frozen_digest else "")
    row.decision, row.decided_on, row.remarks = decision, on, remarks.strip()
    row.link_digest, row.link_until = "", None
    row.save()
    if decision == RETURNED:
        refuse_if(lifecycle.why_not_return(paper.status, remarks), "remarks")
        paper.returned_because = remarks.strip()
        rounds.reopen(paper, on)
    if decision == APPROVED:
        rounds.approve_from_outside(paper, row, on)
        rounds.settle(paper, on)
        paper.version += 1
        paper.save()
    changes = history.changes(
        {}, {"decision": decision, "remarks": row.remarks}, _PERSONAL_BY_FIELD
    )
    history.record("papers.decide_outside", about=row, by=by, on=on, changes=changes)
    return row


def _locked(paper):
    return Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)


def _approval_of(paper, row):
    return paper.standing_approvals.filter(outsider=row.in_words).exists()

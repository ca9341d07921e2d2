"""Who is asked to one paper, to read it early or approve it from outside; and their links."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from assurance.records import history
from assurance.records.email import queue
from assurance.records.invitations import end_invitation, invite
from assurance.records.personal import Personal
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.approvals import rounds
from reports.approvals import rules as rules
from reports.approvals.models.guests import (
    APPROVED,
    LINK_EMAIL,
    RETURNED,
    EarlyReader,
    EarlyReading,
    OutsideApprover,
    PaperGuest,
)
from reports.approvals.sent_back import requests_of
from reports.papers import lifecycle
from reports.papers.models.papers import Paper

# The days of a link and of an end say nothing of who it is.
_PERSONAL_BY_FIELD = {
    **OutsideApprover.personal,
    **dict.fromkeys(("is_needed", "link_until", "ended_on"), Personal.NONE),
}
CHANGED = "This report has changed since you opened it. Read it again before you decide."


@transaction.atomic
def seal_link(
    *, row: PaperGuest, first: date | None = None, by, on: date
) -> tuple[PaperGuest, str]:
    """Gives `row` a link from the day `first` on; its words are told once and kept nowhere."""
    row = _locked(row)
    link = invite(row, rules.link_until(on, first))
    changes = history.changes({}, {"link_until": row.link_until}, _PERSONAL_BY_FIELD)
    history.record("papers.seal_link", about=row, by=by, on=on, changes=changes)
    return row, link


@transaction.atomic
def name_reader(
    *, paper: Paper, post: str, reader=None, email: str = "", from_on: date, by, on: date
) -> EarlyReader:
    """The holder of `post` on the list of early readers, by account or link; refuses an issued
    paper and naming twice."""
    paper = _locked(paper)
    whom = {"reader": reader, "email": email, "before_edition": paper.next_edition}
    named = EarlyReader.objects.active().filter(paper=paper, **whom)
    refuse_if(rules.why_not_name_reader(paper.status, named.exists()))
    fields = {"post": post, "from_on": from_on}
    row = EarlyReader.objects.create(paper=paper, asked_by=by, asked_on=on, **fields, **whom)
    if email:
        queue(row, LINK_EMAIL, on)
    changes = history.changes({}, fields, EarlyReader.personal)
    history.record("papers.name_early_reader", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def end_reader(*, row: EarlyReader, by, on: date) -> EarlyReader:
    """Somebody off the list, their link ended; refuses once the paper is issued: its list stays."""
    paper = _locked(row.paper)
    row = EarlyReader.objects.get(pk=row.pk)
    refuse_if(rules.why_not_end(row.ended_on is not None, paper.status))
    changes = _end(row, by, on)
    history.record("papers.end_early_reader", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def note_reading(*, row: EarlyReader, form: str, at: datetime, by, on: date) -> EarlyReading:
    """Keeps that somebody on the list read the paper at the moment `at`, and which words."""
    digest = row.paper.frozen_digest
    made = EarlyReading.objects.create(reader=row, read_at=at, form=form, digest=digest)
    changes = history.changes({}, {"form": form, "digest": digest}, EarlyReading.personal)
    history.record("papers.read_early", about=row, by=by, on=on, changes=changes)
    return made


@transaction.atomic
def ask_outside(
    *, paper: Paper, name: str, post: str, email: str, is_needed: bool, by, on: date
) -> OutsideApprover:
    """Somebody from outside asked to approve `paper`; refuses one not sent, and asking twice."""
    paper = _locked(paper)
    edition = paper.next_edition
    queries = OutsideApprover.objects.active().filter(paper=paper, email=email, for_edition=edition)
    refuse_if(rules.why_not_invite(paper.status, queries.exists()))
    fields = {"name": name, "post": post, "email": email, "is_needed": is_needed}
    whom = {"paper": paper, "for_edition": edition, "asked_by": by, "asked_on": on}
    row = OutsideApprover.objects.create(**whom, **fields)
    queue(row, LINK_EMAIL, on)
    changes = history.changes({}, fields, _PERSONAL_BY_FIELD)
    history.record("papers.ask_outside", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def ask_outside_again(*, row: OutsideApprover, by, on: date) -> OutsideApprover:
    """Somebody from outside asked once more, with a new link; refuses who ended or approved."""
    paper = _locked(row.paper)
    row = OutsideApprover.objects.get(pk=row.pk)
    refuse_if(rules.why_not_ask_again(paper.status, row.ended_on is not None))
    approved = paper.standing_approvals.filter(outsider=row.in_words).exists()
    refuse_if("They have approved the report already." if approved else "")
    row.decision, row.decided_on = "", None
    row.save()
    queue(row, LINK_EMAIL, on)
    history.record("papers.ask_outside_again", about=row, by=by, on=on)
    return row


@transaction.atomic
def end_outside(*, row: OutsideApprover, by, on: date) -> OutsideApprover:
    """Somebody from outside no longer asked nor waited for; their link opens nothing."""
    paper = _locked(row.paper)
    row = OutsideApprover.objects.get(pk=row.pk)
    refuse_if(rules.why_not_uninvite(row.ended_on is not None, bool(row.decision)))
    end_invitation(row)
    changes = _end(row, by, on)
    if paper.status == Paper.SENT:
        rounds.settle(paper, on)
    history.record("papers.end_outside", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def decide_outside(
    *,
    row: OutsideApprover,
    decision: str,
    seen: str,
    remarks: str,
    paragraphs: Mapping[str, str] | None = None,
    by,
    on: date,
) -> OutsideApprover:
    """Their one decision on exactly what they read, whose digest is `seen`: an approval of the
    whole paper in their name, or the paper back with its writers, with their remarks and what
    should change at single `paragraphs` (slug of a block → words). Their link ends with it. Raises
    `Refused` for a second."""
    paper = _locked(row.paper)
    row = OutsideApprover.objects.select_related("paper").get(pk=row.pk)
    ended, decided = row.ended_on is not None, bool(row.decision)
    refuse_if(rules.why_not_decide(paper.status, ended, decided))
    refuse_if(CHANGED if seen != paper.frozen_digest else "")
    requests = requests_of(paper, paragraphs or {}) if decision == RETURNED else ()
    remarks = "\n".join(filter(None, (remarks.strip(), *(item.sentence for item in requests))))
    row.decision, row.decided_on, row.remarks = decision, on, remarks
    row.save()
    end_invitation(row)
    if decision == RETURNED:
        refuse_if(lifecycle.why_not_return(paper.status, remarks), "remarks")
        paper.returned_because = remarks
        paper.sent_rounds.filter(round=paper.round).update(returned_because=remarks)
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


def _locked(row):
    return locked(type(row), row.pk)


def _end(row, by, on):
    row.ended_by, row.ended_on = by, on
    row.save(update_fields=["ended_by", "ended_on"])
    return history.changes({}, {"ended_on": on}, _PERSONAL_BY_FIELD)

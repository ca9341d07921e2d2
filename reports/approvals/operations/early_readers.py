"""Reading before issue: posts are put on a paper's list and taken off it, and each of their
readings is kept. Nothing of the paper changes by it."""

from datetime import date, datetime

from django.db import transaction

from assurance.records import email_states, history
from assurance.records.refusals import refuse_if
from reports.approvals import invited_rules as rules
from reports.approvals.models.early_readers import EarlyReader, EarlyReading
from reports.papers.models.papers import Paper


@transaction.atomic
def name_reader(
    *, paper: Paper, post: str, reader=None, email: str = "", from_on: date, by, on: date
) -> EarlyReader:
    """The holder of `post` on the list of who may read `paper` from its approval, and from the day
    `from_on`, on: by the account `reader`, or by a link that goes to `email`. Refuses an issued
    paper, and naming the same twice."""
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    whom = {"reader": reader, "email": email, "before_edition": paper.next_edition}
    named = EarlyReader.objects.active().filter(paper=paper, **whom)
    refuse_if(rules.why_not_name(paper.status, named.exists()))
    fields = {"post": post, "from_on": from_on, **whom}
    letter = email_states.WAITING if email else ""
    row = EarlyReader.objects.create(paper=paper, named_by=by, named_on=on, letter=letter, **fields)
    changes = history.changes({}, {"post": post, "from_on": from_on}, EarlyReader.personal)
    history.record("papers.name_early_reader", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def end_reader(*, row: EarlyReader, by, on: date) -> EarlyReader:
    """Somebody off the list; their link opens nothing from now on. Refuses once the paper is
    issued, whose list readers see as it was."""
    paper = Paper.objects.select_for_update(of=("self",)).get(pk=row.paper_id)
    row = EarlyReader.objects.get(pk=row.pk)
    refuse_if(rules.why_not_end(row.ended_on is not None, paper.status))
    row.ended_by, row.ended_on = by, on
    row.save(update_fields=["ended_by", "ended_on"])
    changes = history.changes({}, {"ended_on": on}, EarlyReader.personal)
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

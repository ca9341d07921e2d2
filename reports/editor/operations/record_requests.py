"""Records that a report waits for: asked of whoever may record them, or no longer asked."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from assurance.records import email, history
from assurance.records.personal import Personal
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from reports.papers import lifecycle
from reports.papers.evidence import Evidence
from reports.papers.models.papers import Paper
from reports.papers.models.record_requests import REQUESTED, RecordRequest


@transaction.atomic
def request_records(
    *, paper: Paper, rows: Iterable[Evidence], due_on: date, by, on: date
) -> list[RecordRequest]:
    """Asks for each of `rows` that is lacking, by `due_on` or the day that it is of, whichever is
    later; what was asked for already stays as it is. Gives what is new, of which one e-mail waits
    for each page of records. Raises `Refused` where the report is not being written."""
    refuse_if(lifecycle.why_not_edit(locked(Paper, paper.pk).status))
    made = []
    for row in rows:
        query = row.query
        days = {"start": query.when.start, "end": query.when.end}
        rest = {"label": row.label, "due_on": max(due_on, query.when.end)}
        request, is_new = RecordRequest.objects.get_or_create(
            paper=paper,
            key=query.key,
            cohort=query.cohort,
            **days,
            defaults={**rest, "asked_by": by, "asked_on": on},
        )
        made += [request] if is_new else []
    for request in {request.page: request for request in made}.values():
        email.queue(request, REQUESTED, on)
    if made:
        named = {"asked_for": [str(request) for request in made]}
        changes = history.changes({}, named, {"asked_for": Personal.NONE})
        history.record("papers.request_records", about=paper, by=by, on=on, changes=changes)
    return made

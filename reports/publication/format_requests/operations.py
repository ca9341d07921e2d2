"""Another format or language of a paper: asked for by anybody, answered by the clerk, and who asked
forgotten again. History holds nothing of who asked, nor what they need."""

from datetime import date

from django.db import transaction

from assurance.records import history
from assurance.records.refusals import refuse_if
from reports.papers.models.papers import Paper
from reports.publication.models import format_requests as rules
from reports.publication.models.format_requests import FormatRequest


@transaction.atomic
def ask_for_format(
    *,
    council,
    paper: Paper | None,
    about: str,
    wanted: str,
    language: str = "",
    details: str = "",
    contact: str,
    by,
    on: date,
) -> FormatRequest:
    """A request without an account for `wanted`, of `FORMATS`; refuses nothing of its form."""
    row = FormatRequest.objects.create(
        council=council,
        paper=paper,
        about=about,
        wanted=wanted,
        language=language,
        details=details,
        contact=contact,
        asked_on=on,
    )
    history.record("papers.ask_for_format", about=row, by=by, on=on)
    return row


@transaction.atomic
def answer_request(
    *, request: FormatRequest, outcome: str, said: str, by, on: date
) -> FormatRequest:
    """The request closed with what was done; raises `Refused` where it is closed already."""
    row = FormatRequest.objects.select_for_update().get(pk=request.pk)
    refuse_if(rules.why_not_answer(row.closed_on is not None, said), "said")
    row.outcome, row.said, row.closed_on, row.closed_by = outcome, said.strip(), on, by
    row.save()
    changes = history.changes({}, {"outcome": row.get_outcome_display()}, FormatRequest.personal)
    history.record("papers.answer_request", about=row, by=by, on=on, changes=changes)
    return row


@transaction.atomic
def forget_contact(*, request: FormatRequest, by, on: date) -> FormatRequest:
    """The request without who asked and their own words; raises `Refused` before its day."""
    row = FormatRequest.objects.select_for_update().get(pk=request.pk)
    refuse_if(rules.why_not_forget(row.closed_on, on))
    row.contact, row.details, row.forgotten_on = "", "", on
    row.save()
    history.record("papers.forget_contact", about=row, by=by, on=on)
    return row

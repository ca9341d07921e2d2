"""A paper as drafts are read, and as guests read it: early, or to approve it from outside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, public, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.govuk.forms import post_data
from assurance.records.history import ByLink
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import this_moment, today
from reports.approvals import rules as rules
from reports.approvals.forms.guests import OutsideDecisionForm
from reports.approvals.models.guests import EarlyReader, EarlyReading, OutsideApprover
from reports.approvals.operations import guests
from reports.approvals.paper_state import since_opened, since_seen_outside, verdict_context
from reports.approvals.report_changes import reading
from reports.approvals.sent_back import sent_paragraphs
from reports.contributions.views.links import ended, opened, private
from reports.documents import formats
from reports.documents.html import page
from reports.documents.pdf.engine import PdfFault
from reports.editions.snapshot import PUBLIC, RESTRICTED, draft, early_copy, restricted
from reports.papers.addresses import paper_address
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.models.papers import Paper

NOT_YET, NO_FILE = 403, 503
OFF = "You are no longer on the list of those who may read this report before it is published."
LINK_ENDED = "approvals/early_ended.html"


@public
def thanks(request):
    """That the decision has been received."""
    return private(render(request, "approvals/external_approval_thanks.html"))


@requires(Permission.SEE_HOME)
def signed_in(request, pk, form):
    """The paper, or its PDF, for somebody on its list who is signed in."""
    rows = EarlyReader.objects.visible_to(request.user)
    row = get_object_or_404(rows.named_to(request.user), pk=pk)
    if why := _why_off(row):
        return ended(request, row, why, LINK_ENDED)
    pdf = reverse("approvals:early-pdf", args=[pk])
    return private(_render_reading(request, row, READINGS[form], request.user, pdf))


@public
def by_link(request, sealed, form):
    """The paper, or its PDF, for somebody on its list who was sent a link."""

    def page(request, row):
        return _render_reading(request, row, READINGS[form], _by(row), pdf)

    pdf = reverse("approvals:early-link-pdf", args=[sealed])
    rows = EarlyReader.objects.opened_by(sealed)
    return opened(request, rows, sealed, page, _why_off, LINK_ENDED)


@public
def from_outside(request, sealed, form):
    """The paper with what the checks found, then their decision; or the paper as PDF."""

    def page(request, row):
        if form == "pdf":
            return _file(request, row, draft(row.paper))
        return _decision(request, row, pdf)

    pdf = reverse("approvals:outside-pdf", args=[sealed])
    rows = OutsideApprover.objects.opened_by(sealed)
    return opened(request, rows, sealed, page, _why_decided, LINK_ENDED)


def _by(row):
    return ByLink(f"link of {row.history_name}")


def _why_off(row):
    return OFF if row.ended_on else ""


def _why_decided(row):
    return rules.why_not_decide(row.paper.status, row.ended_on is not None, bool(row.decision))


def _render_reading(request, row, display, by, pdf):
    if row.is_issued:
        return redirect(paper_address(row.paper))
    if why := rules.why_not_yet(row.paper.status, row.from_on, today()):
        return _not_now(request, row, f"{why} Keep this address.", NOT_YET)
    return display(request, row, by, pdf)


def _not_now(request, row, why, status):
    context = {"why": why, "paper": row.paper, "whom": row.asked_by, "council": row.council}
    return render(request, "approvals/early_not_yet.html", context, status=status)


def _page(request, row, by, pdf):
    _note(row, EarlyReading.PAGE, by)
    context = {"row": row, "paper": row.paper, "pdf": pdf, "council": row.council}
    context |= drawn(early_copy(row.paper, row.post))
    return render(request, "approvals/early_paper.html", context)


def _pdf(request, row, by, _address):
    response = _file(request, row, early_copy(row.paper, row.post))
    if response.status_code != NO_FILE:
        _note(row, EarlyReading.PDF, by)
    return response


def _decision(request, row, pdf):
    paper, known = row.paper, row.paper.frozen_digest
    fields = {"initial": {"seen": known}, "paragraphs": sent_paragraphs(paper)}
    form = OutsideDecisionForm(post_data(request), **fields)
    if form.is_valid():
        with refusals_shown_on(form):
            guests.decide_outside(row=row, **form.decision_fields(), by=_by(row), on=today())
            return redirect("approvals:outside-thanks")
    document = draft(paper)
    since = since_opened(paper, request.POST.get("seen", "")) or since_seen_outside(paper, row)
    context = {"row": row, "form": form, "paper": paper, "council": row.council, "pdf": pdf}
    context |= {"since": since, **reading(paper, document)}
    context |= {**verdict_context(request.user, paper), **drawn(document)}
    return render(request, "approvals/external_approval.html", context)


def _file(request, row, document):
    try:
        return pdf_file(document, row.paper)
    except PdfFault as fault:
        return _not_now(request, row, f"The PDF could not be made. {fault}", NO_FILE)


def _note(row, form, by):
    guests.note_reading(row=row, form=form, at=this_moment(), by=by, on=today())


@requires(Permission.READ_DRAFTS)
def preview(request, series, slug):
    """The paper exactly as readers will have it."""
    paper = get_paper(request, series, slug)
    context = {"paper": paper, **drawn(draft(paper, PUBLIC))}
    return render(request, "approvals/preview.html", context)


@requires(Permission.READ_RESTRICTED)
def restricted_preview(request, series, slug):
    """The paper with the numbers that are not public, marked so."""
    paper = get_paper(request, series, slug)
    context = {"paper": paper, **drawn(_restricted(request, paper))}
    return _private(render(request, "approvals/preview.html", context))


@requires(Permission.READ_RESTRICTED)
def restricted_pdf(request, series, slug):
    """The restricted version as PDF, marked RESTRICTED on every page and in its name."""
    paper = get_paper(request, series, slug)
    return _private(download(request, paper, _restricted(request, paper)))


def drawn(document):
    """The parts of a document as a page shows them: opening, contents, sections."""
    screen = page.Medium(screen=True)
    return {
        "document": document,
        "opening": page.opening(document, screen),
        "contents": page.contents(document, screen),
        "sections": page.sections(document, screen),
    }


def pdf_file(document, paper):
    """A document of `paper` as a PDF to download; raises `PdfFault` where it would be faulty."""
    stem = formats.file_stem(document, paper.slug)
    response = HttpResponse(formats.pdf(document, stem), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{stem}.pdf"'
    return response


def _restricted(request, paper):
    log_access(request.user, LoggedAccess.EXEMPT, f"Restricted version of {paper}")
    edition = paper.editions.published().first() if paper.status == Paper.ISSUED else None
    return restricted(edition) if edition else draft(paper, RESTRICTED)


def download(request, paper, document):
    """A document of `paper` as PDF; where it cannot be made, the paper's page says why."""
    try:
        return pdf_file(document, paper)
    except PdfFault as fault:
        messages.error(request, f"The PDF could not be made. {fault}")
        return redirect(draft_address(paper))


def _private(response):
    response["Cache-Control"] = "no-store"
    return response


READINGS = {"page": _page, "pdf": _pdf}

"""An approved paper as those on its list read it before it is issued: signed in, or by a link."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, public, requires
from assurance.records.history import ByLink
from assurance.runtime.periods import this_moment, today
from reports.approvals import invited_rules as rules
from reports.approvals.models.early_readers import EarlyReader, EarlyReading
from reports.approvals.operations import early_readers
from reports.approvals.views.draft_reading import drawn
from reports.approvals.views.links import ended, opened
from reports.contributions.views.section import private
from reports.documents import formats
from reports.documents.pdf.file import PdfFault
from reports.editions.snapshot import early_copy
from reports.papers.addresses import paper_address

NOT_YET, NO_FILE = 403, 503
OFF = "You are no longer on the list of those who may read this paper before it is published."


@requires(Permission.SEE_HOME)
def read(request, pk):
    """The paper, for somebody on its list who is signed in."""
    return _signed_in(request, pk, _page)


@requires(Permission.SEE_HOME)
def read_pdf(request, pk):
    """The same as PDF."""
    return _signed_in(request, pk, _pdf)


@public
def by_link(request, sealed):
    """The paper, for somebody on its list who was sent a link."""
    return opened(request, _of_link, sealed, _by_link(sealed, _page), _why_ended)


@public
def by_link_pdf(request, sealed):
    """The same as PDF."""
    return opened(request, _of_link, sealed, _by_link(sealed, _pdf), _why_ended)


def _of_link(sealed):
    return EarlyReader.objects.opened_by(sealed).first()


def _signed_in(request, pk, display):
    rows = EarlyReader.objects.visible_to(request.user)
    row = get_object_or_404(rows.named_to(request.user), pk=pk)
    if why := _why_ended(row):
        return ended(request, row, why)
    pdf = reverse("papers:early-pdf", args=[pk])
    return private(_render_reading(request, row, display, request.user, pdf))


def _by_link(sealed, display):
    pdf = reverse("papers:early-link-pdf", args=[sealed])
    return lambda request, row: _render_reading(
        request, row, display, ByLink(f"link of {row.history_name}"), pdf
    )


def _why_ended(row):
    return OFF if row.ended_on else ""


def _render_reading(request, row, display, by, pdf):
    if row.is_issued:
        return redirect(paper_address(row.paper))
    if why := rules.why_not_yet(row.paper.status, row.from_on, today()):
        return _not_now(request, row, f"{why} Keep this address.", NOT_YET)
    return display(request, row, by, pdf)


def _not_now(request, row, why, status):
    context = {"why": why, "paper": row.paper, "whom": row.named_by, "council": row.council}
    return render(request, "approvals/early_not_yet.html", context, status=status)


def _page(request, row, by, pdf):
    early_readers.note_reading(row=row, form=EarlyReading.PAGE, at=this_moment(), by=by, on=today())
    context = {"row": row, "paper": row.paper, "pdf": pdf, "council": row.council}
    context |= drawn(early_copy(row.paper, row.post))
    return render(request, "approvals/early_paper.html", context)


def _pdf(request, row, by, _address):
    document = early_copy(row.paper, row.post)
    stem = formats.file_stem(document, row.paper.slug)
    try:
        content = formats.pdf(document, stem)
    except PdfFault as fault:
        return _not_now(request, row, f"The PDF could not be made. {fault}", NO_FILE)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{stem}.pdf"'
    early_readers.note_reading(row=row, form=EarlyReading.PDF, at=this_moment(), by=by, on=today())
    return response

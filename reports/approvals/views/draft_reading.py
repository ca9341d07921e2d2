"""A paper read before it is issued: exactly as readers will have it, and, for those with the grant,
with the numbers that are withheld from them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from assurance.accounts.access import Permission, requires
from reports.documents import formats
from reports.documents.html import page
from reports.documents.pdf.file import PdfFault
from reports.editions.snapshot import PUBLIC, RESTRICTED, draft, restricted
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.models.papers import Paper


@requires(Permission.READ_DRAFTS)
def preview(request, series, slug):
    """The paper exactly as readers will have it."""
    paper = get_paper(request, series, slug)
    context = {"paper": paper, **drawn(draft(paper, PUBLIC))}
    return render(request, "approvals/preview.html", context)


@requires(Permission.READ_DRAFTS)
def draft_pdf(request, series, slug):
    """The draft as PDF, marked DRAFT on every page, in its title and in its name."""
    paper = get_paper(request, series, slug)
    return _download(request, paper, draft(paper, PUBLIC))


@requires(Permission.READ_RESTRICTED)
def restricted_preview(request, series, slug):
    """The paper with the numbers that are not public, marked so."""
    paper = get_paper(request, series, slug)
    context = {"paper": paper, **drawn(_restricted(paper))}
    return _private(render(request, "approvals/preview.html", context))


@requires(Permission.READ_RESTRICTED)
def restricted_pdf(request, series, slug):
    """The restricted version as PDF, marked RESTRICTED on every page and in its name."""
    paper = get_paper(request, series, slug)
    return _private(_download(request, paper, _restricted(paper)))


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


def _restricted(paper):
    edition = paper.editions.published().first() if paper.status == Paper.ISSUED else None
    return restricted(edition) if edition else draft(paper, RESTRICTED)


def _download(request, paper, document):
    try:
        return pdf_file(document, paper)
    except PdfFault as fault:
        messages.error(request, f"The PDF could not be made. {fault}")
        return redirect(draft_address(paper))


def _private(response):
    response["Cache-Control"] = "no-store"
    return response

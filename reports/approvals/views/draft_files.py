"""The draft of a report as PDF: the file where it is there, and the page that waits for it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.govuk.parts import part_or_page
from reports.approvals import jobs
from reports.approvals.views.guest_reading import download
from reports.documents import formats
from reports.editions.snapshot import PUBLIC, draft
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.models.papers import Paper

NOT_MADE = "The PDF could not be made. {}"


@requires(Permission.READ_DRAFTS)
def draft_pdf(request, series, slug):
    """The draft as PDF, marked DRAFT on every page, in its title and in its name: at once where it
    was made of these words before."""
    paper = get_paper(request, series, slug)
    document = draft(paper, PUBLIC)
    if paper.status == Paper.ISSUED:
        return download(request, paper, document)
    file = jobs.file_of(paper, document)
    if file.content:
        stem = formats.file_stem(document, paper.slug)
        response = HttpResponse(bytes(file.content), content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="{stem}.pdf"'
        response["Cache-Control"] = "private, no-store"
        return response
    if file.trouble:
        messages.error(request, NOT_MADE.format(file.trouble))
        return redirect(draft_address(paper))
    return redirect("approvals:draft-pdf-wait", series, slug)


@requires(Permission.READ_DRAFTS)
def wait(request, series, slug):
    """How far the PDF of the draft is; a page that is open asks for its part again."""
    paper = get_paper(request, series, slug)
    is_issued = paper.status == Paper.ISSUED
    file = None if is_issued else jobs.file_of(paper, draft(paper, PUBLIC))
    context = {
        "paper": paper,
        "is_ready": is_issued or bool(file.content),
        "trouble": NOT_MADE.format(file.trouble) if file and file.trouble else "",
        "is_late": not is_issued and jobs.is_late(file),
        "back": draft_address(paper),
    }
    part, page = "approvals/draft_file_state.html", "approvals/draft_file.html"
    return part_or_page(request, part, page, context)


@require_POST
@requires(Permission.READ_DRAFTS)
def make_now(request, series, slug):
    """Makes the PDF while the browser waits, where no worker does."""
    paper = get_paper(request, series, slug)
    jobs.make_draft_file.call(paper.pk)
    return redirect("approvals:draft-pdf", series, slug)

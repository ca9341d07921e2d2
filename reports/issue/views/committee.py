"""The files of a report for a committee system, as one download."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.records.refusals import Refused
from reports.documents.pdf.engine import PdfFault
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.issue.committee_files import committee_files, exempt_files
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.models.papers import Paper


@requires(Permission.READ_DRAFTS)
def of_edition(request, series, slug, number):
    """The files of one edition that is public; 404 for one that was removed."""
    edition = _edition(request, series, slug, number)
    return _sent(request, edition.paper, lambda: committee_files(edition.paper, edition))


@requires(Permission.READ_DRAFTS)
def of_draft(request, series, slug):
    """The files of a report that is not published yet, each marked as a draft."""
    paper = get_paper(request, series, slug)
    if paper.status == Paper.ISSUED:
        raise Http404
    return _sent(request, paper, lambda: committee_files(paper))


@requires(Permission.READ_ISSUED)
def exempt(request, series, slug, number):
    """The exempt annexes of an edition that this person is entitled to; 404 where there is none."""
    edition = _edition(request, series, slug, number)
    rows = list(ExemptAnnex.objects.visible_to(request.user).of_edition(edition))
    if not rows:
        raise Http404
    log_access(request.user, LoggedAccess.EXEMPT, f"Annexes of {edition} as files", len(rows))
    return _sent(request, edition.paper, lambda: exempt_files(edition, rows))


def _edition(request, series, slug, number):
    rows = Edition.objects.visible_to(request.user).active().of_paper(series, slug)
    return get_object_or_404(rows, number=number)


def _sent(request, paper, made):
    try:
        file = made()
    except (PdfFault, Refused) as fault:
        messages.error(request, f"The files could not be made. {fault}")
        return redirect(draft_address(paper))
    response = HttpResponse(file.content, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response["Cache-Control"] = "private, no-store"
    return response

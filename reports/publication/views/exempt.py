"""Exempt annexes: read by those who are entitled, at addresses of their own that hold no council
and are in no public file; and who is entitled."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from assurance.accounts.access import Permission, requires
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.accounts.models.accounts import User
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.documents.document import from_json
from reports.documents.html import page as html
from reports.editions.models.exempt import ExemptAnnex
from reports.editor.forms.enclosures import ExemptReadersForm
from reports.editor.operations import enclosures
from reports.papers.addresses import edition_address
from reports.papers.draft_pages import draft_address, get_paper, page


@requires(Permission.READ_ISSUED)
def show(request, series, slug, number, place):
    """One exempt annex; 404 for who is not entitled, and once the edition was removed."""
    rows = ExemptAnnex.objects.visible_to(request.user).at(series, slug, number, place)
    row = get_object_or_404(rows)
    get_object_or_404(
        ExemptAnnex.objects.visible_to(request.user).of_edition(row.edition), pk=row.pk
    )
    context = {
        "row": row,
        "words": html.block(from_json(row.section), html.Medium(screen=True)),
        "back": edition_address(row.edition),
    }
    log_access(request.user, LoggedAccess.EXEMPT, f"Annex of {row.edition}")
    response = render(request, "publication/exempt.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@requires(Permission.ISSUE_PAPERS)
def readers(request, series, slug):
    """Who may read the exempt annexes of a paper."""
    paper = get_paper(request, series, slug)
    people = User.objects.visible_to(request.user)
    named = {"readers": [exempt_reader.reader_id for exempt_reader in paper.exempt_readers.all()]}
    form = ExemptReadersForm(post_data(request), people=people, initial=named)
    if form.is_valid():
        with refusals_shown_on(form):
            chosen = list(form.cleaned_data["readers"])
            enclosures.name_readers(paper=paper, readers=chosen, by=request.user, on=today())
            messages.success(request, "The list of readers has been kept.")
            return redirect(draft_address(paper))
    return page(request, form, "Who may read exempt annexes", paper)

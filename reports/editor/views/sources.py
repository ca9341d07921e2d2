"""The pages of the sources of typed numbers of a draft: listed, added, changed."""

from collections import Counter

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editor.forms.sources import SourceForm
from reports.editor.operations import sources as operations
from reports.papers.draft_pages import address, get_paper, page
from reports.papers.manuscript import read
from reports.papers.source_faults import sources_of


@requires(Permission.COMPOSE_PAPERS)
def listed(request, series, slug):
    """The sources of the typed numbers of a paper, and the form of a new one."""
    paper = get_paper(request, series, slug)
    form = SourceForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            operations.add_source(paper=paper, by=request.user, on=today(), **form.source())
            messages.success(request, "The source has been added.")
            return redirect("editor:sources", *address(paper))
    used = Counter(name for block in read(paper).blocks for name in sources_of(block))
    rows = [(source, used[source.slug]) for source in paper.sources.all()]
    more = {"template": "editor/sources.html", "rows": rows}
    return page(request, form, "Sources of typed numbers", paper, **more)


@requires(Permission.COMPOSE_PAPERS)
def change(request, series, slug, source):
    """One source changed: its kind, words and date."""
    paper = get_paper(request, series, slug)
    row = get_object_or_404(paper.sources, slug=source)
    form = SourceForm(post_data(request), source=row)
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {"seen": form.seen(), **form.source()}
            operations.change_source(source=row, by=request.user, on=today(), **fields)
            messages.success(request, "The source has been changed.")
            return redirect("editor:sources", *address(paper))
    return page(request, form, "Change a source", paper)

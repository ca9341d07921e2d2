"""The page on which a section is marked as completed, or to be come back to."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import Refused
from assurance.runtime.periods import today
from reports.editor.outline import arranged
from reports.editor.sections import operations
from reports.editor.sections.forms import CompletedForm
from reports.editor.sections.sections import sections_of
from reports.editor.sections.states import mark_states, shown_digest
from reports.papers.draft_pages import address, get_paper

COMPLETED = "“{}” is marked as completed."
LATER = "“{}” is not marked as completed: come back to it later."


@requires(Permission.COMPOSE_PAPERS)
def mark(request, series, slug, section):
    """Whether a section is completed, asked on its own page and below its text."""
    paper = get_paper(request, series, slug)
    current = next((row for row in sections_of(arranged(paper)) if row.slug == section), None)
    if current is None or paper.frozen:
        raise Http404
    state = mark_states(paper).get(section)
    form = completed_form(paper, current, state, post_data(request))
    to = reverse("editor:section", args=(*address(paper), section))
    if form.is_valid():
        try:
            messages.success(request, _save(request.user, paper, current, state, form))
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return redirect(to)
        return redirect("report-job", series, slug)
    context = {"form": form, "heading": current.title, "caption": paper.title, "back": to}
    return render(request, "layouts/form.html", context)


def completed_form(paper, section, state, data=None) -> CompletedForm:
    """The question whether a section of `paper` is completed, as it reads on the page."""
    own = reverse("editor:mark-section", args=(*address(paper), section.slug))
    is_marked = bool(state and state.is_current)
    return CompletedForm(data, seen=shown_digest(section), is_marked=is_marked, action=own)


def _save(by, paper, section, state, form):
    """The sentence that says what has been done."""
    own = {"paper": paper, "slug": section.slug, "by": by, "on": today()}
    if form.is_completed:
        operations.complete_section(seen=form.cleaned_data["seen"], **own)
        return COMPLETED.format(section.title)
    if state:
        operations.reopen_section(**own)
    return LATER.format(section.title)

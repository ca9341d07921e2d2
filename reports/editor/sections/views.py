"""The pages on which a section is marked as completed and a proposed sentence is kept."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import Refused
from assurance.runtime.periods import today
from reports.editor.outline import arranged
from reports.editor.sections import kept_sentences, operations
from reports.editor.sections.forms import CompletedForm, ProposedSentenceForm
from reports.editor.sections.sections import sections_of
from reports.editor.sections.states import mark_states, shown_digest
from reports.papers.assembly.parts.proposed_sentences import (
    PROPOSED_SENTENCE,
    is_listed,
    is_proposed,
    proposed_parts,
)
from reports.papers.draft_pages import address, draft_address, get_paper, save_or_show
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.wording.block_names import part_name

COMPLETED = "“{}” is marked as completed."
KEPT = "The sentence is part of the report now, as if it had been typed."
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


@requires(Permission.COMPOSE_PAPERS)
def keep_sentence(request, series, slug, part):
    """The sentence that the template proposes for an empty part: kept, or the part is written."""
    paper = get_paper(request, series, slug)
    manuscript = read(paper)
    current = manuscript.template.part(part)
    if paper.status != Paper.WRITING or not (current and current.when_empty):
        raise Http404
    from_checks = request.GET.get("back") == "checks"
    if not is_proposed(current, manuscript):
        written = draft_address(paper, f"part-{part}")
        return redirect(_in_the_checks(paper) if from_checks else written)
    form = ProposedSentenceForm(post_data(request), sentence=current.when_empty)

    def save():
        own = {"paper": paper, "by": request.user, "on": today()}
        sentence = form.cleaned_data["sentence"]
        return kept_sentences.keep_sentence(slug=part, sentence=sentence, **own)

    more = {"sentence": current.when_empty, "template": "editor/proposed_sentence.html"}
    more["listed"], more["part"] = is_listed(current), part
    if from_checks:
        more["back"] = more["cancel_url"] = _in_the_checks(paper)
    answer = save_or_show(request, form, part_name(current), paper, save, KEPT, **more)
    return redirect(_in_the_checks(paper)) if from_checks and answer.status_code == 302 else answer


def _in_the_checks(paper):
    """The page of the checks, at what else has a proposed sentence, or else at its errors."""
    place = f"errors-{PROPOSED_SENTENCE}" if proposed_parts(read(paper)) else "errors"
    return f"{reverse('verdicts:checks', args=address(paper))}#{place}"

"""Pages of the next paper: started from the last, and its carried text confirmed."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.documents.html import page as html
from reports.documents.html.places import places
from reports.editions.snapshot import draft
from reports.editor.carry_forward import operations
from reports.editor.carry_forward.forms import CarriedForm, NextForm
from reports.editor.carry_forward.review import to_confirm
from reports.editor.commitment_detection import paragraphs_of
from reports.editor.outline import name_of
from reports.papers.draft_pages import draft_address, get_paper, page
from reports.papers.models.commitments import Commitment

STARTED = "The paper has been started from the last one: every figure is counted at its new days."
CONFIRMED = "The carried text that you have looked at is confirmed."
SOME_LEFT = "What you did not tick still waits for a look."
OUTCOMES_SAVED = "What became of what was promised has been saved."
NOTHING = "Nothing was ticked, so nothing has been confirmed."


@requires(Permission.COMPOSE_PAPERS)
def start_next(request, series, slug):
    """The next paper of the series, from the paper at this address."""
    before = get_paper(request, series, slug)
    form = NextForm(post_data(request), council=request.user.council, before=before)
    if form.is_valid():
        with refusals_shown_on(form):
            paper = operations.start_next(
                before=before,
                details=form.details(),
                names=form.named,
                meeting_on=form.cleaned_data["meeting_on"],
                by=request.user,
                on=today(),
            )
            messages.success(request, STARTED)
            return redirect(draft_address(paper))
    back = {"back": reverse("editor:list"), "cancel_url": draft_address(before)}
    context = {"form": form, "heading": "Start the next paper", "before": before, **back}
    return render(request, "editor/next_paper.html", context)


@requires(Permission.COMPOSE_PAPERS)
def confirm(request, series, slug):
    """All carried text that waits for a look, and what was promised for this paper."""
    paper = get_paper(request, series, slug)
    form = CarriedForm(post_data(request), rows=to_confirm(paper), **_promised(request, paper))
    if form.is_valid():
        with refusals_shown_on(form):
            version, answers = form.seen(), form.answers()
            if version or answers:
                fields = {"seen": version, "answers": answers, "by": request.user, "on": today()}
                operations.confirm_carried(paper=paper, **fields)
            messages.success(
                request, CONFIRMED if version else OUTCOMES_SAVED if answers else NOTHING
            )
            return _back(request, paper, to_confirm(paper))
    context = {"template": "editor/carry_forward.html", **_render_entries(form, draft(paper))}
    return page(request, form, "Confirm the carried text", paper, **context)


def _promised(request, paper):
    """What the form asks of the promises that nobody has answered."""
    rows = Commitment.objects.visible_to(request.user).due_for(paper)
    waiting = rows.unanswered_in(paper).with_papers()
    return {"promises": waiting, "paragraphs": paragraphs_of(paper) if waiting else ()}


def _back(request, paper, left):
    if left:
        messages.warning(request, SOME_LEFT)
        return redirect("editor:carried", paper.series.slug, paper.slug)
    return redirect(draft_address(paper))


def _render_entries(form, document):
    """The entries of the page, each as readers will have it: what needs a look, and the rest."""
    known, medium = places(document), html.Medium(screen=True)
    entries = [
        {
            "row": row,
            "boxes": boxes,
            "seen": version,
            "name": name_of(row.block.kind, row.address.label, row.address.number),
            "words": _printed(row, known, medium),
        }
        for row, version, boxes in form.entries()
    ]
    return {
        "asked": [entry for entry in entries if entry["boxes"]],
        "rest": [entry for entry in entries if not entry["boxes"]],
        "count": sum(len(entry["boxes"]) for entry in entries),
        "promised": form.asked_of(),
    }


def _printed(row, known, medium):
    """A carried block as readers will have it; of a section or an annex, what is its own alone."""
    if row.block.kind == "section":
        return ""
    own = f"{row.address.anchor}-text" if row.block.kind == "annex" else row.address.anchor
    return html.block(known[own].thing, medium) if own in known else ""

"""Pages of the next paper: started from the last, and its copied text confirmed."""

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
from reports.editor.carry_forward.forms import CarriedForm
from reports.editor.carry_forward.next_form import NextForm
from reports.editor.carry_forward.review import origin_of, sections_to_confirm
from reports.editor.commitment_detection import paragraphs_of
from reports.papers.draft_pages import draft_address, get_paper, page
from reports.papers.models.commitments import Commitment
from reports.papers.rules.deadlines import texts_due
from reports.papers.wording.block_names import name_of
from reports.quotable.insertion.typed_numbers import may_hold_typed

STARTED = (
    "The report has been started from the last one: its figures are counted at their new dates."
)
CONFIRMED = "The copied text is marked as looked at."
OUTCOMES_SAVED = "The outcomes of commitments have been saved."
NOTHING = "Nothing was answered, so nothing has been saved."


@requires(Permission.COMPOSE_PAPERS)
def start_next(request, series, slug):
    """The next report of the series, from the one at this address."""
    before = get_paper(request, series, slug)
    form = NextForm(post_data(request), before=before, day=today())
    if form.is_valid():
        own = {"by": request.user, "on": today(), "lists": form.cleaned_data.get("lists", ())}
        with refusals_shown_on(form):
            paper = operations.start_next(
                before=before,
                details=form.details(),
                names=form.named,
                template=form.cleaned_data.get("template"),
                meeting_on=form.meeting_day,
                evidence=form.to_ask(),
                due_on=texts_due(form.chosen.steps(today()), today()),
                asks_writers=form.asks_writers,
                **own,
            )
            messages.success(request, STARTED)
            return redirect("report-job", paper.series.slug, paper.slug)
    printed, folded = form.date_rows
    context = {"form": form, "before": before, "shown": printed, "folded": folded}
    context |= {"report": form.chosen, "cancel_url": draft_address(before)}
    context |= {"back": reverse("editor:list"), "mentions": form.chosen.mentions(today())}
    return render(request, "editor/next_report.html", context)


@requires(Permission.COMPOSE_PAPERS)
def copied(request, series, slug):
    """The sections with copied text that waits for a look, and what was promised for this report:
    one press answers it and confirms what has nothing to check, or all that the `whole` shows."""
    paper = get_paper(request, series, slug)
    sections = sections_to_confirm(paper)
    is_whole = "whole" in request.GET
    rows = [row for row in sections if is_whole or not row.count]
    blocks = [block for section in rows for block in section.blocks]
    form = CarriedForm(post_data(request), rows=blocks, **_promised(request, paper))
    if form.is_valid() and _save(request, paper, form):
        is_more = sections_to_confirm(paper) or len(form.answers()) < len(form.promises)
        return redirect("editor:carried" if is_more else "editor:draft", series, slug)
    context = {"template": "editor/copied.html", "promised": form.asked_of(), "rows": rows}
    context |= {"sections": [row for row in sections if row.count], "is_whole": is_whole}
    context |= {"entries": _entries(blocks, draft(paper), form) if is_whole else ()}
    return page(request, form, "Check the copied text", paper, **context)


@requires(Permission.COMPOSE_PAPERS)
def copied_section(request, series, slug, section):
    """The copied text of one section beside last time's, confirmed in one press."""
    paper = get_paper(request, series, slug)
    sections = sections_to_confirm(paper)
    place = next((at for at, row in enumerate(sections) if row.slug == section), None)
    if place is None:
        return redirect("editor:carried", series, slug)
    current = sections[place]
    following = next(
        (row for row in (*sections[place + 1 :], *sections[:place]) if row.count), None
    )
    form = CarriedForm(post_data(request), rows=current.blocks)
    if form.is_valid() and _save(request, paper, form):
        if any(row.slug == section for row in sections_to_confirm(paper)):
            messages.warning(request, operations.CHANGED)
            following = current
        return redirect(*_page_after(paper, following))
    context = {"template": "editor/copied_section.html", "section": current}
    context |= {"following": following, "entries": _entries(current.blocks, draft(paper), form)}
    texts = (row.block for row in current.blocks)
    context |= {"before": origin_of(paper), "has_typed": any(map(may_hold_typed, texts))}
    return page(request, form, current.title, paper, **context)


def _save(request, paper, form):
    """Whether what the page showed is confirmed, and what it answered is saved; a refusal is
    shown on the form."""
    visited, answers = form.seen(), form.answers()
    with refusals_shown_on(form):
        if visited or answers:
            fields = {"seen": visited, "answers": answers, "by": request.user, "on": today()}
            operations.confirm_carried(paper=paper, **fields)
        messages.success(request, CONFIRMED if visited else OUTCOMES_SAVED if answers else NOTHING)
    return form.is_valid()


def _promised(request, paper):
    """What the form asks of the promises that nobody has answered."""
    rows = Commitment.objects.visible_to(request.user).due_for(paper)
    waiting = rows.unanswered_in(paper).with_papers()
    return {"promises": waiting, "paragraphs": paragraphs_of(paper) if waiting else ()}


def _page_after(paper, following):
    own = (paper.series.slug, paper.slug)
    return (
        ("editor:carried-section", *own, following.slug) if following else ("editor:carried", *own)
    )


def _entries(blocks, document, form):
    """Each block of the page as readers will have it, with its sentences beside last time's."""
    known, medium = places(document), html.Medium(screen=True)
    return [
        {
            "row": row,
            "seen": mark,
            "name": name_of(row.block.kind, row.address.label, row.address.number),
            "words": "" if row.asked else _printed(row, known, medium),
        }
        for row, mark in zip(blocks, form.marks(), strict=True)
    ]


def _printed(row, known, medium):
    """A copied block as readers will have it; of a section or an annex, what is its own alone."""
    if row.block.kind == "section":
        return ""
    own = f"{row.address.anchor}-text" if row.block.kind == "annex" else row.address.anchor
    return html.block(known[own].thing, medium) if own in known else ""

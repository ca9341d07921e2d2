"""Pages of a block, added or changed beside its preview; and of several, shown as split."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, requires
from assurance.accounts.history_page import about
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.documents.html import page as html
from reports.editor import autosave
from reports.editor.forms.blocks import SeveralForm
from reports.editor.forms.tables import FORMS_BY_KIND, kind_of_form
from reports.editor.operations import block_order
from reports.editor.preview import BlockPreview, is_too_long, preview
from reports.editor.ready_made.catalogue import offers
from reports.editor.views.block_page import (
    aids,
    as_typed,
    form_of,
    in_place,
    is_right,
    keep_view,
    kept_at,
    taken_elsewhere,
    taken_up,
    thrown_away,
)
from reports.editor.views.block_page import offered_unsaved as offered
from reports.editor.views.figure_insertion import PROPOSED, begun, with_figure
from reports.language.block_data import HEADLINES
from reports.language.labels import name_for
from reports.language.template import WRITTEN
from reports.language.text import tidy
from reports.papers.draft_pages import draft_address, found_block, get_paper, page, placed, saved
from reports.papers.manuscript import read
from reports.papers.operations import papers
from reports.papers.wording.block_names import KINDS, called
from reports.quotable.chips import labelled
from reports.quotable.insertion.typed_numbers import typed_in

ARTICLES = {"annex": "an ", "headlines": ""}
ADDED = "It has been added."
CHANGED = "Your change has been saved."
CONFLICT = 409


@requires(Permission.COMPOSE_PAPERS)
def add(request, series, slug, kind):
    """A new block of a kind, in the part, parent and place that the address asks for."""
    paper = get_paper(request, series, slug)
    if kind not in FORMS_BY_KIND:
        raise Http404
    keep_view(request)
    place = placed(request, paper)
    at = autosave.new_place(kind, *place.names())
    if back := thrown_away(request, paper, at):
        return back
    existing = kept_at(request, paper, at)
    manuscript = read(paper)
    begins = {**begun(request, manuscript, kind), **taken_up(request, existing)}
    form = form_of(request, FORMS_BY_KIND[kind], manuscript, **begins)
    if is_right(form):
        done = saved(request, form, lambda: _added(request, paper, kind, form, place), ADDED)
        if done:
            autosave.forget(paper, request.user, at)
            return done
    heading = f"Add {ARTICLES.get(kind, 'a ')}{KINDS[kind].lower()}"
    more = {**aids(manuscript, kind, form, place=place), **offered(request, existing, form)}
    more["ready"] = list(offers(request, manuscript, kind))
    return page(request, form, heading, paper, **(more | in_place(request, kind)))


@requires(Permission.COMPOSE_PAPERS)
def change(request, series, slug, block):
    """A block with its preview and figures; 409 with both wordings where another saved first."""
    if back := taken_elsewhere(request, series, slug, block):
        return back
    row = found_block(request, series, slug, block)
    keep_view(request)
    at = autosave.block_place(row.slug)
    if back := thrown_away(request, row.paper, at):
        return back
    existing = kept_at(request, row.paper, at)
    form_class = FORMS_BY_KIND[kind_of_form(row.kind, row.data)]
    manuscript = read(row.paper)
    begins, row_of = with_figure(request, row, form_class, manuscript)
    begins |= taken_up(request, existing, row.version)
    form = form_of(request, form_class, manuscript, block=row, **begins)
    if is_right(form):
        done = saved(request, form, lambda: _changed(request, row, form), CHANGED)
        if done:
            if done.status_code != CONFLICT:
                autosave.forget(row.paper, request.user, at)
            return done
    more = {"row_of": row_of, **offered(request, existing, form)}
    return _editor(request, row, form, manuscript, **more)


@requires(Permission.COMPOSE_PAPERS)
def headlines(request, series, slug):
    """The headline figures that open the report: their page, or that on which they are chosen."""
    paper = get_paper(request, series, slug)
    manuscript = read(paper)
    block = next((block for block in manuscript.blocks if block.kind == HEADLINES), None)
    if block:
        return redirect("editor:block", series, slug, block.slug)
    part = next(part.slug for part in manuscript.template.parts if part.kind in WRITTEN)
    add = reverse("editor:add-block", args=(series, slug, HEADLINES))
    return redirect(f"{add}?{urlencode({'part': part, PROPOSED: 'yes'})}")


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def previewed(request, series, slug, kind):
    """A block as readers would have it as typed: the part of a page beside the editor."""
    paper = get_paper(request, series, slug)
    if kind not in FORMS_BY_KIND:
        raise Http404
    manuscript, written, sentences = as_typed(request.POST, read(paper), kind)
    made = preview(manuscript, written) if written else BlockPreview(None, ())
    wrong = [*sentences, *(problem.sentence for problem in made.problems)]
    context = {
        "shown": html.block(made.shown, html.Medium(screen=True)) if made.shown else "",
        "sentences": list(dict.fromkeys(wrong)),
        "found": made.found,
        "is_too_long": written is not None and is_too_long(written),
        "typed": typed_in(manuscript, written) if written else (),
    }
    return render(request, "editor/block_preview.html", context)


def _editor(request, row, form, manuscript, **more):
    """The page of a block that stands: its form, what can be put in, its history."""
    helps = aids(manuscript, kind_of_form(row.kind, row.data), form, row=row)
    back = draft_address(row.paper, f"line-{row.slug}")
    more |= {**helps, "entries": labelled(manuscript, about(row)), "back": back, "cancel_url": back}
    more |= in_place(request, row.kind)
    return page(request, form, f"Change {called(manuscript, row)}", row.paper, **more)


def _changed(request, row, form):
    return papers.change_block(
        block=row,
        version=form.cleaned_data["version"],
        words=form.words(),
        by=request.user,
        on=today(),
    )


def _added(request, paper, kind, form, place):
    """The new block, or the one there with the same words, where the page was sent twice."""
    block = _new_block(paper, kind, form.words(), place)
    twin = paper.blocks.twin_of(block, place.after)
    if twin:
        return twin
    fields = {"by": request.user, "on": today()}
    return papers.add_block(paper=paper, after=place.after, block=block, **fields)


def _new_block(paper, kind, text, place):
    first = text["heading"] or text["text"] or text["data"].get("caption", "")
    return {
        **text,
        "text": tidy(text["text"]),
        "slug": name_for(first, kind, set(paper.blocks.names())),
        "kind": "table" if kind == "cells" else kind,
        "part": place.part,
        "parent": place.parent,
    }


@requires(Permission.COMPOSE_PAPERS)
def add_several(request, series, slug):
    """Blocks typed or pasted at once, in the part, parent and place that the address asks for."""
    paper = get_paper(request, series, slug)
    form = SeveralForm(post_data(request))
    display = None
    if form.is_valid():
        display = form.cleaned_data["text"]
        if form.was_shown:
            with refusals_shown_on(form):
                place = vars(placed(request, paper))
                fields = {"pieces": display.pieces, "by": request.user, "on": today()}
                added = block_order.add_pieces(paper=paper, **place, **fields)
                many = "1 block has" if len(added) == 1 else f"{len(added)} blocks have"
                messages.success(request, f"{many} been added.")
                return redirect(draft_address(paper, f"line-{added[0].slug}"))
        form.show()
    more = {"template": "editor/pasted_blocks.html", "shown": display}
    return page(request, form, "Add several paragraphs", paper, **more)

"""Pages of one block: added, changed beside its preview, moved and removed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from assurance.access import Permission, requires
from assurance.history_page import about
from assurance.periods import today
from assurance.refusals import Refused, refusals_shown_on
from reports.arrangement import KINDS, name_of
from reports.forms.approval import ConfirmForm
from reports.forms.kinds import FORMS_BY_KIND, form_for, kind_of_form
from reports.manuscript import read
from reports.operations import writing
from reports.papers.naming import name_for
from reports.papers.text import tidy
from reports.previewing import preview
from reports.render import html
from reports.views.editing import aids, as_typed, is_right
from reports.views.saving import draft_address, found, found_block, page, saved, typed

ADDED = "It has been added."
CHANGED = "Your change has been saved."
REMOVED = "It has been removed. Anything that cited it is listed as wrong."


@requires(Permission.COMPOSE_PAPERS)
def add(request, series, slug, kind):
    """A new block of a kind, in the part, parent and place that the address asks for."""
    paper = found(request, series, slug)
    if kind not in FORMS_BY_KIND:
        raise Http404
    form = FORMS_BY_KIND[kind](typed(request))
    if is_right(form):
        block = _new_block(request, paper, kind, form.words())
        after = paper.blocks.standing_at(request.GET.get("after"))
        done = saved(
            request,
            form,
            lambda: writing.add_block(
                paper=paper, after=after, block=block, by=request.user, on=today()
            ),
            ADDED,
        )
        if done:
            return done
    heading = f"Add a {KINDS[kind].lower()}".replace("a annex", "an annex")
    part = request.GET.get("part", "")
    return page(request, form, heading, paper, **aids(read(paper), kind, part=part))


@requires(Permission.COMPOSE_PAPERS)
def change(request, series, slug, block):
    """A block with its preview and the list of figures; 409 with both wordings where another saved
    first."""
    row = found_block(request, series, slug, block)
    form = form_for(row.kind, row.data)(typed(request), block=row, version=row.version)
    if is_right(form):
        seen = form.cleaned_data["version"]
        done = saved(
            request,
            form,
            lambda: writing.change_block(
                block=row, seen=seen, words=form.words(), by=request.user, on=today()
            ),
            CHANGED,
        )
        if done:
            return done
    manuscript = read(row.paper)
    helps = aids(manuscript, kind_of_form(row.kind, row.data), row=row)
    back = draft_address(row.paper, f"line-{row.slug}")
    more = {**helps, "entries": about(row), "back": back, "cancel_url": back}
    return page(request, form, f"Change {_name(manuscript, row)}", row.paper, **more)


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def previewed(request, series, slug, kind):
    """A block as readers would have it were it saved as typed: the part of a page that the editor
    shows beside."""
    paper = found(request, series, slug)
    if kind not in FORMS_BY_KIND:
        raise Http404
    manuscript, written, sentences = as_typed(request.POST, read(paper), kind)
    shown, problems = preview(manuscript, written) if written else (None, ())
    context = {
        "shown": html.block(shown, html.Medium(screen=True)) if shown else "",
        "sentences": [*sentences, *(one.sentence for one in problems)],
    }
    return render(request, "reports/block_preview.html", context)


@require_POST
@requires(Permission.COMPOSE_PAPERS)
def move(request, series, slug, block):
    """A block one place up or down among its neighbours."""
    row = found_block(request, series, slug, block)
    try:
        writing.move_block(
            block=row, up=request.POST.get("to") == "up", by=request.user, on=today()
        )
        messages.success(request, "It has been moved, and every number with it.")
    except Refused as refused:
        messages.error(request, refused.sentence)
    return redirect(draft_address(row.paper, f"line-{row.slug}"))


@requires(Permission.COMPOSE_PAPERS)
def remove(request, series, slug, block):
    """A block out of the paper; what cited it is named by the paper's errors."""
    row = found_block(request, series, slug, block)
    form = ConfirmForm(typed(request), submit="Remove it", version=row.version)
    if form.is_valid():
        with refusals_shown_on(form):
            writing.remove_block(
                block=row, seen=form.cleaned_data["version"], by=request.user, on=today()
            )
            messages.success(request, REMOVED)
            return redirect(draft_address(row.paper, f"part-{row.part}"))
        # What stands now is on the page, so pressing again is a choice made with it in view.
        form.at_version(row.version)
    back = draft_address(row.paper, f"line-{row.slug}")
    more = {"template": "reports/remove.html", "row": row, "back": back, "cancel_url": back}
    return page(request, form, f"Remove {_name(read(row.paper), row)}", row.paper, **more)


def _new_block(request, paper, kind, words):
    parent = paper.blocks.standing_at(request.GET.get("parent"))
    first = words["heading"] or words["text"] or words["data"].get("caption", "")
    return {
        **words,
        "text": tidy(words["text"]),
        "slug": name_for(first, kind, set(paper.blocks.names())),
        "kind": "table" if kind == "cells" else kind,
        "part": parent.part if parent else request.GET.get("part", ""),
        "parent": parent,
    }


def _name(manuscript, row):
    address = manuscript.numbering.of(row.slug)
    return name_of(row.kind, address.label, address.number)

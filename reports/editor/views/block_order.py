"""Pages that put a block elsewhere or out of the paper, with what stands in it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.govuk.parts import part_or_page
from assurance.records.refusals import refusals_as_messages, refusals_shown_on
from assurance.runtime.periods import today
from reports.editor.forms.blocks import MoveForm, RemoveForm, RemoveHoldingForm
from reports.editor.move_places import places_for
from reports.editor.operations import block_order as arranging
from reports.editor.outline import citing, kinds_beside, kinds_inside
from reports.editor.preview import block_shown
from reports.papers.draft_pages import draft_address, found_block, page
from reports.papers.manuscript import read
from reports.papers.rules import block_order as ordering
from reports.papers.wording.block_names import called, opening_words

REMOVED = "It has been removed."
REMOVED_CITED = "It has been removed. Anything that cited it is listed as wrong."
MOVED = "It has been moved, and every number with it."


@requires(Permission.COMPOSE_PAPERS)
def move(request, series, slug, block):
    """A block up or down among its neighbours, or to a place chosen from all there are."""
    row = found_block(request, series, slug, block)
    if request.POST.get("to") in ("up", "down"):
        up = request.POST["to"] == "up"
        return _moved(
            request,
            row,
            lambda: arranging.move_block(block=row, up=up, by=request.user, on=today()),
        )
    manuscript = read(row.paper)
    choices, spots = places_for(manuscript, row.slug)
    form = MoveForm(post_data(request), choices=choices, spots=spots)
    if form.is_valid():
        with refusals_shown_on(form):
            arranging.place_block(block=row, spot=form.spot(), by=request.user, on=today())
            messages.success(request, MOVED)
            return redirect(draft_address(row.paper, f"line-{row.slug}"))
    back = draft_address(row.paper, f"line-{row.slug}")
    more = {"template": "editor/move.html", "back": back, "cancel_url": back}
    more["shown"] = block_shown(row.paper, manuscript, row.slug)
    return page(request, form, f"Move {called(manuscript, row)}", row.paper, **more)


@require_GET
@requires(Permission.COMPOSE_PAPERS)
def menu(request, series, slug, block):
    """What can be done with a block, as a part of the draft's page or a page of its own."""
    row = found_block(request, series, slug, block)
    manuscript = read(row.paper)
    text = next(text for text in manuscript.blocks if text.slug == row.slug)
    context = {
        "paper": row.paper,
        "line": text,
        "name": called(manuscript, text),
        "which": opening_words(manuscript, text),
        "inside": kinds_inside(text),
        "beside": kinds_beside(manuscript, text),
        "last": ordering.inside(manuscript.blocks, row.slug)[-1],
        "back": draft_address(row.paper, f"line-{row.slug}"),
    }
    return part_or_page(request, "editor/block_commands.html", "editor/block_menu.html", context)


@requires(Permission.COMPOSE_PAPERS)
def remove(request, series, slug, block):
    """A block out of the paper, once its reader has seen what cites it and what stands in it."""
    row = found_block(request, series, slug, block)
    manuscript = read(row.paper)
    current = ordering.inside(manuscript.blocks, row.slug)
    cited = citing(manuscript, current)
    kind = RemoveHoldingForm if current[1:] else RemoveForm
    form = kind(post_data(request), version=row.version)
    if form.is_valid():
        with refusals_shown_on(form):
            fields = {"version": form.cleaned_data["version"]}
            fields |= {"inside": form.cleaned_data.get("inside", "")}
            arranging.remove_block(block=row, by=request.user, on=today(), **fields)
            messages.success(request, REMOVED_CITED if cited else REMOVED)
            return redirect(draft_address(row.paper, f"part-{row.part}"))
        # What stands now is on the page, so pressing again is a choice made with it in view.
        form.at_version(row.version)
    back = draft_address(row.paper, f"line-{row.slug}")
    more = {"template": "editor/remove.html", "back": back, "cancel_url": back}
    more["shown"] = block_shown(row.paper, manuscript, row.slug)
    more |= {"cited": cited, "within": _listed(manuscript, current[1:])}
    return page(request, form, f"Remove {called(manuscript, row)}", row.paper, **more)


def _moved(request, row, operation):
    with refusals_as_messages(request):
        operation()
        messages.success(request, MOVED)
    return redirect(draft_address(row.paper, f"line-{row.slug}"))


def _listed(manuscript, slugs):
    """The blocks called `slugs` as (name, first words)."""
    return [
        (called(manuscript, block), opening_words(manuscript, block))
        for block in manuscript.blocks
        if block.slug in slugs
    ]

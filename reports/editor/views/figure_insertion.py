"""The pages of the figures of a paper: put in, or given for numbers that were typed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from assurance.accounts.access import Permission, requires
from assurance.figures.registry import FIGURES
from assurance.govuk.forms import post_data
from assurance.govuk.parts import part_or_page
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.editor.forms.typed_numbers import SOURCE, TypedNumberForm
from reports.editor.operations import block_order as operations
from reports.editor.ready_made.catalogue import begun_ready
from reports.language.block_data import HEADLINES
from reports.language.tokens import Quote, read_token
from reports.papers import typed_numbers as settled
from reports.papers.draft_pages import draft_address, get_paper, page
from reports.papers.manuscript import read
from reports.quotable.insertion.figure_insertion import (
    HOLDS_ROWS,
    as_grid,
    tables,
    ways,
    with_row,
    written,
)
from reports.quotable.insertion.typed_numbers import as_readers_see, replaced_texts, typed_numbers
from reports.quotable.insertion.unions import union_of

# What the address asks for of a form that begins with figures that the report quotes.
PROPOSED = "proposed"
ROW_ADDED = "A row has been put in for the figure. Save, and the table keeps it."


@requires(Permission.COMPOSE_PAPERS)
def show_ways(request, series, slug):
    """Every way in which the figure of the token `token` can read; 404 for no figure."""
    paper = get_paper(request, series, slug)
    quote = _quote(request.GET.get("token", ""))
    if quote is None:
        raise Http404
    manuscript = read(paper)
    union = union_of(manuscript, quote, request.GET.getlist("member"))
    context = {
        "paper": paper,
        "ways": ways(manuscript, quote),
        "union": union,
        "tables": tables(manuscript),
        "title": FIGURES[quote.key].title,
        "token": written(quote),
        "after": request.GET.get("after", ""),
        "part": request.GET.get("part", ""),
        "back": draft_address(paper),
    }
    part, page = "editor/figure_insertion_list.html", "editor/figure_insertion.html"
    return part_or_page(request, part, page, context)


def begun(request, manuscript, kind):
    """What the form of a new table or chart begins with, where the address names a figure or a
    ready-made one."""
    if kind == HEADLINES:
        return {"proposes": PROPOSED in request.GET}
    if ready := begun_ready(request, manuscript, kind):
        return {"initial": dict(ready)}
    quote = _quote(request.GET.get("figure", ""))
    if quote is None or kind not in ("table", "chart"):
        return {}
    return {"initial": as_grid(manuscript, quote)}


def with_figure(request, row, form_class, manuscript):
    """What a table's form begins with where the address names a figure, and words for it."""
    quote = _quote(request.GET.get("figure", ""))
    if quote is None or not any(name in row.data for name in HOLDS_ROWS):
        return {}, ""
    rows = form_class(block=row, manuscript=manuscript).initial["rows"]
    added = with_row(manuscript, quote, row.data, rows)
    return {"initial": {"rows": added}}, ROW_ADDED


def _quote(token):
    """The figure that a token written in an address quotes, or None."""
    read_as = read_token(f"[[{token.strip('[]')}]]")
    return read_as if isinstance(read_as, Quote) and read_as.key in FIGURES else None


# More fields than Django takes would stand on one page; the next ones come once these are settled.
MOST = 200


@requires(Permission.COMPOSE_PAPERS)
def settle(request, series, slug):
    """Every bare number with the figures that say the same, all settled in one go."""
    paper = get_paper(request, series, slug)
    manuscript = read(paper)
    every = typed_numbers(manuscript)
    versions = paper.blocks.versions({item.slug for item in every[:MOST]})
    typed, sources = as_readers_see(manuscript, every[:MOST]), manuscript.sources.values()
    printed = {"typed": typed, "versions": versions, "sources": sources}
    form = TypedNumberForm(post_data(request), **printed)
    if form.is_valid():
        with refusals_shown_on(form):
            operations.settle(
                paper=paper,
                changes=lambda new: _changes(manuscript, form, new),
                source=form.new_source(),
                by=request.user,
                on=today(),
            )
            messages.success(request, "The numbers have been settled.")
            return redirect(draft_address(paper))
    more = {"template": "editor/typed_numbers.html", "more": len(every) - len(form.typed)}
    return page(request, form, "Settle the numbers", paper, **more)


def _changes(manuscript, form, new):
    """Slug → (version seen, new values) of every block that changes; `new` is the slug of
    the new source."""
    criteria, whole = {}, dict(form.whole(new))
    for item, choice in form.chosen(new):
        if choice.startswith(SOURCE):
            choice = settled.stated(item.words, choice.removeprefix(SOURCE))
        place = (item.number.start, item.number.end, choice)
        criteria.setdefault(item.slug, {}).setdefault(item.path, []).append(place)
    version = form.seen()
    return {
        slug: (version[slug], _replaced(manuscript.block(slug), criteria, whole))
        for slug in {**criteria, **whole}
    }


def _replaced(block, criteria, whole):
    if block.slug not in whole:
        return replaced_texts(block, criteria[block.slug])
    data = {**block.data, settled.STATED_BY: {"source": whole[block.slug]}}
    return {"data": data}

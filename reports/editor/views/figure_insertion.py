"""The ways in which a figure can be put into a paper, as a part of the editor or a page."""

from django.http import Http404
from django.shortcuts import render

from assurance.accounts.access import Permission, requires
from assurance.figures.registry import FIGURES
from reports.editor.figure_insertion import as_grid, ways, written
from reports.editor.figure_rows import HOLDS_ROWS, tables, with_row
from reports.papers.draft_pages import draft_address, get_paper
from reports.papers.language.tokens import Quote, read_token
from reports.papers.manuscript import read

ROW_ADDED = "A row has been put in for the figure. Save, and the table keeps it."


@requires(Permission.COMPOSE_PAPERS)
def show(request, series, slug):
    """Every way in which the figure of the token `token` can read; 404 for no figure."""
    paper = get_paper(request, series, slug)
    quote = _quote(request.GET.get("token", ""))
    if quote is None:
        raise Http404
    manuscript = read(paper)
    context = {
        "paper": paper,
        "ways": ways(manuscript, quote),
        "tables": tables(manuscript),
        "title": FIGURES[quote.key].title,
        "token": written(quote),
        "after": request.GET.get("after", ""),
        "part": request.GET.get("part", ""),
        "back": draft_address(paper),
    }
    part = request.headers.get("HX-Request") == "true"
    template = "editor/figure_insertion_list.html" if part else "editor/figure_insertion.html"
    return render(request, template, context)


def begun(request, paper, kind):
    """What the form of a new table or chart begins with, where the address names a figure."""
    quote = _quote(request.GET.get("figure", ""))
    if quote is None or kind not in ("table", "chart"):
        return {}
    return {"initial": as_grid(read(paper), quote)}


def with_figure(request, row, form_class):
    """What the form of the table `row` begins with where the address names a figure to add a row
    of, and the words that say so; both empty otherwise."""
    quote = _quote(request.GET.get("figure", ""))
    if quote is None or not any(name in row.data for name in HOLDS_ROWS):
        return {}, ""
    rows = form_class(block=row).initial["rows"]
    added = with_row(read(row.paper), quote, row.data, rows)
    return {"initial": {"rows": added}}, ROW_ADDED


def _quote(token):
    """The figure that a token written in an address quotes, or None."""
    read_as = read_token(f"[[{token.strip('[]')}]]")
    return read_as if isinstance(read_as, Quote) and read_as.key in FIGURES else None

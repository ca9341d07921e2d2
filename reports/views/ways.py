"""The ways in which a figure can be put into a paper, as a part of the editor or a page."""

from django.http import Http404
from django.shortcuts import render

from assurance.access import Permission, requires
from reports.declared import FIGURES
from reports.manuscript import read
from reports.papers.tokens import Quote, read_token
from reports.views.saving import draft_address, found
from reports.ways import as_grid, ways, written


@requires(Permission.COMPOSE_PAPERS)
def show(request, series, slug):
    """Every way in which the figure of the token `token` can read; 404 for no figure."""
    paper = found(request, series, slug)
    quote = _quote(request.GET.get("token", ""))
    if quote is None:
        raise Http404
    context = {
        "paper": paper,
        "ways": ways(read(paper), quote),
        "title": FIGURES[quote.key].title,
        "token": written(quote),
        "after": request.GET.get("after", ""),
        "part": request.GET.get("part", ""),
        "back": draft_address(paper),
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, f"reports/{'ways_list' if part else 'ways'}.html", context)


def begun(request, paper, kind):
    """What the form of a new table or chart begins with, where the address names a figure."""
    quote = _quote(request.GET.get("figure", ""))
    if quote is None or kind not in ("table", "chart"):
        return {}
    return {"initial": as_grid(read(paper), quote)}


def _quote(token):
    """The figure that a token written in an address quotes, or None."""
    read_as = read_token(f"[[{token.strip('[]')}]]")
    return read_as if isinstance(read_as, Quote) and read_as.key in FIGURES else None

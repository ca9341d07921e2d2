"""Two published reports or editions compared, and the page on which a reader chooses them."""

from django.shortcuts import get_object_or_404, redirect, render

from assurance.accounts.access import public
from reports.editions.models.editions import Edition
from reports.issue.views.removals import gone
from reports.papers.addresses import edition_address
from reports.publication.comparison.names import compared_address, key_of, named_pair
from reports.publication.comparison.sides import paired
from reports.publication.forms.comparison import ComparedReports
from reports.publication.previous_values import previous
from reports.publication.search.views import owner_of
from reports.publication.views.editions import of_edition

# What the address of a comparison asks for to have every part of it open.
EVERYTHING = "everything"


@public
def choose(request, council):
    """Two reports chosen from a council's list, and how they differ."""
    owner = owner_of(council)
    form = _choice(owner, request.GET if {"earlier", "later"} & set(request.GET) else None)
    pair = form.chosen_pair()
    if pair is None:
        return render(request, "publication/compare.html", {"council": owner, "form": form})
    if pair[0].paper_id == pair[1].paper_id:
        return redirect(compared_address(*pair))
    return _compared(request, *pair)


@public
@of_edition(gone)
def with_last(request, now):
    """The current edition of a report and that of the last report of its series."""
    before = previous(now)
    if before is None:
        context = {"council": now.paper.council, "form": _choice(now.paper.council), "now": now}
        return render(request, "publication/compare.html", context)
    return _compared(request, before, now, own_address=request.path)


@public
def editions(request, council, series, slug, number, other):
    """Two editions of one report, the earlier one first whichever is named first."""
    rows = Edition.objects.public_in(council).of_paper(series, slug)
    matches = [get_object_or_404(rows, number=entry) for entry in sorted((number, other))]
    for item in matches:
        if item.removal:
            return gone(request, item)
    if number == other:
        owner, key = matches[0].council, key_of(matches[0])
        form = _choice(owner, {"earlier": key, "later": key})
        return render(request, "publication/compare.html", {"council": owner, "form": form})
    return _compared(request, *matches)


def _compared(request, before, now, own_address=""):
    council = now.paper.council
    chosen = {"earlier": key_of(before), "later": key_of(now)}
    query = request.GET.copy()
    query.pop("show", None)
    context = {
        "pair": paired(before, now),
        "named": named_pair(before, now),
        "everything": request.GET.get("show") == EVERYTHING,
        "before": before,
        "now": now,
        "before_address": edition_address(before),
        "now_address": edition_address(now),
        "back": edition_address(now),
        "council": council,
        "form": _choice(council, initial=chosen),
        "query": query.urlencode(),
        # Whichever of two is named first, the page is one.
        "own_address": own_address or compared_address(before, now),
    }
    return render(request, "publication/comparison.html", context)


def _choice(council, data=None, initial=None):
    rows = Edition.objects.public_in(council.slug)
    readable = rows.readable(earlier=True).by_paper()
    return ComparedReports(data, editions=readable, removed=rows.removed(), initial=initial)

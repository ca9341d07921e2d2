"""Two issued papers, or two editions of one, compared for anybody: figures apart from words."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.issue.views.removed_pages import gone
from reports.papers.addresses import edition_address
from reports.publication.comparison import paired
from reports.publication.previous_values import previous
from reports.publication.views.editions import of_edition


@public
@of_edition(gone)
def with_last(request, now):
    """The current edition of a paper beside that of the last paper of its series."""
    return _compared(request, previous(now), now)


@public
def editions(request, council, series, slug, number, other):
    """Two editions of one paper, the earlier one first whichever is named first."""
    rows = Edition.objects.public_in(council).of_paper(series, slug)
    matches = [get_object_or_404(rows, number=entry) for entry in sorted((number, other))]
    for item in matches:
        if item.removal:
            return gone(request, item)
    if number == other:
        raise Http404
    return _compared(request, *matches)


def _compared(request, before, now):
    pair = before and paired(from_json(before.document), from_json(now.document))
    one_paper = before is not None and before.paper_id == now.paper_id
    context = {
        "pair": pair,
        "before": before,
        "now": now,
        "before_words": before and _named(before, one_paper),
        "now_words": _named(now, one_paper),
        "before_address": before and edition_address(before),
        "now_address": edition_address(now),
        "back": edition_address(now),
        "council": now.paper.council,
    }
    return render(request, "publication/comparison.html", context)


def _named(edition, one_paper):
    if one_paper:
        return f"edition {edition.number}"
    return f"the paper of {edition.paper.told_on:%B %Y}"

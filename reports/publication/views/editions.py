"""What anybody may read: issued papers, their editions, files and figures. Everything comes from
what was frozen."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from assurance.accounts.access import public
from assurance.runtime.caching import fingerprinted, of_page
from reports.documents.document import from_json
from reports.documents.headlines import parted
from reports.documents.html import page
from reports.documents.html.abbreviations import abbreviations_of
from reports.documents.licence import licence
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.issue.downloads import downloads
from reports.issue.views.removals import gone
from reports.papers.addresses import edition_address, figure_address, paper_address
from reports.publication.comparison.commitments import commitment_pairs
from reports.publication.comparison.sides import Part, Side, paired
from reports.publication.headlines import headlines_of
from reports.publication.notes.queries import own_notes
from reports.publication.previous_values import comparison_values, last_positions, previous
from reports.publication.records_behind import records_behind
from reports.publication.summary import first_screen

# What a browser shows by itself; anything else is for another program.
INLINE_ENDINGS = (".html", ".css", ".pdf", ".json")
# What the address of a comparison asks for to have every part of it open.
EVERYTHING = "everything"
# Where a program finds what the columns of a table hold (W3C, Model for Tabular Data, 5.2).
DESCRIBED = '<csv-metadata.json>; rel="describedby"; type="application/csvm+json"'


def of_edition(removed):
    """Gives a view the edition `number` of a paper, or its newest where none is named; 404 where
    there is none, and what `removed` answers once it was removed."""

    def decorator(view):
        @wraps(view)
        def answer(request, council, series, slug, number=None, **more):
            rows = Edition.objects.public_in(council).of_paper(series, slug)
            result = next((row for row in rows if number in (None, row.number)), None)
            if result is None:
                raise Http404
            return removed(request, result) if result.removal else view(request, result, **more)

        return answer

    return decorator


@public
@of_edition(gone)
def edition(request, result):
    """One edition: the current one at the paper's address, each at its own for ever."""
    document, rows = from_json(result.document), _editions(result)
    own = own_notes(request.user, result)
    context = {
        "edition": result,
        "document": document,
        "council": result.paper.council,
        **_drawn(result, document, own and own.beside),
        "pdf": result.files.of_type("application/pdf"),
        "downloads": downloads(result, document),
        **rows,
        "here": edition_address(result),
        "own_address": _own_address(result, rows["editions"]),
        "first": first_screen(result, document),
        "own": own,
        "licence": licence(),
        "exempt": _exempt(request.user, result),
    }
    response = render(request, "publication/edition.html", context)
    response["Cache-Control"] = of_page(request)
    return response


@public
@of_edition(gone)
def figure(request, result, place):
    """What one printed figure counts, out of what, when and by which rule; never a row."""
    row = get_object_or_404(result.printed_figures, number=place)
    entry, own = row.printed, own_notes(request.user, result)
    context = {
        "edition": result,
        "entry": entry,
        "council": result.paper.council,
        "back": edition_address(result),
        "own_address": figure_address(result, place),
        "places": row.places,
        "positions": last_positions(result, entry),
        "beside": comparison_values(result.paper.council, entry),
        "licence": licence(),
        "records": records_behind(request.user, result.paper.council, entry),
        "own": own and own.beside_figure(place),
    }
    return render(request, "publication/figure.html", context)


@public
@of_edition(gone)
def file(request, result, name):
    """One stored file of an edition, byte for byte."""
    saved = get_object_or_404(result.files, name=name)
    response = fingerprinted(request, bytes(saved.content), saved.media_type, saved.sha256)
    if response.status_code == 200:
        how = "inline" if saved.name.endswith(INLINE_ENDINGS) else "attachment"
        response["Content-Disposition"] = f'{how}; filename="{saved.name}"'
    if saved.name.endswith(".csv"):
        response["Link"] = DESCRIBED
    return response


def _editions(result):
    """Every edition of the paper of `result`, and those that came later."""
    paper = result.paper
    rows = Edition.objects.public_in(paper.council.slug).of_paper(paper.series.slug, paper.slug)
    editions = list(rows)
    later = [_corrected(item) for item in editions if item.number > result.number]
    return {"editions": editions, "later": later}


def _own_address(result, editions):
    """The paper's address for its current edition; an earlier one has its own."""
    is_current = result.number == editions[0].number
    return paper_address(result.paper) if is_current else edition_address(result)


def _corrected(later):
    """A later edition with what it says it corrects; nothing of its words where it was removed."""
    return later, () if later.removal else later.front.notices


def _exempt(user, result):
    """The exempt annexes of an edition that somebody is entitled to, to be linked to."""
    if not user.is_authenticated:
        return ()
    return ExemptAnnex.objects.visible_to(user).of_edition(result)


def _drawn(result, document, other):
    """The words of an edition as its page shows them, `other` giving what stands at a place."""
    leading, document = parted(document)
    medium = page.Medium(
        screen=True,
        figure=lambda number: figure_address(result, number),
        beside=other,
        abbreviations=abbreviations_of(document),
    )
    return {
        **(headlines_of(result, document, leading, medium) if leading else {}),
        "opening": page.opening(document, medium),
        "contents": page.contents(document, medium),
        "sections": page.sections(document, medium),
        "figures": [(item, figure_address(result, item.number)) for item in document.counted],
        "typed": [(item, figure_address(result, item.number)) for item in document.typed],
    }


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
    one_paper = before is not None and before.paper_id == now.paper_id
    context = {
        "pair": before and paired(Side.of(before), Side.of(now)),
        "commitments": before and Part(tuple(commitment_pairs(before, now))),
        "everything": request.GET.get("show") == EVERYTHING,
        "before": before,
        "now": now,
        "before_words": before and _named(before, one_paper),
        "now_words": _named(now, one_paper),
        "before_address": before and edition_address(before),
        "now_address": edition_address(now),
        "back": edition_address(now),
        "council": now.paper.council,
        # Whichever of two editions is named first, the page is one.
        "own_address": one_paper and f"{edition_address(before)}compare/{now.number}/",
    }
    return render(request, "publication/comparison.html", context)


def _named(edition, one_paper):
    if one_paper:
        return f"edition {edition.number}"
    return f"the paper of {edition.paper.told_on:%B %Y}"

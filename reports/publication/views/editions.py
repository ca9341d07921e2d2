"""What anybody may read: issued papers, their editions, files and figures. Everything comes from
what was frozen."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response

from assurance.accounts.access import public
from assurance.runtime.caching import CURRENT, of_page
from reports.documents.document import from_json
from reports.documents.html import page
from reports.documents.html.abbreviations import abbreviations_of
from reports.documents.html.places import places, said_at
from reports.documents.licence import licence
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.issue.downloads import downloads
from reports.issue.views.removed_pages import gone
from reports.papers.addresses import edition_address, figure_address
from reports.publication.notes.own_notes import own_notes
from reports.publication.previous_values import last_positions
from reports.publication.summary import first_screen
from reports.publication.targets import comparison_values

# What a browser shows by itself; anything else is for another program.
INLINE_ENDINGS = (".html", ".css", ".pdf", ".json")
# Where a program finds what the columns of a table hold (W3C, Model for Tabular Data, 5.2).
DESCRIBED = '<csv-metadata.json>; rel="describedby"; type="application/csvm+json"'


@public
def paper(request, council, series, slug):
    """The current edition of a paper, at its stable address."""
    edition = _editions(council, series, slug)[0]
    return _page(request, edition)


@public
def edition(request, council, series, slug, number):
    """One edition, at its own address for as long as there is a record."""
    return _page(request, _numbered(council, series, slug, number))


@public
def figure(request, council, series, slug, number, place):
    """What one printed figure counts, out of what, when and by which rule; never a row."""
    result = _numbered(council, series, slug, number)
    if result.taken_down:
        return gone(request, result)
    document = from_json(result.document)
    entry = next((item for item in document.figures if item.number == place), None)
    if entry is None:
        raise Http404
    known = places(document)
    own = own_notes(request.user, result, document)
    context = {
        "edition": result,
        "entry": entry,
        "document": document,
        "council": result.paper.council,
        "back": edition_address(result),
        "places": [(anchor, said_at(known, anchor)) for anchor in entry.places],
        "positions": last_positions(result, entry),
        "beside": comparison_values(result.paper.council, entry),
        "licence": licence(),
        "own": own and own.beside_figure(place),
    }
    return render(request, "publication/figure.html", context)


@public
def current_figure(request, council, series, slug, place):
    """A figure of the current edition."""
    number = _editions(council, series, slug)[0].number
    return figure(request, council, series, slug, number, place)


@public
def file(request, council, series, slug, number, name):
    """One stored file of an edition, byte for byte."""
    result = _numbered(council, series, slug, number)
    if result.taken_down:
        return gone(request, result)
    saved = get_object_or_404(result.files, name=name)
    fingerprint = f'"{saved.sha256}"'
    response = get_conditional_response(request, etag=fingerprint)
    if response is None:
        response = HttpResponse(bytes(saved.content), content_type=saved.media_type)
        how = "inline" if saved.name.endswith(INLINE_ENDINGS) else "attachment"
        response["Content-Disposition"] = f'{how}; filename="{saved.name}"'
    response["Cache-Control"] = CURRENT
    response["ETag"] = fingerprint
    if saved.name.endswith(".csv"):
        response["Link"] = DESCRIBED
    return response


def _numbered(council, series, slug, number):
    """One edition of a paper, taken down or not; 404 where there is none."""
    rows = Edition.objects.public_in(council).of_paper(series, slug)
    return get_object_or_404(rows, number=number)


def _editions(council, series, slug):
    matches = list(Edition.objects.public_in(council).of_paper(series, slug))
    if not matches:
        raise Http404
    return matches


def _corrected(later):
    """A later edition and what it says it corrects, as readers of an earlier one are told: nothing
    of its words where it was taken down."""
    return later, () if later.taken_down else from_json(later.document).notices


def _page(request, result):
    if result.taken_down:
        return gone(request, result)
    document = from_json(result.document)
    own = own_notes(request.user, result, document)
    owner = result.paper
    editions = _editions(owner.council.slug, owner.series.slug, owner.slug)
    context = {
        "edition": result,
        "document": document,
        "council": owner.council,
        **_drawn(result, document, own and own.beside),
        "pdf": result.files.of_type("application/pdf"),
        "downloads": downloads(result, document),
        "editions": editions,
        "later": [_corrected(item) for item in editions if item.number > result.number],
        "here": edition_address(result),
        "first": first_screen(result, document),
        "own": own,
        "licence": licence(),
        "exempt": _exempt(request.user, result),
    }
    response = render(request, "publication/edition.html", context)
    response["Cache-Control"] = of_page(request)
    return response


def _exempt(user, result):
    """The exempt annexes of an edition that somebody is entitled to, to be linked to."""
    if not user.is_authenticated:
        return ()
    return ExemptAnnex.objects.visible_to(user).of_edition(result)


def _drawn(result, document, other):
    """The words of an edition as its page shows them, `beside` giving what stands at a place."""
    medium = page.Medium(
        screen=True,
        figure=lambda number: figure_address(result, number),
        beside=other,
        abbreviations=abbreviations_of(document),
    )
    return {
        "opening": page.opening(document, medium),
        "contents": page.contents(document, medium),
        "sections": page.sections(document, medium),
        "figures": [(item, figure_address(result, item.number)) for item in document.figures],
    }

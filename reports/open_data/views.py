"""What programs may read: papers, editions, figures, series and the ledger as JSON and CSV, each at
an address beside the page that people read. Everything comes from what was frozen."""

import json
from collections.abc import Iterable
from functools import wraps

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response

from assurance.accounts.access import public
from assurance.runtime.caching import CURRENT, GONE, fingerprinted
from assurance.runtime.periods import today
from reports.documents.data.figures import figures_csv
from reports.editions.models.editions import Edition
from reports.open_data import description, figure, whole_series
from reports.open_data.addresses import whole_addresses
from reports.publication.models.figures import PrintedFigure
from reports.publication.search.views import owner_of
from reports.publication.views.editions import of_edition
from reports.publication.views.figures import council_of, lines_of, strands_of

JSON, CSV = "application/json", "text/csv; charset=utf-8; header=present"
CSV_METADATA = "application/csvm+json"


def data(request, fields: dict | list | str, media_type: str = JSON, name: str = ""):
    """The answer that holds `fields`, as JSON where it is not text; 304 for who has it already."""
    if not isinstance(fields, str):
        fields = json.dumps(whole_addresses(fields), ensure_ascii=False, indent=1)
    return _open(fingerprinted(request, fields.encode(), media_type), media_type, name)


def streamed(request, council, pieces: Iterable[str], media_type: str, name: str):
    """The answer that holds `pieces` one after the other, each as it is ready; 304 for who has it
    already: all of it follows from the readable editions of `council`."""
    editions = Edition.objects.public_in(council).readable(earlier=True)
    tag = whole_series.fingerprint(editions, media_type)
    response = get_conditional_response(request, etag=tag)
    if response is None:
        content = (piece.encode() for piece in pieces)
        response = StreamingHttpResponse(content, content_type=media_type)
    response["ETag"] = tag
    return _open(response, media_type, name)


def removed(_request, edition):
    """What a program reads of a removed edition (410): when, the class of reason, no words."""
    clash = edition.removal
    fields = {
        "status": 410,
        "taken_down_on": clash.taken_on.isoformat(),
        "reason": clash.get_reason_display(),
    }
    response = HttpResponse(json.dumps(fields, ensure_ascii=False), content_type=JSON, status=410)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = GONE
    return response


def _open(response, media_type, name):
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = CURRENT
    if media_type == CSV:
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        # Where a program finds what the columns hold (W3C, Model for Tabular Data, 5.2).
        described = f'<{name}-metadata.json>; rel="describedby"; type="{CSV_METADATA}"'
        response["Link"] = described
    return response


def _of_figure(view):
    """Gives `view` the front of an edition as well; 404 where it prints no figure `place`."""

    @wraps(view)
    def answer(request, result, place):
        get_object_or_404(result.printed_figures, number=place)
        return view(request, result, result.front.document, place)

    return of_edition(removed)(answer)


@public
def openapi(request):
    """The description of every address here (OpenAPI 3.1)."""
    return data(request, description.openapi())


@public
def papers(request, council):
    """The published papers of a council, each with its editions."""
    council_of(council)
    return data(request, figure.papers(Edition.objects.public_in(council).by_paper()))


@public
@of_edition(removed)
def edition(request, result):
    """One edition: its figures and its files."""
    return data(request, figure.figures(result, result.front.document))


@public
@_of_figure
def figure_json(request, result, document, place):
    """One printed figure."""
    return data(request, figure.figure(result, document, place))


@public
@_of_figure
def figure_csv(request, _result, document, place):
    """One printed figure as a table of one row."""
    content = figures_csv(document, place, settings.PUBLIC_ADDRESS)
    return data(request, content, CSV, f"{place}.csv")


@public
@_of_figure
def figure_metadata(request, _result, document, place):
    """What the columns of that table hold (CSVW)."""
    return data(request, figure.figure_metadata(document, place), CSV_METADATA)


@public
def series_json(request, council, key, member=""):
    """One figure through all published papers."""
    return data(request, whole_series.series(key, member, strands_of(council, key, member)))


@public
def series_csv(request, council, key, member=""):
    """One figure through all published papers, a row for each day or period."""
    rows = whole_series.rows(strands_of(council, key, member))
    return data(request, whole_series.as_csv(rows), CSV, whole_series.CSV)


@public
def series_metadata(request, council, key, member=""):
    """What the columns of that table hold (CSVW)."""
    result = strands_of(council, key, member)
    owner = council_of(council)
    title = f"{result[-1].points[-1].entry.title}, in every published report"
    return data(request, whole_series.described(owner.name, title), CSV_METADATA)


@public
def every_json(request, council):
    """Every figure of a council through all published papers, in one file."""
    council_of(council)
    pieces = _series_after_series(_every(council))
    return streamed(request, council, pieces, JSON, "data.json")


@public
def every_csv(request, council):
    """Every figure of a council through all published papers, as one table."""
    council_of(council)
    pieces = (
        whole_series.as_csv(whole_series.rows(item), head=False) for *_, item in _every(council)
    )
    return streamed(request, council, _headed(pieces), CSV, whole_series.CSV)


@public
def every_metadata(request, council):
    """What the columns of that table hold (CSVW)."""
    owner = council_of(council)
    value = whole_series.described(owner.name, f"Every published figure of {owner.name}")
    return data(request, value, CSV_METADATA)


@public
def ledger_json(request, council):
    """The ledger of assurance."""
    lines, editions = lines_of(owner_of(council), request.GET.get("committee", ""))
    return data(request, figure.ledger(lines, editions, today()))


@public
def ledger_csv(request, council):
    """The ledger of assurance, a row for each subject."""
    lines, _ = lines_of(owner_of(council), request.GET.get("committee", ""))
    return data(request, figure.ledger_csv(lines), CSV, "data.csv")


@public
def ledger_metadata(request, council):
    """What the columns of that table hold (CSVW)."""
    return data(request, figure.ledger_metadata(council_of(council).name), CSV_METADATA)


def _every(council):
    rows = PrintedFigure.objects.public_in(council).with_newest().in_order()
    return whole_series.every(rows.iterator(chunk_size=500))


def _headed(pieces):
    yield whole_series.as_csv(())
    yield from pieces


def _series_after_series(result):
    """A JSON object's text, one series at a time, not a whole history at once."""
    yield f'{{"licence": {json.dumps(description.licence(), ensure_ascii=False)}, "series": ['
    for place, (key, member, strands) in enumerate(result):
        value = whole_addresses(whole_series.series(key, member, strands))
        yield f"{',' if place else ''}\n{json.dumps(value, ensure_ascii=False)}"
    yield "\n]}\n"

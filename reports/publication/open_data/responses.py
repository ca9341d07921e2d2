"""How published data is answered: for programs of every site, with a fingerprint, and asked for
again after a minute, because it may have been removed."""

import json
from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse

from assurance.runtime.caching import CURRENT, GONE, fingerprinted

JSON, CSV = "application/json", "text/csv; charset=utf-8; header=present"
CSV_METADATA = "application/csvm+json"


def data(request, fields: dict | list | str, media_type: str = JSON, name: str = ""):
    """The answer that holds `fields`, as JSON where it is not text; 304 for who has it already."""
    if not isinstance(fields, str):
        fields = json.dumps(fields, ensure_ascii=False, indent=1)
    return _open(fingerprinted(request, fields.encode(), media_type), media_type, name)


def streamed(pieces: Iterable[str], media_type: str, name: str):
    """The answer that holds `pieces` one after the other, each as it is ready."""
    content = (piece.encode() for piece in pieces)
    return _open(StreamingHttpResponse(content, content_type=media_type), media_type, name)


def removed(_request, edition):
    """What a program is told of an edition that was removed (410): when, for which class of
    reason, and nothing of its words."""
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

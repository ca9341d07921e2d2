"""How published data is answered: for programs of every site, with a fingerprint, and asked for
again after a minute, because it may have been taken down."""

import hashlib
import json
from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response

from assurance.runtime.caching import CURRENT, GONE

JSON, CSV = "application/json", "text/csv; charset=utf-8; header=present"
CSV_METADATA = "application/csvm+json"


def data(request, fields: dict | list | str, media_type: str = JSON, name: str = ""):
    """The answer that holds `said`, as JSON where it is not text; 304 for who has it already."""
    content = (
        fields if isinstance(fields, str) else json.dumps(fields, ensure_ascii=False, indent=1)
    )
    fingerprint = f'"{hashlib.sha256(content.encode()).hexdigest()}"'
    response = get_conditional_response(request, etag=fingerprint)
    if response is None:
        response = HttpResponse(content.encode(), content_type=media_type)
    response["ETag"] = fingerprint
    return _open(response, media_type, name)


def streamed(pieces: Iterable[str], media_type: str, name: str):
    """The answer that holds `pieces` one after the other, each as it is ready."""
    content = (piece.encode() for piece in pieces)
    return _open(StreamingHttpResponse(content, content_type=media_type), media_type, name)


def taken_down(edition):
    """What a program is told of an edition that was taken down (410): when, for which class of
    reason, and nothing of its words."""
    clash = edition.taken_down
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

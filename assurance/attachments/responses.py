"""Giving the bytes of a file that somebody imported: to keep, never to run."""

from django.http import HttpResponse
from django.http.response import content_disposition_header


def given_away(content: bytes, media_type: str, name: str) -> HttpResponse:
    """The answer that hands `content` over as the file `name`: what it was found to be, never shown
    as a page of ours."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer

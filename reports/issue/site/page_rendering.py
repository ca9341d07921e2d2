"""A page of the public site as the service answers it to somebody who is signed in nowhere."""

import logging
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.template.loader import render_to_string

# Set on a request that the folder makes, so that nothing kept in memory answers it.
FOR_FOLDER = "candour.for_folder"
OK, NOT_FOUND, GONE, FAILED = 200, 404, 410, 500


class NotDrawn(Exception):
    """The service failed at a page that the folder should hold."""


@dataclass(frozen=True)
class PageResponse:
    """An answer: its status, its media type without a character set, its bytes."""

    status: int
    media_type: str
    content: bytes


def drawn(address: str) -> PageResponse:
    """What the service answers at `address`, a path with or without a query.

    Raises `NotDrawn` where it fails (status 500 and above).
    """
    answer = _service().get_response(_request(address))
    # It is not closed: that would end a request, and with it the connection to the database.
    content = b"".join(answer) if answer.streaming else answer.content
    if answer.status_code >= FAILED:
        raise NotDrawn(f"{address}: the service failed at this page")
    media_type = answer.headers.get("Content-Type", "").partition(";")[0]
    return PageResponse(answer.status_code, media_type, content)


def page_of(template: str) -> bytes:
    """A page without an address of its own, as a stranger is shown it."""
    request = _request("/")
    request.user = AnonymousUser()
    return render_to_string(template, request=request).encode()


def _is_news(record):
    """Whether a line of the log is about what somebody asked for: that a page was removed, or
    that a council has no list yet, is none where it is only written."""
    query = getattr(record, "request", None)
    expected = getattr(record, "status_code", 0) in (NOT_FOUND, GONE)
    return not (expected and query is not None and FOR_FOLDER in query.META)


@cache
def _service():
    logging.getLogger("django.request").addFilter(_is_news)
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def _request(address):
    path, _, query = address.partition("?")
    own = urlsplit(settings.PUBLIC_ADDRESS)
    host = own.netloc or next(
        (item.lstrip(".") for item in settings.ALLOWED_HOSTS if item != "*"), "localhost"
    )
    secure = settings.SERVER or own.scheme == "https"
    # As a server hands an address over: its bytes, unquoted, each as a character.
    values = unquote(path).encode().decode("latin-1")
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": values,
            "QUERY_STRING": query,
            "HTTP_HOST": host,
            "SERVER_NAME": host,
            "SERVER_PORT": "443" if secure else "80",
            "wsgi.url_scheme": "https" if secure else "http",
            "wsgi.input": BytesIO(),
            FOR_FOLDER: True,
        }
    )

"""A page of the public site as the service answers it to somebody who is signed in nowhere."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from io import BytesIO
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.template.loader import render_to_string

from assurance.runtime.digits import whole

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
    """What the service answers at `address`, a path and query; raises `NotDrawn` at 500 and up."""
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
    """Whether a line of the log is news when pages are only written: 404 and 410 are none."""
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


# The page of what needs the service; with the service on, it leads on to where `to` says.
SERVICE = "/service/"
_LINK = re.compile(r'(<(?:a|link)\b[^>]*?\shref=)"([^"]*)"', re.DOTALL)
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_ACTION = re.compile(r'\saction="([^"]*)"')
_BUTTON = re.compile(r"<button\b[^>]*>(.*?)</button>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_OWN = ("/static/",)
# What a button says beside its fields → what it says without them.
_BUTTON_TEXTS = {"": "Go on", "Apply": "Narrow this list"}


def standing_alone(page: str, here: str, is_written: Callable[[str], bool]) -> str:
    """`page`, which stands at `here`, with every link that leads out of the folder, and every form,
    turned into a link over `SERVICE`.

    `is_written` says of a path without its query whether the folder holds it.
    """

    def linked(result):
        return f'{result[1]}"{escape(_led(unescape(result[2]), here, is_written))}"'

    def offered(result):
        action = _ACTION.search(result[1])
        target = urljoin(here, unescape(action[1]) if action else here)
        button = _BUTTON.search(result[2])
        text = " ".join(_TAG.sub("", button[1]).split()) if button else ""
        phrase = _BUTTON_TEXTS.get(text, text)
        return (
            f'<p class="govuk-body app-service"><a class="govuk-link" '
            f'href="{escape(over_service(target))}">{phrase} (needs the service)</a></p>'
        )

    return _FORM.sub(offered, _LINK.sub(linked, page))


def over_service(target: str) -> str:
    """The address that leads to `target` by way of the page of what needs the service."""
    return f"{SERVICE}?to={quote(target, safe='/')}"


def pages_after(page: str, here: str) -> set[int]:
    """The numbers of the further pages of a list that `page` links to."""
    links = (urljoin(here, unescape(match[2])) for match in _LINK.finditer(page))
    queries = (
        _page_of(urlsplit(link)) for link in links if urlsplit(link).path == urlsplit(here).path
    )
    return {whole(item) for item in queries if item}


def links(page: str, here: str) -> set[str]:
    """The paths of this site that `page` links to without asking for anything."""
    matches = (urlsplit(urljoin(here, unescape(match[2]))) for match in _LINK.finditer(page))
    return {item.path for item in matches if not (item.scheme or item.netloc or item.query)}


def page_address(here: str, number: int) -> str:
    """Where the page `number` of the list at `here` lies in the folder; the first is the list."""
    return f"{here}page-{number}/" if number > 1 else here


def _led(link, here, is_written):
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not (parts.path or parts.query):
        return link
    target = urlsplit(urljoin(here, link))
    if target.path.startswith(_OWN):
        return link
    if is_written(target.path):
        number = _page_of(target)
        after = f"#{target.fragment}" if target.fragment else ""
        if number:
            return page_address(target.path, whole(number)) + after
        if not target.query:
            return link
    return over_service(target._replace(scheme="", netloc="").geturl())


def _page_of(target):
    """The page that a link asks for and nothing else, or an empty string."""
    query = parse_qs(target.query, keep_blank_values=True)
    [number] = query["page"] if set(query) == {"page"} and len(query["page"]) == 1 else [""]
    return number if number.isascii() and number.isdigit() and len(number) < 7 else ""

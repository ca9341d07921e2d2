"""Public pages kept in memory between two readers, for as long as nothing has happened in their
council: what history ends with is asked of the database each time."""

import hashlib
import re
from collections import OrderedDict
from threading import Lock

from django.conf import settings
from django.db import connection
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from assurance.records.history import HistoryHead
from assurance.runtime.periods import today
from reports.issue.site.page_rendering import FOR_FOLDER

_LISTS = "reports|commitments|recommendations|figures|ledger"
_PAGE = re.compile(rf"/(?:([-a-zA-Z0-9_]+)/(?:(?:{_LISTS})/(?!.*/files/)[-a-zA-Z0-9_/]*)?)?(?<=/)")
_HARMLESS = {settings.CSRF_COOKIE_NAME}
_HEADS = f"SELECT digest FROM {HistoryHead._meta.db_table}"
_HEAD = f"{_HEADS} WHERE council = %s"
_NOT_SHARED = ("private", "no-store")
_OK = 200


class KeptPages:
    """Answers the front page, and the public pages of a council with its reports, their figures and
    what they committed to, from memory to who is signed in nowhere.

    Stands before everything else: a kept answer has every header that the others gave it. A page
    is drawn again after anything was done in its council, on another day, and for another host.
    `PAGES_KEPT` is the most that is kept, in bytes; at nought nothing is.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.kept, self.size, self.lock = OrderedDict(), 0, Lock()

    def __call__(self, request):
        key = self._key(request)
        if key is None:
            return self.get_response(request)
        page = self.kept.get(key)
        if page is None:
            response = self.get_response(request)
            page = self._keep(key, response)
            if page is None:
                return response
        return _cached_response(request, *page)

    def _key(self, request):
        meta = request.META
        if request.method != "GET" or meta.get("QUERY_STRING") or not settings.PAGES_KEPT:
            return None
        match = _PAGE.fullmatch(request.path_info)
        if not match or FOR_FOLDER in meta:
            return None
        if "HTTP_COOKIE" in meta and not _HARMLESS.issuperset(request.COOKIES):
            return None
        ends = _history_ends(match[1])
        host = (meta.get("HTTP_HOST"), meta.get("HTTP_X_FORWARDED_HOST"), request.scheme)
        return ends and (match[0], ends, today(), host)

    def _keep(self, key, response):
        row = response.get("Cache-Control", "")
        private = response.cookies or any(word in row for word in _NOT_SHARED)
        if response.status_code != _OK or response.streaming or private:
            return None
        tag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        response.headers["ETag"] = tag
        # Who is signed in has another masthead, so no cache between may give them this one.
        patch_vary_headers(response, ["Cookie"])
        page = (response.content, dict(response.items()), tag)
        if len(page[0]) <= settings.PAGES_KEPT:
            with self.lock:
                old = self.kept.pop(key, None)
                self.size += len(page[0]) - (len(old[0]) if old else 0)
                self.kept[key] = page
                while self.size > settings.PAGES_KEPT:
                    self.size -= len(self.kept.popitem(last=False)[1][0])
        return page


def _history_ends(council):
    """The digests that the history of `council` ends at, or that of every council where it is None;
    None where there is none. By hand: building the query takes longer."""
    with connection.cursor() as cursor:
        if council is None:
            cursor.execute(f"{_HEADS} ORDER BY council")
        else:
            cursor.execute(_HEAD, [council])
        rows = cursor.fetchall()
    return hashlib.sha256("".join(row[0] for row in rows).encode()).digest() if rows else None


def _cached_response(request, content, headers, tag):
    # Where the page was packed, its fingerprint comes back with the mark of a weak one.
    known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    if tag in (item.removeprefix("W/") for item in known):
        response = HttpResponseNotModified()
        content_headers = ("Content-Type", "Content-Length")
        headers = {
            name: details for name, details in headers.items() if name not in content_headers
        }
    else:
        response = HttpResponse(content)
    for name, values in headers.items():
        response.headers[name] = values
    return response

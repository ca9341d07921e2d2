"""The pages that belong to no subject: statements every site owes, the sign of life, the page of a
failure."""

import sys
from datetime import date

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, HttpResponseServerError, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from assurance.accounts.access import public
from assurance.accounts.models.accounts import Council
from assurance.accounts.rules import NOT_SEARCHED
from assurance.public_pages.device_storage import stored
from assurance.public_pages.rules import addressed_council
from assurance.runtime.databases.locks import is_locked
from assurance.runtime.periods import this_moment
from config.how_this_works import READERS, parts_of
from reports.editions.enclosure_files import inaccessible_annexes
from reports.service.health import read
from reports.service.watch import metrics as metrics_text

PLAIN = "text/plain; charset=utf-8"
# As long as a failover of a database takes.
SECONDS_AWAY = 60
# As long as most that is saved takes.
SECONDS_LOCKED = 5


def page_not_found(request, exception):
    """The page of an address that leads to nothing: with the mark, the links and the search of the
    council whose address it begins with."""
    slug = addressed_council(request.path)
    council = Council.objects.in_bulk([slug], field_name="slug").get(slug)
    return render(request, "404.html", {"council": council}, status=404)


@public
def how_this_works(request):
    """How this works, for readers and for each role of the account."""
    context = {"readers": READERS, "parts": parts_of(request.user)}
    return render(request, "config/how_this_works.html", context)


@public
def accessibility(request):
    """The accessibility statement, with the annexes that not everybody can read."""
    context = {"annexes": inaccessible_annexes(), "councils": Council.objects.all()}
    return render(request, "config/accessibility.html", context)


@public
def privacy(request):
    """The data kept about people, why, and for how long."""
    context = {"stored": stored(), "councils": Council.objects.all()}
    return render(request, "config/privacy.html", context)


@public
def robots(request):
    """Which addresses programs that search leave alone: working pages, and searches."""
    root = settings.PUBLIC_ADDRESS.rstrip("/") or request.build_absolute_uri("/").rstrip("/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_SEARCHED)]
    lines += ["", f"Sitemap: {root}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type=PLAIN)


@public
def security(request):
    """Where to report a fault of security (RFC 9116); 404 where the installation names no one."""
    if not (settings.SECURITY_CONTACT and settings.SECURITY_EXPIRES):
        raise Http404
    contact, expires = settings.SECURITY_CONTACT, date.fromisoformat(settings.SECURITY_EXPIRES)
    lines = [f"Contact: {contact}", f"Expires: {expires}T00:00:00Z", "Preferred-Languages: en", ""]
    if root := settings.PUBLIC_ADDRESS.rstrip("/"):
        lines.insert(3, f"Canonical: {root}{request.path}")
    return HttpResponse("\n".join(lines), content_type=PLAIN)


@public
def health(request):
    """Answers that the process runs; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


@public
def ready(request):
    """The state of the service, as JSON: 200, or 503 where `wrong` names the faults."""
    gauges = read(this_moment())
    return JsonResponse(gauges.as_plain(), status=503 if gauges.wrong else 200)


@public
def metrics(request):
    """The numbers of the service for Prometheus; 404 for who may not ask."""
    if not metrics_text.may_ask(request):
        raise Http404
    text = metrics_text.as_text(this_moment())
    return HttpResponse(text, content_type=metrics_text.MEDIA_TYPE)


def failed(request):
    """The page of a failure (500), drawn without the request, which may be what failed. A database
    that does not answer is no fault of a page, nor is one while another person saves: 503,
    and when to ask again."""
    error = sys.exception()
    if isinstance(error, OperationalError | InterfaceError):
        locked = is_locked(error)
        page = render_to_string("503.html", {"skin": "plain", "is_locked": locked})
        wait = SECONDS_LOCKED if locked else SECONDS_AWAY
        return HttpResponse(page, status=503, headers={"Retry-After": wait})
    return HttpResponseServerError(render_to_string("500.html", {"skin": "plain"}))

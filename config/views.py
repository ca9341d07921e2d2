"""The pages that belong to no subject: statements every site owes, the sign of life, the page of a
failure."""

from django.http import HttpResponse, HttpResponseServerError, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from assurance.accounts.access import public
from assurance.runtime.periods import this_moment
from reports.editions.enclosure_files import inaccessible_annexes
from reports.service.health import read


@public
def accessibility(request):
    """The accessibility statement, with the annexes that not everybody can read."""
    context = {"annexes": inaccessible_annexes()}
    return render(request, "config/accessibility.html", context)


@public
def privacy(request):
    """What is held about people, why, and for how long."""
    return render(request, "config/privacy.html")


@public
def health(request):
    """Says that the process answers; asks nothing of the database."""
    return HttpResponse("ok\n", content_type="text/plain")


@public
def ready(request):
    """How the service stands, as JSON: 200, or 503 where `wrong` says what keeps it from work."""
    gauges = read(this_moment())
    return JsonResponse(gauges.as_plain(), status=503 if gauges.wrong else 200)


def failed(request):
    """The page of a failure (500), drawn without the request, which may be what failed."""
    return HttpResponseServerError(render_to_string("500.html", {"skin": "plain"}))

"""Reading without a network: the worker that keeps opened papers on a device, and the list of what
it keeps. The service knows of neither."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from assurance.accounts.access import public

WORKER = settings.BASE_DIR / "static" / "js" / "worker.js"


@public
def show_offline(request):
    """The papers that this device keeps, as its own worker tells them."""
    return render(request, "publication/offline.html")


@public
def worker(request):
    """The worker itself, at the root of the site: it answers for what lies below its address."""
    response = HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response

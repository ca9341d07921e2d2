"""The two first pages: the public's, and that of somebody signed in."""

from django.shortcuts import render

from assurance.access import Permission, public, requires
from reports.models.editions import Edition
from reports.views.waiting import papers_waiting, records_waiting


@public
def front(request):
    """The public front page: what has been issued."""
    return render(request, "pages/front.html", {"editions": Edition.objects.public_anywhere()})


@requires(Permission.SEE_HOME)
def home(request):
    """What is waiting for the person signed in."""
    tasks = [*papers_waiting(request.user), *records_waiting(request.user)]
    return render(request, "pages/home.html", {"tasks": tasks})

"""The page that stands where an edition was removed."""

from django.shortcuts import render

from assurance.runtime.caching import GONE
from assurance.runtime.periods import today


def gone(request, result):
    """Where an edition was removed (410): when, the class of reason, whom to ask; no words."""
    context = {
        "edition": result,
        "taken": result.removal,
        "council": result.paper.council,
        "whom": result.paper.whom_to_ask(today()),
    }
    response = render(request, "issue/removed_edition.html", context, status=410)
    response["Cache-Control"] = GONE
    return response

"""The page that stands where an edition was removed."""

from django.shortcuts import render

from assurance.runtime.caching import GONE
from assurance.runtime.periods import today


def gone(request, result):
    """What stands where an edition was removed (410): when, for which class of reason, and whom
    to ask; nothing of its words."""
    context = {
        "edition": result,
        "taken": result.removal,
        "council": result.paper.council,
        "whom": result.paper.whom_to_ask(today()),
    }
    response = render(request, "issue/removed_edition.html", context, status=410)
    response["Cache-Control"] = GONE
    return response

"""A self-evaluation as one document: every statement of a version with its evidence."""

from django.shortcuts import render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.governance.self_evaluation import lines_of, summary
from assurance.governance.views.statements import STATEMENTS
from assurance.runtime.periods import say_day, today


@requires(Permission.SEE_COUNTS)
def self_evaluation(request):
    """The version that was asked for, else the latest, and what inspectors later found of it."""
    rows = STATEMENTS.rows(request.user).active()
    editions = rows.editions()
    query = request.GET.get("edition")
    edition = query if query in editions else next(iter(editions), "")
    lines = lines_of(request.user.council, rows.of_edition(edition))
    context = {
        "editions": editions,
        "edition": edition,
        "lines": lines,
        "summary": summary(lines),
        "may_read_reviews": may(request.user, Permission.RECORD_REVIEWS),
        "add": STATEMENTS.address("add") if STATEMENTS.may_change(request.user) else "",
        "back": reverse("governance:statement-list"),
        "true_on": say_day(today()),
    }
    return render(request, "governance/self-evaluation.html", context)

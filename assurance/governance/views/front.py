"""The page that leads to every register of other matters."""

from django.shortcuts import render
from django.utils.text import capfirst

from assurance.accounts.access import Permission, requires
from assurance.governance.views.body_reports import BODY_REPORTS
from assurance.governance.views.decision_levels import DECISION_LEVELS
from assurance.governance.views.developments import DEVELOPMENTS
from assurance.governance.views.documents import DOCUMENTS
from assurance.governance.views.events import EVENTS
from assurance.governance.views.forums import FORUMS
from assurance.governance.views.measures import MEASURES
from assurance.governance.views.risks import RISKS, SCALES
from assurance.governance.views.statements import STATEMENTS
from assurance.runtime.periods import say_day, today

WHAT_FOR = (
    (DEVELOPMENTS, "Projects and changes with their milestones"),
    (DOCUMENTS, "Current versions, their owners and when they were last checked"),
    (DECISION_LEVELS, "Posts that may take each decision, with dates"),
    (FORUMS, "Meetings, their subjects and circulation; task groups"),
    (BODY_REPORTS, "Reports from other bodies, and the meetings that considered them"),
    (EVENTS, "Audience and number reached"),
    (STATEMENTS, "The council’s statements about itself, and their evidence"),
    (RISKS, "Cause, control and rating"),
    (SCALES, "The words of likelihood and impact, by date"),
    (MEASURES, "Values and targets, local and national"),
)


@requires(Permission.SEE_COUNTS)
def front(request):
    """Every register with how many records stand in it today."""
    tiles = [
        {
            "number": register.rows(request.user).active().count(),
            "words": capfirst(register.plural),
            "address": register.address("list"),
            "note": note,
        }
        for register, note in WHAT_FOR
    ]
    return render(request, "governance/front.html", {"tiles": tiles, "true_on": say_day(today())})

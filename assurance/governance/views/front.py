"""The page that leads to every register of other matters."""

from django.shortcuts import render

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
    (DOCUMENTS, "Which version holds, who owns it, when it was last checked"),
    (DECISION_LEVELS, "Who may take which decision, from which day"),
    (FORUMS, "Meetings, what they looked at, what went to whom; task groups"),
    (BODY_REPORTS, "What other bodies report, and which meeting considered it"),
    (EVENTS, "Audience and number reached"),
    (STATEMENTS, "What the council says of itself, and its evidence"),
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
            "words": register.plural.capitalize(),
            "address": register.address("list"),
            "note": note,
        }
        for register, note in WHAT_FOR
    ]
    return render(request, "governance/front.html", {"tiles": tiles, "true_on": say_day(today())})

"""The addresses of other matters."""

from django.urls import path

from assurance.governance.views import front, self_evaluations
from assurance.governance.views.body_reports import BODY_REPORTS
from assurance.governance.views.decision_levels import DECISION_LEVELS
from assurance.governance.views.developments import DEVELOPMENTS, MILESTONES
from assurance.governance.views.documents import DOCUMENTS, PLAN_OUTCOMES
from assurance.governance.views.events import EVENTS
from assurance.governance.views.forums import FORUMS, MEETINGS
from assurance.governance.views.measures import (
    COMMENTARIES,
    MEASURES,
    RELATIONS,
    TARGETS,
    VALUES,
)
from assurance.governance.views.risks import RATINGS, RISKS, SCALES
from assurance.governance.views.statements import STATEMENTS
from assurance.registers.urls import register_urls

app_name = "governance"

REGISTERS = (
    *(DEVELOPMENTS, MILESTONES, DOCUMENTS, FORUMS, MEETINGS, EVENTS, STATEMENTS),
    *(DECISION_LEVELS, BODY_REPORTS, PLAN_OUTCOMES),
    *(RISKS, RATINGS, SCALES, MEASURES, VALUES, TARGETS, COMMENTARIES, RELATIONS),
)

urlpatterns = [
    path("", front.front, name="front"),
    path("self-evaluation/", self_evaluations.self_evaluation, name="self-evaluation"),
    *(address for register in REGISTERS for address in register_urls(register)),
]

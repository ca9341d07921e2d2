"""The addresses of other matters."""

from django.urls import path

from assurance.matters.views import front
from assurance.matters.views.developments import DEVELOPMENTS, MILESTONES
from assurance.matters.views.documents import DOCUMENTS
from assurance.matters.views.events import EVENTS
from assurance.matters.views.forums import FORUMS, MEETINGS
from assurance.matters.views.measures import MEASURES, TARGETS, VALUES
from assurance.matters.views.risks import RATINGS, RISKS, SCALES
from assurance.matters.views.statements import STATEMENTS
from assurance.registers.urls import register_urls

app_name = "matters"

REGISTERS = (
    *(DEVELOPMENTS, MILESTONES, DOCUMENTS, FORUMS, MEETINGS, EVENTS, STATEMENTS),
    *(RISKS, RATINGS, SCALES, MEASURES, VALUES, TARGETS),
)

urlpatterns = [
    path("", front.front, name="front"),
    *(address for register in REGISTERS for address in register_urls(register)),
]

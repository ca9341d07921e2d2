"""Surveys register their figures, file kinds and quotable records."""

from assurance.accounts import history_page
from assurance.accounts.access import Permission
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.records.history import subject_kind
from assurance.registers import event_dates
from assurance.registers.event_dates import EventKind
from assurance.surveys import labels as names
from assurance.surveys.figures import FIGURES
from assurance.surveys.importing import SURVEYS
from assurance.surveys.models import Wave
from assurance.surveys.quotable import RECORDS

EVIDENCE = EvidencePage("Open surveys", "surveys:list", Permission.RECORD_SURVEYS)
EVENTS = EventKind(
    "survey",
    Permission.RECORD_SURVEYS,
    lambda council: Wave.objects.of(council).active(),
    "started_on",
    "ended_on",
    "survey",
)


def register() -> None:
    """Registers what surveys add."""
    registry.register(*FIGURES, place=60, evidence=EVIDENCE)
    kinds.register(SURVEYS, place=60)
    quotable.register(RECORDS, names.LISTS, place=40)
    labels.register(names.RECORDS, names.MEMBERS)
    event_dates.register(EVENTS)
    history_page.FIELD_WORDS[subject_kind(Wave)] = _question_words


def _question_words(wave):
    """The wording of each question by the code that history keeps its answers by."""
    return dict(wave.survey.questions.values_list("slug", "wording"))

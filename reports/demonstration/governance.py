"""The demonstration's other matters: developments, documents, a board, events, a statement, a risk
and measures."""

from datetime import date
from decimal import Decimal

from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.models.statements import Statement
from assurance.governance.operations import record_development
from assurance.meetings.models.bodies import Body
from assurance.records import operations
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil

KINDS = {
    "development": Development,
    "milestone": Milestone,
    "document": Document,
    "forum": Body,
    "meeting": ForumMeeting,
    "event": EngagementEvent,
    "statement": Statement,
    "scale": RiskScale,
    "risk": Risk,
    "rating": RiskRating,
    "measure": Measure,
    "value": MeasureValue,
    "target": MeasureTarget,
}


def matters() -> list[tuple[date, dict]]:
    """(day, what is said) of each matter, in the order of the file."""
    return [(date.fromisoformat(text["on"]), text) for text in texts.read("matters")]


def record(founded: FoundedCouncil, said: dict, on: date):
    """One matter with what lies within it, recorded `on` its day."""
    own = {"council": founded.council, "by": founded.accounts["officer"], "on": on}
    matter = _add(own, said)
    for item in said.get("within", ()):
        _add(own, item, matter)
    return matter


def _add(own, value, parent=None):
    model = KINDS[value["kind"]]
    fields = texts.dated(value["said"])
    if fields.get("value"):
        fields["value"] = Decimal(fields["value"])
    within = {model.parent_field: parent} if parent else {}
    if model is Development:
        return record_development(**own, **fields)
    return operations.create(model=model, **own, **within, **fields)

"""What an officer types for each kind of other matter, and what an operation is told of it."""

from datetime import date
from decimal import Decimal

import pytest

from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.models.risks import Risk, RiskRating, RiskScale
from assurance.governance.models.statements import Statement
from assurance.meetings.models.bodies import Body
from assurance.records.refusals import Refused
from tests.audits.entries import parts
from tests.make import matters
from tests.make.people import post, with_posts

DAY = date(2015, 12, 8)
# Kind as addresses have it → its model, and the least that is said of one.
LEAST = {
    "development": (
        Development,
        {"title": "Front door", "kind": "front_door", "state": "under_way", "state_on": DAY},
    ),
    "document": (Document, {"title": "The vision", "kind": "vision", "owner": "Director"}),
    "forum": (
        Body,
        {
            **{"title": "The board", "kind": "board", "interval": "monthly"},
            "chair": "Lead member",
        },
    ),
    "event": (
        EngagementEvent,
        {
            **{"title": "An evening", "held_on": DAY, "audience": "Carers", "subject": "Plans"},
            **{"reached": "over", "number": 400},
        },
    ),
    "statement": (
        Statement,
        {
            **{"title": "We know", "statement": "We know our children.", "edition": "2"},
            "stated_on": DAY,
        },
    ),
    "risk": (
        Risk,
        {
            **{"title": "Too few staff", "cause": "Posts.", "control": "A scheme."},
            **{"owner": "Director", "opened_on": DAY},
        },
    ),
    "scale": (
        RiskScale,
        {
            **{"title": "Of three", "likelihoods": ["rare", "likely", "sure"]},
            **{"impacts": ["minor", "grave", "severe"], "from_date": DAY},
        },
    ),
    "measure": (
        Measure,
        {
            **{"title": "Caseload", "unit": "number", "definition": "Every one."},
            **{"source": "Workforce return", "better": "lower", "of_people": False},
        },
    ),
}
# The same of what lies within one, with the field that names its parent and who makes that.
WITHIN = {
    "milestone": (
        *(Milestone, "development", matters.development),
        {"title": "First team", "state": "ahead"},
    ),
    "meeting": (*(ForumMeeting, "forum", matters.forum), {"met_on": DAY, "reviewed": "A report"}),
    "rating": (
        *(RiskRating, "risk", matters.risk),
        {"rated_on": DAY, "likelihood": 2, "impact": 3},
    ),
    "value": (
        *(MeasureValue, "measure", matters.measure),
        {"to_date": DAY, "value": Decimal("17.5")},
    ),
    "target": (
        *(MeasureTarget, "measure", matters.measure),
        {"from_date": DAY, "value": Decimal("8")},
    ),
}
PATHS = {
    **{"development": "developments", "document": "documents", "forum": "forums"},
    **{"event": "events", "statement": "statements", "risk": "risks", "scale": "risk-scales"},
    **{"measure": "measures", "milestone": "milestones", "meeting": "meetings"},
    **{"rating": "ratings", "value": "values", "target": "targets"},
}


def adding(kind):
    """The address of the add page of a kind, beneath a new parent where it lies within one."""
    if kind in LEAST:
        return f"/matters/{PATHS[kind]}/add/"
    _, field, make, _ = WITHIN[kind]
    return f"/matters/{PATHS[field]}/{make().pk}/{PATHS[kind]}/add/"


def least(kind):
    """(model, what is said) of the least of a kind, its parent made where it has one."""
    if kind in LEAST:
        model, said = LEAST[kind]
        return model, with_posts(said, "owner", "chair")
    model, field, make, said = WITHIN[kind]
    return model, {field: make(), **said}


def typed(kind, /, **other):
    """What is typed for the least of a kind, or `other` than that."""
    said = LEAST[kind][1] if kind in LEAST else WITHIN[kind][3]
    found = {}
    for name, value in {**said, **other}.items():
        if name in ("owner", "chair") and value:
            value = post(value).pk
        if name.endswith(("_on", "_date")):
            found |= parts(name, value)
        else:
            lines = name in ("likelihoods", "impacts") and isinstance(value, list)
            found[name] = "\n".join(value) if lines else value
    return found


def refused(act, *told, **said):
    """(field, sentence) of the refusal that `act` gives."""
    with pytest.raises(Refused) as raised:
        act(*told, **said)
    return raised.value.field, raised.value.sentence


def titles(answer):
    """The titles that a list shows, in order."""
    return [line["record"].title for line in answer.context["lines"]]


def shown(client, address):
    """The words of a page."""
    return client.get(address).content.decode()

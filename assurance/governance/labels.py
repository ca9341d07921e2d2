"""What boards, plans, risks and measures are called where one is chosen to be quoted."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Floor

from assurance.figures.labels import MemberNames, NameSource, RecordNames
from assurance.figures.quotable import active_rows
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureValue
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.governance.quotable_bodies import (
    body_report_rows,
    decision_rows,
    forum_rows,
    outcome_rows,
)
from assurance.governance.rules.choices import DAYS, MONEY, NUMBER, PERCENT

MATTERS = "Boards, plans and risks"
DEVELOPMENTS, MEASURED = "Developments", "Measures"
MEASURES = NameSource(active_rows(Measure), more="definition")
EVENTS = NameSource(active_rows(EngagementEvent), day="held_on", more="audience")
VALUES = MeasureValue.objects.filter(measure=OuterRef("pk"), withdrawn_on=None)
WITH_DECIMALS = Exists(VALUES.exclude(value=Floor("value")))
WHOLE = ~Exists(VALUES) | Exists(VALUES.filter(value=Floor("value")))
COUNTED = Exists(VALUES.filter(out_of__isnull=False))
STATED = ~Exists(VALUES) | Exists(VALUES.filter(out_of__isnull=True))
PLAIN = Q(unit__in=(NUMBER, DAYS))
# Key of a figure → the measures that it can have a value of, by their unit and their values.
MEASURED_AS = {
    "value": PLAIN & Q(WHOLE, of_people=False),
    "people": PLAIN & Q(WHOLE, of_people=True),
    "decimal": PLAIN & Q(WITH_DECIMALS),
    "money": Q(WHOLE, unit=MONEY),
    "pence": Q(unit=MONEY) & Q(WITH_DECIMALS),
    "share": Q(COUNTED, unit=PERCENT, of_people=False),
    "share_of_people": Q(COUNTED, unit=PERCENT, of_people=True),
    "per_cent": Q(STATED, unit=PERCENT),
}


def _measures(condition):
    return NameSource(
        lambda council: active_rows(Measure)(council).filter(condition), more="definition"
    )


MEMBERS = {
    **{f"measures.{key}": MemberNames((_measures(fits),)) for key, fits in MEASURED_AS.items()},
    "events.reached": MemberNames((EVENTS,)),
}


def _within(model, parent):
    """The active rows of what lies in active matters."""
    return lambda council: active_rows(model)(council).filter(**{f"{parent}__withdrawn_on": None})


def _of_a_day(model, parent, day):
    return NameSource(
        _within(model, parent), f"{parent}__title", (f"{parent}__slug", day), "{0}-{1}", day
    )


RECORDS = {
    "development": RecordNames(
        "Development",
        DEVELOPMENTS,
        NameSource(active_rows(Development), day="started_on", more="partner"),
        "title",
        {
            "state_on": "since when it has that state",
            "predecessor": "it replaces",
            "successor": "replaced by",
        },
        ("The state of {title} is “{state}”, since {state_on}.",),
    ),
    "milestone": RecordNames(
        "Milestone",
        DEVELOPMENTS,
        NameSource(
            _within(Milestone, "development"),
            "title",
            ("development__slug", "number"),
            "{0}-{1}",
            "due_on",
            "development__title",
        ),
        "title",
        sentences=(
            "The milestone “{title}” was reached on {reached_on}.",
            "The milestone “{title}” is due on {due_on}.",
            "The state of the milestone “{title}” is “{state}”.",
        ),
    ),
    "document": RecordNames(
        "Document",
        "Documents",
        NameSource(active_rows(Document), day="from_date", more="edition"),
        "title",
        {
            "from_date": "in force from",
            "to_date": "in force to",
            "edition": "version",
            "owner_role": "owner",
            "approved_body": "approved by",
        },
        (
            "{title} is in force from {from_date} to {to_date}.",
            "{title} is in force from {from_date}.",
            "{title} is one of the council’s documents.",
        ),
    ),
    "forum": RecordNames(
        "Board or forum",
        MATTERS,
        NameSource(forum_rows, more="chair__title"),
        "title",
        {
            "chair_role": "chair",
            "interval": "frequency of meetings",
            "last_met_on": "last meeting",
            "meetings_held": "meetings",
            "members": "posts of its members",
            "report_due_on": "final report due",
            "reported_on": "final report made",
            "report": "state of its final report",
        },
        (
            "{title} last met on {last_met_on}.",
            "{title} is one of the council’s boards and forums.",
        ),
    ),
    "decision_level": RecordNames(
        "Authorisation level",
        MATTERS,
        NameSource(
            decision_rows, "decision", ("slug", "from_date"), "{0}-{1}", "from_date", "post__title"
        ),
        "post",
        {
            "level": "level or limit",
            "post": "post that may take it",
            "evidence": "must be on file first",
            "from_date": "in force from",
            "to_date": "in force to",
        },
        (
            "{decision} ({level}): the {post} may decide, from {from_date}.",
            "{decision}: the {post} may decide, from {from_date}.",
        ),
    ),
    "body_report": RecordNames(
        "Report of another body",
        "Reports of other bodies",
        NameSource(body_report_rows, day="from_date", more="body"),
        "title",
        {
            "body": "body that reports",
            "interval": "frequency of reports",
            "from_date": "start date of its period",
            "to_date": "end date of its period",
            "received_on": "received",
            "considered_on": "considered",
            "considered_by": "considered by",
            "numbers": "main numbers",
        },
        (
            "{title}: {considered_by} considered it on {considered_on}.",
            "{title}: received on {received_on}.",
            "{title}: awaited from {body}.",
        ),
    ),
    "plan_outcome": RecordNames(
        "Outcome or priority of a plan",
        "Documents",
        NameSource(
            outcome_rows,
            "text",
            ("document__slug", "number"),
            "{0}-{1}",
            "document__from_date",
            "document__title",
        ),
        "text",
        {"document": "plan"},
        ("{document}, number {number}: {text}.",),
    ),
    "forum_meeting": RecordNames(
        "Meeting of a board or forum",
        MATTERS,
        _of_a_day(ForumMeeting, "body", "date"),
        "met_on",
        {
            "forum": "board or forum",
            "met_on": "date of the meeting",
            "next_on": "next meeting",
        },
        ("{forum} met on {met_on}.",),
    ),
    "event": RecordNames(
        "Engagement event",
        "Engagement events",
        EVENTS,
        "title",
        {"held_on": "date", "number": "number reached"},
        ("{title} took place on {held_on}.",),
    ),
    "statement": RecordNames(
        "Statement",
        MATTERS,
        NameSource(active_rows(Statement), day="stated_on"),
        "statement",
        {
            "stated_on": "date stated",
            "edition": "version of the self-evaluation",
            "later_finding": "later finding",
            "outcome": "outcome",
        },
        ("On {stated_on} the council stated: “{statement}”",),
    ),
    "risk": RecordNames(
        "Risk",
        "Risks",
        NameSource(active_rows(Risk), day="opened_on", more="cause"),
        "title",
        {"opened_on": "opened"},
        (
            "The risk “{title}” is rated {rating}.",
            "The risk “{title}” was opened on {opened_on}.",
        ),
    ),
    "measure": RecordNames(
        "Measure",
        MEASURED,
        MEASURES,
        "value",
        {"title": "measure", "value": "latest value", "value_at": "date"},
        ("{title}: {value} ({value_at}).", "{title} is one of the council’s measures."),
    ),
    "measure_value": RecordNames(
        "Value of a measure",
        MEASURED,
        _of_a_day(MeasureValue, "measure", "to_date"),
        "value",
        {"at": "date"},
        ("{measure}: {value} ({at}).",),
    ),
}

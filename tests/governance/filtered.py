"""Rows of each list of other matters, and the plain reading of each filter of theirs."""

from datetime import date, timedelta
from itertools import product

from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from tests.governance.quoted import DECEMBER
from tests.make import matters

FITS = {
    ("developments", "kind"): lambda row: row.kind,
    ("developments", "state"): lambda row: row.state,
    ("milestones", "development"): lambda row: row.development.slug,
    ("milestones", "state"): lambda row: row.state,
    ("documents", "kind"): lambda row: row.kind,
    ("events", "year"): lambda row: row.held_on.year,
    ("events", "audience"): lambda row: row.audience,
    ("risks", "state"): lambda row: "closed" if row.closed_on else "open",
    ("risks", "owner"): lambda row: row.owner.title,
    ("statements", "edition"): lambda row: row.edition,
    ("forum_meetings", "forum"): lambda row: row.body.slug,
    ("body_reports", "body"): lambda row: row.body,
    ("plan_outcomes", "plan"): lambda row: row.document.slug,
    ("plan_outcomes", "kind"): lambda row: row.kind,
}
MODELS = {
    "developments": Development,
    "milestones": Milestone,
    "documents": Document,
    "events": EngagementEvent,
    "risks": Risk,
    "statements": Statement,
    "forum_meetings": ForumMeeting,
    "body_reports": BodyReport,
    "plan_outcomes": PlanOutcome,
}


def crowd(gone):
    """Rows of each list that differ in what it filters by; `gone` is how a row is withdrawn."""
    states = (("project", "done"), ("project", "planned"), ("front_door", "done"))
    for number, ((kind, state), lost) in enumerate(product(states, ({}, gone))):
        of = matters.development(kind=kind, state=state, slug=f"of-{number}", **lost)
        for reached, away in product((None, DECEMBER), ({}, gone)):
            told = "reached" if reached else "ahead"
            matters.milestone(development=of, state=told, reached_on=reached, **away)
    for number, (kind, lost) in enumerate(product(("strategy", "policy"), ({}, gone))):
        matters.document(kind=kind, slug=f"document-of-{number}", **lost)
    days = (DECEMBER, date(2016, 1, 5))
    for number, (day, who, lost) in enumerate(product(days, ("Carers", "Staff"), ({}, gone))):
        matters.event(held_on=day, audience=who, slug=f"event-of-{number}", **lost)
    for number, (end, who, lost) in enumerate(product((None, DECEMBER), ("A", "B"), ({}, gone))):
        matters.risk(closed_on=end, owner=who, slug=f"risk-of-{number}", **lost)
    for number, (edition, lost) in enumerate(product(("1", "2"), ({}, gone))):
        matters.statement(edition=edition, slug=f"statement-of-{number}", **lost)
    for number, (kind, lost) in enumerate(product(("outcome", "priority"), ({}, gone))):
        plan = matters.document(kind="plan", slug=f"plan-of-{number}")
        for place, away in enumerate((lost, {}), start=1):
            matters.plan_outcome(document=plan, kind=kind, number=place, **away)
    for number, (who, lost) in enumerate(product(("Theatre", "Centre"), ({}, gone))):
        matters.body_report(body=who, slug=f"report-of-{number}", **lost)
    for number, lost in enumerate(({}, gone)):
        forum = matters.forum(slug=f"forum-of-{number}", title=f"Forum {number}")
        matters.meeting(forum=forum)
        matters.meeting(forum=forum, met_on=DECEMBER + timedelta(1), **lost)

"""One of each other matter with every field filled, and what print has of each."""

from datetime import date

from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.decision_levels import DecisionLevel
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureValue
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.meetings.models.bodies import Body
from tests.make import matters, papers
from tests.make.people import post

SLUGS = {
    "development": "new-case-system",
    "milestone": "new-case-system-1",
    "document": "vision",
    "forum": "parenting-board",
    "forum_meeting": "parenting-board-2015-12-08",
    "decision_level": "a-child-comes-into-care-2015-01-05",
    "body_report": "theatre-2015",
    "plan_outcome": "vision-1",
    "event": "carers-evening",
    "statement": "we-know-our-children",
    "risk": "too-few-staff",
    "measure": "agency-staff",
    "measure_value": "agency-staff-2015-12-08",
}
# What print has of each field; a field that is added stands here too.
SAID = {
    ("development", "title"): "New case system",
    ("development", "kind"): "Case-system replacement",
    ("development", "state"): "Done",
    ("development", "state_on"): "2 March 2016",
    ("development", "started_on"): "5 January 2015",
    ("development", "due_on"): "31 January 2016",
    ("development", "finished_on"): "2 March 2016",
    ("development", "predecessor"): "Ledger",
    ("development", "successor"): "Wayfinder 2",
    ("development", "partner"): "The health trust",
    ("development", "barrier"): "Data had to be cleaned.",
    ("development", "milestones_reached"): "1 of 1",
    ("milestone", "title"): "First team uses it",
    ("milestone", "state"): "Reached",
    ("milestone", "due_on"): "1 September 2015",
    ("milestone", "reached_on"): "5 October 2015",
    ("document", "title"): "Vision",
    ("document", "kind"): "Vision",
    ("document", "edition"): "2",
    ("document", "from_date"): "1 April 2015",
    ("document", "to_date"): "31 March 2019",
    ("document", "owner_role"): "Director",
    ("document", "address"): "https://netherby.example/vision",
    ("document", "last_checked_on"): "5 January 2016",
    ("document", "approved_body"): "Cabinet",
    ("document", "approved_on"): "6 October 2015",
    ("document", "partners"): "over 30",
    ("document", "consulted"): "412",
    ("forum", "title"): "Parenting board",
    ("forum", "kind"): "Task group",
    ("forum", "meetings_held"): "1",
    ("forum", "remit"): "Look at wellbeing.",
    ("forum", "objectives"): "Ask",
    ("forum", "members"): "Director",
    ("forum", "report_due_on"): "30 June 2016",
    ("forum", "reported_on"): "8 December 2015",
    ("forum", "report"): "Made on 8 December 2015",
    ("decision_level", "decision"): "A child comes into care",
    ("decision_level", "level"): "Up to 28 days",
    ("decision_level", "post"): "Director",
    ("decision_level", "evidence"): "A plan",
    ("decision_level", "from_date"): "5 January 2015",
    ("decision_level", "to_date"): "31 March 2031",
    ("body_report", "title"): "Theatre's report",
    ("body_report", "body"): "The theatre",
    ("body_report", "interval"): "Every six months",
    ("body_report", "from_date"): "1 July 2015",
    ("body_report", "to_date"): "31 December 2015",
    ("body_report", "received_on"): "4 January 2016",
    ("body_report", "considered_on"): "19 January 2016",
    ("body_report", "considered_by"): "Theatre committee",
    ("body_report", "state"): "Considered",
    ("body_report", "numbers"): "Agency staff: 12.5% (10 of 80)",
    ("plan_outcome", "document"): "Vision",
    ("plan_outcome", "number"): "1",
    ("plan_outcome", "kind"): "Outcome",
    ("plan_outcome", "text"): "Every child is safe",
    ("forum", "interval"): "Every three months",
    ("forum", "chair_role"): "Lead member",
    ("forum", "last_met_on"): "8 December 2015",
    ("forum_meeting", "forum"): "Parenting board",
    ("forum_meeting", "met_on"): "8 December 2015",
    ("forum_meeting", "reviewed"): "The annual report",
    ("forum_meeting", "resolutions"): "Write to the trust.",
    ("forum_meeting", "circulated"): "A summary",
    ("forum_meeting", "circulated_to"): "Every team",
    ("forum_meeting", "next_on"): "1 March 2016",
    ("event", "title"): "Carers' evening",
    ("event", "held_on"): "8 December 2015",
    ("event", "audience"): "Foster carers",
    ("event", "subject"): "The strategy",
    ("event", "frequency"): "fortnightly",
    ("event", "number"): "over 400",
    ("statement", "title"): "We know our children",
    ("statement", "statement"): "Social workers know their children.",
    ("statement", "edition"): "1",
    ("statement", "stated_on"): "5 January 2015",
    ("statement", "validated_body"): "Improvement board",
    ("statement", "validated_on"): "8 December 2015",
    ("statement", "later_finding"): "Plans lack dates.",
    ("statement", "evidence"): "1 figure",
    ("statement", "outcome"): "To be developed by Inspection of services",
    ("risk", "title"): "Too few staff",
    ("risk", "cause"): "Posts are hard to fill.",
    ("risk", "control"): "A recruitment scheme.",
    ("risk", "owner_role"): "Head of Service",
    ("risk", "opened_on"): "5 January 2015",
    ("risk", "reviewed_on"): "8 December 2015",
    ("risk", "closed_on"): "5 January 2016",
    ("risk", "state"): "Closed",
    ("risk", "rating"): "4 × 3 = 12 (likely, moderate)",
    ("measure", "title"): "Agency staff",
    ("measure", "definition"): "Every one counts.",
    ("measure", "source"): "Workforce return",
    ("measure", "area"): "Holme ward",
    ("measure", "value"): "12.5% (10 of 80)",
    ("measure", "value_at"): "1 October 2015 to 8 December 2015",
    ("measure_value", "measure"): "Agency staff",
    ("measure_value", "value"): "12.5% (10 of 80)",
    ("measure_value", "at"): "1 October 2015 to 8 December 2015",
    ("measure_value", "source"): "Payroll",
}
WITHDRAWABLE = {
    "development": Development,
    "milestone": Milestone,
    "document": Document,
    "forum": Body,
    "forum_meeting": ForumMeeting,
    "decision_level": DecisionLevel,
    "body_report": BodyReport,
    "plan_outcome": PlanOutcome,
    "event": EngagementEvent,
    "statement": Statement,
    "risk": Risk,
    "measure": Measure,
    "measure_value": MeasureValue,
}
# What is lost too where a record is withdrawn: what lies within it, and what is said of it.
LOST_TOO = {
    "review": {("statement", "later_finding"), ("statement", "outcome")},
    "finding": {("statement", "later_finding"), ("statement", "outcome")},
    "development": {one for one in SAID if one[0] == "milestone"},
    "milestone": {("development", "milestones_reached")},
    "forum": {one for one in SAID if one[0] == "forum_meeting"},
    "document": {one for one in SAID if one[0] == "plan_outcome"},
    "forum_meeting": {("forum", "last_met_on")},
    "measure": {
        *(one for one in SAID if one[0] == "measure_value"),
        ("body_report", "numbers"),
    },
    "measure_value": {
        ("measure", "value"),
        ("measure", "value_at"),
        ("body_report", "numbers"),
    },
}
DECEMBER = date(2015, 12, 8)
# The first day on which a report may say something of each.
BEGINS = {
    ("development", "title"): date(2016, 3, 2),
    ("development", "milestones_reached"): date(2016, 3, 2),
    ("milestone", "title"): date(2016, 3, 2),
    ("document", "title"): date(2015, 4, 1),
    ("document", "approved_body"): date(2015, 10, 6),
    ("document", "last_checked_on"): date(2016, 1, 5),
    ("forum", "last_met_on"): DECEMBER,
    ("forum_meeting", "reviewed"): DECEMBER,
    ("forum", "reported_on"): DECEMBER,
    ("decision_level", "post"): date(2015, 1, 5),
    ("body_report", "title"): date(2015, 7, 1),
    ("body_report", "received_on"): date(2016, 1, 4),
    ("body_report", "considered_on"): date(2016, 1, 19),
    ("plan_outcome", "text"): date(2015, 4, 1),
    ("event", "title"): DECEMBER,
    ("statement", "title"): date(2015, 1, 5),
    ("statement", "validated_body"): DECEMBER,
    ("statement", "later_finding"): date(2017, 2, 7),
    ("statement", "outcome"): date(2017, 2, 7),
    ("risk", "title"): date(2015, 1, 5),
    ("risk", "closed_on"): date(2016, 1, 5),
    ("risk", "rating"): date(2015, 1, 5),
    ("measure", "value"): DECEMBER,
    ("measure_value", "value"): DECEMBER,
}


def with_matters(council, finding):
    """One of each matter of `council`; inspectors later made `finding` of what one states."""
    _development(council)
    matters.document(
        **{"council": council, "slug": "vision", "title": "Vision", "kind": "vision"},
        **{"edition": "2", "from_date": date(2015, 4, 1), "to_date": date(2019, 3, 31)},
        **{"owner": "Director", "address": "https://netherby.example/vision"},
        **{"last_checked_on": date(2016, 1, 5), "approved_body": "Cabinet"},
        **{"approved_on": date(2015, 10, 6), "partners": "over 30", "consulted": "412"},
    )
    director = post("Director", council=council)
    board = matters.task_group(
        **{"council": council, "slug": "parenting-board", "title": "Parenting board"},
        **{"members": [director], "reported_on": DECEMBER, "objectives": "Ask"},
    )
    matters.decision_level(
        **{"council": council, "level": "Up to 28 days", "evidence": "A plan"},
        **{"to_date": date(2031, 3, 31), "post": director},
    )
    plan = Document.objects.of(council).get(slug="vision")
    matters.plan_outcome(document=plan, text="Every child is safe")
    matters.meeting(
        **{"forum": board, "resolutions": "Write to the trust.", "circulated": "A summary"},
        **{"circulated_to": "Every team", "next_on": date(2016, 3, 1)},
    )
    _states(council, finding)


def _states(council, finding):
    matters.event(
        **{"council": council, "slug": "carers-evening", "title": "Carers' evening"},
        **{"reached": "over", "number": 400, "frequency": "fortnightly"},
    )
    matters.statement(
        **{"council": council, "slug": "we-know-our-children", "title": "We know our children"},
        **{"validated_body": "Improvement board", "validated_on": DECEMBER},
        **{"later_finding": finding, "figures": "dbs.overdue"},
    )
    risk = matters.risk(
        **{"council": council, "slug": "too-few-staff", "title": "Too few staff"},
        **{"reviewed_on": DECEMBER, "closed_on": date(2016, 1, 5)},
    )
    matters.rating(risk=risk)
    measure = matters.measure(
        **{"council": council, "slug": "agency-staff", "title": "Agency staff"},
        **{"unit": "percent", "area": "Holme ward"},
    )
    matters.value(
        **{"measure": measure, "from_date": date(2015, 10, 1), "value": "12.50", "count": 10},
        **{"out_of": 80, "source": "Payroll"},
    )
    own = papers.committee(council=council, slug="theatre", title="Theatre committee")
    matters.body_report(
        **{"council": council, "slug": "theatre-2015", "title": "Theatre's report"},
        **{"meeting": papers.meeting(date(2016, 1, 19), committee=own)},
        measures=[measure],
    )


def _development(council):
    row = matters.development(
        **{"council": council, "slug": "new-case-system", "title": "New case system"},
        **{"kind": "case_system", "state": "done", "state_on": date(2016, 3, 2)},
        **{"started_on": matters.FOUND, "due_on": date(2016, 1, 31), "predecessor": "Ledger"},
        **{"successor": "Wayfinder 2", "partner": "The health trust"},
        barrier="Data had to be cleaned.",
    )
    matters.milestone(
        **{"development": row, "title": "First team uses it", "state": "reached"},
        **{"due_on": date(2015, 9, 1), "reached_on": date(2015, 10, 5)},
    )

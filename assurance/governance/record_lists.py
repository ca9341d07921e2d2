"""What a report may list of boards, plans and risks."""

from dataclasses import replace

from assurance.figures.quotable import (
    CountedBy,
    Filter,
    QuotedList,
    active_rows,
    begun_by,
    by_states,
    of_choices,
    of_records,
    standing_between,
    text_of,
)
from assurance.figures.record_lists import list_of
from assurance.governance.labels import RECORDS as NAMES
from assurance.governance.measure_values import listed_value
from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.governance.quotable import (
    APPROVED,
    REACHED,
    RECORDS,
    REVIEWED,
    at_latest,
    in_paper,
    milestone_rows,
    milestone_state,
    rating_of,
    reached_by_then,
    risk_rows,
    state_of,
)
from assurance.governance.quotable_bodies import forum_rows
from assurance.meetings.task_groups import TASK_GROUP
from assurance.people.models.posts import Post


def _documents(council):
    return active_rows(Document)(council).select_related("owner")


def _risk_owners(council):
    return Post.objects.filter(pk__in=active_rows(Risk)(council).values("owner"))


def _newest_values_first(council):
    """The values of a council's measures, those of one measure together."""
    return NAMES["measure_value"].source.rows(council).order_by("measure", "-to_date")


def _with_values(read, *told, **more):
    """A list of records whose values `read` gives, those too that may not be shown."""
    table = list_of(*told, **more)
    heading, _ = table.columns["value"]
    return replace(
        table, columns={**table.columns, "value": (heading, lambda row: read(row) or "")}
    )


LISTS = {
    "developments": QuotedList(
        "Developments",
        lambda council: active_rows(Development)(council).prefetch_related("milestones"),
        {
            "kind": of_choices("kind", Development.KINDS),
            "state": of_choices("state_then", Development.STATES),
        },
        {
            "title": ("Development", text_of("title")),
            "kind": ("Kind", Development.get_kind_display),
            "state": ("State", state_of),
            "since": ("Since", text_of("since_then")),
            "started": ("Started", text_of("started_on")),
            "due": ("Due", text_of("due_on")),
            "replaces": ("It replaces", text_of("predecessor")),
            "replaced_by": ("Replaced by", text_of("successor")),
            "partner": ("Partner", text_of("partner")),
            "barrier": ("Obstacles", text_of("barrier")),
            "milestones": ("Milestones reached", reached_by_then),
        },
        by_states(begins="started_on"),
        "No developments were planned or under way by this date.",
        (CountedBy("developments.total"), CountedBy("developments.by_state", "state")),
    ),
    "milestones": QuotedList(
        "Milestones",
        milestone_rows,
        {
            "development": of_records("development__slug", active_rows(Development)),
            "state": of_choices("state_then", Milestone.STATES),
        },
        {
            "title": ("Milestone", text_of("title")),
            "development": ("Development", lambda row: row.development.title),
            "due": ("Due", text_of("due_on")),
            "reached": ("Reached on", text_of("reached_on")),
            "state": ("State", milestone_state),
        },
        REACHED,
        "No milestones at this date.",
        called={"milestones": {}},
    ),
    "documents": QuotedList(
        "Documents",
        _documents,
        {"kind": of_choices("kind", Document.KINDS)},
        {
            "title": ("Document", text_of("title")),
            "kind": ("Kind", Document.get_kind_display),
            "edition": ("Version", text_of("edition")),
            "owner": ("Owner", lambda row: str(row.owner)),
            "from": ("Applies from", text_of("from_date")),
            "to": ("Applies until", text_of("to_date")),
            "address": ("Address", text_of("address")),
            "checked": ("Last checked", text_of("last_checked_on")),
            "approved": ("Approved by", text_of("approved_body")),
            "approved_on": ("Approved on", text_of("approved_on")),
        },
        standing_between("from_date", "to_date", APPROVED),
        "No documents were in force at this date.",
        (CountedBy("documents.total"), CountedBy("documents.by_kind", "kind")),
        called={"storyboards": {"kind": "storyboard"}},
        identifiers=frozenset({"edition"}),
    ),
    "events": QuotedList(
        "Events",
        active_rows(EngagementEvent),
        {
            "year": Filter("held_on__year"),
            "audience": of_records("audience", active_rows(EngagementEvent), "audience"),
        },
        {
            "date": ("Date", text_of("held_on")),
            "title": ("Event", text_of("title")),
            "audience": ("Audience", text_of("audience")),
            "number": ("Number reached", text_of("printed_number")),
            "subject": ("Subject", text_of("subject")),
            "frequency": ("How often", text_of("frequency")),
        },
        begun_by("held_on"),
        "No events in this period.",
        (CountedBy("events.held", "year", year=True),),
        for_paper=in_paper,
        within=("held_on",),
    ),
    "risks": QuotedList(
        "Risks",
        risk_rows,
        {
            "state": of_choices("state_then", [("open", "Open"), ("closed", "Closed")]),
            "owner": of_records("owner__title", _risk_owners, "title"),
        },
        {
            "title": ("Risk", text_of("title")),
            "cause": ("Cause", text_of("cause")),
            "control": ("Control", text_of("control")),
            "owner": ("Owner", lambda row: str(row.owner)),
            "rating": ("Likelihood × impact", rating_of),
            "opened": ("Opened", text_of("opened_on")),
            "state": ("State", text_of("state_words")),
        },
        by_states(REVIEWED),
        "No risks had been opened by this date.",
        (CountedBy("risks.open", "state", "open"),),
    ),
    "forums": list_of(
        RECORDS["forum"],
        NAMES["forum"],
        "Boards and forums",
        "The council keeps no board or forum.",
        "title kind chair_role interval last_met_on meetings_held remit objectives members "
        "report_due_on reported_on",
    ),
    "task_groups": replace(
        list_of(
            RECORDS["forum"],
            NAMES["forum"],
            "Task groups",
            "The council keeps no task group.",
            "title remit members meetings_held report objectives chair_role last_met_on "
            "report_due_on reported_on",
        ),
        rows=lambda council: forum_rows(council).filter(kind=TASK_GROUP),
        subject=NAMES["forum"].subject,
    ),
    "forum_meetings": replace(
        list_of(
            RECORDS["forum_meeting"],
            NAMES["forum_meeting"],
            "Meetings of boards and forums",
            "No board or forum met in this time.",
            "forum met_on reviewed resolutions circulated_to circulated next_on",
            within=("date",),
        ),
        filters={"forum": of_records("body__slug", forum_rows)},
    ),
    "decision_levels": list_of(
        RECORDS["decision_level"],
        NAMES["decision_level"],
        "Authorisation levels",
        "No authorisation level is recorded for this date.",
        "decision level post evidence from_date to_date",
    ),
    "body_reports": replace(
        list_of(
            RECORDS["body_report"],
            NAMES["body_report"],
            "Reports of other bodies",
            "No report of another body is recorded for this time.",
            "body title numbers received_on considered_on from_date to_date interval state "
            "considered_by",
            within=("from_date", "to_date"),
        ),
        filters={"body": of_records("body", active_rows(BodyReport), "body")},
    ),
    "plan_outcomes": replace(
        list_of(
            RECORDS["plan_outcome"],
            NAMES["plan_outcome"],
            "Outcomes and priorities of plans",
            "No plan of this date sets an outcome.",
            "number text kind document",
            identifiers=frozenset({"number"}),
        ),
        filters={
            "plan": of_records("document__slug", active_rows(Document)),
            "kind": of_choices("kind", PlanOutcome.KINDS),
        },
    ),
    "statements": replace(
        list_of(
            RECORDS["statement"],
            NAMES["statement"],
            "Statements",
            "Nothing was stated in this time.",
            "title stated_on statement evidence outcome validated_body validated_on later_finding "
            "edition",
            within=("stated_on",),
            identifiers=frozenset({"edition"}),
        ),
        filters={"edition": of_records("edition", active_rows(Statement), "edition")},
    ),
    "measures": _with_values(
        at_latest(listed_value),
        RECORDS["measure"],
        NAMES["measure"],
        "Measures",
        "Nothing is measured.",
        "title value value_at area source definition",
    ),
    "measure_values": replace(
        _with_values(
            listed_value,
            RECORDS["measure_value"],
            NAMES["measure_value"],
            "Values of measures",
            "Nothing was measured in this time.",
            "measure value at source",
            within=("to_date",),
        ),
        rows=_newest_values_first,
    ),
}

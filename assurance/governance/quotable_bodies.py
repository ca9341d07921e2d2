"""What a report may quote of boards and task groups, of who may decide what, of other bodies'
reports and of the outcomes of plans."""

from datetime import date

from django.db.models import Q

from assurance.figures.quotable import (
    TIMELESS,
    AtDay,
    QuotedRecord,
    active_rows,
    begun_by,
    chosen,
    plain,
    standing_between,
)
from assurance.governance.measure_values import in_report, listed_value
from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.decision_levels import DecisionLevel
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.meetings.models.bodies import Body
from assurance.meetings.task_groups import TASK_GROUP
from assurance.runtime.digits import whole


def by_day(model, parent, day):
    """What lies within a matter is known by the matter's slug and its day: `board-2015-12-08`."""

    def find(council, slug):
        try:
            when = date.fromisoformat(slug[-10:])
        except ValueError:
            return None
        index = {f"{parent}__slug": slug[:-11], f"{parent}__withdrawn_on": None, day: when}
        return active_rows(model)(council).filter(**index).select_related(parent).first()

    return find


def by_place(rows, parent):
    """What is numbered within a matter is known by the matter's slug and the number: `plan-2`."""

    def find(council, slug):
        of, _, number = slug.rpartition("-")
        if not (number.isascii() and number.isdigit() and len(number) < 6):
            return None
        return rows(council).filter(**{f"{parent}__slug": of, "number": whole(number)}).first()

    return find


def _decision_level(council, slug):
    """A line of the table of decisions is known by its slug and its first day."""
    try:
        when = date.fromisoformat(slug[-10:])
    except ValueError:
        return None
    return decision_rows(council).filter(slug=slug[:-11], from_date=when).first()


def decision_rows(council):
    """The lines of the table of who may decide what, with their posts."""
    return active_rows(DecisionLevel)(council).select_related("post")


def body_report_rows(council):
    """The reports of other bodies, with their meetings and measures."""
    rows = active_rows(BodyReport)(council).select_related("meeting__body")
    return rows.prefetch_related("measures__values__measure")


def outcome_rows(council):
    """The outcomes of plans that stand."""
    rows = active_rows(PlanOutcome)(council).filter(document__withdrawn_on=None)
    return rows.select_related("document")


def forum_rows(council):
    """The boards, forums and task groups, with their meetings and members."""
    rows = Body.forums.of(council).active()
    return rows.prefetch_related("meetings", "members")


def forums_begun(rows, day):
    """The forums among `rows` but task groups of which nothing had a date by the end of `day`: a
    board goes on from report to report, a task group is set up for one piece of work."""
    met = Q(meetings__date__lte=day, meetings__withdrawn_on=None)
    dated = Q(created_on__lte=day) | Q(report_due_on__lte=day) | Q(reported_on__lte=day) | met
    return rows.filter(~Q(kind=TASK_GROUP) | Q(pk__in=Body.objects.filter(dated).values("pk")))


def _meeting_then(row):
    """The meeting that had considered a report of another body by the day."""
    meeting = row.meeting
    return meeting if meeting and meeting.date <= row.read_on else None


def _report_state(row):
    if _meeting_then(row):
        return "Considered"
    return "Received" if row.received_on else "Awaited"


def _numbers(row):
    """The main numbers of a report of another body, those of people as a report may print them."""
    values = row.values_of_period()
    return (
        "; ".join(f"{value.measure.title}: {listed_value(value, row)}" for value in values) or None
    )


def _titles(rows):
    return ", ".join(str(row) for row in rows) or None


def _kept_until(name):
    """A reading of a day that is known only once it has come."""

    def read(row):
        day = getattr(row, name)
        return day if day and day <= row.read_on else None

    return read


RECORDS = {
    "forum": QuotedRecord(
        lambda council, slug: forum_rows(council).filter(slug=slug).first(),
        {
            **plain("title"),
            "chair_role": lambda row: str(row.chair or ""),
            **chosen("kind interval"),
            "last_met_on": lambda row: row.last_met_by(row.read_on),
            "meetings_held": lambda row: row.meetings_by(row.read_on),
            **plain("remit objectives report_due_on"),
            "members": lambda row: _titles(row.members.all()),
            "reported_on": _kept_until("reported_on"),
            "report": lambda row: row.report_by(row.read_on) or None,
        },
        AtDay(
            TIMELESS,
            forums_begun,
            reason="A board or forum is known by its name; its meetings have the dates.",
        ),
    ),
    "decision_level": QuotedRecord(
        _decision_level,
        {
            **plain("decision level"),
            "post": lambda row: row.post.title,
            **plain("evidence from_date to_date"),
        },
        standing_between("from_date", "to_date"),
    ),
    "body_report": QuotedRecord(
        lambda council, slug: body_report_rows(council).filter(slug=slug).first(),
        {
            **plain("title body from_date to_date received_on"),
            **chosen("interval"),
            "considered_on": lambda row: getattr(_meeting_then(row), "date", None),
            "considered_by": lambda row: (
                getattr(_meeting_then(row), "body", None) and str(row.meeting.body)
            ),
            "state": _report_state,
            "numbers": _numbers,
        },
        begun_by("from_date", later={"received_on": {}}),
        for_paper=in_report,
    ),
    "plan_outcome": QuotedRecord(
        by_place(outcome_rows, "document"),
        {
            "document": lambda row: row.document.title,
            **plain("number text"),
            **chosen("kind"),
        },
        begun_by("document__from_date"),
    ),
    "forum_meeting": QuotedRecord(
        by_day(ForumMeeting, "body", "date"),
        {
            **plain("met_on reviewed resolutions circulated circulated_to next_on"),
            "forum": lambda row: row.body.title,
        },
        begun_by("date"),
    ),
}

"""What a report may quote and list of boards, plans and risks."""

from datetime import date

from assurance.figures.quotable import (
    CountedBy,
    Filter,
    QuotedList,
    QuotedRecord,
    active_rows,
    begun_by,
    by_slug,
    by_states,
    chosen,
    of_choices,
    of_records,
    plain,
    standing_between,
    text_of,
    timeless,
)
from assurance.governance.measure_values import on_paper_day, words_of_value
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureValue
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.governance.rules.choices import STATES
from assurance.meetings.models.bodies import Body
from assurance.runtime.digits import whole


def _by_day(model, parent, day):
    """What lies within a matter is known by the matter's slug and its day: `board-2015-12-08`."""

    def find(council, slug):
        try:
            when = date.fromisoformat(slug[-10:])
        except ValueError:
            return None
        index = {f"{parent}__slug": slug[:-11], f"{parent}__withdrawn_on": None, day: when}
        return active_rows(model)(council).filter(**index).select_related(parent).first()

    return find


def _milestone(council, slug):
    of, _, number = slug.rpartition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        return None
    return _milestones(council).filter(development__slug=of, number=whole(number)).first()


def _milestones(council):
    rows = active_rows(Milestone)(council).filter(development__withdrawn_on=None)
    return rows.select_related("development")


def _risks(council):
    return active_rows(Risk)(council).prefetch_related("ratings__scale")


def _found(row):
    """What inspectors found of a statement by the day, in their words."""
    finding = row.found_by(row.read_on)
    return finding and finding.text


def _rating(row):
    """How a risk was rated last by the day."""
    rating = row.rating_by(row.read_on)
    return rating.words if rating else ""


def _in_paper(row, paper):
    row.paper = paper
    return row


def _at_latest(read):
    """A field of a measure's latest value by the day."""

    def field(row):
        value = row.latest_by(row.read_on)
        return value and read(value, row)

    return field


def _state(row):
    return STATES[row.state_then]


def _reached(row):
    return row.milestones_reached_by(row.read_on)


def _milestone_state(row):
    return dict(Milestone.STATES)[row.state_then]


REACHED = by_states({"reached_on": {}})
REVIEWED = {"closed_on": {}, "reviewed_on": {}}
APPROVED = {"approved_on": {"approved_body": ""}, "last_checked_on": {}}
RECORDS = {
    "development": QuotedRecord(
        by_slug(Development),
        {
            **plain("title started_on due_on predecessor successor partner barrier"),
            **chosen("kind"),
            "state": _state,
            "state_on": lambda row: row.since_then,
            "finished_on": lambda row: row.finished_then,
            "milestones_reached": _reached,
        },
        by_states(begins="started_on"),
    ),
    "milestone": QuotedRecord(
        _milestone, {**plain("title due_on reached_on"), "state": _milestone_state}, REACHED
    ),
    "document": QuotedRecord(
        by_slug(Document),
        {
            **plain("title edition from_date to_date owner_role address last_checked_on"),
            **plain("approved_body approved_on partners consulted"),
            **chosen("kind"),
        },
        begun_by("from_date", "approved_on", later=APPROVED),
    ),
    "forum": QuotedRecord(
        lambda council, slug: Body.forums.of(council).active().filter(slug=slug).first(),
        {
            **plain("title chair_role"),
            **chosen("kind interval"),
            "last_met_on": lambda row: row.last_met_by(row.read_on),
        },
        timeless("A board or forum is known by its name; its meetings have the dates."),
    ),
    "forum_meeting": QuotedRecord(
        _by_day(ForumMeeting, "body", "date"),
        plain("met_on reviewed resolutions circulated circulated_to next_on"),
        begun_by("date"),
    ),
    "event": QuotedRecord(
        by_slug(EngagementEvent),
        {
            **plain("title held_on audience subject frequency"),
            "number": lambda row: row.printed_number,
        },
        begun_by("held_on"),
        for_paper=_in_paper,
    ),
    "statement": QuotedRecord(
        by_slug(Statement),
        {
            **plain("title statement edition stated_on validated_body validated_on"),
            "later_finding": _found,
        },
        begun_by("stated_on", later={"validated_on": {"validated_body": ""}}),
    ),
    "risk": QuotedRecord(
        by_slug(Risk),
        {
            **plain("title cause control owner_role opened_on reviewed_on closed_on"),
            "state": lambda row: row.state_words,
            "rating": _rating,
        },
        by_states(REVIEWED),
    ),
    "measure": QuotedRecord(
        by_slug(Measure),
        {
            **plain("title definition source area"),
            "value": _at_latest(words_of_value),
            "value_at": _at_latest(lambda value, _row: value.when),
        },
        timeless("A measure is a definition; its values have the dates."),
        for_paper=on_paper_day,
    ),
    "measure_value": QuotedRecord(
        _by_day(MeasureValue, "measure", "to_date"),
        {
            "value": words_of_value,
            "at": lambda row: row.when,
            "source": lambda row: row.where_from,
        },
        begun_by("to_date"),
        for_paper=on_paper_day,
    ),
}

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
            "state": ("State", _state),
            "since": ("Since", text_of("since_then")),
            "started": ("Started", text_of("started_on")),
            "due": ("Due", text_of("due_on")),
            "replaces": ("What it replaces", text_of("predecessor")),
            "replaced_by": ("Replaced by", text_of("successor")),
            "partner": ("Partner", text_of("partner")),
            "barrier": ("What stands in its way", text_of("barrier")),
            "milestones": ("Milestones reached", _reached),
        },
        by_states(begins="started_on"),
        "No developments were planned or under way by this date.",
        (CountedBy("developments.total"), CountedBy("developments.by_state", "state")),
    ),
    "milestones": QuotedList(
        "Milestones",
        _milestones,
        {
            "development": of_records("development__slug", active_rows(Development)),
            "state": of_choices("state_then", Milestone.STATES),
        },
        {
            "title": ("Milestone", text_of("title")),
            "development": ("Development", lambda row: row.development.title),
            "due": ("Due", text_of("due_on")),
            "reached": ("Reached on", text_of("reached_on")),
            "state": ("State", _milestone_state),
        },
        REACHED,
        "No milestones at this date.",
        called={"milestones": {}},
    ),
    "documents": QuotedList(
        "Documents",
        active_rows(Document),
        {"kind": of_choices("kind", Document.KINDS)},
        {
            "title": ("Document", text_of("title")),
            "kind": ("Kind", Document.get_kind_display),
            "edition": ("Version", text_of("edition")),
            "owner": ("Owner", text_of("owner_role")),
            "from": ("Holds from", text_of("from_date")),
            "to": ("Holds to", text_of("to_date")),
            "address": ("Address", text_of("address")),
            "checked": ("Last checked", text_of("last_checked_on")),
            "approved": ("Approved by", text_of("approved_body")),
            "approved_on": ("Approved on", text_of("approved_on")),
        },
        standing_between("from_date", "to_date", APPROVED),
        "No documents were in force at this date.",
        (CountedBy("documents.total"), CountedBy("documents.by_kind", "kind")),
        called={"storyboards": {"kind": "storyboard"}},
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
        for_paper=_in_paper,
    ),
    "risks": QuotedList(
        "Risks",
        _risks,
        {
            "state": of_choices("state_then", [("open", "Open"), ("closed", "Closed")]),
            "owner": of_records("owner_role", active_rows(Risk), "owner_role"),
        },
        {
            "title": ("Risk", text_of("title")),
            "cause": ("Cause", text_of("cause")),
            "control": ("Control", text_of("control")),
            "owner": ("Owner", text_of("owner_role")),
            "rating": ("Likelihood × impact", _rating),
            "opened": ("Opened", text_of("opened_on")),
            "state": ("State", text_of("state_words")),
        },
        by_states(REVIEWED),
        "No risks had been opened by this date.",
        (CountedBy("risks.open", "state", "open"),),
    ),
}

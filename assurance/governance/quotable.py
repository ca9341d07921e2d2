"""What a report may quote and list of boards, plans and risks."""

from datetime import date

from django.db.models import Case, Value, When

from assurance.figures.quotable import (
    QuotedList,
    QuotedRecord,
    active_rows,
    by_slug,
    chosen,
    plain,
    text_of,
)
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureValue
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
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
    state = Case(When(closed_on=None, then=Value("open")), default=Value("closed"))
    rows = active_rows(Risk)(council).annotate(state_now=state)
    return rows.prefetch_related("ratings__scale")


def _open_words(value):
    """A measure's value in words, None where it gives a small number of people away: a figure of
    it is withheld by disclosure control, and a field of its record has none."""
    return None if value.gives_away() else value.words


RECORDS = {
    "development": QuotedRecord(
        by_slug(Development),
        {
            **plain("title state_on started_on due_on finished_on predecessor successor partner"),
            **plain("barrier milestones_reached"),
            **chosen("kind state"),
        },
    ),
    "milestone": QuotedRecord(_milestone, {**plain("title due_on reached_on"), **chosen("state")}),
    "document": QuotedRecord(
        by_slug(Document),
        {
            **plain("title edition from_date to_date owner_role address last_checked_on"),
            **plain("approved_body approved_on partners consulted"),
            **chosen("kind"),
        },
    ),
    "forum": QuotedRecord(
        lambda council, slug: Body.forums.of(council).active().filter(slug=slug).first(),
        {**plain("title chair_role last_met_on"), **chosen("kind interval")},
    ),
    "forum_meeting": QuotedRecord(
        _by_day(ForumMeeting, "body", "date"),
        plain("met_on reviewed resolutions circulated circulated_to next_on"),
    ),
    "event": QuotedRecord(
        by_slug(EngagementEvent),
        {
            **plain("title held_on audience subject frequency"),
            "number": lambda row: row.reached_words,
        },
    ),
    "statement": QuotedRecord(
        by_slug(Statement),
        {
            **plain("title statement edition stated_on validated_body validated_on"),
            "later_finding": lambda row: row.found_later and row.found_later.text,
        },
    ),
    "risk": QuotedRecord(
        by_slug(Risk),
        {
            **plain("title cause control owner_role opened_on reviewed_on closed_on"),
            "state": lambda row: row.state_words,
            "rating": lambda row: row.latest_rating and row.latest_rating.words,
        },
    ),
    "measure": QuotedRecord(
        by_slug(Measure),
        {
            **plain("title definition source area"),
            "value": lambda row: row.latest and _open_words(row.latest),
            "value_at": lambda row: row.latest and row.latest.when,
        },
    ),
    "measure_value": QuotedRecord(
        _by_day(MeasureValue, "measure", "to_date"),
        {
            "value": _open_words,
            "at": lambda row: row.when,
            "source": lambda row: row.where_from,
        },
    ),
}

LISTS = {
    "developments": QuotedList(
        lambda council: active_rows(Development)(council).prefetch_related("milestones"),
        {"kind": "kind", "state": "state"},
        {
            "title": ("Development", text_of("title")),
            "kind": ("Kind", Development.get_kind_display),
            "state": ("State", Development.get_state_display),
            "since": ("Since", text_of("state_on")),
            "started": ("Started", text_of("started_on")),
            "due": ("Due", text_of("due_on")),
            "replaces": ("What it replaces", text_of("predecessor")),
            "replaced_by": ("Replaced by", text_of("successor")),
            "partner": ("Partner", text_of("partner")),
            "barrier": ("What stands in its way", text_of("barrier")),
            "milestones": ("Milestones reached", text_of("milestones_reached")),
        },
    ),
    "milestones": QuotedList(
        _milestones,
        {"development": "development__slug", "state": "state"},
        {
            "title": ("Milestone", text_of("title")),
            "development": ("Development", lambda row: row.development.title),
            "due": ("Due", text_of("due_on")),
            "reached": ("Reached on", text_of("reached_on")),
            "state": ("State", Milestone.get_state_display),
        },
    ),
    "documents": QuotedList(
        active_rows(Document),
        {"kind": "kind"},
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
    ),
    "events": QuotedList(
        active_rows(EngagementEvent),
        {"year": "held_on__year", "audience": "audience"},
        {
            "date": ("Date", text_of("held_on")),
            "title": ("Event", text_of("title")),
            "audience": ("Audience", text_of("audience")),
            "number": ("Number reached", text_of("reached_words")),
            "subject": ("Subject", text_of("subject")),
            "frequency": ("How often", text_of("frequency")),
        },
    ),
    "risks": QuotedList(
        _risks,
        {"state": "state_now", "owner": "owner_role"},
        {
            "title": ("Risk", text_of("title")),
            "cause": ("Cause", text_of("cause")),
            "control": ("Control", text_of("control")),
            "owner": ("Owner", text_of("owner_role")),
            "rating": (
                "Likelihood × impact",
                lambda row: row.latest_rating.words if row.latest_rating else "",
            ),
            "opened": ("Opened", text_of("opened_on")),
            "state": ("State", text_of("state_words")),
        },
    ),
}

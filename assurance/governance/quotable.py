"""What a paper may quote and list of other matters; `recorded` and `listings` take it in.

`RECORDED` maps a kind to (how a slug finds its record, its fields); `LISTED` maps a kind of list
to (its rows for a council, its filters, its columns).
"""

from datetime import date

from django.db.models import Case, Value, When

from assurance.figures.figure import THRESHOLD
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.forum_meetings import ForumMeeting
from assurance.governance.models.measures import Measure, MeasureValue
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.meetings.models.forums import Forum
from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day


def _active_rows(model):
    return lambda council: model.objects.of(council).active()


def _by_slug(model):
    return lambda council, slug: _active_rows(model)(council).filter(slug=slug).first()


def _by_day(model, parent, day):
    """What lies within a matter is known by the matter's slug and its day: `board-2015-12-08`."""

    def find(council, slug):
        try:
            when = date.fromisoformat(slug[-10:])
        except ValueError:
            return None
        index = {f"{parent}__slug": slug[:-11], f"{parent}__withdrawn_on": None, day: when}
        return _active_rows(model)(council).filter(**index).select_related(parent).first()

    return find


def _milestone(council, slug):
    of, _, number = slug.rpartition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        return None
    return _milestones(council).filter(development__slug=of, number=whole(number)).first()


def _milestones(council):
    rows = _active_rows(Milestone)(council).filter(development__withdrawn_on=None)
    return rows.select_related("development")


def _risks(council):
    state = Case(When(closed_on=None, then=Value("open")), default=Value("closed"))
    rows = _active_rows(Risk)(council).annotate(state_now=state)
    return rows.prefetch_related("ratings__scale")


def _plain(names):
    return {name: (lambda row, name=name: getattr(row, name)) for name in names.split()}


def _chosen(names):
    return {
        name: (lambda row, name=name: getattr(row, f"get_{name}_display")())
        for name in names.split()
    }


def _text_reader(name):
    """A column's reading: a day as print has it, an empty text for nothing."""

    def read(row):
        value = getattr(row, name)
        return say_day(value) if isinstance(value, date) else value or ""

    return read


def _open_words(value):
    """A measure's value in words, None where it tells of fewer than six people: a figure of it is
    withheld by disclosure control, and a field of its record has none."""
    return None if value.gives_away(THRESHOLD) else value.words


RECORDED = {
    "development": (
        _by_slug(Development),
        {
            **_plain("title state_on started_on due_on finished_on predecessor successor partner"),
            **_plain("barrier milestones_reached"),
            **_chosen("kind state"),
        },
    ),
    "milestone": (_milestone, {**_plain("title due_on reached_on"), **_chosen("state")}),
    "document": (
        _by_slug(Document),
        {
            **_plain("title edition from_date to_date owner_role address last_checked_on"),
            **_plain("approved_body approved_on partners consulted"),
            **_chosen("kind"),
        },
    ),
    "forum": (
        _by_slug(Forum),
        {**_plain("title chair_role last_met_on"), **_chosen("kind interval")},
    ),
    "forum_meeting": (
        _by_day(ForumMeeting, "forum", "met_on"),
        _plain("met_on reviewed resolutions circulated circulated_to next_on"),
    ),
    "event": (
        _by_slug(EngagementEvent),
        {
            **_plain("title held_on audience subject frequency"),
            "number": lambda row: row.reached_words,
        },
    ),
    "statement": (
        _by_slug(Statement),
        {
            **_plain("title statement edition stated_on validated_body validated_on"),
            "later_finding": lambda row: row.found_later and row.found_later.text,
        },
    ),
    "risk": (
        _by_slug(Risk),
        {
            **_plain("title cause control owner_role opened_on reviewed_on closed_on"),
            "state": lambda row: row.state_words,
            "rating": lambda row: row.latest_rating and row.latest_rating.words,
        },
    ),
    "measure": (
        _by_slug(Measure),
        {
            **_plain("title definition source area"),
            "value": lambda row: row.latest and _open_words(row.latest),
            "value_at": lambda row: row.latest and row.latest.when,
        },
    ),
    "measure_value": (
        _by_day(MeasureValue, "measure", "to_date"),
        {
            "value": _open_words,
            "at": lambda row: row.when,
            "source": lambda row: row.where_from,
        },
    ),
}

LISTED = {
    "developments": (
        lambda council: _active_rows(Development)(council).prefetch_related("milestones"),
        {"kind": "kind", "state": "state"},
        {
            "title": ("Development", _text_reader("title")),
            "kind": ("Kind", Development.get_kind_display),
            "state": ("State", Development.get_state_display),
            "since": ("Since", _text_reader("state_on")),
            "started": ("Started", _text_reader("started_on")),
            "due": ("Due", _text_reader("due_on")),
            "replaces": ("What it replaces", _text_reader("predecessor")),
            "replaced_by": ("Replaced by", _text_reader("successor")),
            "partner": ("Partner", _text_reader("partner")),
            "barrier": ("What stands in its way", _text_reader("barrier")),
            "milestones": ("Milestones reached", _text_reader("milestones_reached")),
        },
    ),
    "milestones": (
        _milestones,
        {"development": "development__slug", "state": "state"},
        {
            "title": ("Milestone", _text_reader("title")),
            "development": ("Development", lambda row: row.development.title),
            "due": ("Due", _text_reader("due_on")),
            "reached": ("Reached on", _text_reader("reached_on")),
            "state": ("State", Milestone.get_state_display),
        },
    ),
    "documents": (
        _active_rows(Document),
        {"kind": "kind"},
        {
            "title": ("Document", _text_reader("title")),
            "kind": ("Kind", Document.get_kind_display),
            "edition": ("Version", _text_reader("edition")),
            "owner": ("Owner", _text_reader("owner_role")),
            "from": ("Holds from", _text_reader("from_date")),
            "to": ("Holds to", _text_reader("to_date")),
            "address": ("Address", _text_reader("address")),
            "checked": ("Last checked", _text_reader("last_checked_on")),
            "approved": ("Approved by", _text_reader("approved_body")),
            "approved_on": ("Approved on", _text_reader("approved_on")),
        },
    ),
    "events": (
        _active_rows(EngagementEvent),
        {"year": "held_on__year", "audience": "audience"},
        {
            "date": ("Date", _text_reader("held_on")),
            "title": ("Event", _text_reader("title")),
            "audience": ("Audience", _text_reader("audience")),
            "number": ("Number reached", _text_reader("reached_words")),
            "subject": ("Subject", _text_reader("subject")),
            "frequency": ("How often", _text_reader("frequency")),
        },
    ),
    "risks": (
        _risks,
        {"state": "state_now", "owner": "owner_role"},
        {
            "title": ("Risk", _text_reader("title")),
            "cause": ("Cause", _text_reader("cause")),
            "control": ("Control", _text_reader("control")),
            "owner": ("Owner", _text_reader("owner_role")),
            "rating": (
                "Likelihood × impact",
                lambda row: row.latest_rating.words if row.latest_rating else "",
            ),
            "opened": ("Opened", _text_reader("opened_on")),
            "state": ("State", _text_reader("state_words")),
        },
    ),
}

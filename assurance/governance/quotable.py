"""What a report may quote of boards, plans and risks."""

from assurance.figures.models import people_text
from assurance.figures.quotable import (
    QuotedRecord,
    active_rows,
    begun_by,
    by_slug,
    by_states,
    chosen,
    plain,
    timeless,
)
from assurance.governance.measure_values import in_report, words_of_value
from assurance.governance.models.developments import Development, Milestone
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.measures import Measure, MeasureValue
from assurance.governance.models.risks import Risk
from assurance.governance.models.statements import Statement
from assurance.governance.quotable_bodies import RECORDS as MEETINGS
from assurance.governance.quotable_bodies import by_day, by_place
from assurance.governance.rules.choices import STATES
from assurance.governance.rules.self_evaluation import outcome_words


def milestone_rows(council):
    rows = active_rows(Milestone)(council).filter(development__withdrawn_on=None)
    return rows.select_related("development")


def risk_rows(council):
    return active_rows(Risk)(council).select_related("owner").prefetch_related("ratings__scale")


def _found(row):
    """What inspectors found of a statement by the day, in their words."""
    finding = row.found_by(row.read_on)
    return finding and finding.text


def rating_of(row):
    """How a risk was rated last by the day."""
    rating = row.rating_by(row.read_on)
    return rating.words if rating else ""


def in_paper(row, paper):
    row.paper = paper
    return row


def at_latest(read):
    """A field of a measure's latest value by the day."""

    def field(row):
        value = row.latest_by(row.read_on)
        return value and read(value, row)

    return field


def state_of(row):
    return STATES[row.state_then]


def reached_by_then(row):
    return row.milestones_reached_by(row.read_on)


def milestone_state(row):
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
            "state": state_of,
            "state_on": lambda row: row.since_then,
            "finished_on": lambda row: row.finished_then,
            "milestones_reached": reached_by_then,
        },
        by_states(begins="started_on"),
    ),
    "milestone": QuotedRecord(
        by_place(milestone_rows, "development"),
        {**plain("title due_on reached_on"), "state": milestone_state},
        REACHED,
    ),
    "document": QuotedRecord(
        by_slug(Document),
        {
            **plain("title edition from_date to_date address last_checked_on"),
            "owner_role": lambda row: str(row.owner),
            **plain("approved_body approved_on partners"),
            "consulted": lambda row: people_text(row.consulted, row.council, row.paper),
            **chosen("kind"),
        },
        begun_by("from_date", "approved_on", later=APPROVED),
        for_paper=in_paper,
    ),
    **MEETINGS,
    "event": QuotedRecord(
        by_slug(EngagementEvent),
        {
            **plain("title held_on audience subject frequency"),
            "number": lambda row: row.printed_number,
        },
        begun_by("held_on"),
        for_paper=in_paper,
    ),
    "statement": QuotedRecord(
        by_slug(Statement),
        {
            **plain("title statement edition stated_on validated_body validated_on"),
            "evidence": lambda row: row.evidence_words,
            "later_finding": _found,
            "outcome": lambda row: outcome_words(row.found_by(row.read_on)),
        },
        begun_by("stated_on", later={"validated_on": {"validated_body": ""}}),
    ),
    "risk": QuotedRecord(
        by_slug(Risk),
        {
            **plain("title cause control opened_on reviewed_on closed_on"),
            "owner_role": lambda row: str(row.owner),
            "state": lambda row: row.state_words,
            "rating": rating_of,
        },
        by_states(REVIEWED),
    ),
    "measure": QuotedRecord(
        by_slug(Measure),
        {
            **plain("title definition source area"),
            "value": at_latest(words_of_value),
            "value_at": at_latest(lambda value, _row: value.when),
        },
        timeless("A measure is a definition; its values have the dates."),
        for_paper=in_report,
    ),
    "measure_value": QuotedRecord(
        by_day(MeasureValue, "measure", "to_date"),
        {
            "measure": lambda row: row.measure.title,
            "value": words_of_value,
            "at": lambda row: row.when,
            "source": lambda row: row.where_from,
        },
        begun_by("to_date"),
        for_paper=in_report,
    ),
}

"""What a report may quote and list of improvement plans, and of the findings that they answer."""

from dataclasses import replace

from django.db.models import Prefetch

from assurance.figures.quotable import (
    DATES,
    STATES,
    AtDay,
    CountedBy,
    QuotedList,
    QuotedRecord,
    active_rows,
    begun_by,
    by_states,
    of_choices,
    of_records,
    plain,
    text_of,
)
from assurance.improvement.models.actions import PROGRESS, Action
from assurance.improvement.models.plans import Plan, Priority
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.themes import Theme
from assurance.reviews.quotable import FOUND
from assurance.reviews.rules.findings import TOTALS
from assurance.runtime.typography import with_capital

IMPACTS = dict(Action.IMPACTS)


def _plan(council, slug):
    return Plan.objects.of(council).filter(slug=slug).first()


def _action(council, slug):
    return Action.objects.of(council).active().with_reference(slug).first()


def _actions(council):
    rows = Action.objects.of(council).active().select_related("priority", "owner")
    return rows.prefetch_related("impact_changes").order_by("priority__order", "reference")


def _actions_at(rows, day):
    """Actions as they were at the end of `day`, with the findings made by then."""
    findings = FOUND.filtered(Finding.objects.listed().select_related("review"), day)
    return rows.as_at(day).prefetch_related(Prefetch("findings", findings))


def _findings(council):
    rows = Finding.objects.of(council).listed().select_related("theme", "review")
    return rows.order_by("review", "theme__order", "kind", "number")


def _findings_at(rows, day):
    """Findings made by the end of `day`, with the actions begun by then."""
    actions = Prefetch("actions", Action.objects.planned_by(day))
    return FOUND.filtered(rows, day).prefetch_related(actions)


def _short(finding):
    """`Area 3`: a column has no room for the kind in full."""
    return f"{with_capital(finding.kind.replace('_', ' '))} {finding.number}"


DONE = {"done_on": {"evidence": ""}}
RECORDS = {
    "plan": QuotedRecord(_plan, plain("title"), begun_by("from_date")),
    "action": QuotedRecord(
        _action,
        {
            **plain("text starts_on done_on evidence"),
            "owner_role": lambda row: str(row.owner),
            "due_on": lambda row: row.due_then,
            "status": lambda row: PROGRESS[row.status_then],
            "impact": lambda row: IMPACTS[row.impact_then],
        },
        by_states(DONE),
    ),
}
LISTS = {
    "actions": QuotedList(
        "Actions",
        _actions,
        {
            "plan": of_records("priority__plan__slug", Plan.objects.of),
            "priority": of_records("priority__order", Priority.objects.of, "order"),
            "status": of_choices("status_then", PROGRESS.items()),
            # Its number alone names a finding of every review at once, so that it is on a page only
            # where a list has it already.
            "finding": replace(
                of_records("findings__number", Finding.objects.of, "number"), is_offered=False
            ),
        },
        {
            "reference": ("Action", text_of("reference")),
            "priority": ("Priority", lambda row: row.priority.title),
            "text": ("Our actions", text_of("text")),
            "owner": ("Lead", lambda row: str(row.owner)),
            "due": ("Due", text_of("due_then")),
            "status": ("Progress", lambda row: PROGRESS[row.status_then]),
            "impact": ("Difference made", lambda row: IMPACTS[row.impact_then]),
            "findings": (
                "Findings answered",
                lambda row: ", ".join(map(_short, row.findings.all())) or "none",
            ),
        },
        AtDay(STATES, _actions_at, DONE),
        "No improvement actions had begun by this date.",
        (
            CountedBy("actions.total"),
            CountedBy("actions.by_status", "status"),
            CountedBy("actions.by_plan", "plan"),
        ),
    ),
    "findings": QuotedList(
        "Findings",
        _findings,
        {
            "review": of_records("review__slug", active_rows(Review)),
            "kind": of_choices("kind", Finding.KINDS),
            "theme": of_records("theme__slug", Theme.objects.of),
        },
        {
            "number": ("Number", lambda row: row.number),
            "theme": ("Theme", lambda row: row.theme.title if row.theme else ""),
            "kind": ("Kind", Finding.get_kind_display),
            "text": ("Finding", text_of("text")),
            "place": ("Place in the report", text_of("place")),
            "actions": (
                "Actions",
                lambda row: ", ".join(action.reference for action in row.actions.all()),
            ),
            "no_action_because": ("Why there is no action", text_of("no_action_because")),
        },
        AtDay(DATES, _findings_at),
        "No findings were made in this time.",
        within=("review__published_on",),
        identifiers=frozenset({"number"}),
        counted_over=tuple(
            CountedBy(f"reviews.{name}", "kind", kind) for name, kind in TOTALS.items()
        ),
    ),
}

"""What a report may quote and list of improvement plans, and of the findings that they answer."""

from django.db.models import Prefetch

from assurance.figures.quotable import QuotedList, QuotedRecord, plain, text_of
from assurance.improvement.models.actions import PROGRESS, Action
from assurance.improvement.models.plans import Plan
from assurance.reviews.models.findings import Finding

IMPACTS = dict(Action.IMPACTS)


def _plan(council, slug):
    return Plan.objects.of(council).filter(slug=slug).first()


def _action(council, slug):
    return Action.objects.of(council).active().filter(reference__iexact=slug).first()


def _actions(council):
    rows = Action.objects.of(council).active().select_related("priority")
    response = Prefetch("findings", Finding.objects.listed().select_related("review"))
    together = rows.prefetch_related(response, "impact_changes")
    return together.order_by("priority__order", "reference")


def _findings(council):
    rows = Finding.objects.of(council).listed().select_related("theme", "review")
    rows = rows.prefetch_related(Prefetch("actions", Action.objects.active()))
    return rows.order_by("review", "theme__order", "kind", "number")


def _short(finding):
    """`Area 3`: a column has no room for the kind in full."""
    return f"{finding.kind.replace('_', ' ').capitalize()} {finding.number}"


RECORDS = {
    "plan": QuotedRecord(_plan, plain("title")),
    "action": QuotedRecord(
        _action,
        {
            **plain("text owner_role starts_on done_on evidence"),
            "due_on": lambda row: row.due_then,
            "status": lambda row: PROGRESS[row.status_then],
            "impact": lambda row: IMPACTS[row.impact_then],
        },
        lambda row, day: Action.objects.told_at(day).get(pk=row.pk),
    ),
}
LISTS = {
    "actions": QuotedList(
        _actions,
        {
            "plan": "priority__plan__slug",
            "priority": "priority__order",
            "status": "status_then",
            "finding": "findings__number",
        },
        {
            "reference": ("Action", text_of("reference")),
            "priority": ("Priority", lambda row: row.priority.title),
            "text": ("What we will do", text_of("text")),
            "owner": ("Who leads", text_of("owner_role")),
            "due": ("Due", text_of("due_then")),
            "status": ("Progress", lambda row: PROGRESS[row.status_then]),
            "impact": ("Difference made", lambda row: IMPACTS[row.impact_then]),
            "findings": (
                "Findings answered",
                lambda row: ", ".join(map(_short, row.findings.all())) or "none",
            ),
        },
        lambda rows, day: rows.told_at(day),
    ),
    "findings": QuotedList(
        _findings,
        {"review": "review__slug", "kind": "kind", "theme": "theme__slug"},
        {
            "number": ("Number", lambda row: row.number),
            "theme": ("Theme", lambda row: row.theme.title if row.theme else ""),
            "kind": ("Kind", Finding.get_kind_display),
            "text": ("Finding", text_of("text")),
            "place": ("Where in the report", text_of("place")),
            "actions": (
                "Actions",
                lambda row: ", ".join(action.reference for action in row.actions.all()),
            ),
            "no_action_because": ("Why there is no action", text_of("no_action_because")),
        },
    ),
}

"""The registers of plans, priorities and actions, and of what follows an action."""

from assurance.accounts.access import Permission, may
from assurance.attachments.models import attached_to
from assurance.improvement.forms.bulk import TogetherForm
from assurance.improvement.forms.follow_up import EvidenceForm, NoteForm
from assurance.improvement.forms.plans import (
    ActionFilters,
    ActionForm,
    PlanFilters,
    PlanForm,
    PriorityForm,
)
from assurance.improvement.models.actions import Action
from assurance.improvement.models.follow_up import ActionEvidence, ActionNote
from assurance.improvement.models.plans import Plan, Priority
from assurance.improvement.operations import follow_up as following
from assurance.improvement.operations import plans
from assurance.improvement.operations.bulk import change_actions
from assurance.improvement.rules import actions
from assurance.improvement.rules.bulk import faults_of
from assurance.registers.declaration import Bulk, Column, Item, Parent, Register


def what_it_answers(request, action):
    """An action's findings, the moves of its due date, notes on it, what shows how it goes, and its
    files."""
    moves = list(action.due_changes.all())
    return {
        "notes": list(action.notes.active()),
        "links": list(action.evidence_links.active().select_related("audit")),
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        "findings": list(action.findings.select_related("review")),
        "may_read_findings": may(request.user, Permission.RECORD_REVIEWS),
        "moves": moves,
        "slipped": actions.slipped(moves),
        "attached": attached_to(action, request.user),
    }


def its_priorities(request, plan):
    """A plan's priorities, each with its actions that stand, and the plan's files."""
    priorities = list(plan.priorities.with_actions())
    return {"priorities": priorities, "attached": attached_to(plan, request.user)}


ACTIONS = Register(
    namespace="improvements",
    folder="improvement",
    model=Action,
    permission=Permission.RECORD_ACTIONS,
    noun="action",
    plural="improvement actions",
    form=ActionForm,
    filters=ActionFilters,
    change=plans.change_action,
    bulk=Bulk(TogetherForm, faults_of, change_actions, beside=("reason",)),
    first="due_on",
    related=("council", "withdrawn_by", "priority__plan"),
    also=what_it_answers,
    verbs={"Move due": "Due date moved"},
    columns=(
        Column("Reference", "reference", sort="reference", link=True),
        Column("Action", "text", free_text=True),
        Column("Owner", "owner_role", sort="owner_role"),
        Column("Due", "due_on", sort="due_on"),
        Column("Progress", "status_shown"),
        Column("Plan", "priority.plan.title", file_only=True),
        Column("Priority", "priority.title", file_only=True),
        Column("Start", "starts_on", file_only=True),
        Column("Difference made", "get_impact_display", file_only=True),
        Column("Done", "done_on", file_only=True),
        Column("Checked by", "checked_by_role", file_only=True),
        Column("Next report", "next_report_on", file_only=True),
        Column("Evidence", "evidence", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Plan", "priority.plan.title"),
        Item("Priority", "priority.title", "priority"),
        Item("Reference", "reference", "reference"),
        Item("What will be done", "text", "text"),
        Item("How it will be known that it worked", "measure", "measure"),
        Item("Owner", "owner_role", "owner_role"),
        Item("Who supports", "support_roles", "support_roles"),
        Item("Start", "starts_on", "starts_on"),
        Item("Due", "due_on"),
        Item("Next report", "next_report_on", "next_report_on"),
        Item("Progress", "status_shown", "status"),
        Item("Difference made for children", "get_impact_display", "impact"),
        Item("Evidence", "evidence", "evidence"),
        Item("Done", "done_on", "done_on"),
        Item("Checked by", "checked_by_role", "checked_by_role"),
    ),
)

PLANS = Register(
    namespace="improvements",
    folder="improvement",
    name="plan",
    path="plans/",
    model=Plan,
    permission=Permission.RECORD_ACTIONS,
    noun="improvement plan",
    plural="improvement plans",
    form=PlanForm,
    filters=PlanFilters,
    first="-from_date",
    related=("council",),
    also=its_priorities,
    verbs={"Record actions": "Actions added"},
    columns=(
        Column("Plan", "title", sort="title", link=True),
        Column("First day", "from_date", sort="from_date"),
        Column("Last day", "to_date", sort="to_date"),
    ),
    summary=(
        Item("Title", "title", "title"),
        Item("First day", "from_date", "from_date"),
        Item("Last day", "to_date", "to_date"),
    ),
)

PRIORITIES = Register(
    namespace="improvements",
    folder="improvement",
    name="priority",
    path="priorities/",
    parent=Parent(PLANS, "plan"),
    model=Priority,
    permission=Permission.RECORD_ACTIONS,
    noun="priority",
    plural="priorities",
    form=PriorityForm,
    related=("plan__council",),
    summary=(
        Item("Plan", "plan.title"),
        Item("Priority", "title", "title"),
        Item("Place in the plan", "order", "order"),
    ),
)

NOTES = Register(
    namespace="improvements",
    folder="improvement",
    name="note",
    path="notes/",
    parent=Parent(ACTIONS, "action"),
    model=ActionNote,
    permission=Permission.RECORD_ACTIONS,
    noun="note",
    plural="notes",
    form=NoteForm,
    related=("council", "withdrawn_by", "action"),
    summary=(
        Item("Action", "action.reference"),
        Item("Date", "noted_on", "noted_on"),
        Item("Role that says it", "role", "role"),
        Item("How it goes", "text", "text"),
    ),
)

EVIDENCE = Register(
    namespace="improvements",
    folder="improvement",
    name="evidence",
    path="evidence/",
    parent=Parent(ACTIONS, "action"),
    model=ActionEvidence,
    permission=Permission.RECORD_ACTIONS,
    noun="link to evidence",
    plural="links to evidence",
    form=EvidenceForm,
    add=following.record_evidence,
    change=None,
    related=("council", "withdrawn_by", "action", "audit"),
    summary=(
        Item("Action", "action.reference"),
        Item("What it shows", "shows"),
        Item("Case audit", "audit.reference"),
        Item("Figure", "figure"),
    ),
)

"""The registers of plans, priorities and actions, moving a due date, and what answers nothing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.access import Permission, may, requires
from assurance.attachments.models import attached_to
from assurance.findings.models import Finding
from assurance.improvements import operations, rules
from assurance.improvements.forms import (
    ActionFilters,
    ActionForm,
    MoveForm,
    PlanFilters,
    PlanForm,
    PriorityForm,
)
from assurance.improvements.models.actions import Action
from assurance.improvements.models.plans import Plan, Priority
from assurance.improvements.owning.forms import OwnerForm
from assurance.improvements.owning.operations import change_owner
from assurance.improvements.owning.rules import faults_of
from assurance.periods import today
from assurance.records import Changed
from assurance.refusals import refusals_shown_on
from assurance.registers.declaration import Bulk, Column, Item, Parent, Register
from config.lists import listed


def what_it_answers(request, action):
    """An action's findings, the moves of its due date, where it is moved, and its files."""
    moves = list(action.due_changes.all())
    return {
        "findings": list(action.findings.select_related("review")),
        "may_read_findings": may(request.user, Permission.RECORD_REVIEWS),
        "moves": moves,
        "slipped": rules.slipped(moves),
        "attached": attached_to(action, request.user),
    }


def its_priorities(request, plan):
    """A plan's priorities, each with its actions that stand, and the plan's files."""
    priorities = list(plan.priorities.with_actions())
    return {"priorities": priorities, "attached": attached_to(plan, request.user)}


ACTIONS = Register(
    namespace="improvements",
    model=Action,
    permission=Permission.RECORD_ACTIONS,
    noun="action",
    plural="improvement actions",
    form=ActionForm,
    filters=ActionFilters,
    add=operations.record_action,
    change=operations.change_action,
    withdraw=operations.withdraw_action,
    bulk=Bulk(OwnerForm, faults_of, change_owner),
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
    name="plan",
    path="plans/",
    model=Plan,
    permission=Permission.RECORD_ACTIONS,
    noun="improvement plan",
    plural="improvement plans",
    form=PlanForm,
    filters=PlanFilters,
    add=operations.record_plan,
    change=operations.change_plan,
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
    name="priority",
    path="priorities/",
    parent=Parent(PLANS, "plan"),
    model=Priority,
    permission=Permission.RECORD_ACTIONS,
    noun="priority",
    plural="priorities",
    form=PriorityForm,
    add=operations.record_priority,
    change=operations.change_priority,
    related=("plan__council",),
    summary=(
        Item("Plan", "plan.title"),
        Item("Priority", "title", "title"),
        Item("Place in the plan", "order", "order"),
    ),
)


@requires(Permission.RECORD_ACTIONS)
def move_due(request, pk):
    """Asks for another due date and why; 409, with the action as it now is, where it changed."""
    action = get_object_or_404(ACTIONS.rows(request.user), pk=pk)
    typed = request.POST if request.method == "POST" else None
    form, status = MoveForm(typed, version=action.version), 200
    home = reverse("improvements:record", args=[pk])
    if form.is_valid():
        told = dict(form.cleaned_data)
        told["seen"] = told.pop("version")
        with refusals_shown_on(form):
            try:
                operations.move_due(record=action, by=request.user, on=today(), **told)
                messages.success(request, "Due date moved.")
                return redirect(home)
            except Changed as conflict:
                action, status = conflict.newer, 409
                form.at_version(action.version)
                raise
    asked = {"form": form, "heading": "Move the due date", "caption": action, "back": home}
    asked |= {"cancel_url": home, "rows": ACTIONS.facts_of(action)}
    return render(request, "improvements/move.html", asked, status=status)


@requires(Permission.RECORD_ACTIONS)
def unanswered(request):
    """The findings that ask for an action and have neither one nor a reason for none."""
    asked = _gaps(request)
    asked["page"] = listed(request, asked["findings"], {"review": "review__started_on"}, "-review")
    asked["may_read_findings"] = may(request.user, Permission.RECORD_REVIEWS)
    return render(request, "improvements/unanswered.html", asked)


@requires(Permission.RECORD_ACTIONS)
def unlinked(request):
    """The actions that answer no finding."""
    asked = _gaps(request)
    asked["page"] = listed(request, asked["actions"], {"due": "due_on"}, "due")
    return render(request, "improvements/unlinked.html", asked)


def _gaps(request):
    actions = ACTIONS.rows(request.user)
    found = Finding.objects.visible_to(request.user).to_tell()
    findings, without = actions.leave_unanswered(found), actions.without_a_finding()
    counts = {"unanswered": findings.count(), "unlinked": without.count()}
    return {"findings": findings, "actions": without, "counts": counts}

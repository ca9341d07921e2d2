"""The registers of plans, priorities and actions, and of what follows an action."""

from functools import partial

from assurance.accounts.access import Permission, may
from assurance.attachments.models import attached_to
from assurance.improvement import operations
from assurance.improvement.forms.follow_up import EvidenceForm, NoteForm
from assurance.improvement.forms.plans import (
    ActionFilters,
    ActionForm,
    PlanFilters,
    PlanForm,
    PriorityForm,
)
from assurance.improvement.forms.several import TogetherForm
from assurance.improvement.models.actions import Action, progress_order
from assurance.improvement.models.checkers import why_not_checker
from assurance.improvement.models.follow_up import ActionEvidence, ActionNote
from assurance.improvement.models.plans import Plan, Priority
from assurance.improvement.rules import actions
from assurance.improvement.rules.actions import faults_of
from assurance.improvement.rules.completion import SEND_BACK
from assurance.people.second_steps import last_return, why_not_step
from assurance.registers.declaration import Bulk, Column, Item, Parent, Register, columns, items
from assurance.registers.history import step_date
from assurance.runtime.periods import say_day, today


def what_it_answers(request, action):
    """An action's findings, the moves of its due date, notes on it, what shows how it goes, and its
    files."""
    moves = list(action.due_changes.all())
    return {
        "notes": list(action.notes.active().select_related("post")),
        "links": list(action.evidence_links.active().select_related("audit")),
        "may_read_audits": may(request.user, Permission.RECORD_AUDITS),
        "findings": list(action.findings.select_related("review")),
        "may_read_findings": may(request.user, Permission.RECORD_REVIEWS),
        "moves": moves,
        "slipped": actions.slipped(moves),
        "why_not_move": actions.why_not_movable(action),
        "attached": attached_to(action, request.user),
        "sent_back": sent_back(action),
        "why_not_confirm": why_not_check(action, request.user),
    }


def why_not_check(action, user):
    """The sentence that refuses `user` the check of an action marked as done, or None."""
    if not action.marked_done_on:
        return None
    return why_not_step(why_not_checker(action, user, today()), user)


sent_back = partial(last_return, what=SEND_BACK)


def done_words(action):
    """The date an action was done, or that it is not done or not checked yet."""
    if action.marked_done_on and not action.done_on:
        return f"{say_day(action.finished_on)}, not checked yet"
    return action.done_on or "Not done"


def while_movable(page, action):
    """The `page` of an action on which it is moved or marked as done; empty of one that is closed
    or waits."""
    return "" if actions.why_not_movable(action) else page


def supporters_of(action):
    """The posts that support an action, by their titles."""
    return sorted(action.supporters.all(), key=str)


def its_priorities(request, plan):
    """A plan's priorities, each with its actions that stand, and the plan's files."""
    priorities = list(plan.priorities.with_actions())
    return {"priorities": priorities, "attached": attached_to(plan, request.user)}


def its_actions(request, priority):
    """The actions that serve a priority."""
    return {"actions": list(priority.actions_in_force())}


def why_not_together(action, fields):
    """The sentences that refuse what many actions change at once, by the policy of its day."""
    return faults_of(action, fields, needs_second=action.needs_second)


OWN_PAGES = {
    "namespace": "improvement",
    "permission": Permission.RECORD_ACTIONS,
}

ACTIONS = Register(
    **OWN_PAGES,
    model=Action,
    noun="action",
    plural="improvement actions",
    form=ActionForm,
    filters=ActionFilters,
    change=operations.change_action,
    bulk=Bulk(TogetherForm, why_not_together, operations.change_actions, beside=("reason",)),
    first="-due_on",
    related=(*("council", "withdrawn_by", "priority__plan", "owner", "checker", "marked_done_by"),),
    also=what_it_answers,
    verbs={
        "Move due": "Due date moved",
        "Mark done": "Marked as done",
        "Confirm done": "Checked and closed",
        "Send back": "Sent back",
    },
    columns=(
        Column("Reference", "reference", sort="reference", link=True),
        Column("Action", "text", free_text=True),
        Column("Owner", "owner", sort="owner__title"),
        *columns("due_on", sorts=True),
        Column("Progress", "status_shown", sort="progress", order=progress_order),
        Column("Plan", "priority.plan.title", file_only=True),
        Column("Priority", "priority.title", file_only=True),
        Column("Start", "starts_on", file_only=True),
        Column("Difference made", "get_impact_display", file_only=True),
        Column("Marked as done", "marked_done_on", file_only=True),
        Column("Done", "done_on", file_only=True),
        Column("Checked by", "checker", file_only=True),
        *columns("next_report_on", file_only=True),
        Column("Evidence", "evidence", free_text=True, file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Plan", "priority.plan.title"),
        Item("Priority", "priority.title", "priority"),
        *items("reference text measure owner"),
        Item("Who supports", supporters_of, "supporters"),
        *items("starts_on"),
        Item("Due", "due_on", page=partial(while_movable, "move-due")),
        Item("Next report", "next_report_on", "next_report_on"),
        Item("Progress", "status_shown", "status"),
        *items("impact evidence"),
        Item("Done", done_words, "done_on", page=partial(while_movable, "mark-done")),
        # One that is closed always has its checker.
        Item("Checked by", "checker", "checker", lapses=True),
        Item("Checked on", step_date("checker"), lapses=True),
    ),
)

PLANS = Register(
    **OWN_PAGES,
    name="plan",
    path="plans/",
    model=Plan,
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
        *columns("from_date to_date", sorts=True),
    ),
    summary=(*items("title from_date to_date"),),
)

PRIORITIES = Register(
    **OWN_PAGES,
    name="priority",
    path="priorities/",
    parent=Parent(PLANS, "plan"),
    model=Priority,
    noun="priority",
    plural="priorities",
    form=PriorityForm,
    related=("plan__council",),
    also=its_actions,
    summary=(
        Item("Plan", "plan.title"),
        *items("title order"),
    ),
)

NOTES = Register(
    **OWN_PAGES,
    name="note",
    path="notes/",
    parent=Parent(ACTIONS, "action"),
    model=ActionNote,
    noun="note",
    plural="notes",
    form=NoteForm,
    related=("council", "withdrawn_by", "action", "post"),
    summary=(
        Item("Action", "action.reference"),
        *items("noted_on post text"),
    ),
)

EVIDENCE = Register(
    **OWN_PAGES,
    name="evidence",
    path="evidence/",
    parent=Parent(ACTIONS, "action"),
    model=ActionEvidence,
    noun="link to evidence",
    plural="links to evidence",
    form=EvidenceForm,
    add=operations.record_evidence,
    change=None,
    related=("council", "withdrawn_by", "action", "audit"),
    summary=(
        Item("Action", "action.reference"),
        Item("Evidence it gives", "shows"),
        Item("Case audit", "audit.reference"),
        Item("Figure", "figure_title"),
    ),
)

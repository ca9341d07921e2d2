"""The register of actions that audits led to."""

from django.contrib import messages
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.audits import operations
from assurance.audits.forms.agreed_actions import (
    ActionDoneForm,
    AuditActionFilters,
    AuditActionForm,
)
from assurance.audits.models.agreed_actions import AuditAction, state_order
from assurance.audits.models.checkers import why_not_check
from assurance.audits.rules.agreed_actions import SEND_BACK, why_not_mark
from assurance.audits.views.case_audits import AUDITS
from assurance.govuk.forms import post_data
from assurance.people.second_steps import last_return, why_not_step
from assurance.people.views.second_person import CheckOfDone, answer_check, answer_step
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Parent, Register, columns, items
from assurance.registers.history import step_date
from assurance.runtime.periods import today


def what_it_waits_for(request, action):
    """The sentence that refuses the reader its check, and its last return to its owner."""
    why_not = why_not_check(action, request.user, today())
    why_not = why_not_step(why_not, request.user)
    return {"why_not_confirm": why_not, "sent_back": last_return(action, SEND_BACK)}


ACTIONS = Register(
    namespace="audits",
    name="action",
    path="actions/",
    parent=Parent(AUDITS, "audit"),
    model=AuditAction,
    permission=Permission.RECORD_AUDITS,
    noun="action of an audit",
    plural="actions of audits",
    form=AuditActionForm,
    filters=AuditActionFilters,
    first="due_on",
    related=("council", "withdrawn_by", "audit__team", "owner", "checker", "marked_done_by"),
    also=what_it_waits_for,
    columns=(
        Column("Action", str, sort="number", order=F("pk"), link=True),
        Column("Action to take", "text", free_text=True),
        Column("Post", "owner.title", sort="owner__title"),
        *columns("due_on done_on", sorts=True),
        Column("Checked by", "checker", file_only=True),
        Column("Evidence", "evidence", file_only=True),
        Column("State", "state_words", sort="state", order=state_order),
        Column("Team audited", "audit.team.name", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Audit", "audit.reference"),
        *items("text owner due_on done_on evidence"),
        # Where one person may close it alone, no one else has checked it.
        Item("Checked by", "checker", lapses=True),
        Item("Checked on", step_date("checker"), lapses=True),
        Item("State", "state_words"),
    ),
    verbs={
        "Mark done": "Marked as done",
        "Confirm done": "Checked and closed",
        "Send back": "Sent back",
    },
)


# Owners need no access to audits in order to answer for their own actions.
@requires(Permission.SEE_HOME)
def mark_done(request, pk):
    """Shows an action of an audit to its owner, and asks when it was done and what shows it."""
    rows, user = ACTIONS.rows(request.user), request.user
    rows = rows if may(user, Permission.RECORD_AUDITS) else rows.owned_by(user, today())
    action = get_object_or_404(rows, pk=pk)
    form = ActionDoneForm(post_data(request), version=action.version)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            made = operations.mark_action_done(
                record=action, by=user, on=today(), **form.cleaned_data
            )
            waits = " It waits for its check." if made.marked_done_on else ""
            messages.success(request, f"The action is marked as done.{waits}")
            return redirect(_home_of(user, action))
    if form.is_bound:
        # Somebody else may have saved meanwhile: shown is what it is now.
        action.refresh_from_db()
    context = {"form": form, "heading": "Mark the action as done", "why_not": why_not_mark(action)}
    context["sent_back"] = last_return(action, SEND_BACK)
    return _answer(request, action, context)


@requires(Permission.RECORD_AUDITS)
def check_done(request, pk):
    """Asks whether an action that was marked as done is done: closes it, or sends it back."""
    action = get_object_or_404(ACTIONS.rows(request.user), pk=pk)
    return answer_check(request, action, CHECK, ACTIONS.address("record", pk))


def _home_of(user, action):
    """The page of the action, or the home of an owner who may not open the register."""
    if may(user, Permission.RECORD_AUDITS):
        return ACTIONS.address("record", action.pk)
    return reverse("home")


def _answer(request, action, context):
    rows, home = ACTIONS.facts_of(action), _home_of(request.user, action)
    return answer_step(request, action, context, rows=rows, home=home)


CHECK = CheckOfDone(
    why_not_check, operations.confirm_action_done, operations.send_action_back, _answer
)

"""The register of actions that audits led to."""

from django.contrib import messages
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.audits import operations
from assurance.audits.forms.agreed_actions import (
    ActionDoneForm,
    AuditActionFilters,
    AuditActionForm,
)
from assurance.audits.models.agreed_actions import AuditAction, state_order
from assurance.audits.rules.agreed_actions import why_not_mark
from assurance.audits.views.case_audits import AUDITS
from assurance.govuk.forms import post_data
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import Column, Item, Parent, Register, columns, items
from assurance.runtime.periods import today

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
    related=("council", "withdrawn_by", "audit__team", "owner"),
    columns=(
        Column("Action", str, sort="number", order=F("pk"), link=True),
        Column("Action to take", "text", free_text=True),
        Column("Post", "owner.title", sort="owner__title"),
        *columns("due_on done_on", sorts=True),
        Column("Evidence", "evidence", file_only=True),
        Column("State", "state_words", sort="state", order=state_order),
        Column("Team audited", "audit.team.name", file_only=True),
        Column("Withdrawn", "withdrawn_on", file_only=True),
    ),
    summary=(
        Item("Audit", "audit.reference"),
        *items("text owner due_on done_on evidence"),
        Item("State", "state_words"),
    ),
    verbs={"Mark done": "Marked as done"},
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
            operations.mark_action_done(record=action, by=user, on=today(), **form.cleaned_data)
            messages.success(request, "The action is marked as done.")
            return redirect(_home_of(user, action))
    if form.is_bound:
        # Somebody else may have saved meanwhile: shown is what it is now.
        action.refresh_from_db()
    home, why_not = _home_of(user, action), why_not_mark(action)
    context = {"form": form, "heading": "Mark the action as done", "caption": action}
    context |= {"back": home, "cancel_url": home, "why_not": why_not}
    context["rows"] = ACTIONS.facts_of(action)
    return render(request, "people/second-person.html", context, status=form.answered_with)


def _home_of(user, action):
    """The page of the action, or the home of an owner who may not open the register."""
    if may(user, Permission.RECORD_AUDITS):
        return ACTIONS.address("record", action.pk)
    return reverse("home")

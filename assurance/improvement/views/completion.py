"""Closing an action: one person marks it as done, another checks it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.govuk.forms import post_data
from assurance.improvement import operations
from assurance.improvement.forms.completion import MarkDoneForm
from assurance.improvement.models.checkers import why_not_checker
from assurance.improvement.rules import completion
from assurance.improvement.views.registers import ACTIONS, sent_back
from assurance.people.views.second_person import CheckOfDone, answer_check, answer_step
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today


# Owners need no access to every action in order to answer for their own.
@requires(Permission.SEE_HOME)
def mark_done(request, pk):
    """Asks when the action was done and what shows it; it waits for its check then."""
    rows = ACTIONS.rows(request.user)
    if not may(request.user, Permission.RECORD_ACTIONS):
        rows = rows.owned_by(request.user, today())
    action = get_object_or_404(rows, pk=pk)
    initial = {"evidence": action.evidence}
    form = MarkDoneForm(post_data(request), version=action.version, initial=initial)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            operations.mark_done(record=action, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "Marked as done. It waits for its check.")
            return redirect(_home(request, action))
        action.refresh_from_db()
    why_not = completion.why_not_mark(action)
    context = {"form": form, "heading": "Mark the action as done", "why_not": why_not}
    context["sent_back"] = sent_back(action)
    return _answer(request, action, context)


@requires(Permission.RECORD_ACTIONS)
def check_done(request, pk):
    """Asks whether an action that was marked as done is done: closes it, or sends it back."""
    action = get_object_or_404(ACTIONS.rows(request.user), pk=pk)
    return answer_check(request, action, CHECK, reverse("improvement:record", args=[pk]))


def _home(request, action):
    """The page of the action, or the home of an owner who may not open the list of actions."""
    if may(request.user, Permission.RECORD_ACTIONS):
        return reverse("improvement:record", args=[action.pk])
    return reverse("home")


def _answer(request, action, context):
    rows, home = ACTIONS.facts_of(action), _home(request, action)
    return answer_step(request, action, context, rows=rows, home=home)


CHECK = CheckOfDone(why_not_checker, operations.confirm_done, operations.send_back, _answer)

"""Moving a due date, what answers nothing, and the board of a plan."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from assurance.improvement import operations
from assurance.improvement.forms.follow_up import SinceForm
from assurance.improvement.forms.plans import MoveForm
from assurance.improvement.models.actions import Action
from assurance.improvement.rules import board as board_rules
from assurance.improvement.rules.actions import why_not_movable
from assurance.improvement.views.registers import ACTIONS, PLANS
from assurance.records.record import EditConflict
from assurance.records.refusals import refusals_shown_on
from assurance.reviews.models.findings import Finding
from assurance.runtime.periods import say_day, today


@requires(Permission.RECORD_ACTIONS)
def move_due(request, pk):
    """Asks for another due date and why; 409, with the action as it now is, where it changed."""
    action = get_object_or_404(ACTIONS.rows(request.user), pk=pk)
    typed = post_data(request)
    form, status = MoveForm(typed, version=action.version), 200
    home = reverse("improvement:record", args=[pk])
    if form.is_valid():
        values = dict(form.cleaned_data)
        with refusals_shown_on(form):
            try:
                operations.move_due(record=action, by=request.user, on=today(), **values)
                messages.success(request, "Due date moved.")
                return redirect(home)
            except EditConflict as conflict:
                action, status = conflict.newer, 409
                form.at_version(action.version)
                raise
    context = {"form": form, "heading": "Move the due date", "caption": action, "back": home}
    context |= {"cancel_url": home, "rows": ACTIONS.facts_of(action)}
    context["why_not"] = why_not_movable(action)
    return render(request, "improvement/move.html", context, status=status)


@requires(Permission.RECORD_ACTIONS)
def unanswered(request):
    """The findings that ask for an action and have neither one nor a reason for none."""
    query = _gaps(request)
    sorts = {"finding": "kind", "review": "review__started_on"}
    sorts |= {"theme": "theme__title", "wording": "text"}
    query["page"] = listed(request, query["findings"], sorts, "-review")
    query["may_read_findings"] = may(request.user, Permission.RECORD_REVIEWS)
    query["has_any"] = Finding.objects.visible_to(request.user).to_answer().exists()
    return render(request, "improvement/unanswered.html", query)


@requires(Permission.RECORD_ACTIONS)
def unlinked(request):
    """The actions that answer no finding."""
    query = _gaps(request)
    sorts = {"action": "reference", "plan": "priority__plan__title"}
    sorts |= {"text": "text", "due": "due_on"}
    query["page"] = listed(request, query["actions"], sorts, "due")
    query["has_any"] = ACTIONS.rows(request.user).active().exists()
    return render(request, "improvement/unlinked.html", query)


def _gaps(request):
    actions = ACTIONS.rows(request.user)
    result = Finding.objects.visible_to(request.user).to_tell()
    findings, without = actions.leave_unanswered(result), actions.without_a_finding()
    counts = {"unanswered": findings.count(), "unlinked": without.count()}
    return {"findings": findings, "actions": without, "counts": counts}


@requires(Permission.RECORD_ACTIONS)
def board(request, pk):
    """A plan on a page for its board: what needs it, what changed since the last meeting, and every
    action."""
    plan = get_object_or_404(PLANS.rows(request.user), pk=pk)
    form = SinceForm(request.GET)
    actions, day = list(Action.objects.visible_to(request.user).of_plan(plan)), today()
    since = form.chosen().get("since")
    context = {
        "plan": plan,
        "since_form": form,
        "groups": board_rules.needing_the_board(actions, day),
        "since": since,
        "changes": board_rules.changed(actions, since, day) if since else [],
        "priorities": board_rules.by_priority(actions, day),
        "true_on": say_day(day),
        "back": reverse("improvement:plan-record", args=[pk]),
    }
    return render(request, "improvement/board.html", context)

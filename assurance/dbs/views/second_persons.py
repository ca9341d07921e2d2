"""Steps that another person takes: closing a breach, approving a set-aside, a policy, a wording."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.dbs.forms.second_persons import ApproveForm, CloseBreachForm
from assurance.dbs.operations import breaches, policies, set_asides
from assurance.dbs.rules import second_persons
from assurance.dbs.views.people import ROLES
from assurance.dbs.views.positions import BREACHES, POLICIES
from assurance.dbs.views.reminders import WORDINGS
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from assurance.people.models.people import Engagement
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today


@requires(Permission.RECORD_DBS)
def close_breach(request, pk):
    """Asks on which day a breach is closed, and for which post."""
    breach, user = get_object_or_404(BREACHES.rows(request.user), pk=pk), request.user
    initial = {"closed_on": today()}
    form = CloseBreachForm(post_data(request), user=user, version=breach.version, initial=initial)
    home = BREACHES.address("record", pk)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            breaches.close_breach(record=breach, by=user, on=today(), **form.cleaned_data)
            messages.success(request, "The breach has been closed.")
            return redirect(home)
    if form.is_bound:
        # Somebody else may have saved meanwhile: shown is what it is now.
        breach.refresh_from_db()
    why_not = second_persons.why_not_close(breach, user, needs_second=breach.needs_second)
    context = {"heading": "Close the breach", "rows": BREACHES.facts_of(breach)}
    return _answer(request, form, home, {**context, "caption": breach, "why_not": why_not})


@requires(Permission.RECORD_DBS)
def approve_set_aside(request, pk):
    """Asks for which post it is approved that the holder of a role is set aside."""
    role, user = get_object_or_404(ROLES.rows(request.user), pk=pk), request.user
    form = ApproveForm(post_data(request), user=user, version=role.version)
    home = ROLES.address("record", pk)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            set_asides.approve_set_aside(record=role, by=user, on=today(), **form.cleaned_data)
            messages.success(request, "Approved. The person is not counted on these days.")
            return redirect(home)
    if form.is_bound:
        role.refresh_from_db()
    why_not = second_persons.why_not_approve(role, user, needs_second=role.needs_second)
    context = {"heading": "Approve that the person is set aside", "rows": ROLES.facts_of(role)}
    return _answer(request, form, home, {**context, "caption": role, "why_not": why_not})


@requires(Permission.MANAGE_POLICIES)
def approve_policy(request, pk):
    """Asks for which post a re-check policy is approved."""
    return _approve(request, POLICIES, pk)


@requires(Permission.MANAGE_POLICIES)
def approve_wording(request, pk):
    """Asks for which post a wording of reminders is approved."""
    return _approve(request, WORDINGS, pk)


def _approve(request, register, pk):
    row, user = get_object_or_404(register.rows(request.user), pk=pk), request.user
    form, home = ApproveForm(post_data(request), user=user), register.address("record", pk)
    if form.is_valid():
        with refusals_shown_on(form):
            policies.approve(record=row, by=user, on=today(), **form.cleaned_data)
            messages.success(request, f"Approved. The {register.noun} applies from its start date.")
            return redirect(home)
    if form.is_bound:
        row.refresh_from_db()
    why_not = second_persons.why_not_approve_text(row, user, needs_second=row.needs_second)
    context = {"heading": f"Approve the {register.noun}", "rows": register.facts_of(row)}
    return _answer(request, form, home, {**context, "caption": row, "why_not": why_not})


@requires(Permission.RECORD_DBS)
def waiting_set_asides(request):
    """The roles of people recorded as set aside that wait for approval: all, or the reader’s."""
    rows, own = Engagement.objects.visible_to(request.user), "yours" in request.GET
    rows = rows.yours("", request.user, today()) if own else rows.waiting_for_approval()
    page = listed(request, rows.select_related("person"), {"from": "set_aside_from"}, "from")
    context = {"page": page, "back": reverse("dbs:list"), "own": own}
    return render(request, "dbs/set-asides.html", context)


def _answer(request, form, home, context):
    lacks_post = not context["why_not"] and not form.own_posts
    context |= {"form": form, "back": home, "cancel_url": home, "lacks_post": lacks_post}
    return render(request, "people/second-person.html", context, status=form.answered_with)

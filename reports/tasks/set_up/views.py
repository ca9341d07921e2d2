"""The pages on which an administrator sets a council up: the list of steps, and each step."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts import operations
from assurance.accounts.access import Permission, requires
from assurance.accounts.sign_in_links import sign_in_address
from assurance.govuk.forms import post_data
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today
from reports.tasks.set_up.states import BLOCKED, is_in_no_post
from reports.tasks.set_up.steps import (
    ACCOUNTS,
    BY_KEY,
    FOR_FIGURES,
    FOR_READERS,
    FOR_REPORT,
    summary_of,
)


@requires(Permission.MANAGE_POLICIES)
def steps(request):
    """What is needed for a first report and for figures, in order, each with its state."""
    summary = summary_of(request.user.council, today())
    groups = [
        (needed, [line for line in summary["lines"] if line.step.needed == needed])
        for needed in (FOR_REPORT, FOR_FIGURES, FOR_READERS)
    ]
    return render(request, "tasks/set_up/list.html", {**summary, "groups": groups})


@requires(Permission.MANAGE_POLICIES)
def step(request, key):
    """One step: what is there, and a form that asks for the rest at once."""
    if key not in BY_KEY or key == ACCOUNTS:
        raise Http404
    chosen = BY_KEY[key]
    form = chosen.form(post_data(request), council=request.user.council)
    if form.is_valid():
        with refusals_shown_on(form):
            chosen.save(form, council=request.user.council, by=request.user, on=today())
            messages.success(request, chosen.saved)
            return redirect("set_up:steps")
    return _page(request, chosen, form)


@requires(Permission.MANAGE_ACCOUNTS)
def accounts(request):
    """Adds several accounts, and shows once the links with which their holders set a password."""
    chosen = BY_KEY[ACCOUNTS]
    lacks_post = is_in_no_post(request.user, today())
    form = chosen.form(post_data(request), council=request.user.council, lacks_post=lacks_post)
    if form.is_valid():
        own = {"by": request.user, "on": today()}
        with refusals_shown_on(form):
            users = chosen.save(form, council=request.user.council, **own)
            messages.success(request, chosen.saved)
            rows = [(user, _link(request, user, own)) for user in users]
            return render(request, "tasks/set_up/links.html", {"rows": rows})
    return _page(request, chosen, form)


def _link(request, user, own):
    operations.make_sign_in_link(user=user, **own)
    return request.build_absolute_uri(sign_in_address(user))


def _page(request, chosen, form):
    state = chosen.state(request.user.council, today())
    context = {
        "step": chosen,
        "state": state,
        "before": BY_KEY[chosen.blocked_by] if state.status == BLOCKED else None,
        "form": form,
        "heading": chosen.title,
        "back": reverse("set_up:steps"),
    }
    return render(request, "tasks/set_up/step.html", context)

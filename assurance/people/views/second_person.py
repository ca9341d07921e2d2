"""The pages of an action that one person marks as done and another checks, whatever register it is
of."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from assurance.govuk.forms import post_data
from assurance.people.forms.completion import CheckDoneForm
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today


@dataclass(frozen=True)
class CheckOfDone:
    """How an action of a register is checked: the sentence that refuses it, the operations that
    close it or send it back, and what draws the page of a step."""

    why_not: Callable
    confirm: Callable
    send_back: Callable
    answer: Callable


def answer_check(request: HttpRequest, action, check: CheckOfDone, address: str) -> HttpResponse:
    """Asks whether `action`, which was marked as done, is done; closes it or sends it back, and
    goes to `address` then."""
    form = CheckDoneForm(post_data(request), version=action.version, user=request.user)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            _take(check, action, form.cleaned_data, by=request.user)
            is_done = form.cleaned_data["outcome"] == CheckDoneForm.DONE
            outcome = "is done and checked" if is_done else "has gone back to its owner"
            messages.success(request, f"The action {outcome}.")
            return redirect(address)
        action.refresh_from_db()
    why_not = check.why_not(action, request.user, today())
    context = {"form": form, "heading": "Check that the action is done", "why_not": why_not}
    context["lacks_post"] = not why_not and not form.fields["checker"].queryset
    return check.answer(request, action, context)


def answer_step(request: HttpRequest, action, context: dict, *, rows, home: str) -> HttpResponse:
    """The page of a step with `action` as its `rows`; 409, with the action as it now is, where
    another person saved it meanwhile."""
    context |= {"caption": action, "back": home, "cancel_url": home, "rows": rows}
    status = context["form"].answered_with
    return render(request, "people/second-person.html", context, status=status)


def _take(check, action, values, by):
    who = {"record": action, "version": values["version"], "by": by, "on": today()}
    if values["outcome"] == CheckDoneForm.DONE:
        check.confirm(checker=values["checker"], **who)
    else:
        check.send_back(reason=values["reason"], **who)

"""Held returns: what was read and was strange, counting from them, taking their rows away."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from assurance.accounts import history_page
from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.govuk.lists import listed
from assurance.govuk.outcomes import message_number
from assurance.looked_after.forms.census_days import CountForm
from assurance.looked_after.forms.censuses import RemoveRowsForm
from assurance.looked_after.models.offers import days_of, uncounted_days
from assurance.looked_after.models.returns import Child, Return
from assurance.looked_after.operations import returns
from assurance.looked_after.row_periods import period_end, row_state
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.registers.declaration import VERBS
from assurance.registers.forms import WithdrawForm
from assurance.registers.record_page.undo import undo_by_press, undo_of
from assurance.runtime.periods import say_day, today

# A step of a return, as history has it, in words.
STEPS = {
    **VERBS,
    "Read return": "Return read",
    "Count days": "Dates counted",
    "Remove rows": "Rows removed",
    "Take offers": "New counts used",
    "Take back": "Import undone",
    "Forget withdrawn": "Rows of the withdrawn return removed",
    "Withdraw return": "Withdrawn",
}
UNDONE = "The withdrawal was undone: the return and its counts are in force again as before."
SORTS = {"year_end": "year_end", "created_on": "created_on"}


@requires(Permission.RECORD_LOOKED_AFTER)
def list_returns(request):
    """Every return of the council, withdrawn ones too."""
    page = listed(request, Return.objects.visible_to(request.user), SORTS, "-year_end")
    day = today()
    end = period_end(request.user.council, day)
    lines = [(record, row_state(record, end, day)) for record in page]
    context = {"page": page, "lines": lines, "back": reverse("looked_after:list")}
    return render(request, "looked_after/return-list.html", context)


@requires(Permission.RECORD_LOOKED_AFTER)
def show_return(request, pk):
    """One return: files, cover, notices, the censuses counted from it, and its history."""
    record = get_object_or_404(Return.objects.visible_to(request.user), pk=pk)
    context = {
        "held": record,
        "rows": [
            {"key": "Year", "value": f"to {say_day(record.year_end)}"},
            {"key": "Shows who was looked after", "value": _cover(record)},
            {"key": "Read on", "value": say_day(record.created_on)},
            {"key": "Rows", "value": _state_of_rows(record)},
        ],
        "notices": [notice for notice in record.notices if not notice.get("day")],
        "days": days_of(record),
        "offers": record.offers.open(),
        "entries": history_page.with_verbs(history_page.about(record), STEPS),
        "record": record,
        "undo": undo_of(
            record,
            request.user,
            reverse("looked_after:return-undo", args=[pk]),
            returns.undo_withdrawal,
        ),
        "back": reverse("looked_after:return-list"),
    }
    return render(request, "looked_after/return-record.html", context)


@requires(Permission.RECORD_LOOKED_AFTER)
def count(request, pk):
    """Counts the censuses of more days from the return, all by one press."""
    record = get_object_or_404(Return.objects.visible_to(request.user), pk=pk)
    form = CountForm(post_data(request), days=uncounted_days(record, today()))
    if form.is_valid():
        with refusals_shown_on(form):
            days = form.cleaned_data["days"]
            made, sentences = returns.count_days(
                held_return=record, days=days, by=request.user, on=today()
            )
            return _counted(request, record, made, sentences)
    context = {**_asked(form, "Count other dates", record), "cover": _cover(record)}
    return render(request, "looked_after/return-count.html", context)


def _counted(request, record, made, sentences):
    """The census that was made, or the return where there are several."""
    for sentence in sentences:
        messages.warning(request, sentence)
    if len(made) == 1:
        messages.success(request, f"{made[0].total:,} children counted.")
        return redirect("looked_after:record", made[0].pk)
    message_number(request, "Dates counted", len(made))
    return redirect("looked_after:return-record", record.pk)


@requires(Permission.RECORD_LOOKED_AFTER)
def remove_rows(request, pk):
    """Shows how many rows would go, then removes them."""
    record = get_object_or_404(Return.objects.visible_to(request.user), pk=pk)
    form = RemoveRowsForm(post_data(request), version=record.version)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            returns.remove_rows(record=record, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "The rows have been removed. Every count stays.")
            return redirect("looked_after:return-record", record.pk)
    context = _asked(form, "Remove the rows", record)
    context["episodes"] = record.episodes.count()
    context["children"] = Child.objects.visible_to(request.user).only_in(record).count()
    page = "looked_after/return-remove.html"
    return render(request, page, context, status=form.answered_with)


@requires(Permission.RECORD_LOOKED_AFTER)
def withdraw(request, pk):
    """Asks why, then withdraws the return with every census counted from it."""
    record = get_object_or_404(Return.objects.visible_to(request.user), pk=pk)
    form = WithdrawForm(post_data(request), version=record.version)
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            returns.withdraw_return(record=record, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "Return withdrawn, with the counts made from it.")
            return redirect("looked_after:return-record", record.pk)
    context, page = _asked(form, "Withdraw the return", record), "looked_after/return-withdraw.html"
    return render(request, page, context, status=form.answered_with)


@requires(Permission.RECORD_LOOKED_AFTER)
@require_POST
def undo_withdrawal(request, pk):
    """Undoes the withdrawal of a return by one press on its page."""
    record = get_object_or_404(Return.objects.visible_to(request.user), pk=pk)
    undo_by_press(request, record, UNDONE, returns.undo_withdrawal)
    return redirect("looked_after:return-record", pk)


def _state_of_rows(record):
    day = today()
    return row_state(record, period_end(record.council, day), day)


def _cover(current):
    return f"{say_day(current.covers_from)} to {say_day(current.covers_to)}"


def _asked(form, heading, current):
    here = reverse("looked_after:return-record", args=[current.pk])
    context = {"form": form, "heading": heading, "caption": current, "held": current}
    return {**context, "back": here, "cancel_url": here}

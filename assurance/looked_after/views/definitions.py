"""A council's own age bands and the days of the year on which it counts."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from assurance.accounts import history_page
from assurance.accounts.access import Permission, may, requires
from assurance.govuk.forms import post_data
from assurance.looked_after.forms.definitions import (
    AgeBandsForm,
    CountingDaysForm,
    NewAgeBandsForm,
)
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import AgeBand, CensusDay
from assurance.looked_after.operations import definitions
from assurance.looked_after.rules.definition_lines import line_of_day
from assurance.records.refusals import refusals_shown_on
from assurance.registers.values import say_told
from assurance.runtime.periods import today

# The operations of this page among all that history holds about a council.
OPERATIONS = ("Set age bands", "Correct age bands", "Set counting dates")


@requires(Permission.READ_ISSUED)
def show(request):
    """The sets of age bands, the latest first, the counting dates, and the history of both."""
    council = request.user.council
    sets = _own_sets(request.user)
    days = CensusDay.objects.visible_to(request.user)
    context = {
        "sets": sets,
        "correctable": bool(sets) and not _is_used(request.user, sets[0]),
        "days": [line_of_day(item.month, item.day) for item in days],
        "may_change": may(request.user, Permission.MANAGE_POLICIES),
        "may_record": may(request.user, Permission.RECORD_LOOKED_AFTER),
        "entries": _entries(council),
        "true_on": today(),
    }
    return render(request, "looked_after/definitions.html", context)


@requires(Permission.MANAGE_POLICIES)
def add_bands(request):
    """A new set of age bands from a day on, beginning as a copy of the latest."""
    sets = _own_sets(request.user)
    form = NewAgeBandsForm(post_data(request), bands=sets[0].bands if sets else ())
    if form.is_valid():
        with refusals_shown_on(form):
            definitions.set_age_bands(**_own(request), **form.cleaned_data)
            return _saved(request, "The age bands have been saved.")
    return _form(request, form, "Enter a new set of age bands")


@requires(Permission.MANAGE_POLICIES)
def correct_bands(request):
    """The latest set as it was meant, while no count was entered by it."""
    sets = _own_sets(request.user)
    if not sets:
        raise Http404
    form = AgeBandsForm(post_data(request), bands=sets[0].bands)
    if form.is_valid():
        with refusals_shown_on(form):
            definitions.correct_age_bands(
                **_own(request), from_date=sets[0].from_date, **form.cleaned_data
            )
            return _saved(request, "The age bands have been corrected.")
    return _form(request, form, "Correct the age bands")


@requires(Permission.MANAGE_POLICIES)
def change_days(request):
    """The days of every year on which the council counts."""
    form = CountingDaysForm(post_data(request), days=CensusDay.objects.visible_to(request.user))
    if form.is_valid():
        with refusals_shown_on(form):
            definitions.set_census_days(**_own(request), own_days=form.cleaned_data["days"])
            return _saved(request, "The counting dates have been saved.")
    return _form(request, form, "Change the counting dates")


def _own_sets(user):
    return AgeBand.objects.visible_to(user).own_sets(user.council)


def _is_used(user, bands):
    return Census.objects.visible_to(user).entered_by(bands.council, bands.from_date)


def _entries(council):
    lines = (line for line in history_page.about(council) if line.what in OPERATIONS)
    return [
        replace(
            line,
            changes={
                field: {side: _value_text(field, value) for side, value in change.items()}
                for field, change in line.changes.items()
            },
        )
        for line in lines
    ]


def _value_text(field, value):
    if field == "Counting dates":
        return ", ".join(line_of_day(month, day) for month, day in value or ())
    return say_told(value)


def _own(request):
    return {"council": request.user.council, "by": request.user, "on": today()}


def _saved(request, sentence):
    messages.success(request, sentence)
    return redirect("looked_after:definitions")


def _form(request, form, heading):
    back = reverse("looked_after:definitions")
    context = {"form": form, "heading": heading, "back": back, "cancel_url": back}
    return render(request, "layouts/form.html", context)

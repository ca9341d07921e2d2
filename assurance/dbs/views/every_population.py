"""The position of every population on one page, and the press that records all of them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from assurance.accounts.access import Permission, may, requires
from assurance.dbs.every_audit import count_every_audit
from assurance.dbs.forms.populations import PopulationsForm, groups_to_count
from assurance.dbs.forms.reminders import DaysForm
from assurance.dbs.models.every_population import every_position, groups_without_population
from assurance.dbs.rules import tables
from assurance.dbs.views.positions import AUDITS
from assurance.govuk.forms import post_data
from assurance.govuk.lists import sorted_lines
from assurance.people.models.people import Cohort, Engagement
from assurance.records import operations
from assurance.records.refusals import refusals_as_messages
from assurance.runtime.periods import say_day, today

GROUPS = dict(Engagement.GROUPS)


@requires(Permission.SEE_COUNTS)
def show_every_position(request):
    """How every population stands on a day, in one table, and which can be recorded."""
    form = DaysForm(request.GET)
    audit_date, position_date = form.days()
    context = {"filter_form": form, "true_on": position_date, "audit_date": audit_date}
    if not form.errors:
        council, keeps = request.user.council, may(request.user, Permission.RECORD_DBS)
        rows = every_position(council, audit_date, position_date)
        missing = groups_without_population(council, [row.cohort for row in rows])
        may_record = keeps and position_date <= today()
        columns = [(slugify(label), label) for label in tables.population_columns()]
        page = sorted_lines(request, rows, _orders(columns))
        context |= {
            "columns": columns,
            "page": page,
            "lines": [_line(row, audit_date, position_date) for row in page],
            "missing": [(GROUPS[group], people) for group, people in sorted(missing.items())],
            "to_record": [row for row in rows if row.has_policy and not row.audit],
            "typed": _typed(audit_date, position_date) if may_record else {},
            "is_forecast": position_date > today(),
        }
    return render(request, "dbs/every-position.html", context)


@requires(Permission.RECORD_DBS)
@require_POST
def record_every_position(request):
    """Records a DBS audit of each population that has none on that day."""
    form = DaysForm(request.POST)
    audit_date, position_date = form.days()
    days = _typed(audit_date, position_date)
    back = f"{reverse('dbs:every-position')}?{urlencode(days)}"
    if form.errors or position_date > today():
        messages.error(request, "Choose a date of the audit and a position date that have come.")
        return redirect(back)
    fields = {"audit_date": audit_date, "position_date": position_date}
    who = {"council": request.user.council, "by": request.user, "on": today()}
    results = count_every_audit(**fields, **who)
    if results.recorded:
        many = len(results.recorded)
        text = f"{many} DBS audit{'' if many == 1 else 's'} recorded for {say_day(position_date)}."
        messages.success(request, text)
    for cohort, sentence in results.refused:
        messages.warning(request, f"{cohort}: not recorded. {sentence}.")
    return redirect(back)


def _orders(columns):
    """The orders of the columns by their names in the address."""
    orders = {
        name: lambda row, place=place: tables.population_numbers(row.parts, row.left_out)[place]
        for place, (name, _label) in enumerate(columns)
    }
    return orders | {"population": lambda row: row.cohort.title.casefold()}


def _line(row, audit_date, position_date):
    own = {"cohort": row.cohort.pk, **_typed(audit_date, position_date)}
    return {
        "cohort": row.cohort,
        "cells": tables.population_row(row.parts, row.left_out),
        "address": f"{reverse('dbs:position')}?{urlencode(own)}",
        "audit": row.audit and AUDITS.address("record", row.audit.pk),
        "has_policy": row.has_policy,
    }


def _typed(audit_date, position_date):
    """Both days as they are typed into a form."""
    days = {"audit_date": audit_date, "position_date": position_date}
    return {
        f"{name}_{part}": getattr(day, part)
        for name, day in days.items()
        for part in ("day", "month", "year")
    }


@requires(Permission.MANAGE_POLICIES)
def add_populations(request):
    """Adds a population for each chosen group of the register that none counts."""
    council, back = request.user.council, reverse("people:cohort-list")
    form = PopulationsForm(post_data(request), groups=groups_to_count(council))
    if form.is_valid():
        who = {"council": council, "by": request.user, "on": today()}
        made = 0
        for fields in form.populations():
            with refusals_as_messages(request):
                operations.create(model=Cohort, **who, **fields)
                made += 1
        if made:
            many = "1 population" if made == 1 else f"{made} populations"
            messages.success(request, f"{many} added.")
        return redirect(back)
    context = {"form": form, "heading": "Add populations of the DBS register", "back": back}
    return render(request, "dbs/add-populations.html", context | {"cancel_url": back})

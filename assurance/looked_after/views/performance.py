"""Looked-after children: a day beside the year before, movements, months, and other areas."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from assurance.accounts.access import Permission, may, requires
from assurance.looked_after.forms.related import PerformanceForm
from assurance.looked_after.models.performance import performance_of
from assurance.looked_after.models.positions import held_for
from assurance.looked_after.models.published import (
    area_rates,
    chart_of_newest,
    compared_on,
    own_rate,
)
from assurance.looked_after.models.returns import Return
from assurance.looked_after.models.trends import chart_of_months, chart_of_rates
from assurance.looked_after.rules.validation import findings_of
from assurance.runtime.periods import months_after, today


@requires(Permission.SEE_COUNTS)
def show_performance(request):
    """The page of one day; without one asked for, the latest of which something is held."""
    council = request.user.council
    current = held_for(council)
    latest = current.latest(today())
    usual = {"day": latest, "since": latest and months_after(latest, -12)}
    form = PerformanceForm(request.GET) if request.GET else PerformanceForm(initial=usual)
    returns = Return.objects.visible_to(request.user).active()
    display = {"form": form, "held": current, "keeps": _keeps(request.user), "returns": returns}
    if query := form.asked(latest):
        display |= _position(council, *query)
    return render(request, "looked_after/performance.html", display)


def _position(council, day, since):
    position = performance_of(council, day, since)
    newest = area_rates(council, day, position.now and position.now.total)
    return {
        "newest": newest,
        "newest_chart": chart_of_newest(newest),
        "position": position,
        "since": since,
        "chart": chart_of_months(position.trend),
        "compared": [(item, chart_of_rates(item)) for item in compared_on(council, day)],
        "rate": position.now and own_rate(council, day, position.now.total),
    }


def _keeps(user):
    return may(user, Permission.RECORD_LOOKED_AFTER)


@requires(Permission.SEE_COUNTS)
def show_validation(request, pk):
    """What each rule found in a return: counts for all, row numbers for who keeps the returns."""
    record = get_object_or_404(Return.objects.visible_to(request.user), pk=pk)
    keeps = _keeps(request.user)
    display = {
        "held": record,
        "findings": findings_of(record.validated or ()),
        "files": ", ".join(f"{file['name']} ({file['kind']})" for file in record.files),
        "keeps": keeps,
        "back": reverse("looked_after:return-record", args=[pk])
        if keeps
        else reverse("looked_after:performance"),
    }
    return render(request, "looked_after/validation.html", display)

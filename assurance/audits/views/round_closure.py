"""Closing a round of the audit programme with its result."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.audits.forms.round_closure import CloseForm
from assurance.audits.views.programme import ROUNDS
from assurance.govuk.forms import post_data
from assurance.records import operations
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today


@requires(Permission.RECORD_AUDITS)
def close_round(request, pk):
    """Asks for the result of a round that is open, and for the dates of its beginning and end."""
    audit_round = get_object_or_404(ROUNDS.rows(request.user).still_open(), pk=pk)
    form = CloseForm(post_data(request), audit_round=audit_round, version=audit_round.version)
    home = reverse("audits:round-record", args=[pk])
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            operations.change(record=audit_round, by=request.user, on=today(), **form.cleaned_data)
            messages.success(request, "Audit round closed.")
            return redirect(home)
    context = {"form": form, "heading": "Close the audit round", "caption": audit_round}
    context |= {"back": home, "cancel_url": home}
    return render(request, "layouts/form.html", context, status=form.answered_with)

"""A count that a later return offers for a day whose census stands, and taking it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.looked_after.forms.censuses import TakeOfferForm
from assurance.looked_after.models.offers import CountOffer, kept_and_offered
from assurance.looked_after.operations import returns
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today


@requires(Permission.RECORD_LOOKED_AFTER)
def take_offer(request, pk):
    """Shows what stands beside what is offered, then puts the offered count in force."""
    record = get_object_or_404(CountOffer.objects.visible_to(request.user), pk=pk)
    form = TakeOfferForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            census = returns.take_offer(record=record, by=request.user, on=today())
            messages.success(request, "The new count is in force. The one before is kept.")
            return redirect("looked_after:record", census.pk)
    census, lines = kept_and_offered(record)
    back = reverse("looked_after:return-record", args=[record.held_return_id])
    here = reverse("looked_after:record", args=[census.pk]) if census else back
    context = {"form": form, "offer": record, "census": census, "lines": lines, "back": here}
    context |= {"heading": "Use the new count", "caption": record, "cancel_url": here}
    return render(request, "looked_after/offer.html", context, status=form.answered_with)

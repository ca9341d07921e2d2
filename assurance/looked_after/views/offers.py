"""A count that a later return offers for a day whose census stands, and taking it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.looked_after.forms.censuses import RecountForm, TakeOfferForm, TakeOffersForm
from assurance.looked_after.models.offers import CountOffer, kept_and_offered
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import recounts, returns
from assurance.records.refusals import refusals_shown_on
from assurance.runtime.periods import today


@requires(Permission.RECORD_LOOKED_AFTER)
def offer_recounts(request):
    """Shows which stored counts the held returns count otherwise, then offers the other counts."""
    council, here = request.user.council, reverse("looked_after:list")
    form = RecountForm(post_data(request))
    if form.is_valid():
        with refusals_shown_on(form):
            made = recounts.offer_recounts(council=council, by=request.user, on=today())
            text = f"New counts offered: {len(made)}. Each is shown next to the count in force."
            messages.success(request, text)
            return redirect(here)
    context = {"form": form, "heading": "Recount stored counts", "back": here}
    context |= {"result": recounts.Recounts(council, today()), "cancel_url": here}
    return render(request, "looked_after/recounts.html", context, status=form.answered_with)


@requires(Permission.RECORD_LOOKED_AFTER)
def take_offers(request, pk):
    """Shows every count that a return offers, then puts all of them in force."""
    record = get_object_or_404(Return.objects.visible_to(request.user), pk=pk)
    form = TakeOffersForm(post_data(request))
    here = reverse("looked_after:return-record", args=[pk])
    if form.is_valid():
        with refusals_shown_on(form):
            made = returns.take_offers(record=record, by=request.user, on=today())
            messages.success(request, f"New counts in force: {len(made)}. Those before are kept.")
            return redirect(here)
    pairs = [(offer, kept_and_offered(offer)[0]) for offer in record.offers.open()]
    context = {"form": form, "heading": "Use every new count", "caption": record, "pairs": pairs}
    context |= {"back": here, "cancel_url": here}
    return render(request, "looked_after/offers.html", context, status=form.answered_with)


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

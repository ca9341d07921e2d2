"""Entering the reply to a review and its follow-up, each on a short page of its own."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.records import operations
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.reviews.forms.replies import FollowUpForm, ReplyForm
from assurance.reviews.rules import replies
from assurance.reviews.views.registers import REVIEWS
from assurance.runtime.periods import today


@requires(Permission.RECORD_REVIEWS)
def reply(request, pk):
    """Asks when the reply was sent, or why none is owed."""
    return _page(request, pk, ReplyForm, "Reply to the review", replies.said_of_reply)


@requires(Permission.RECORD_REVIEWS)
def follow_up(request, pk):
    """Asks when the review was followed up, or for which day that is agreed."""
    return _page(request, pk, FollowUpForm, "Follow-up of the review", replies.said_of_follow_up)


def _page(request, pk, form_of, heading, sentence_of):
    review = get_object_or_404(REVIEWS.rows(request.user), pk=pk)
    version = {"record": review, "version": review.version}
    form = form_of(post_data(request), council=request.user.council, **version)
    home = reverse("reviews:record", args=[pk])
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            version = {"record": review, "version": form.cleaned_data["version"]}
            operations.change(by=request.user, on=today(), **version, **form.values_to_save())
            messages.success(request, f"{heading.partition(' ')[0]} saved.")
            return redirect(home)
    context = {"form": form, "heading": heading, "caption": review, "back": home}
    context |= {"cancel_url": home, "sentence": sentence_of(review, today())}
    return render(request, "reviews/reply.html", context, status=form.answered_with)

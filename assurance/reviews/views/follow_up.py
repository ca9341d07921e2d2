"""Grading a review's areas, what was said before, and which reviews wait for us."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from assurance.accounts.access import Permission, requires
from assurance.govuk.forms import post_data
from assurance.govuk.lists import sorted_lines
from assurance.records.record import newer_shown_on
from assurance.records.refusals import refusals_shown_on
from assurance.reviews import operations
from assurance.reviews.forms.findings import RepeatedFindingForm
from assurance.reviews.forms.reviews import GradesForm
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.rules import repeated_findings, replies
from assurance.reviews.views.registers import FINDINGS, REVIEWS
from assurance.runtime.periods import say_day, today

MOST_SHOWN = 50


@requires(Permission.RECORD_REVIEWS)
def grades(request, pk):
    """Asks for the grade of every area of a review on one page."""
    review = get_object_or_404(REVIEWS.rows(request.user), pk=pk)
    council = request.user.council
    form = GradesForm(post_data(request), council=council, record=review, version=review.version)
    home = reverse("reviews:record", args=[pk])
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            fields = {"version": form.cleaned_data["version"], "by": request.user, "on": today()}
            operations.grade_themes(record=review, grades=form.grades(), **fields)
            messages.success(request, "Grades saved.")
            return redirect(home)
    context = {"form": form, "heading": "Grade the areas", "caption": review, "back": home}
    context["cancel_url"] = home
    return render(request, "reviews/grades.html", context, status=form.answered_with)


_CHAIN_ORDERS = {
    "wording": lambda chain: chain.newest.text.casefold(),
    "theme": lambda chain: chain.newest.theme and chain.newest.theme.title.casefold(),
    "times": lambda chain: len(chain.findings),
    "since": lambda chain: chain.first.review.started_on,
    "by": lambda chain: ", ".join(chain.bodies).casefold(),
}


@requires(Permission.RECORD_REVIEWS)
def said_before(request):
    """The findings that were said more than once, and those that may have been."""
    findings = list(Finding.objects.visible_to(request.user).told_whole())
    suggestions = repeated_findings.to_suggest(findings)
    page = sorted_lines(request, repeated_findings.chains(findings), _CHAIN_ORDERS)
    context = {
        "chains": page,
        "page": page,
        "suggestions": suggestions[:MOST_SHOWN],
        "suggested": len(suggestions),
        "findings": len(findings),
        "true_on": say_day(today()),
        "back": reverse("reviews:list"),
    }
    return render(request, "reviews/repeated-findings.html", context)


@requires(Permission.RECORD_REVIEWS)
def link(request, pk):
    """Asks which earlier finding said the same; those that may are shown first, none is linked by
    itself."""
    finding = get_object_or_404(FINDINGS.rows(request.user), pk=pk)
    council = request.user.council
    form = RepeatedFindingForm(
        post_data(request), council=council, record=finding, version=finding.version
    )
    home = reverse("reviews:finding-record", args=[pk])
    if form.is_valid():
        with refusals_shown_on(form), newer_shown_on(form):
            fields = form.cleaned_data
            values = {"version": fields["version"], "by": request.user, "on": today()}
            operations.link_said_before(record=finding, said_before=fields["said_before"], **values)
            messages.success(request, "Link saved.")
            return redirect(home)
    context = {"form": form, "heading": "Repeated findings", "caption": finding, "finding": finding}
    context |= {"back": home, "cancel_url": home}
    return render(request, "reviews/link.html", context, status=form.answered_with)


@requires(Permission.RECORD_REVIEWS)
def waiting(request):
    """The reviews that wait for a reply, and those that are due for a follow-up."""
    reviews, day = Review.objects.visible_to(request.user), today()
    context = {
        "replies": [
            (review, replies.said_of_reply(review, day))
            for review in reviews.waiting_for_reply(day)
        ],
        "follow_ups": [
            (review, replies.said_of_follow_up(review, day))
            for review in reviews.due_for_follow_up(day)
        ],
        "true_on": say_day(day),
        "back": reverse("reviews:list"),
    }
    return render(request, "reviews/replies.html", context)

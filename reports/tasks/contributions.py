"""Sections asked of an account, and those that were handed in for whoever may accept them."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import say_day
from reports.papers.models.contribution_requests import ContributionRequest
from reports.tasks.task import Date, Need

A_YEAR = timedelta(days=365)


def of_asked(user, day):
    """What `user` was asked to write, what is late first; then what waits to be accepted."""
    rows = ContributionRequest.objects.visible_to(user)
    needs = [_to_write(one, day) for one in rows.to_write(user)]
    if may(user, Permission.COMPOSE_PAPERS, day):
        needs += [_to_accept(one) for one in rows.to_accept()]
    return needs


def dates_of_asked(user, day):
    """The days by which `user` was asked to write something, a year back and a year on."""
    for one in ContributionRequest.objects.visible_to(user).to_write(user):
        if day - A_YEAR <= one.due_on <= day + A_YEAR:
            words = f"“{one.title}” for “{one.paper.title}” is asked of you"
            address = reverse("papers:contribution", args=[one.pk])
            yield Date(one.due_on, words, address, f"asked-{one.pk}")


def _to_write(one, day):
    address = reverse("papers:contribution", args=[one.pk])
    words = f"Write “{one.title}”"
    came_back = "Sent back to you: " if one.state == ContributionRequest.SENT_BACK else ""
    hint = f"{came_back}{one.paper.title}, by {say_day(one.due_on)}"
    return Need(words, address, late=one.due_on < day, hint=hint)


def _to_accept(one):
    at = [one.paper.series.slug, one.paper.slug, one.pk]
    return Need(
        f"“{one.title}” was handed in",
        reverse("papers:look-at", args=at),
        status="To be looked at",
        hint=one.paper.title,
    )

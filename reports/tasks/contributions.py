"""Sections asked of an account, and those that were handed in for whoever may accept them."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import say_day
from reports.papers.models.contributions import ContributionRequest
from reports.tasks.task import Date, Need

A_YEAR = timedelta(days=365)


def of_asked(user, day):
    """What `user` was asked to write, what is late first; then what waits to be accepted."""
    rows = ContributionRequest.objects.visible_to(user)
    needs = [_to_write(row, day) for row in rows.to_write(user)]
    if may(user, Permission.COMPOSE_PAPERS, day):
        needs += [_to_accept(row) for row in rows.to_accept()]
    return needs


def dates_of_asked(user, day):
    """The days by which `user` was asked to write something, a year back and a year on."""
    for contribution_request in ContributionRequest.objects.visible_to(user).to_write(user):
        if day - A_YEAR <= contribution_request.due_on <= day + A_YEAR:
            text = (
                f"“{contribution_request.title}” for “{contribution_request.paper.title}” is "
                f"asked of you"
            )
            address = reverse("papers:contribution", args=[contribution_request.pk])
            yield Date(
                contribution_request.due_on, text, address, f"asked-{contribution_request.pk}"
            )


def _to_write(item, day):
    address = reverse("papers:contribution", args=[item.pk])
    text = f"Write “{item.title}”"
    came_back = "Sent back to you: " if item.state == ContributionRequest.SENT_BACK else ""
    hint = f"{came_back}{item.paper.title}, by {say_day(item.due_on)}"
    return Need(text, address, late=item.due_on < day, hint=hint)


def _to_accept(item):
    at = [item.paper.series.slug, item.paper.slug, item.pk]
    return Need(
        f"“{item.title}” was handed in",
        reverse("papers:look-at", args=at),
        status="To be looked at",
        hint=item.paper.title,
    )

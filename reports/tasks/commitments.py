"""What an account promised or was asked to write: commitments, and sections of papers."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.runtime.periods import say_day
from reports.papers.models.commitments import Commitment
from reports.papers.models.contributions import ContributionRequest
from reports.tasks.task import Date, Need

A_YEAR = timedelta(days=365)


def of_promises(user, day):
    """Open commitments due within a month or late, the late first, for those who write papers."""
    if not may(user, Permission.COMPOSE_PAPERS, day):
        return []
    return [
        Need(
            row.what,
            reverse("editor:commitment-record", args=[row.pk]),
            late=row.due_on < day,
            hint=f"Commitment in the report of {row.paper.told_on:%B %Y}, due {row.due_words}",
        )
        for row in Commitment.objects.visible_to(user).open_by(day + timedelta(days=31))
    ]


def dates_of_promises(user, day):
    """The days by which open commitments are due, a year back and a year on."""
    for row in Commitment.objects.visible_to(user).open_by(day + A_YEAR):
        if row.due_on >= day - A_YEAR:
            address = reverse("editor:commitment-record", args=[row.pk])
            yield Date(row.due_on, f"Commitment: {row.what}", address, f"commitment-{row.pk}")


def of_asked(user, day):
    """What `user` was asked to write, what is late first; then for who composes reports what waits
    to be accepted, and what was asked of accounts that can no longer sign in."""
    rows = ContributionRequest.objects.visible_to(user)
    needs = [_to_write(row, day) for row in rows.to_write(user)]
    if may(user, Permission.COMPOSE_PAPERS, day):
        needs += [_to_accept(row) for row in rows.to_accept()]
        needs += [_to_ask_again(row) for row in rows.left_by_writers()]
    return needs


def dates_of_asked(user, day):
    """The days by which `user` was asked to write something, a year back and a year on."""
    for row in ContributionRequest.objects.visible_to(user).to_write(user):
        if day - A_YEAR <= row.due_on <= day + A_YEAR:
            text = f"“{row.title}” for “{row.paper.title}” is asked of you"
            address = reverse("contributions:contribution", args=[row.pk])
            yield Date(row.due_on, text, address, f"asked-{row.pk}")


def _to_write(item, day):
    address = reverse("contributions:contribution", args=[item.pk])
    came_back = "Sent back to you: " if item.state == ContributionRequest.SENT_BACK else ""
    hint = f"{came_back}{item.paper.title}, by {say_day(item.due_on)}"
    return Need(f"Write “{item.title}”", address, late=item.due_on < day, hint=hint)


def _to_ask_again(item):
    address = reverse("contributions:contributions", args=[item.paper.series.slug, item.paper.slug])
    text = f"“{item.title}” was asked of {item.asked_of.name}, who can no longer sign in"
    return Need(text, address, status="Ask another person", hint=item.paper.title)


def _to_accept(item):
    address = reverse(
        "contributions:look-at", args=[item.paper.series.slug, item.paper.slug, item.pk]
    )
    text, status = f"“{item.title}” was handed in", "To be looked at"
    return Need(text, address, status=status, hint=item.paper.title)

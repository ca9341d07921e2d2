"""The sentences of the month that the posts of an account owe on scorecards soon to be shown."""

from datetime import timedelta

from django.urls import reverse

from assurance.accounts.access import Permission, may
from assurance.people.models.posts import Post
from assurance.runtime.periods import say_day
from reports.oversight.models import Scorecard
from reports.tasks.task import Need


def of_measures(user, day):
    """A `Need` for each measure that a post of `user` owns on `day` and that lacks its sentence of
    the month before a meeting within four weeks; a measure of several scorecards is asked for
    once, for the first meeting."""
    if user.council_id is None or not may(user, Permission.RECORD_MATTERS, day):
        return []
    posts = Post.objects.of(user.council).held_by(user, day)
    needs = {}
    for scorecard in Scorecard.objects.visible_to(user).shown_soon(day):
        month = month_before(scorecard.shown_on)
        for measure in scorecard.without_sentence(month).filter(owner__in=posts):
            needs.setdefault(measure.pk, _need(measure, scorecard, month))
    return list(needs.values())


def month_before(day):
    """The first day of the month before that of `day`."""
    return (day.replace(day=1) - timedelta(1)).replace(day=1)


def _need(measure, scorecard, month):
    return Need(
        f"{measure.owner}: write the sentence of {month:%B %Y} for “{measure}”",
        reverse("governance:commentary-add", args=[measure.pk]),
        hint=f"{scorecard} goes to its board on {say_day(scorecard.shown_on)}",
    )

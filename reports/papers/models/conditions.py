"""Conditions and orders for the database: how commitments wait as the public may know it, and
when a report is dated."""

from datetime import date

from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce, Greatest

from assurance.runtime.periods import end_of_month
from reports.language.rules import due_dates
from reports.papers.models.papers import open_to_all


def answer_is_public() -> Q:
    """The condition that nothing keeps an answer from the public."""
    return Q(answered_in__isnull=True) | open_to_all("answered_in__")


def urgency(day: date) -> Case:
    """A number, greatest for what is overdue on `day`, then for what is open, then for the rest."""
    return Case(
        *(When(waiting(day)[due_dates.OVERDUE], then=2), When(is_open(), then=1)),
        default=0,
        output_field=models.IntegerField(),
    )


def first_due_of_open():
    """The order of open ones, the first due first; all others are alike in it."""
    return Case(When(is_open(), then=F("due_on")), default=None).asc(nulls_last=True)


def is_due(day: date) -> Q:
    """The condition that a report of `day` must answer it: due by its day, or due to it."""
    # A paper or meeting of a month is named by that month's last day.
    to_paper = Q(due_to=due_dates.PAPER, due_on__lte=end_of_month(day)) | Q(due_to=due_dates.NEXT)
    return Q(due_to=due_dates.DAY, due_on__lte=day) | to_paper


def is_open() -> Q:
    """The condition that the public may know of no answer."""
    return Q(state=due_dates.OPEN) | ~answer_is_public()


def waiting(day: date) -> dict[str, Q]:
    """State → the condition of what the public may not know to be answered, by `day`."""
    is_late = Q(due_on__lt=day)
    return {due_dates.OVERDUE: is_open() & is_late, due_dates.OPEN: is_open() & ~is_late}


def day_told(prefix: str = "") -> Coalesce:
    """The date of `Paper.told_on`, reached by `prefix`, for the database."""
    days = [F(f"{prefix}paper_date"), F(f"{prefix}meeting__date")]
    # SQLite's greatest of two is nothing where one of them is.
    return Coalesce(Greatest(*days), *days, F(f"{prefix}period_end"))

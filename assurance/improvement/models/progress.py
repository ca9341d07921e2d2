"""Progress of actions as a list shows it on a day, for the database."""

from django.db.models import Q

from assurance.improvement.rules.actions import CLOSED_STATUSES, OVERDUE


def late_on(day):
    """Actions past their due day that are not done."""
    return Q(due_on__lt=day) & ~Q(status__in=CLOSED_STATUSES)


def shown_as(status, day):
    """Actions that a list of `day` shows with `status`; the twin of `rules.display_status`."""
    same, late = Q(status=status), late_on(day)
    return late | same if status == OVERDUE else same & ~late

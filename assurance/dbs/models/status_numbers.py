"""The numbers by which the database hands a status and a re-check day on, and what they mean."""

from datetime import date, timedelta

from assurance.dbs.rules import statuses
from assurance.dbs.rules.statuses import WORST_FIRST, Status
from assurance.people.models.people import Engagement

ONE_DAY = timedelta(1)
# Groups in the order in which the worst of two equal roles is chosen, as `person_status` has it.
GROUPS = tuple(sorted(group for group, _ in Engagement.GROUPS))
PLACES = 64
DAYS_OF_MONTH = 32


def due_number(day: date) -> int:
    """The number of a re-check day: months before it, then its day of the month."""
    return (day.year * 12 + day.month - 1) * DAYS_OF_MONTH + day.day


def due_day(number: int | None) -> date | None:
    """The re-check day of a number; the month's last where the month has no such day."""
    if number is None:
        return None
    months, day = divmod(number, DAYS_OF_MONTH)
    return statuses.due_on(date(1, 1, day), months - 12)


def month_of_number(number: int) -> date:
    """The first day of a month by its number, as `classes` gives it."""
    return date(number // 12, number % 12 + 1, 1)


def status_of_code(code: int) -> tuple[Status, str]:
    """The worst status of a person and the group of the role that has it."""
    rank, place = divmod(code, PLACES)
    return WORST_FIRST[rank], GROUPS[place]


def last_number(day: date) -> int:
    """The greatest number of a re-check that falls on `day`."""
    # A re-check of the 31st falls on the last day of a shorter month.
    is_month_end = (day + ONE_DAY).day == 1
    return due_number(day) - day.day + (DAYS_OF_MONTH - 1 if is_month_end else day.day)

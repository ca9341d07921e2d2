"""Working days in England, and the last day on which a report may open before its meeting.

Local Government Act 1972 s.100B(3): open to inspection at least five clear days before the meeting.
A clear day is a working day, neither that of publication nor that of the meeting (R v Swansea City
Council, ex parte Elitestone 1993).
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

CLEAR_DAYS = 5
SATURDAY = 5
A_DAY = timedelta(days=1)


def is_working_day(day: date, closed: Collection[date] = ()) -> bool:
    """Whether `day` is no Saturday, Sunday or bank holiday in England, nor one of the days on which
    the council is `closed` besides."""
    return day.weekday() < SATURDAY and day not in closed and day not in _bank_holidays(day.year)


def working_day_before(day: date, number: int, closed: Collection[date] = ()) -> date:
    """The working day that lies `number` working days before `day`: with nought, `day` itself or
    the last working day before it."""
    while not is_working_day(day, closed):
        day -= A_DAY
    for _ in range(number):
        day = working_day_before(day - A_DAY, 0, closed)
    return day


def publish_by(meeting: date, closed: Collection[date] = ()) -> date:
    """The last working day on which a report may open for a `meeting`, with five clear days
    between."""
    return working_day_before(meeting - A_DAY, CLEAR_DAYS, closed)


def clear_days_between(published: date, meeting: date, closed: Collection[date] = ()) -> int:
    """How many clear days lie between the day of publication and that of the meeting."""
    days = range(1, max(0, (meeting - published).days))
    return sum(is_working_day(published + number * A_DAY, closed) for number in days)


@cache
def _bank_holidays(year):
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))

"""Working days in England, counted on and back, and the last day on which a report may open before
its meeting. A working day is no Saturday, Sunday or bank holiday (SI 2007/462).

Local Government Act 1972 s.100B(3): open to inspection at least five clear days before the meeting.
A clear day is a working day, neither that of publication nor that of the meeting (R v Swansea City
Council, ex parte Elitestone 1993).
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from assurance.runtime.processes.lazy_modules import LazyModule

holidays = LazyModule("holidays")

CLEAR_DAYS = 5
SATURDAY = 5
# The years whose bank holidays are known, the Early May one with them (proclaimed for 1978 on).
FIRST_YEAR, LAST_YEAR = 1978, 2100
A_DAY = timedelta(days=1)


def is_working_day(day: date, closed: Collection[date] = ()) -> bool:
    """Whether `day` is no Saturday, Sunday or bank holiday in England, nor one of the days on which
    the council is `closed` besides."""
    return day.weekday() < SATURDAY and day not in closed and day not in bank_holidays(day.year)


def working_day_after(day: date, number: int) -> date | None:
    """The working day that is `number` (1 or more) after `day`; None where it lies in a year whose
    bank holidays are not known."""
    left = number
    while left:
        day += A_DAY
        if not _is_known(day):
            return None
        left -= is_working_day(day)
    return day


def working_days_between(start: date, day: date) -> int | None:
    """How many working days after `start` the end of `day` is, or None where a year between has no
    known bank holidays; nought where `day` is no later than `start`."""
    if not (_is_known(start) and _is_known(day)):
        return None
    if day <= start:
        return 0
    years = range(start.year, day.year + 1)
    stored = sum(
        start < item <= day and item.weekday() < SATURDAY
        for y in years
        for item in bank_holidays(y)
    )
    weeks, over = divmod((day - start).days, 7)
    rest = sum((start + number * A_DAY).weekday() < SATURDAY for number in range(1, over + 1))
    return weeks * SATURDAY + rest - stored


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


def _is_known(day):
    return FIRST_YEAR <= day.year <= LAST_YEAR


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England, Christmas Day and Good Friday with them."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))

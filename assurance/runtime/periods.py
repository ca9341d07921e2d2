"""Days and periods. `today()` is the only reading of the calendar outside history."""

from calendar import monthrange
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)


_moved = ContextVar("moved day", default=None)


@contextmanager
def on_day(day: date):
    """Everything within happens on `day`: what is made later of an earlier time."""
    token = _moved.set(day)
    try:
        yield
    finally:
        _moved.reset(token)


def today():
    """The day of defaults, waiting lists and of what dates in forms and files may be: the
    demonstration's own day where one is set."""
    if _moved.get():
        return _moved.get()
    if settings.CANDOUR_TODAY:
        return date.fromisoformat(settings.CANDOUR_TODAY)
    return timezone.localdate()


def this_moment():
    """The moment by the real clock, with its time zone: what a file is dated by when it is made."""
    return timezone.now()


def moment_from_today(moment: datetime) -> datetime:
    """`moment`, by the real clock, as pages print it: in a demonstration as many days away from
    `today()` as from the real date, so that its pages have one year alone."""
    local = timezone.localtime(moment)
    days = local.date() - timezone.localdate()
    return datetime.combine(today() + days, local.timetz())


def start_of_real_day():
    """The moment at which the day by the real clock began."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def moment_of_today():
    """The moment on `today()`, with its time zone, that a set hour is held against."""
    now = timezone.now()
    if settings.CANDOUR_TODAY or _moved.get():
        return timezone.localtime(now).replace(
            year=today().year, month=today().month, day=today().day
        )
    return now


@dataclass(frozen=True, order=True)
class When:
    """A day (`start == end`) or a period from `start` to `end`, both ends included.

    A stock is the end of its day; a movement over a period is (start, end], as `decisions` on
    dates say. `label` is what a paper calls it (“Children counted on”) and tells no two apart.
    """

    start: date
    end: date
    label: str = field(default="", compare=False)

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError(f"The period ends ({self.end}) before it starts ({self.start}).")

    @classmethod
    def at(cls, day):
        """The day `day`."""
        return cls(day, day)

    @property
    def is_day(self):
        """Whether this is one day."""
        return self.start == self.end

    def __str__(self):
        return self._in_words(say_day)

    @property
    def short(self):
        """The dates as lists have them: `1 Jan 2020 to 29 Feb 2020`."""
        return self._in_words(say_short_day)

    def _in_words(self, say):
        return say(self.end) if self.is_day else f"{say(self.start)} to {say(self.end)}"


def span_of(times):
    """The period from the first to the last day of `times`, or None of none."""
    times = list(times)
    if not times:
        return None
    return When(min(time.start for time in times), max(time.end for time in times))


def say_day(day):
    """A date as print has it: `18 January 2016`."""
    return f"{day.day} {day:%B %Y}"


def dated_title(title, day):
    """`title` with the month and year of `day` behind it, which is None where none is known; as it
    is where it names them itself."""
    month = f"{day:%B %Y}" if day else ""
    return title if month in title else f"{title}, {month}"


def say_short_day(day):
    """A date as lists have it: `18 Jan 2016`."""
    return f"{day.day} {day:%b %Y}"


def end_of_month(day: date) -> date:
    """The last day of the month that holds `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_covered(first: date, last: date) -> int:
    """How many whole calendar months make up `first` to `last`; nought where it is not whole
    months."""
    if first.day != 1 or last != end_of_month(last):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later (earlier below nought), or that month's last day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def month_of(day):
    """The calendar month that holds `day`."""
    return When(day.replace(day=1), end_of_month(day))


def half_year(day):
    """The half of the financial year (from April or October) that holds `day`."""
    if 4 <= day.month <= 9:
        return When(date(day.year, 4, 1), date(day.year, 9, 30))
    start = date(day.year if day.month >= 10 else day.year - 1, 10, 1)
    return When(start, date(start.year + 1, 3, 31))


def half_year_before(period):
    """The half-year before `period`: a suggestion for the next form, never a rule."""
    return half_year(period.start - timedelta(days=1))

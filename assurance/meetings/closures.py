"""Days on which a council is closed besides weekends and bank holidays, such as those between
Christmas and New Year: they are no working days of its own, and put a deadline forward."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.meetings.clear_days import is_working_day, publish_by
from assurance.runtime.periods import say_day

LONGEST = 60
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ClosedDays:
    """The days on which a council is closed, from `first` to `last`, and why."""

    first: date
    last: date
    reason: str

    def days(self) -> Iterator[date]:
        """Each of the days."""
        return (self.first + number * A_DAY for number in range((self.last - self.first).days + 1))

    @property
    def text(self) -> str:
        """The days within a sentence: `24 to 31 December 2015 (between the years)`."""
        if self.first == self.last:
            days = say_day(self.first)
        elif (self.first.year, self.first.month) == (self.last.year, self.last.month):
            days = f"{self.first.day} to {say_day(self.last)}"
        else:
            days = f"{say_day(self.first)} to {say_day(self.last)}"
        return f"{days} ({self.reason})"


def days_of(closures: Collection[ClosedDays]) -> frozenset[date]:
    """Every day of the closures."""
    return frozenset(day for closure in closures for day in closure.days())


def faults(values) -> Iterator[tuple[str, str]]:
    """Refuses a last day before the first, and more days than any council is closed."""
    first, last = values["first_on"], values["last_on"]
    if not (first and last):
        return
    if last < first:
        yield "last_on", "The end date is before the start date"
    elif (last - first).days >= LONGEST:
        yield "last_on", f"Enter at most {LONGEST} days: add a longer closure in parts"


def closed_sentence(meeting: date, closures: Collection[ClosedDays]) -> str:
    """Why a report for `meeting` is published earlier than on the usual day, where closures put it
    forward, or an empty text."""
    published, usual = publish_by(meeting, days_of(closures)), publish_by(meeting)
    if published == usual:
        return ""
    between = [
        closure.text
        for closure in sorted(closures, key=lambda closure: closure.first)
        if any(is_working_day(day) and published < day < meeting for day in closure.days())
    ]
    return (
        f"Published five clear days before the meeting, by {say_day(published)} and not "
        f"{say_day(usual)}: the council is closed on {' and '.join(between)}."
    )

"""The days of the next paper, proposed from those of the last: each moved by the same interval."""

import re
from collections.abc import Mapping
from datetime import date

from assurance.runtime.periods import MONTHS, When, end_of_month
from reports.prose.day_mentions import moved_by

YEAR = 12
_NAMED_MONTH = re.compile(rf"({'|'.join(MONTHS)})([-_ ])(\d{{4}})", re.IGNORECASE)


def next_period(period: When) -> When:
    """The period of the same length that follows `period`."""
    months = months_in(period)
    if months:
        return When(moved_by(period.start, months), moved_by(period.end, months))
    length = (period.end - period.start).days
    return When(moved_by(period.end, days=1), moved_by(period.end, days=1 + length))


def months_in(period: When) -> int:
    """How many whole calendar months `period` holds; nought where it is not whole months."""
    if period.start.day != 1 or period.end != end_of_month(period.end):
        return 0
    return _months(period.start, period.end) + 1


def proposed(names: Mapping[str, When], before: When, after: When) -> dict[str, When]:
    """Name → the day or period that it will mean in a paper about `after`, when it meant `names`
    in one about `before`.

    Each moves by as many months as the period does. One whose name says its year stays; a whole
    year moves to the last one that has ended with the period.
    """
    return {name: _moved(name, when, before, after) for name, when in names.items()}


def next_slug(slug: str, day: date) -> str:
    """`slug` with the month and year of `day` for those it names; empty where it names none."""
    match = _NAMED_MONTH.search(slug)
    if not match:
        return ""
    text = f"{day:%B}{match[2]}{day.year}".lower()
    return f"{slug[: match.start()]}{text}{slug[match.end() :]}"


def next_title(title: str, day: date) -> str:
    """`title` with the month and year of `day` for those it names, if any."""
    match = _NAMED_MONTH.search(title)
    return f"{title[: match.start()]}{day:%B %Y}{title[match.end() :]}" if match else title


def next_paper_date(paper_date: date | None, meeting: date | None, following: date | None):
    """The next paper's day, as long before its meeting as last time; None if not known."""
    if not (paper_date and meeting and following):
        return None
    return following - (meeting - paper_date)


def _moved(name, when, before, after):
    if re.search(rf"(?<!\d){when.end.year}(?!\d)", name):
        return when
    if not when.is_day and months_in(when) == YEAR:
        years = _years_ended(when, after.end) - _years_ended(when, before.end)
        return When(moved_by(when.start, years * YEAR), moved_by(when.end, years * YEAR))
    months = _months(before.start, after.start)
    days = 0 if months_in(before) else (after.start - moved_by(before.start, months)).days
    start, end = (moved_by(day, months, days) for day in (when.start, when.end))
    # A period is from its first day: only the end of one, or a day by itself, sticks to month ends.
    return When(min(start, end), end)


def _years_ended(when, day):
    """How many years such as `when` have ended by `day`."""
    return day.year - (day < end_of_month(date(day.year, when.end.month, 1)))


def _months(earlier, later):
    return (later.year - earlier.year) * YEAR + later.month - earlier.month

"""The times in a question of records: dates, months, years, and those that are named from today."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import When, end_of_month, month_of, months_after, today
from reports.vocabulary.times import MONTHS

# Months also by their beginnings, as tables print them, but “may” and “mar” are words as well.
_SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
NAMES = {**_SHORT, "sept": 9, **MONTHS}
_ALONE = (name for name in NAMES if name not in ("may", "mar"))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_END = r"(?![\w-])"
_DATE = re.compile(
    rf"(?<![\w-])(?:(?:(?P<day>\d\d?) )?(?P<month>{'|'.join(sorted(NAMES, key=len, reverse=True))})"
    rf"\.? )?{_YEAR}{_END}",
    re.IGNORECASE,
)
# “May” by itself is rarely a month, but after one of these words.
_MONTH = re.compile(
    rf"(?<![\w-])(?:(?P<month>{'|'.join(sorted(_ALONE, key=len, reverse=True))})"
    r"|(?:(?<=\bin )|(?<=\bof )|(?<=\bby )|(?<=\bsince )|(?<=\buntil ))(?:may|mar))"
    r"(?![\w-]| (?:19|20)\d\d)",
    re.IGNORECASE,
)
_FROM_TODAY = re.compile(
    rf"(?<![\w-])(?P<which>this|last|next|previous|coming) (?P<what>week|month|year){_END}", re.I
)
_STEPS = {"this": 0, "last": -1, "previous": -1, "next": 1, "coming": 1}


@dataclass(frozen=True)
class Span:
    """The days that a time of a question covers, and its text; a month without a year is that
    `month` of every year. `is_from_today` is true of one that no record can print."""

    text: str
    first: date = date.min
    last: date = date.max
    month: int = 0
    is_from_today: bool = False

    def period(self, on: date, is_ahead: bool) -> When:
        """The days that it covers as seen from `on`: of a month without a year the next one where
        what is asked for `is_ahead`, else the last."""
        if not self.month:
            return When(self.first, self.last)
        month = date(on.year, self.month, 1)
        this_month = on.replace(day=1)
        if is_ahead and month < this_month:
            month = months_after(month, 12)
        elif not is_ahead and month > this_month:
            month = months_after(month, -12)
        return When(month, end_of_month(month))


def spans_in(text: str) -> tuple[str, tuple[Span, ...]]:
    """(the rest of `text`, the times in it)."""
    spans = [
        *filter(None, map(_dated, _DATE.finditer(text))),
        *map(_from_today, _FROM_TODAY.finditer(text)),
    ]
    for span in spans:
        text = text.replace(span.text, " ", 1)
    for match in () if spans else _MONTH.finditer(text):
        spans.append(Span(match[0], month=NAMES[match[0].lower()]))
        text = text.replace(match[0], " ", 1)
    return text, tuple(spans)


def _dated(match):
    """The days of a date as it was typed; None where there is no such day."""
    year, month, day = whole(match["year"]), match["month"], match["day"]
    if not month:
        return Span(match[0], date(year, 1, 1), date(year, 12, 31))
    first = date(year, NAMES[month.lower()], 1)
    if not day:
        return Span(match[0], first, end_of_month(first))
    if not 1 <= whole(day) <= end_of_month(first).day:
        return None
    return Span(match[0], first.replace(day=whole(day)), first.replace(day=whole(day)))


def _from_today(match):
    """The week, month or year that is named as seen from today."""
    on, steps = today(), _STEPS[match["which"].lower()]
    what = match["what"].lower()
    if what == "week":
        first = on - timedelta(days=on.weekday()) + timedelta(weeks=steps)
        return Span(match[0], first, first + timedelta(days=6), is_from_today=True)
    if what == "month":
        month = month_of(months_after(on.replace(day=1), steps))
        return Span(match[0], month.start, month.end, is_from_today=True)
    year = on.year + steps
    return Span(match[0], date(year, 1, 1), date(year, 12, 31), is_from_today=True)

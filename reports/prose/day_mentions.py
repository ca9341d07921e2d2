"""Days, months and years as prose tells them: where they stand and which days they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import end_of_month
from reports.prose.dates import NAMED, month_number

DAY, MONTH, YEAR, SEASON = "day", "month", "year", "season"

LATEST = date.max.year * 12 + date.max.month - 1
# The last month of each; winter ends in the year after it began.
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 2}
_BUT_MAY = "|".join(name for name in NAMED.split("|") if name != "May")
_YEAR = r"(?:19|20)\d\d"
_ITS_YEAR = rf"(?:,?\s+(?P<y>{_YEAR}))?"
_BEFORE_MAY = r"(?:in|by|of|since|until|till|from|to|during|before|after|next|last|this|and|early)"
_PATTERNS = (
    (DAY, rf"\b(?P<y>{_YEAR})-(?P<n>\d\d)-(?P<d>\d\d)\b"),
    (DAY, r"\b(?P<d>\d{1,2})[./](?P<n>\d{1,2})[./](?P<y>\d{4}|\d\d)\b"),
    (DAY, rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<m>{NAMED})\b\.?{_ITS_YEAR}"),
    (DAY, rf"\b(?P<m>{NAMED})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*[%\d]){_ITS_YEAR}"),
    (MONTH, rf"\b(?P<m>{NAMED})\.?,?\s+(?:of\s+)?(?P<y>{_YEAR})\b"),
    (SEASON, rf"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\s+(?:of\s+)?(?P<y>{_YEAR}))\b"),
    (YEAR, rf"\b(?P<y>{_YEAR})\s?[-–/]\s?(?P<z>[1-9]\d{{3}}|\d\d)\b(?![-–/.]\d)"),
    (MONTH, rf"\b(?P<m>{_BUT_MAY})\b(?!\.?\w)"),
    (MONTH, rf"\b(?i:{_BEFORE_MAY})\s+(?P<m>May)\b"),
    # “May–July”, “April–May”, “May to July”.
    (MONTH, rf"\b(?P<m>May)(?=(?:\s?[–—-]\s?|\sto\s)(?:{NAMED})\b)"),
    (MONTH, rf"\b(?:{_BUT_MAY})\s?[–—-]\s?(?P<m>May)\b"),
    (SEASON, r"\b(?:this|next|last|the|in|by)\s+(?P<s>spring|summer|autumn|winter)\b"),
    (YEAR, rf"(?<![\d£.,/-])\b(?P<y>{_YEAR})\b(?![,.]?\d)"),
)
_EITHER = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)


@dataclass(frozen=True)
class DateMention:
    """One day, month, season or year in a text.

    `last` is the last day that it means, None where it cannot be (31 June) and where it has no
    year and nothing says which; `has_year` is whether a year stands with it.
    """

    start: int
    end: int
    words: str
    kind: str
    last: date | None
    has_year: bool = True


def told_days(text: str, near: date | None = None) -> tuple[DateMention, ...]:
    """Every day, month and year of `text` in order, each once, the longest first where they
    overlap. A month without a year is the next one on or after `near`, where that is given."""
    matches = []
    for kind, pattern in _EITHER:
        for match in pattern.finditer(text):
            if not any(match.start() < item.end and item.start < match.end() for item in matches):
                matches.append(_read_mention(kind, match, near))
    return tuple(sorted(matches, key=lambda item: item.start))


def without_days(text: str) -> str:
    """`text` with every day, month and year blanked out, so that other numbers can be sought."""
    for told_day in reversed(told_days(text)):
        text = text[: told_day.start] + " " * (told_day.end - told_day.start) + text[told_day.end :]
    return text


def _read_mention(kind, item, near):
    value = item.groupdict()
    start = item.start("m") if kind == MONTH else item.start()
    text = item.string[start : item.end()].rstrip(".,")
    year = _year(value.get("y"))
    return DateMention(
        start, item.end(), text, kind, _last(kind, value, year, near), year is not None
    )


def _year(written):
    if not written:
        return None
    return whole(written) if len(written) == 4 else 2000 + whole(written)


def _last(kind, value, year, near):
    if kind == YEAR:
        return date(_end_year(value.get("z"), year), 12, 31)
    years = [year] if year else list(_years_from(near))
    days = (_in_year(kind, value, year) for year in years)
    return next((day for day in days if day and (year or day >= near)), None)


def _end_year(written, year):
    if not written:
        return year
    return whole(written) if len(written) == 4 else year - year % 100 + whole(written)


def _years_from(near) -> Iterator[int]:
    if near:
        yield from (near.year, near.year + 1)


def _in_year(kind, value, year):
    if kind == SEASON:
        name = value["s"].lower()
        return end_of_month(date(year + (name == "winter"), _SEASONS[name], 1))
    month = whole(value["n"]) if value.get("n") else month_number(value["m"])
    try:
        first = date(year, month, whole(value["d"]) if kind == DAY else 1)
    except ValueError:
        return None
    return first if kind == DAY else end_of_month(first)


def moved_by(day: date, months: int = 0, days: int = 0) -> date:
    """`day` so many months and days later; the last of a month stays the last of its month."""
    count = min(day.year * 12 + day.month - 1 + months, LATEST)
    first = date(count // 12, count % 12 + 1, 1)
    last = end_of_month(first).day
    place = last if day == end_of_month(day) else min(day.day, last)
    moved = first.replace(day=place)
    return moved + timedelta(min(days, (date.max - moved).days))

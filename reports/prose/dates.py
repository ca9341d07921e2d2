"""Days, months, years and periods that English prose names, as they were written."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from assurance.runtime.typography import with_capital

# Texts whose reading is kept; a paper of sixty pages has a quarter as many lines.
KEPT = 4096
_NUMBERS = {name: place for place, name in enumerate(MONTHS, 1)}
_NUMBERS |= {name[:3]: place for name, place in _NUMBERS.items()} | {"sept": 9}

# Every name as a pattern, the longest first, so that a short form never takes part of a whole one.
NAMED = "|".join(sorted((with_capital(name) for name in _NUMBERS), key=len, reverse=True))


def month_number(word: str) -> int:
    """1 to 12 for the name of a month or a beginning of three letters or more, else 0."""
    return _NUMBERS.get(word.casefold().strip(".")[:3], 0)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY, MONTH, YEAR, YEARS = "day", "month", "year", "years"

# Short forms in capitals are letters for other things too: only a day or a year makes them months.
_MONTH = rf"(?P<month>{NAMED}|{NAMED.upper()})\b\.?"
_ALONE = rf"(?P<month>{NAMED}|{'|'.join(MONTHS).upper()})\b\.?"
_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun"
_WEEKDAY = rf"(?P<weekday>{_DAYS}|{_DAYS.upper()})\b\.?"
_DAY = r"(?P<day>\d{1,2})\s?(?P<ordinal>st|nd|rd|th|ST|ND|RD|TH)?"
# `May 12 children` and `March 1,340 came` count; `May 12, 2016` and `May 12th` name a day.
_NO_COUNT = r"(?=(?:st|nd|rd|th)\b|,?\s+(?:19|20)\d\d|\s*(?:$|[.,;:)\]–—-]|to\b|and\b))"
_YEAR = r"(?P<year>(?:19|20)\d\d|0\d{3}|[3-9]\d{3})"
_PATTERNS = (
    re.compile(rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?\b{_DAY}\s+(?:of\s+)?{_MONTH},?(?:\s+{_YEAR})?\b"),
    re.compile(
        rf"(?:{_WEEKDAY},?\s+)?\b{_MONTH}\s+(?P<day>\d{{1,2}})(?![.,]?\d){_NO_COUNT}"
        rf"(?P<ordinal>st|nd|rd|th)?(?:,?\s+{_YEAR}\b)?"
    ),
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(
        rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?(?<![\d./-])(?P<day>\d{{1,2}})"
        r"(?P<sign>[./]|-(?=\d\d-\d{4}))"
        r"(?P<number>\d{1,2})(?P=sign)"
        r"(?P<year>\d{4}|\d\d)(?![\d./]\d)"
    ),
    re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b"),
    re.compile(r"\b(?P<from>(?:19|20)\d\d)\s?(?P<sign>[-–—/])\s?(?P<to>(?:(?:19|20)\d\d|\d\d))\b"),
    re.compile(r"(?<![\d£.,/-])(?P<year>(?:19|20)\d\d)(?![\d,]\d|[%\d]|\.\d)\b"),
    re.compile(rf"\b{_ALONE}(?![a-z])"),
)
# A month's name that is a word or a name as well, when no day or year stands by it.
_AMBIGUOUS = ("may", "march", "mar", "jan", "sun", "dec")
# “March to May 2014”, “January to March”: an end of a run of months is one.
_RUN = r"\s?(?:–|—|-|\s(?:to|until|through)\s)\s?"
_RUN_OPENS = re.compile(rf"{_RUN}(?:{NAMED})\b")
_RUN_ENDS = re.compile(rf"\b(?:{NAMED})\b\.?(?:,?\s+\d{{4}})?{_RUN}$")
_LONGEST_RUN = 30
_LONGEST_MONTH, _NO_DAY = 31, 39
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


@dataclass(frozen=True)
class Mention:
    """A day, month, year or run of years that a text names.

    `first` and `last` are its days, both included; None where it names no such day, or no year.
    `precision` is `day`, `month`, `year` or `years`; `weekday` as it was written, or empty;
    `month` is 1 to 12, or 0 for a year; `impossible` says that there is no such day.
    """

    start: int
    end: int
    words: str
    precision: str
    first: date | None = None
    last: date | None = None
    weekday: str = ""
    day: int = 0
    month: int = 0
    year: int = 0
    impossible: bool = False

    @property
    def has_year(self) -> bool:
        """Whether a reader in ten years' time would know which one it is."""
        return bool(self.year)


@lru_cache(KEPT)
def dates(text: str) -> tuple[Mention, ...]:
    """Everything in `text` that names a date, in order, none within another; kept."""
    clash, result = bytearray(len(text)), []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(clash[start:end]):
                continue
            mention = _mention(match)
            if mention:
                clash[start:end] = b"x" * (end - start)
                result.append(mention)
    return tuple(sorted(result, key=lambda item: item.start))


def _mention(match):
    value = match.groupdict()
    if value.get("from"):
        return _years(match, value)
    month = (
        whole(value["number"]) if value.get("number") else month_number(value.get("month") or "")
    )
    year = _full(value.get("year") or "")
    day = whole(value.get("day") or "0")
    place = {"start": match.start(), "end": match.end(), "words": match.group().strip()}
    place |= {"day": day, "month": month, "year": year, "weekday": value.get("weekday") or ""}
    if value.get("day"):
        return _of_day(place, value)
    if month and not year:
        plain = (value.get("month") or "").casefold() in _AMBIGUOUS
        unsure = plain and not _ends_a_run(match)
        return None if unsure else Mention(precision=MONTH, **place)
    if month:
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return Mention(precision=MONTH, impossible=True, **place)
        last = monthrange(year, month)[1]
        ends = {"first": date(year, month, 1), "last": date(year, month, last)}
        return Mention(precision=MONTH, **ends, **place)
    return Mention(precision=YEAR, first=date(year, 1, 1), last=date(year, 12, 31), **place)


def _ends_a_run(match):
    """True if a month's name opens or ends a run of months."""
    before = match.string[max(0, match.start() - _LONGEST_RUN) : match.start()]
    return bool(_RUN_OPENS.match(match.string, match.end()) or _RUN_ENDS.search(before))


def _of_day(place, value):
    """The mention of a day; None for figures that only look like one: `45 March`, `4.15.10`."""
    day, month, year = place["day"], place["month"], place["year"]
    written_out = value.get("ordinal") or value.get("weekday") or year
    if day > _NO_DAY or (day > _LONGEST_MONTH and not written_out):
        return None
    possible = 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]
    if value.get("sign") and not possible and len(value["year"]) == 2:
        return None
    # Without a year 29 February may be meant.
    if not possible or (year and not _FIRST_YEAR <= year <= _LAST_YEAR):
        return Mention(precision=DAY, impossible=True, **place)
    named = date(year, month, day) if year else None
    return Mention(precision=DAY, first=named, last=named, **place)


def _years(match, value):
    """The mention of a run of years; a month (`2015-12`) or a number (`2015/02`) is none."""
    first, last = whole(value["from"]), whole(value["to"])
    if last < 100:
        if first % 100 >= last and last <= 12:
            return None
        last += first - first % 100
    backwards = last < first
    if backwards and value["sign"] == "/":
        return None
    place = {"start": match.start(), "end": match.end(), "words": match.group()}
    if backwards:
        return Mention(precision=YEARS, year=first, impossible=True, **place)
    if last == first + 1 and (value["sign"] == "/" or len(value["to"]) == 2):
        # A council's financial year, from 1 April: “2015/16”, “2015/2016” and “2015-16”.
        ends = {"first": date(first, 4, 1), "last": date(last, 3, 31)}
    else:
        ends = {"first": date(first, 1, 1), "last": date(last, 12, 31)}
    return Mention(precision=YEARS, year=first, **ends, **place)


def _full(year):
    """The year written, in four figures; two figures are this century's."""
    return whole(year) + 2000 if len(year) == 2 else whole(year or "0")

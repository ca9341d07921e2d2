"""Days as officers write them, and in which order a whole column writes day and month."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import trunc

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from assurance.tables.table import Cell, Unreadable

DAY_FIRST, MONTH_FIRST = "dmy", "mdy"
FIRST_YEAR, LAST_YEAR = 1900, 2100
# Day 0 of Excel's calendar, right from March 1900 on; serial numbers from 1954 to 2119 are taken
# for days.
EXCEL_EPOCH = date(1899, 12, 30)
SERIALS = (20_000, 80_000)
# Excel's calendar has a 29 February 1900, so that every day of a workbook before March is another.
CALENDAR_RIGHT_FROM = date(1900, 3, 1)
NO_SUCH_CALENDAR = "It is a date before March 1900, which spreadsheets number wrongly."
SHORT = tuple(name[:3] for name in MONTHS)

# A time of day after the day says nothing that is kept.
TIME = r"(?:[T ]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|Z|[+-]\d\d:?\d\d)?)?"
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}", re.IGNORECASE)
FIGURES = re.compile(rf"(\d{{1,2}})\s?([-/. ])\s?(\d{{1,2}})\s?\2\s?(\d{{2,4}}){TIME}", re.I)
NAMED = re.compile(
    rf"{WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?[-/. ]*\s*(?:of\s+)?([a-z]{{3,9}})\.?,?[-/. ]*"
    rf"(\d{{2,4}}){TIME}",
    re.IGNORECASE,
)
MONTH_NAMED = re.compile(
    rf"{WEEKDAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{2,4}}){TIME}",
    re.IGNORECASE,
)
SERIAL = re.compile(r"\d{5}(\.\d+)?")

# The time of a day that has been read; midnight is what programs write for no time.
CLOCK = re.compile(
    r"[T ]\s*(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?)\s*(?:[ap]\.?m|Z|[+-]\d\d|$)", re.IGNORECASE
)

# No day and time take more characters.
LONGEST = 60

# No value is proposed: what was meant is not known.
RIGHT = "Write the day, the month and the year in figures, in that order."
NO_SUCH_DAY = "The month has no such day: check the date in your records."
FOUR_FIGURES = "Write the year with four figures."
CHECK_YEAR = "Check the year in your records."


class Ambiguous(Unreadable):
    """A day that could be read both ways: 3 April or 4 March."""

    def __init__(self):
        super().__init__(
            "It can be read as day, month, year or as month, day, year.",
            "Choose how this column is written, or write the month in letters.",
        )


@dataclass(frozen=True)
class Day:
    """A day, written 2015-03-01, 01/03/2015, 1.3.2015, 1 March 2015 or 1-Mar-2015, with or without
    a time of day, or as a spreadsheet's own date or serial number."""

    def __call__(self, cell: Cell, order: str = "") -> date | None:
        """The day; raises `Ambiguous` where it can be read both ways and `order` is empty."""
        if cell is None:
            return None
        if isinstance(cell, date):
            return _within(cell)
        if isinstance(cell, str):
            return _written(cell, order)
        return _numbered(cell)


def day_order(cells: Iterable[Cell]) -> str | None:
    """How a column writes its days: ``dmy`` or ``mdy`` once one cell can be read in one way only,
    an empty text where none can, None where its cells contradict each other."""
    matches = set()
    for cell in cells:
        if isinstance(cell, str):
            matches |= _orders_of(cell)
    if len(matches) > 1:
        return None
    return matches.pop() if matches else ""


def looks_like_a_day(text: str) -> bool:
    """Whether `text` is written as a day, right or not."""
    if len(text) > LONGEST:
        return False
    return any(way.fullmatch(text) for way in (YEAR_FIRST, FIGURES)) or bool(_with_name(text))


def is_numbered(cell: Cell) -> bool:
    """Whether a day stands as a spreadsheet's serial number."""
    if isinstance(cell, str):
        return SERIAL.fullmatch(cell) is not None
    return not isinstance(cell, date) and cell is not None


def has_time(cell: Cell) -> bool:
    """Whether a day is written with a time of day other than midnight."""
    match = CLOCK.search(cell) if isinstance(cell, str) and len(cell) <= LONGEST else None
    return match is not None and match[1].strip("0:.") != ""


def _orders_of(text):
    """The one order in which figures can be a day, as a set; an empty one where both or none."""
    match = FIGURES.fullmatch(text[: LONGEST + 1])
    if not match:
        return set()
    first, second = whole(match[1]), whole(match[3])
    if first > 12 >= second:
        return {DAY_FIRST}
    return {MONTH_FIRST} if second > 12 >= first else set()


def _written(text, order):
    if len(text) > LONGEST:
        raise Unreadable("It is not a date.", RIGHT)
    if match := YEAR_FIRST.fullmatch(text):
        return _day(match[1], whole(match[3]), whole(match[4]))
    if match := FIGURES.fullmatch(text):
        return _figures(whole(match[1]), whole(match[3]), match[4], order)
    if named := _with_name(text):
        day, month, year = named
        return _day(year, month, day)
    if SERIAL.fullmatch(text):
        return _numbered(whole(text[:5]))
    raise Unreadable("It is not a date.", RIGHT)


def _figures(first, second, year, order):
    both_ways = 1 <= first <= 12 and 1 <= second <= 12 and first != second
    if both_ways and not order:
        # A year that is wrong in either reading is the first thing to mend.
        _day(year, first, second)
        raise Ambiguous
    if not order:
        order = MONTH_FIRST if second > 12 >= first else DAY_FIRST
    day, month = (second, first) if order == MONTH_FIRST else (first, second)
    return _day(year, month, day)


def _with_name(text):
    """(day, month, year as written) of a day whose month is a word, or None."""
    if match := NAMED.fullmatch(text):
        day, word, year = match[1], match[2], match[3]
    elif match := MONTH_NAMED.fullmatch(text):
        day, word, year = match[2], match[1], match[3]
    else:
        return None
    word = word.lower()
    if word != "sept" and word not in SHORT and word not in MONTHS:
        return None
    return whole(day), SHORT.index(word[:3]) + 1, year


def _day(year, month, day):
    if len(year) == 2:
        raise Unreadable("Its year has two figures.", FOUR_FIGURES)
    if len(year) != 4 or not FIRST_YEAR <= whole(year) <= LAST_YEAR:
        right = CHECK_YEAR if len(year) == 4 else FOUR_FIGURES
        raise Unreadable(f"Its year is not between {FIRST_YEAR} and {LAST_YEAR}.", right)
    if not 1 <= month <= 12:
        raise Unreadable("There is no such month.", RIGHT)
    try:
        return date(whole(year), month, day)
    except ValueError:
        raise Unreadable("There is no such date in the calendar.", NO_SUCH_DAY) from None


def _within(day):
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unreadable(f"Its year is not between {FIRST_YEAR} and {LAST_YEAR}.", CHECK_YEAR)
    if day < CALENDAR_RIGHT_FROM:
        raise Unreadable(NO_SUCH_CALENDAR, RIGHT)
    return day


def _numbered(number):
    first, last = SERIALS
    if isinstance(number, bool) or not first <= number <= last:
        raise Unreadable(
            "It is a number, not a date.",
            f"Format the column as dates, or {RIGHT[0].lower()}{RIGHT[1:]}",
        )
    return EXCEL_EPOCH + timedelta(days=trunc(number))

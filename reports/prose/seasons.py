"""Times that English names without a year: seasons, terms, holidays, months, quarters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import months_after
from reports.prose.dates import MONTH, dates

# The first and last (month, day) that a name can be meant for, generously.
_NAMES = {
    r"midsummer|(?:height\s+of|high)\s+(?:the\s+)?summer|summer\s+holidays?": ((6, 1), (9, 10)),
    r"midwinter|depths?\s+of\s+(?:the\s+)?winter": ((11, 25), (3, 1)),
    r"spring\s+term": ((1, 1), (4, 25)),
    r"summer\s+term": ((4, 5), (8, 5)),
    r"autumn\s+term": ((8, 25), (12, 31)),
    r"spring(?!\s+term)": ((2, 15), (6, 10)),
    r"(?<!mid)summer(?!\s+(?:term|holiday))": ((5, 20), (9, 25)),
    r"autumn(?!\s+term)": ((8, 20), (12, 31)),
    r"(?<!mid)winter": ((11, 1), (3, 31)),
    r"Easter|clocks\s+(?:went|go)\s+forward": ((3, 10), (4, 30)),
    r"Christmas|Yule\w*": ((12, 5), (1, 12)),
    r"New\s+Year(?!['’]s\s+honours)|turn\s+of\s+the\s+year": ((12, 15), (1, 31)),
    r"harvest(?:[\s-]time|\s+festival)?": ((8, 1), (10, 31)),
    r"Whitsun|Pentecost": ((5, 5), (6, 20)),
    r"Hallowe[’']?en|bonfire\s+night|clocks\s+(?:went|go)\s+back": ((10, 15), (11, 15)),
    r"(?:start|beginning)\s+of\s+the\s+school\s+year": ((8, 20), (10, 5)),
    r"end\s+of\s+the\s+school\s+year": ((6, 25), (8, 15)),
    r"(?:start|beginning)\s+of\s+the\s+(?:financial|new\s+financial)\s+year": ((3, 25), (5, 5)),
    r"end\s+of\s+the\s+financial\s+year": ((3, 1), (4, 15)),
}
_NAMED = tuple(
    (re.compile(rf"\b(?:{name})\b(?:\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b)?", re.I), span)
    for name, span in _NAMES.items()
)
_ORDER = r"(?P<order>first|opening|second|third|fourth|last|final|closing)"
_PART = re.compile(
    rf"\b{_ORDER}\s+(?P<part>quarter|three\s+months|half|six\s+months)\b"
    r"(?:\s+(?:of|in)\s+(?P<year>(?:19|20)\d\d)\b)?"
    r"(?!\s+(?:of|to|in)\s+(?:[a-z]+\s+)?(?:19|20)\d\d|\s*-?\s*year\s+(?:of|to|in)\s+(?:19|20)\d\d)",
    re.I,
)
_PLACES = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}
_MONTHS = {"half": 6, "six": 6}
# So many days at most are between the ends of a period and those of the time that names it.
_SLACK = timedelta(5)
# What happened in a period is of a season that has so much of it.
_MOSTLY = 0.75


@dataclass(frozen=True)
class YearTime:
    """A time without a year, from `start` to `end` of a text: the (month, day) of its first and
    last date for a season, a month or a holiday; the place and length in months of a part of some
    year or period. `year` is the one that the text names, 0 where it names none."""

    start: int
    end: int
    span: tuple[tuple[int, int], tuple[int, int]] | None = None
    place: int = 0
    months: int = 0
    year: int = 0

    def may_be(self, first: date, last: date, period: tuple[date, date] | None = None) -> bool:
        """True if something from `first` to `last` can be of this time, in whatever year; a part of
        a year may be one of the report’s own `period`."""
        own = (last - first).days + 1
        return any(
            (min(last, end + _SLACK) - max(first, start - _SLACK)).days + 1 >= own * _MOSTLY
            for start, end in self.spans(first, period)
        )

    def spans(self, day: date, period=None) -> Iterator[tuple[date, date]]:
        for year in (self.year,) if self.year else (day.year - 1, day.year, day.year + 1):
            if self.span:
                (month, first), (to_month, last) = self.span
                over = (to_month, last) < (month, first)
                yield date(year, month, first), date(year + over, to_month, last)
                continue
            # A year may begin in January or in April.
            for month in (1, 4):
                yield self._part(date(year, month, 1), months_after(date(year, month, 1), 12))
        if period and not self.span and not self.year:
            yield self._part(period[0], period[1] + timedelta(1))

    def _part(self, first: date, after: date) -> tuple[date, date]:
        """The part of a stretch that ends before `after`; a place below nought counts back."""
        start = months_after(first, self.place * self.months)
        if self.place < 0:
            start = months_after(after, self.place * self.months)
        return start, months_after(start, self.months) - timedelta(1)


def year_times(text: str) -> Iterator[YearTime]:
    """The seasons, terms, holidays, months and quarters that a text names without a year."""
    for pattern, span in _NAMED:
        for match in pattern.finditer(text):
            year = whole(match["year"]) if match["year"] else 0
            yield YearTime(match.start(), match.end(), span, year=year)
    for match in _PART.finditer(text):
        order = match["order"].casefold()
        months = _MONTHS.get(match["part"].casefold().split()[0], 3)
        year = whole(match["year"]) if match["year"] else 0
        place = _PLACES.get(order, -1)
        yield YearTime(match.start(), match.end(), None, place, months, year)
    for item in dates(text):
        if item.precision == MONTH and item.month and not item.first and not item.impossible:
            yield YearTime(item.start, item.end, ((item.month, 1), (item.month, 28)))

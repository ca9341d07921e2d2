"""Which days a number of a sentence is of: those of the date, quarter or year that stands by it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import end_of_month
from reports.checks.reading import Reading
from reports.checks.text_reading import read_text
from reports.prose.dates import Mention
from reports.prose.marks import MARK, Marked
from reports.prose.numbers import COUNT, LABEL
from reports.prose.patterns import SentencePattern
from reports.quantities.grammar import Phrase

# First and last day; nothing where none is said, and `UNSURE` where one of several may be meant.
Days = tuple[date, date] | None
UNSURE = (date.max, date.min)
_QUARTER = SentencePattern(
    r"\b(?:(?:quarters?|Q)\s?⟦[cx](?P<place>\d+)⟧|(?P<word>first|second|third|fourth|last|final)\s+"
    r"quarter)(?:,?\s+(?:of\s+)?⟦d(?P<year>\d+)⟧)?",
    re.I,
)
_YEAR = timedelta(300)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
_TO = re.compile(r"\s*(?:to|until|–|-)\s*(?:the\s+end\s+of\s+)?", re.I)
_APART = re.compile(r"[,;]|\band\b")


@dataclass(frozen=True)
class Told:
    """A stretch of a marked sentence that tells days."""

    start: int
    end: int
    days: Days


def told_in(sentence: Marked, reading: Reading) -> list[Told]:
    """Every stretch of a sentence that tells days, a quarter with its year and a run as one."""
    text, used, result = sentence.text, set(), []
    for match in _QUARTER.finditer(text):
        place = _place_of(sentence, match)
        year = sentence.thing(match["year"]).year if match["year"] else 0
        if place:
            used.add(match["year"])
            result.append(Told(*match.span(), _quarter(place, year or _year_of(reading))))
    for mark in MARK.finditer(text):
        if mark[1] != "d" or mark[2] in used:
            continue
        days, last = _resolved(sentence.thing(mark[2]), reading), result[-1] if result else None
        run = (
            last and _TO.fullmatch(text, last.end, mark.start()) and UNSURE not in (days, last.days)
        )
        if run and last.days[0] <= days[1]:
            result[-1] = Told(last.start, mark.end(), (last.days[0], days[1]))
        else:
            result.append(Told(*mark.span(), days))
    return sorted(result, key=lambda item: item.start)


def days_in(text: str, reading: Reading) -> Days:
    """The days that a heading, caption or label tells; `UNSURE` where it tells several."""
    spans = {item.days for row in read_text(text).marked for item in told_in(row, reading)}
    return (spans.pop() if len(spans) == 1 else UNSURE) if spans else None


def days_of(phrase: Phrase, sentence: Marked, spans: list[Told], stretch: tuple[int, int]) -> Days:
    """The days that a number is of: `stretch` reaches from the number before it to the next."""
    text = sentence.text
    first, last = text.rfind(";", 0, phrase.start) + 1, text.find(";", phrase.end)
    near = [item for item in spans if first <= item.start and (last < 0 or item.start < last)]
    if len({item.days for item in near}) == 1:
        return near[0].days
    behind = [item for item in near if phrase.end <= item.start < stretch[1]]
    ahead = [item for item in near if stretch[0] <= item.start < phrase.start]
    if behind and (not ahead or not _APART.search(text[phrase.end : behind[0].start])):
        return behind[0].days
    if ahead:
        return ahead[-1].days
    opening = {item.days for item in spans if item.start < phrase.start}
    return UNSURE if near or len(opening) > 1 else next(iter(opening), None)


def may_be_one(one: Days, other: Days, reading: Reading) -> bool | None:
    """Whether two numbers are of the same days, where nothing is said those of the paper; None
    where that cannot be told."""
    if UNSURE in (one, other):
        return None
    if one and other:
        return _are_one(one, other) or _are_one(other, one)
    days, period = one or other, reading.period
    return days is None or bool(period and (_are_one(days, period) or _are_one(period, days)))


def _are_one(days, other):
    """Whether they are the same, a day at the end of the other, or two years that begin in one:
    a school's year is called as the financial year is."""
    years = min(days[1] - days[0], other[1] - other[0]) > _YEAR
    years = years and days[0].year == other[0].year and 1 not in (days[0].month, other[0].month)
    return years or days == other or days[0] == days[1] == other[1]


def _place_of(sentence, match):
    if match["word"]:
        return _PLACES[match["word"].casefold()]
    item = sentence.thing(match["place"])
    places = re.findall(r"\d+", item.words) if item.kind in (COUNT, LABEL) else ()
    return whole(places[0]) if len(places) == 1 and places[0] in ("1", "2", "3", "4") else 0


def _quarter(place, year):
    """First and last day of a quarter of the financial year that begins in `year`."""
    month = 3 * place + 1
    first = date(year + (month > 12), (month - 1) % 12 + 1, 1)
    return first, end_of_month(date(first.year, first.month + 2, 1))


def _year_of(reading):
    day = reading.period[1] if reading.period else reading.dated or date(2000, 4, 1)
    return day.year if day.month > 3 else day.year - 1


def _resolved(mention: Mention, reading):
    """The days of a mention; of one without a year those last before the paper's day."""
    if mention.first and mention.last:
        return mention.first, mention.last
    if mention.impossible or not (mention.month and reading.dated):
        return UNSURE
    for year in (reading.dated.year, reading.dated.year - 1):
        last = monthrange(year, mention.month)[1]
        first = date(year, mention.month, min(mention.day or 1, last))
        if first <= reading.dated:
            return first, first if mention.day else end_of_month(first)
    return UNSURE

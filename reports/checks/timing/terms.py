"""How long something ran or runs, compared with the one or two dates that it ran between."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, fault
from reports.prose.dates import DAY, MONTH, YEAR
from reports.prose.numbers import value_of

NUMBER = (
    r"\d{1,4}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|ninety"
)
DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}
SLACK = {"day": 1, "week": 8, "fortnight": 8, "month": 18, "year": 46}
_SO_LONG = rf"(?P<length>(?P<number>{NUMBER})[-\s](?P<unit>day|week|fortnight|month|year)s?)"
# How long after the day before it a day is said to be.
_LATER = re.compile(
    rf"\s*(?:[,;(–—-]\s*)?(?:(?:just|only|exactly)\s+)?{_SO_LONG}\s+"
    r"(?:later(?!\s+than)|afterwards)\b",
    re.I,
)
# “From 4 October 2021 to 27 March 2022, 25 weeks in all”.
_ALTOGETHER = re.compile(
    rf"\s*(?:[,(]|\s[–—-])\s*(?:(?:a\s+(?:period|total|run)\s+of|making|or|that\s+is|which\s+is|in\s+all)\s+)?{_SO_LONG}"
    r"(?:\s+(?:in\s+(?:all|total)|altogether|long))?(?=\W*$|[.;,)])",
    re.I,
)
_TO = re.compile(r"\s+(?:to|until|till|and)\s+", re.I)
_FROM = re.compile(r"\b(?:from|between)\s+$", re.I)
# How long what begins on one day runs until it ends on the next.
_BEGAN = re.compile(
    r"\b(?:beg[aiu]n|begins|start(?:s|ed)|commence[sd]|runs|ran|from|since)(?:\s+(?:on|from|in))?\s*$",
    re.I,
)
# What is signed on one day may begin on a later one.
_SIGNED = re.compile(r"\b(?:signed|agreed|made|let|awarded)\s+on\s*$", re.I)
# The longest of these words with what stands between them and the day.
_LEAD = 24
_TERM = re.compile(
    r",?\s+(?:and\s+)?(?:(?:each|it|both|all|they|which)\s+)?(?:(?:(?:runs?|ran)\s+)?(?:for|over)|last(?:s|ed)(?:\s+for)?)\s+"
    rf"(?:a\s+term\s+of\s+)?{_SO_LONG},?\s+(?:and\s+)?"
    r"(?:(?:(?:will|to|it|is\s+to)\s+)?(?:end|expire|finish)(?:s|ed|es|ing)?(?:\s+(?:on|in))?|until|to)"
    r"\s+",
    re.I,
)
# What has gone on since a day has gone on until the report.
_SINCE = re.compile(r"\b(?:have|has)\b[^.;:]{0,80}\bsince(?:\s+(?:about|around))?\s*$", re.I)
_UNTIL_NOW = re.compile(
    rf"\s*(?:,|\(|\s[–—-])\s*(?:(?:a\s+(?:period|total)\s+of|that\s+is|which\s+is|or|now)\s+)?{_SO_LONG}"
    r"(?=\W*$|[.;)])",
    re.I,
)
_SINCE_LEAD = 100
# A month that has begun may count as a whole one.
_BEGUN = 31
# From 1 May to 30 April is a year, but for leap days.
_NEARLY = 3
_MEND = "Right the dates or the length."


def term_faults(line: Line, reading: Reading) -> Iterator[Fault]:
    """The faults of “agreed on 3 May and reviewed on 3 November 2015, nine months later”, of “began
    on 1 April 2015 for two years and ends on 31 March 2018”, and of “vacant since 1 June 2015, a
    period of nine months” in a report of the next January."""
    for first, last in pairwise(line.dates):
        if fault_of_two := _of_two(line, first, last):
            yield fault_of_two
    ends = {reading.paper_date, reading.meeting_date, reading.period and reading.period[1]} - {None}
    ends = sorted(ends)
    for item in line.dates if ends else ():
        if fault_of_one := _until_now(line, item, ends):
            yield fault_of_one


def _of_two(line, first, last):
    alike = first.precision == last.precision and first.precision in (DAY, MONTH, YEAR)
    if not alike or not (first.first and last.first):
        return None
    term = _TERM.fullmatch(line.text, first.end, last.start)
    if term and not _BEGAN.search(line.text, max(0, first.start - _LEAD), first.start):
        signed = _SIGNED.search(line.text, max(0, first.start - _LEAD), first.start)
        term = term if signed and _is_of_whole_years(first, last, term) else None
    match = term or (first.precision != MONTH and _LATER.match(line.text, last.end))
    match = match or _altogether(line, first, last)
    if not match or line.sentence_at(first.start).end < match.start():
        return None
    days, length = (last.first - first.first).days, _days(match)
    slack = SLACK[match["unit"].casefold()]
    if first.precision == MONTH:
        # From March to May may be two months or three.
        days, slack = days + _BEGUN // 2, slack + _BEGUN // 2
    if first.precision == YEAR:
        # Of calendar years, one is as long as another; of years of account, the first days count.
        slack = SLACK["year"] if match["unit"].casefold() == "year" else DAYS["year"]
    if days <= 0 or abs(days - length) <= slack:
        return None
    says = f"From {first.words} to {last.words} are {days_text(days)}, and no {match['length']}."
    return fault(line, (first.start, max(last.end, match.end())), says, _MEND)


def _is_of_whole_years(first, last, term):
    """True if a term is off by whole years exactly, as a year that was mistyped has it."""
    off = abs((last.first - first.first).days - _days(term)) / DAYS["year"]
    return abs(off - round(off)) * DAYS["year"] <= _NEARLY


def _altogether(line, first, last):
    """The length behind the end of a period between two dates."""
    opens = first.precision == DAY and _FROM.search(
        line.text, max(0, first.start - _LEAD), first.start
    )
    if opens and _TO.fullmatch(line.text, first.end, last.start):
        return _ALTOGETHER.match(line.text, last.end)
    return None


def _until_now(line, item, ends):
    """The fault of a length since a date or month that leads to none of the `ends` of a report."""
    match = _UNTIL_NOW.match(line.text, item.end)
    if not match or item.precision not in (DAY, MONTH) or not item.first:
        return None
    if not _SINCE.search(line.text, max(0, item.start - _SINCE_LEAD), item.start):
        return None
    slack, length = max(SLACK[match["unit"].casefold()], _BEGUN), _days(match)
    passed = [(end - day).days for end in ends for day in (item.first, item.last)]
    if min(passed) <= 0 or min(passed) - slack <= length <= max(passed) + slack:
        return None
    says = (
        f"From {item.words} to the report of {say_day(ends[-1])} are {days_text(max(passed))}, and "
        f"no {match['length']}."
    )
    return fault(line, (item.start, match.end()), says, _MEND)


def _days(match):
    return length_of(match["number"]) * DAYS[match["unit"].casefold()]


def length_of(text: str) -> int:
    """The number of a length in figures or words."""
    return whole(text) if text.isdecimal() else 1 if text == "a" else value_of(text) or 1


def days_text(days: int) -> str:
    """So many days in words, with their weeks or months where they are many."""
    if days < 14:
        return f"{days} days"
    if days < 100:
        return f"{days} days, {days / 7:.1f} weeks".replace(".0 weeks", " weeks")
    return f"{days} days, about {days / 30.44:.0f} months"

"""Times in words between two counts, the start of a comparison, and a second date of one count:
each against the dates of the live figures."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import whole
from reports.checks.numbers.claims.figure_days import (
    OTHER_EVENT,
    earlier_of,
    ends_of,
    meets,
    span_text,
)
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, fault
from reports.prose.dates import DAY, MONTH, YEAR
from reports.prose.numbers import value_of

_SINCE = re.compile(r"\bsince\s+(?:the\s+end\s+of\s+)?(?:the\s+)?$", re.I)
_LED = re.compile(r"\b(?:on|at)\s+(?:the\s+)?$", re.I)
_AND = re.compile(r"\s*,?\s+and\s+(?:(?:again\s+)?(?:on|at)\s+)?(?:the\s+)?", re.I)
_APART = re.compile(
    r"\W*(?:(?:children|people|staff|of\s+them|in\s+all)\W+)?(?:only\s+|just\s+|about\s+)?"
    r"(?P<many>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s+"
    r"(?P<unit>year|month|week)s?\s+(?:before|earlier|previously)\b(?!\s+[a-z]+ing\b)",
    re.I,
)
_DAYS = {"year": 365.25, "month": 30.4, "week": 7}
# A time in words may be out by so much of itself, and by so many days.
_PART, _MORE = 1 / 6, 5
_MEND = "Name the dates that the figures are for."


def unlike_gaps(reading: Reading, line: Line, live: LiveFigure) -> Iterator[Fault]:
    """The faults of the dates and times around one figure that are not its own."""
    ends = ends_of(live)
    if ends is None or ends[0] != ends[1]:
        return
    yield from _since(reading, line, live, ends)
    yield from _second_date(line, live, ends)
    yield from _apart(line, live, ends)


def _since(reading, line, live, ends):
    """`Since 1 January 2014 it rose from 16 to 21`, where the 16 are of another date."""
    before, sentence = earlier_of(reading, line, live), line.sentence_at(live.start)
    for item in line.dates_in(sentence.start, live.start) if before else ():
        lead = line.text[max(sentence.start, item.start - 30) : item.start]
        is_dated = item.first and item.precision in (DAY, MONTH, YEAR)
        if is_dated and _SINCE.search(lead) and not meets(item, *before):
            says = f"The sentence is about the time since {item.words}, but the figure compares "
            says += f"{span_text(*before)} with {span_text(*ends)}."
            yield fault(line, item, says, "Name the dates that the figure compares.")


def _second_date(line, live, ends):
    """`There were 188 on 1 December 2015 and 1 January 2016`: one count has one date."""
    sentence = line.sentence_at(live.start)
    if sum(sentence.holds(item.start) for item in line.live) > 1:
        return
    days = [x for x in line.dates_in(live.end, sentence.end) if x.precision == DAY and x.first]
    if len(days) != 2 or not _AND.fullmatch(line.text, days[0].end, days[1].start):
        return
    between = line.text[live.end : days[0].start]
    is_own = _LED.search(between) and not re.search(r"[;(]", between)
    if is_own and not OTHER_EVENT.search(between) and meets(days[0], *ends):
        says = f"{live.entry.text} is for {span_text(*ends)}, and not for {days[1].words} as well."
        yield fault(line, days[1], says, "Quote the figure for each date.")


def _apart(line, live, ends):
    """`188, against 210 two years before`, where another time is between the two."""
    sentence = line.sentence_at(live.start)
    match = _APART.match(line.text, live.end, sentence.end)
    before = [x for x in line.live if sentence.holds(x.start) and x.end <= live.start]
    if match is None or not before or _thing(before[-1]) != _thing(live):
        return
    later = ends_of(before[-1])
    days = (later[1] - ends[1]).days if later and later[0] == later[1] else 0
    many = whole(match["many"]) or value_of(match["many"]) or 1
    stated = many * _DAYS[match["unit"].casefold()]
    if days > 0 and abs(days - stated) > stated * _PART + _MORE:
        words = match.group()[match.start("many") - match.start() :]
        says = f"The sentence puts “{words}” between {span_text(*ends)} and {span_text(*later)}."
        yield fault(line, (match.start("many"), match.end()), says, _MEND)


def _thing(live):
    return live.entry.key, live.entry.member, live.entry.cohort

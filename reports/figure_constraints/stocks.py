"""“Throughout the half-year we looked after 196 children”: a count of one date for a time."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.claims.figure_days import OTHER_EVENT, Ends, ends_of
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.figure_constraints.clauses import clause_around
from reports.prose.dates import MONTH, YEAR

_PERIOD = r"(?:half[\s-]year|six\s+months|reporting\s+period|period|year|quarter|month)"
_OVER = re.compile(
    rf"\b(?:throughout\s+(?:(?:the|this|that)\s+)?(?:{_PERIOD}|20\d\d)|on\s+average|"
    r"at\s+(?:all\s+times|no\s+(?:time|point)|any\s+(?:one\s+)?time)|"
    r"an\s+average\s+of|(?:a\s+)?(?:daily|weekly|monthly)\s+average|never\s+(?:more|fewer|less)\s+than|"
    r"(?:different|individual|separate)\s+(?:children|people|young\s+people|staff)|"
    rf"(?:on|in)\s+(?:each|every|any)\s+(?:day|week|month)|all\s+(?:year|through\s+the\s+{_PERIOD}))\b",
    re.I,
)
_SINCE = re.compile(
    r"\b(?:has|have)\s+(?:been|stayed|remained|stood|held)\b(?:(?!⟦)[^.;]){0,40}$", re.I
)
# “At no time did we look after more than 188”.
_NEVER = re.compile(
    r"\b(?:at\s+no\s+(?:time|point|stage|moment)|never|not\s+once|on\s+no\s+(?:day|date)|"
    r"no\s+(?:single\s+)?(?:day|date|time|moment|week|month))\b[^.;]{0,80}?"
    r"\b(?:more|fewer|less|beyond|above|below|over|under|exceed\w*|pass(?:ed)?|surpass\w*)\b"
    r"[^.;,0-9]{0,40}$",
    re.I,
)
_STAYED = re.compile(r"\bsince\s+(?=\S)", re.I)
_END = re.compile(
    r"\b(?:at|by)\s+the\s+(?P<which>end|close|start|beginning|outset)\s+of\s+(?:the|this)\s+"
    r"(?:half[\s-]year|six\s+months|reporting\s+period|period)\b",
    re.I,
)
# “At the end of December 2015”, “at the start of 2016”.
_END_OF = re.compile(
    r"\b(?:at|on)\s+the\s+(?:very\s+)?(?P<which>end|close|start|beginning)\s+of\s+(?:the\s+year\s+)?$",
    re.I,
)
_REACH = 60
# So near to an end of the period a count still is that of the end.
_NEAR = timedelta(7)
_MEND = "Name the date of the figure, or quote a figure of the time."


@rule(
    "stock-over-time",
    Severity.ERROR,
    "decisions §2",
    family="numbers",
    follows=("figure-of-another-day",),
)
def stocks(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A count of one date is given for that date, not for a time or for the end of another."""
    yield from faults_around(reading, lambda line: _in_line(reading, line, known))


def _in_line(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    for live in line.live:
        ends = ends_of(live)
        if not ends or ends[0] != ends[1] or known.of_events(live.entry):
            continue
        if live.entry.made_of or not line.text[live.start : live.end].isalnum():
            continue
        around = clause_around(line, live)
        lead = line.text[line.sentence_at(live.start).start : live.start]
        never = _NEVER.search(lead)
        phrase = never.group().strip() if never else _over_time(*around)
        phrase = phrase or _other_end(reading, *around, ends[1])
        phrase = phrase or _other_named_end(line, live, ends[1])
        if phrase:
            says = f"“{phrase}”, but {live.entry.text} was counted on one date, "
            yield fault(line, live, f"{says}{say_day(ends[1])}.", _MEND)


def _over_time(before: str, after: str) -> str:
    """The words next to a figure that give it for a time; or none."""
    match = _OVER.search(before) or _OVER.search(after)
    if match:
        return match.group()
    since = _SINCE.search(before)
    return since.group().strip() if since and _STAYED.search(f"{before} {after}") else ""


def _other_end(reading: Reading, before: str, after: str, day: date) -> str:
    """The words that date a figure at an end of the report's period that is not its date."""
    match = _END.search(before) or _END.search(after)
    if not match or not reading.period:
        return ""
    first, last = reading.period
    meant: Ends = (last, last) if match["which"].casefold() in ("end", "close") else (first, first)
    near = abs(day - meant[0]) <= _NEAR
    return "" if near else match.group()


def _other_named_end(line: Line, live: LiveFigure, day: date) -> str:
    """The words that date a figure at an end of a month or year that is not its date, where its
    sentence names no other."""
    sentence = line.sentence_at(live.start)
    named = line.dates_in(sentence.start, sentence.end)
    if len(named) != 1 or named[0].precision not in (MONTH, YEAR) or not named[0].first:
        return ""
    before = line.text[max(sentence.start, named[0].start - _REACH) : named[0].start]
    match = _END_OF.search(before)
    if not match or OTHER_EVENT.search(before):
        return ""
    is_last = match["which"].casefold() in ("end", "close")
    meant = named[0].last if is_last else named[0].first
    return "" if abs(day - meant) <= _NEAR else f"{match.group()}{named[0].words}"

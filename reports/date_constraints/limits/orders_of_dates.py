"""A report of before its visit, and how many days or nights lie between two dates."""

import re
from collections.abc import Iterator
from datetime import date

from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, of_passage, statements

_VISIT = re.compile(
    r"\b(?:on\s+site|inspected|visited|inspection\s+(?:took\s+place|was)|review\s+(?:took\s+place|was)|came\s+to\s+us|with\s+us|"
    r"fieldwork)\b[^.;]{0,40}?⟦d(?P<day>\d+)⟧",
    re.I,
)
_REPORT = SentencePattern(
    r"\b(?:its|their|the)\s+(?:report|letter|findings|judgements?)\b(?:[^⟦.;]|⟦x\d+⟧){0,40}?\b(?:published|issued|received|sent|"
    r"released)\s+(?:to\s+us\s+)?(?:on|in)\s+⟦d(?P<day>\d+)⟧",
    re.I,
)
_NIGHTS = SentencePattern(
    r"\b(?:from|between)\s+⟦d(?P<first>\d+)⟧\s+(?:to|and|until)\s+⟦d(?P<last>\d+)⟧[^.;⟦]{0,60}?\b(?:all|the|each\s+of\s+the|for)\s+"
    r"⟦[cx](?P<mark>\d+)⟧\s+(?P<unit>nights|days)\b",
    re.I,
)
_BEGINS = SentencePattern(
    r"\b(?:begins|starts|opens|runs|begin|start|open)\b[^⟦.;:]{0,40}?⟦d(?P<first>\d+)⟧[^⟦.;:]{0,60}?\b(?:complete[ds]?|finish(?:ed|es)?|"
    r"ends?|ended|over|done|closed?|closes|report(?:ed|s)?)\b[^⟦.;:]{0,20}?\b(?:by|on|before|in)\s+⟦d(?P<last>\d+)⟧",
    re.I,
)
_ONCE = re.compile(r"\W*(?:once|after)\b[^⟦.;:]*\b(?:had|has|was|were|that|this)\b", re.I)
_OF_BEFORE = SentencePattern(r"\b(?:previous\w*|earlier|last|first|before|had)\b", re.I)
_TIMES, _BACK = 2, 2


def orders_of_dates(reading: Reading) -> Iterator[Denial]:
    """`Inspectors were on site from 14 November. Their report was published on 17 October.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        yield from (*_nights(row), *_ends_before(row))
        yield from _before_what_went_on(row, of_passage(row, before(rows, place, 1)))
        report = _REPORT.search(row.sentence.text)
        near = [row, *of_passage(row, before(rows, place, _BACK))] if report else []
        near = [] if _OF_BEFORE.search(row.sentence.text) else near
        for other in near:
            visit = _VISIT.search(other.sentence.text)
            if visit:
                yield from _too_early(row, report, other.sentence.thing(visit["day"]))
                break


def _ends_before(row: Statement) -> Iterator[Denial]:
    """`It begins on 4 December and has to be completed by 30 November`."""
    match = _BEGINS.search(row.sentence.text)
    first, last = (row.sentence.thing(match[x]) if match else None for x in ("first", "last"))
    if match and first.first and last.last and last.last < first.first:
        says = f"{last.words} is before {first.words}, on which it begins."
        yield Denial(row.line, row.span, says, "Correct one of the two dates.")


def _before_what_went_on(row: Statement, earlier) -> Iterator[Denial]:
    """`It was tried out until 16 July. Once that was over it came into use, on 14 June.`"""
    days = [x for x in row.sentence.marks("d") if x.day and x.first]
    ended = [x for other in earlier for x in other.sentence.marks("d") if x.day and x.last]
    if not (_ONCE.match(row.sentence.text) and len(days) == 1 and ended):
        return
    if days[0].last < ended[-1].first and days[0].year == ended[-1].year:
        says = f"{days[0].words} is before {ended[-1].words}, which it is to be after."
        yield Denial(row.line, row.span, says, "Correct one of the two dates.")


def _too_early(row: Statement, report: re.Match, visit) -> Iterator[Denial]:
    day = row.sentence.thing(report["day"])
    if day.last and visit.first and day.last < visit.first:
        says = f"The report on {visit.words} was published before that, on {day.words}."
        yield Denial(row.line, row.span, says, "Correct one of the two dates.")


def _in_year_of(first, last) -> date | None:
    """A date without a year, in the year of another."""
    if not (last.last and first.day and first.month):
        return None
    try:
        return date(last.last.year, first.month, first.day)
    except ValueError:
        return None


def _nights(row: Statement) -> Iterator[Denial]:
    match = _NIGHTS.search(row.sentence.text)
    first, last = (row.sentence.thing(match[x]) if match else None for x in ("first", "last"))
    begins = first and (first.first or _in_year_of(first, last))
    if not begins or not last.last:
        return
    number, between = row.sentence.thing(match["mark"]), (last.last - begins).days
    near = is_within(number.value, between, _TIMES)
    if near and number.value not in (between, between + 1) and not number.bound:
        says = (
            f"From {first.words} to {last.words} there are {between + 1} days, not {number.words}."
        )
        yield Denial(row.line, number, says, "Correct the number, or the dates.")

"""“By midsummer”, “in the first quarter”, “at Easter”: a time in words next to a live figure of
another time."""

import re
from collections.abc import Iterator
from datetime import date

from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.claims.figure_days import OTHER_EVENT, Ends, ends_of, meets, span_text
from reports.checks.numbers.live.surroundings import is_hedged
from reports.checks.reading import PROSE, Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.figure_constraints.clauses import clause_around, has_source, why_ask
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS
from reports.prose.quantities.figure_claims import SAME_DAY
from reports.prose.quantities.phrases import stems
from reports.prose.seasons import year_times

_LEAD = re.compile(
    r"\b(?:in|by|at|over|during|throughout|on|as|around|about|come|when|within|towards?)\s+"
    r"(?:(?:the|that|this|last|early|late|mid|very|whole|start|beginning|end|middle|of|our|its)[\s-]+)*$"
    r"|\b(?:last|this\s+past)\s+$|(?:^|[,(:–—])\s*(?:(?:the|last|early|late|this|that)\s+)*$",
    re.I,
)
_NOT_YET = re.compile(
    rf"\b(?:{AIMS}|{CONDITIONS}|could|{EXPECTATIONS}|may|plan\w*|next|due|since|before|until|"
    r"(?<!looked\s)(?<!looking\s)(?<!look\s)after|from|compared|than|follow\w*)\b",
    re.I,
)
_BREAK = re.compile(r",\s+(?:and|but|so|which|who|where|when)\b|\b(?:which|who|that)\b", re.I)
# What a report's own dates are called.
_OWN = {"meeting": "meeting_date", "committee": "meeting_date", "report": "paper_date"}
_COUNTED = stems("count figure census return number date record position")
_MEND = "Use the figure for that time, or name the figure’s own date."


@rule(
    "time-unlike-figure",
    Severity.ERROR,
    "C07; decisions §2",
    family="numbers",
    follows=("figure-of-another-day", "figure-outside-period"),
)
def times_in_words(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A season, a quarter, a holiday or an event next to a live figure is of the figure’s time."""
    yield from faults_around(reading, lambda line: _in_line(reading, line, known))


def _in_line(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    for live in line.live:
        ends = ends_of(live)
        if not ends or live.entry.made_of:
            continue
        phrase = _other_season(reading, line, live, ends)
        if phrase:
            when = live.entry.when or span_text(*ends)
            yield fault(line, live, f"“{phrase}”, but {live.entry.text} is for {when}.", _MEND)
        elif ends[0] == ends[1]:
            yield from _other_event(reading, line, live, ends[1], known)


def _other_season(reading: Reading, line: Line, live: LiveFigure, ends: Ends) -> str:
    """The words next to a figure for a season or part of a year that is not its own; or none."""
    before, after = clause_around(line, live)
    first, behind = live.start - len(before), live.end
    times = [(first + x.start, first + x.end) for x in year_times(before)]
    times += [(behind + x.start, behind + x.end) for x in year_times(after)]
    for item in line.dates_in(first, behind + len(after)):
        is_part = any(start <= item.start < end for start, end in times)
        if item.first and meets(item, *ends) and not is_part:
            return ""
    rows = [(item, before[item.end :], before, first) for item in year_times(before)]
    rows += [(item, after[: item.start], after, behind) for item in year_times(after)]
    if any(item.may_be(*ends, reading.period) for item, *_where in rows):
        return ""
    for item, between, text, at in rows:
        is_lead = _LEAD.search(text[: item.start]) or (line.kind not in PROSE and at == first)
        near = not (OTHER_EVENT.search(between) or _BREAK.search(between))
        hedged = _NOT_YET.search(text) or (line.kind in PROSE and is_hedged(between))
        event = OTHER_EVENT.search(text[max(0, item.start - 40) : item.start])
        if is_lead and near and not hedged and not event:
            return line.text[at + item.start : at + item.end]
    return ""


def _other_event(
    reading: Reading, line: Line, live: LiveFigure, day: date, known: CheckContext
) -> Iterator[Fault]:
    """The fault of a count that is dated by an event of another date, or of none that is known."""
    sentence = line.sentence_at(live.start)
    match = SAME_DAY.search(line.text, sentence.start, sentence.end)
    others = [item for item in line.live if sentence.holds(item.start)]
    what = stems(match["what"]) if match else frozenset()
    if not what or what & _COUNTED or len(others) > 1 or has_source(line, *match.span()):
        return
    days = _days_of(reading, what, known)
    phrase = match.group().strip()
    if days and day not in days:
        says = f"“{phrase}” ({say_day(max(days))}), but {live.entry.text} is for {say_day(day)}."
        yield fault(line, match, says, _MEND)
    elif not days and known.cadences:
        yield fault(line, match, why_ask(phrase, live), _MEND)


def _days_of(reading: Reading, what: frozenset[str], known: CheckContext) -> set[date]:
    """The dates of an event, as the report names them and as records have them."""
    days = {
        when[0]
        for name, when in reading.names.items()
        if when[0] == when[1] and what <= stems(name.replace("_", " "))
    }
    for item in known.cadences:
        if what <= stems(item.title):
            days |= {*item.done, *(audited for _population, _position, audited in item.audits)}
    own = (getattr(reading, name) for stem, name in _OWN.items() if stem in what)
    return days | {item for item in own if item}

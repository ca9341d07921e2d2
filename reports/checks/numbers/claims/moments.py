"""Figures of another day than their sentence says, or of a day outside the paper's period."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from reports.checks.context import CheckContext
from reports.checks.figure_texts import faults_around, is_over
from reports.checks.numbers.claims.figure_days import (
    earlier_of,
    ends_of,
    meets,
    span_text,
)
from reports.checks.numbers.claims.gaps import unlike_gaps
from reports.checks.numbers.claims.sentence_times import other_time
from reports.checks.numbers.claims.ties import COMPARED, tied_date
from reports.checks.numbers.passages import leads
from reports.checks.reading import CELL, FACT, HEADLINES, PROSE, Line, LiveFigure, Reading, shared
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import DAY, Mention

# The words before a day that hold for all figures of their section.
_POSITION = re.compile(
    r"\b(?:figures|numbers)\b[^.]*\b(?:are|give|show|is|were|gave|showed)\b[^.]*\b(?:on|at|of)\s+$",
    re.I,
)
_AGO = re.compile(
    r"\b(?:(?:a|one)\s+year|(?:12|twelve)\s+months)\s+ago\b|\bthis\s+time\s+last\s+year\b", re.I
)
# Days by which a year ago may be more or less than a year.
_ABOUT = 122
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I)
_JOINT = re.compile(r"\s+(?:and|to)\s+(?:the\s+)?")
# Signs of a sentence that may stand between its first word and such a day.
_FARTHEST = 400


@rule(
    "figure-of-another-day",
    Severity.ERROR,
    "C07; decisions §2",
    follows=("figure-outside-period", "date-over-figures"),
)
def other_day(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A figure is of the date or period that its sentence names."""
    yield from faults_around(reading, lambda line: _in_line(reading, line, known))


def _in_line(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    # The dates of heads, captions and headings are those of `date-over-figures`.
    if line.kind not in (*PROSE, CELL, FACT) or (line.kind == CELL and is_over(reading, line)):
        return
    for live in line.live:
        ends = ends_of(live)
        # The name of a headline is dated by `date-over-figures` too.
        is_named = line.where.startswith(HEADLINES) and "-point-" not in line.where
        is_tied = ends and not is_named
        tied = (tied_date(line, live) or _position(line, live, ends)) if is_tied else None
        if tied and tied.first and not meets(tied, *ends) and not _is_base(line, live, tied):
            says = (
                f"The sentence is about {tied.words}, but {live.entry.text} is for "
                f"{live.entry.when or span_text(*ends)}."
            )
            mend = "Use the figure for that date, or name the figure’s own date."
            yield fault(line, live, says, mend)
        elif span := _other_span(reading, line, live, ends) or _ago(reading, line, live, ends):
            yield span
        elif ends and (other := other_time(reading, known, line, live, ends)):
            yield other
        else:
            yield from unlike_gaps(reading, line, live)


def _is_base(line: Line, live: LiveFigure, tied: Mention) -> bool:
    """True of the base of a figure of which the date is: “14 of the 30 by 15 January”."""
    before = [
        x for x in line.live if x.end <= live.start and line.sentence_at(x.start).holds(live.start)
    ]
    ends = ends_of(before[-1]) if before else None
    is_base = bool(before) and before[-1].entry.base_count == live.entry.count
    return bool(is_base and ends and meets(tied, *ends))


def _ago(reading, line, live, ends):
    """The fault of a stock that a sentence gives for a year ago and that is of another time, where
    it is the only figure there."""
    sentence, day = line.sentence_at(live.start), reading.paper_date
    others = [item for item in line.live if item is not live and sentence.holds(item.start)]
    match = _AGO.search(sentence.text)
    if match and COMPARED.search(sentence.text, 0, match.start()):
        return None
    if not (match and day and ends and ends[0] == ends[1]) or others:
        return None
    if line.dates_in(sentence.start, sentence.end) or abs((day - ends[1]).days - 365) <= _ABOUT:
        return None
    says = f"The sentence is about “{match.group()}”, but {live.entry.text} is for "
    says += f"{live.entry.when or span_text(*ends)}."
    return fault(line, live, says, "Use the figure for that date, or name the figure’s own date.")


@rule(
    "figure-outside-period",
    Severity.WARNING,
    "C07; decisions §2",
    follows=("figure-of-another-day", "date-over-figures"),
)
def outside_period(reading: Reading, _known) -> Iterator[Fault]:
    """A figure of a date outside the report's period has its date."""
    if reading.period is None:
        return
    first, last = reading.period
    opens = leads(reading)
    for line in reading.prose():
        for live in line.live:
            ends = ends_of(live)
            if not ends or (ends[0] <= last and ends[1] >= first):
                continue
            over = _over(opens, line)
            around = (*line.trail, line.text, *(item.text for item in over))
            dated = any(_says(entry, day) for item in over for entry in item.dates for day in ends)
            dated = dated or _position_told(reading, line, ends)
            if not (dated or _named(line, live, ends) or _speaks_of(around, ends)):
                says = (
                    f"{live.entry.text} is for {live.entry.when or span_text(*ends)}, outside "
                    f"the report’s period ({span_text(first, last)}). The sentence does not make "
                    "that clear."
                )
                yield fault(line, live, says, "Print its date, or quote the figure of this period.")


def _position_told(reading, line, ends):
    """Whether a line before, of the same section, says that its figures are of that day."""
    place = reading.places[id(line)]
    row = shared(reading, _positions).get(line.trail, {})
    return any(at < place and any(_says(value, day) for day in ends) for value, at in row.values())


def _positions(reading):
    """Trail → what a date says → (the date, the first line of the section that has it so)."""
    index = {}
    for place, line in enumerate(reading.lines):
        for item in line.dates:
            if _POSITION.search(line.text, max(0, item.start - _FARTHEST), item.start):
                key = (item.first, item.last, item.month, item.day)
                index.setdefault(line.trail, {}).setdefault(key, (item, place))
    return index


def _over(opens, line: Line):
    """The lines that open the lists in which a line stands, the nearest first."""
    matches = []
    while (line := opens.get(id(line))) is not None and line not in matches:
        matches.append(line)
    return matches


def _other_span(reading, line, live, ends):
    """The fault of a comparison whose sentence names another first or last day than its own."""
    before, sentence = earlier_of(reading, line, live), line.sentence_at(live.start)
    days = [item for item in line.dates_in(sentence.start, sentence.end) if item.precision == DAY]
    if not before or len(days) != 2 or not days[1].first or days[0].impossible:
        return None
    first, last = _with_year(*days), days[1]
    opened = _BETWEEN.search(line.text, max(0, first.start - 20), first.start)
    joined = _JOINT.fullmatch(line.text, first.end, last.start)
    if not (opened and joined) or (meets(first, *before) and meets(last, *ends)):
        return None
    says = (
        f"The sentence names {first.words} and {last.words}, but the figure compares "
        f"{span_text(*before)} with {span_text(*ends)}."
    )
    return fault(line, (first.start, last.end), says, "Name the dates that the figure compares.")


def _with_year(mention, other):
    """A day, in the year of `other` where its own is not written: “1 January and 1 May 2016”."""
    if mention.first or (mention.month == 2 and mention.day > 28):
        return mention
    own = date(other.first.year, mention.month, mention.day)
    return replace(mention, first=own, last=own)


def _position(line, live, ends) -> Mention | None:
    """The day that a line gives as that of its figures, before a count that names none of its own;
    what an audit found is of the day on which it was held."""
    sentence = line.sentence_at(live.start)
    if ends[0] != ends[1] or line.dates_in(sentence.start, sentence.end):
        return None
    days = [
        item
        for item in line.dates
        if item.precision == DAY
        and item.first
        and item.end <= sentence.start
        and _POSITION.search(line.text, max(0, item.start - _FARTHEST), item.start)
    ]
    return days[-1] if days and not re.search(r"\baudit\b", sentence.text) else None


def _named(line, live, ends):
    """Whether the figure's sentence, or the one before it, names its day, month or year."""
    sentence = line.sentence_at(live.start)
    place = line.sentences.index(sentence) if sentence in line.sentences else 0
    start = line.sentences[place - 1].start if place else sentence.start
    near = line.dates_in(start, sentence.end)
    return any(_says(item, day) for item in near for day in ends)


def _says(mention: Mention, day):
    if mention.first and mention.last:
        return mention.first <= day <= mention.last
    return bool(mention.month) and mention.month == day.month and mention.day in (0, day.day)


def _speaks_of(texts, ends):
    """Whether a heading above, or the line itself, prints the year that the figure is of."""
    years = {f"{ends[0].year}", f"{ends[1].year}"}
    return any(re.search(rf"\b{year}\b", text) for text in texts for year in years)

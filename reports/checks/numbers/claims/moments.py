"""Figures of another day than their sentence says, or of a day outside the paper's period."""

import re
from collections.abc import Iterator
from datetime import date

from reports.checks.numbers.passages import leads
from reports.checks.reading import Line, LiveFigure, Reading, shared
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.dates import DAY, MONTH, YEAR, Mention

# A day is the figure's own where nothing but these words stands between them.
_TIES_BEFORE = re.compile(
    r"^\s*,?\s*(?:there\s+(?:were|was)|we\s+(?:had|looked\s+after|counted)|the\s+number\s+was|a\s+total\s+"
    r"of|it\s+(?:was|stood\s+at)|all|some|the|in\s+all|stood\s+at|was|were|had|\s)*$",
    re.I,
)
_TIES_AFTER = re.compile(
    r"^\s*(?:[a-z’'-]+\s+){0,6}?(?:on|at|as\s+at|at\s+the\s+end\s+of|by|in|during|of)\s+(?:the\s+)?$",
    re.I,
)
# The words before a day that hold for all figures of their section.
_POSITION = re.compile(
    r"\b(?:figures|numbers)\b[^.]*\b(?:are|give|show|is|were|gave|showed)\b[^.]*\b(?:on|at|of)\s+$",
    re.I,
)
# Signs of a sentence that may stand between its first word and such a day.
_FARTHEST = 400
_OTHER_VERB = re.compile(
    r"\b(?:agreed|published|approved|met|received|wrote|will|due|began|started|opened|issued|plan)\b",
    re.I,
)


@rule(
    "figure-of-another-day", Severity.ERROR, "C07; decisions §2", follows=("figure-outside-period",)
)
def other_day(reading: Reading, _known) -> Iterator[Fault]:
    """A figure is of the day or period that its sentence names."""
    for line in reading.prose():
        for live in line.live:
            ends = _ends(live)
            tied = _tied(line, live) if ends else None
            if tied and tied.first and not _meets(tied, *ends):
                says = (
                    f"The sentence says {tied.words}, and {live.entry.text} is of "
                    f"{live.entry.when or _worded(*ends)}."
                )
                mend = "Quote the figure of that day, or name the day it is of."
                yield fault(line, live, says, mend)


@rule(
    "figure-outside-period",
    Severity.WARNING,
    "C07; decisions §2",
    follows=("figure-of-another-day",),
)
def outside_period(reading: Reading, _known) -> Iterator[Fault]:
    """A figure of a day outside the paper's period stands with its date."""
    if reading.period is None:
        return
    first, last = reading.period
    opens = leads(reading)
    for line in reading.prose():
        for live in line.live:
            ends = _ends(live)
            if not ends or (ends[0] <= last and ends[1] >= first):
                continue
            over = _over(opens, line)
            around = (*line.trail, line.text, *(item.text for item in over))
            dated = any(_says(entry, day) for item in over for entry in item.dates for day in ends)
            dated = dated or _position_told(reading, line, ends)
            if not (dated or _named(line, live, ends) or _speaks_of(around, ends)):
                says = (
                    f"{live.entry.text} is of {live.entry.when or _worded(*ends)}, outside the "
                    f"paper's period ({_worded(first, last)}), and the sentence does not say so."
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


def _ends(live: LiveFigure):
    """The first and last day of a figure, or nothing where it has none; a stock has one."""
    try:
        last = date.fromisoformat(live.entry.end) if live.entry.end else None
        first = date.fromisoformat(live.entry.start) if live.entry.start else last
    except ValueError:
        return None
    return (first, last) if first and last else None


def _tied(line: Line, live: LiveFigure) -> Mention | None:
    """The date that stands right before or after a figure as its own."""
    for item in line.dates:
        if item.precision not in (DAY, MONTH, YEAR) or not item.first:
            continue
        if item.end <= live.start and _TIES_BEFORE.match(line.text[item.end : live.start]):
            lead = line.text[max(0, item.start - 12) : item.start]
            if re.search(r"\b(?:on|at|by|in)\s+(?:the\s+)?$", lead, re.I):
                return item
        between = line.text[live.end : item.start] if item.start >= live.end else ""
        one_between = any(live.end <= other.start < item.start for other in line.live)
        ties = between and not one_between and _TIES_AFTER.match(between)
        if ties and not _OTHER_VERB.search(between):
            return item
    return None


def _meets(mention: Mention, first, last):
    """Whether the day or month named is that of the figure: its own, or an end of its period."""
    if first == last:
        return mention.first <= last <= mention.last
    return mention.first <= last and mention.last >= first


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


def _worded(first, last):
    if first == last:
        return f"{last:%-d %B %Y}"
    return f"{first:%-d %B %Y} to {last:%-d %B %Y}"

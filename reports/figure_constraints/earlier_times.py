"""“One more than last year”, “well above the number in July 2015”, “keeps climbing”: a live figure
against its own values at the time that its words name."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from assurance.runtime.periods import end_of_month, months_after
from reports.checks.context import CheckContext, RecordedState
from reports.checks.numbers.claims.figure_days import Ends, ends_of
from reports.checks.numbers.live.earlier_values import earlier_values
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, fault
from reports.figure_constraints.clauses import without_source
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.quantities.comparisons import Comparison, comparisons, courses
from reports.prose.quantities.phrases import stems

_HEDGED = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|could|whether|{EXPECTATIONS}|forecast|no|may|plan(?:s|ned)?\s+to|"
    r"likely|fear\w*|prevent\w*|stop\w*|had\s+been)\b",
    re.I,
)
_BREAK = re.compile(
    r"[;()]|\b(?:while|whereas|but|although|though|because|which|who|whom|that|where|when|and)\b|,\s",
    re.I,
)
_AGAIN = stems(
    "number numbers figure total count it this that they there rate level trend still now again "
    "looked after care population which overall"
)
# A multiple may be rounded by so much.
_ROUND = 0.15
# A course is weighed by what was counted so many months before.
_MONTHS = (1, 3, 6, 12)
_MEND = "Use the word that the figures bear out, or name the figure that it is compared with."
_SOURCE = "Quote the figure that it is compared with, or name the source of the words."


def compared(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    """The faults of words that compare the one figure of a sentence with an earlier time."""
    for sentence in line.sentences:
        lives = [item for item in line.live if sentence.holds(item.start)]
        live = lives[0] if len(lives) == 1 else None
        ends = live and ends_of(live)
        if not ends or live.entry.made_of or live.entry.count is None:
            continue
        for item in (*comparisons(sentence.text), *courses(sentence.text)):
            start, end = sentence.start + item.start, sentence.start + item.end
            if _is_of(line, sentence, live, item, start, end):
                values = _values(reading, live, ends, item, known)
                yield from _weighed(line, live, item, (start, end), values, known)
                break


def _is_of(line: Line, sentence, live: LiveFigure, item: Comparison, start: int, end: int) -> bool:
    """True if a comparison is of the figure: in its clause, or of the number that it was."""
    lead = line.text[sentence.start : start]
    stops = [x.end() for x in _BREAK.finditer(lead)]
    clause = lead[stops[-1] if stops else 0 :]
    if _HEDGED.search(clause) or _HEDGED.match(line.text[start:end].lstrip()):
        return False
    first, last = sorted(((live.start, live.end), (start, end)))
    between = line.text[first[1] : last[0]]
    others = [
        x for x in line.numbers if x.is_to_settle and first[1] <= x.start and x.end <= last[0]
    ]
    own = stems(" ".join((live.entry.title, live.entry.unit, live.entry.cohort))) | _AGAIN
    if others or re.search(r"[;()]", between.lstrip(") ")):
        return False
    in_clause = item.time is not None and not _BREAK.search(between.strip(" ,"))
    behind = not lead[stops[-1] if stops else 0 :].strip() or stems(clause) <= own
    return in_clause or bool(behind and (item.time is not None or stems(clause) <= own))


def _values(
    reading: Reading, live: LiveFigure, ends: Ends, item: Comparison, known: CheckContext
) -> list[RecordedState]:
    """The known values of a figure at the time that it is compared with."""
    earlier = earlier_values(reading, known, live)
    if item.time is None:
        spans = [
            (months_after(ends[0], -many), months_after(ends[1], -many))
            for many in _MONTHS
            if ends[0] == ends[1] or many == _MONTHS[-1]
        ]
        rows = [row for row in earlier if (ends[1] - row.day).days <= 400][-2:]
    else:
        spans = item.spans(*ends)
        rows = [row for row in earlier if any(x[0] <= row.day <= x[1] for x in spans)]
        if not spans:
            rows = [row for row in earlier if row.report][-1:]
    values = [RecordedState(live.entry.title, f"{row.day:%-d %B %Y}", row.count) for row in rows]
    for first, last in times_in(ends, spans):
        value = known.values(live.entry, first, last)
        if value is not None and last < ends[1]:
            values.append(value)
    return values


def times_in(ends: Ends, spans: Iterable[Ends]) -> Iterator[Ends]:
    """The dates, or the periods as long as the figure’s own, of which records are asked."""
    for first, last in spans:
        if ends[0] < ends[1]:
            own = (ends[1] - ends[0]).days
            if abs((last - first).days - own) <= max(3, own // 50):
                yield first, last
        else:
            yield from ((day, day) for day in sorted(_days(first, last)))


def _days(first: date, last: date) -> set[date]:
    """The first, middle and last date of a stretch, and the ends and beginnings of its months."""
    days = {first, last, first + (last - first) // 2}
    month = first.replace(day=1)
    while month <= last:
        days |= {month, end_of_month(month)}
        month = months_after(month, 1)
    return {day for day in days if first <= day <= last}


def _weighed(line, live, item: Comparison, span, values, known: CheckContext) -> Iterator[Fault]:
    phrase = line.text[slice(*span)].strip()
    if values and not any(_is_so(item, live.entry.count, value.count) for value in values):
        value = values[-1]
        was = f"it was {value.count:,}" if value.is_shown else "the records show another number"
        says = f"“{phrase}” of {live.entry.text}: {was} on {value.when}."
        says = says.replace(" on ", " in ", 1) if " to " in value.when else says
        yield fault(line, span, says, _MEND)
    elif not values:
        yield from without_source(line, span, live, known, _SOURCE)


def is_about(count: int, times: float, base: int) -> bool:
    """True if a count is so many times a base, rounded."""
    return bool(base) and abs(count / (times * base) - 1) <= _ROUND


def _is_so(item: Comparison, own: int, then: int) -> bool:
    """True if a number was so by the side of an earlier one."""
    if item.factor:
        return is_about(own, item.factor, then)
    if item.by is not None:
        return own - then == item.way * item.by
    if not item.way:
        return abs(own - then) <= item.near * then
    return (own - then) * item.way > 0

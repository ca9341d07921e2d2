"""“Since the last report”: a counted change begins with what that report printed."""

import re
from collections.abc import Iterator
from datetime import date

from assurance.runtime.periods import say_day
from reports.checks.context import CheckContext, EarlierFigure
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.claims.figure_days import earlier_of, ends_of_entry
from reports.checks.numbers.live.earlier_values import is_same
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry

_SINCE = re.compile(
    r"\bsince\s+(?:the|our|its|their)\s+(?:last|previous)\s+(?:report|paper|update)\b"
    r"|\bsince\s+the\s+(?:report|paper|update)\s+of\b|\bsince\s+we\s+last\s+reported\b",
    re.I,
)
_MEND = "Compare with the date that the last report had, or name the date that is compared."


@rule("since-other-report", Severity.ERROR, "C15; source of error 9a")
def since_other_report(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A change since the last report is counted from a date that an earlier report had."""
    entries = {entry.number: entry for entry in reading.figures}
    yield from faults_around(reading, lambda line: _in_line(reading, line, known, entries))


def _in_line(reading, line: Line, known: CheckContext, entries) -> Iterator[Fault]:
    for live in line.live:
        sentence = line.sentence_at(live.start)
        match = _SINCE.search(sentence.text)
        first = match and _first(reading, line, live, entries)
        if first:
            own, day = first
            printed = [item for item in known.told if item.key and is_same(item, own)]
            if printed and day.isoformat() not in {item.end for item in printed}:
                yield _fault(line, live, match.group(), day, printed[-1])


def _first(
    reading: Reading, line: Line, live: LiveFigure, entries: dict[int, Entry]
) -> tuple[Entry, date] | None:
    """The figure that a change is of, and the date it is counted from; None of any other figure."""
    if before := earlier_of(reading, line, live):
        return live.entry, before[1]
    parts = [entries.get(number) for number in live.entry.made_of if live.entry.is_difference]
    if len(parts) != 2 or None in parts or not is_same(*parts):
        return None
    earlier = min(parts, key=lambda part: part.end)
    ends = ends_of_entry(earlier)
    return (earlier, ends[1]) if ends else None


def _fault(line: Line, live: LiveFigure, phrase: str, day: date, earlier: EarlierFigure) -> Fault:
    says = (
        f"The text has “{phrase}”, but {live.entry.text} is counted from {say_day(day)}. "
        f"{earlier.paper} has {earlier.text} for {say_day(date.fromisoformat(earlier.end))}."
    )
    return fault(line, live, says, _MEND)

"""What is said to have been before or after its deadline, against the days beside it."""

import re
from collections.abc import Iterator

from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.content import content
from reports.prose.dates import DAY

_CLAIM = re.compile(
    r"\b(?:(?P<in>before|ahead\s+of|inside|within|in\s+advance\s+of)|(?P<out>after|past|beyond|later\s+than))\s+"
    r"(?:its|the|their|that)\s+deadline\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|will|must|should|if|each|every|all|no)\b", re.I)
_DEADLINE = re.compile(r"\bdeadlines?\b", re.I)
# So many lines back the days may stand.
_NEAR = 14


@rule("deadline-denied", Severity.WARNING, "error 18", follows=("steps-in-order", "days-apart"))
def deadlines(reading: Reading, _known) -> Iterator[Fault]:
    """What was before its deadline has an earlier day, and what was after it a later one."""
    for line in reading.prose():
        for sentence in line.sentences if "deadline" in line.text.casefold() else ():
            match = _CLAIM.search(sentence.text)
            if not match or line.dates_in(sentence.start, sentence.end):
                continue
            days = _days(reading, line, content(sentence.text))
            if _NOT.search(sentence.text) or not days:
                continue
            day, last = days
            if day.first > last.first if match["in"] else day.first <= last.first:
                says = (
                    f"It was on {day.words}, and the deadline is {last.words}; the paper says "
                    f"“{match.group()}”."
                )
                span = sentence.start, sentence.end
                yield fault(line, span, says, "Right the word or the dates.")


def _days(reading: Reading, line: Line, named):
    """(the day of what a sentence names, that of the deadline) in the rows above it, or None."""
    place = reading.places[id(line)]
    rows, cells = {}, reading.lines[max(0, place - _NEAR) : place]
    for cell in cells:
        if cell.trail == line.trail:
            rows.setdefault(_row_of(cell), []).append(cell)
    read = [_read(group) for group in rows.values()]
    read = [row for row in read if row]
    ends = [day for text, day in read if _DEADLINE.search(text)]
    steps = [day for text, day in read if not _DEADLINE.search(text) and _names(text, named)]
    return (steps[0], ends[0]) if len(steps) == len(ends) == 1 else None


def _row_of(cell: Line):
    """What the cells of one row have in common: their anchor up to the column."""
    return re.sub(r"-c\d+$", "", cell.where)


def _read(group):
    """(the words, the one day) of a row, or None."""
    days = [day for cell in group for day in cell.dates if day.precision == DAY]
    text = " ".join(cell.text for cell in group)
    return (text, days[0]) if len(days) == 1 and days[0].first else None


def _names(text, named):
    return bool(content(text) & named - content("deadline"))

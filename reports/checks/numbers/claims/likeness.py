"""Like is compared with like: live figures that one sentence, or one row, sets side by side."""

import re
from collections.abc import Iterator
from itertools import combinations

from assurance.figures.comparison import why_not_comparable
from assurance.figures.keys import current_key
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule

_COMPARES = re.compile(
    r"\b(?:rose|risen|rising|fell|fallen|falling|grew|grown|dropped|went\s+(?:up|down)|up|down|"
    r"(?:increas|decreas|reduc|chang|mov)(?:e|ed|es|ing)|compared|against|than|from\b.*\bto)\b",
    re.I | re.S,
)
_FIX = "Quote each by itself, or put a note after it that says why they are compared."


@rule("not-comparable", Severity.ERROR, "decisions on like with like")
def likeness(reading: Reading, _known) -> Iterator[Fault]:
    """Figures that are compared are of one population, one definition and equal periods."""
    for line in reading.prose():
        for sentence in line.sentences if len(line.live) > 1 and not line.noted else ():
            inside = [item for item in line.live if sentence.holds(item.start)]
            if _COMPARES.search(sentence.text):
                yield from _unlike(inside, line)
    for grid in reading.grids:
        for row in () if grid.noted else grid.rows:
            cells = [(cell, item) for cell in row for item in cell.live]
            yield from _unlike([item for _, item in cells], cells[0][0] if cells else None)


def _unlike(items, line: Line):
    for one, other in combinations(items, 2):
        entries = one.entry, other.entry
        same = {(current_key(item.key), item.member) for item in entries}
        reason = why_not_comparable(*entries) if len(same) == 1 else ""
        if reason and entries[0].number != entries[1].number:
            says = f"{entries[0].text} and {entries[1].text} are not comparable: {reason}."
            place = other if line.kind != "cell" else line.live[0]
            yield fault(line, (place.start, place.end), says, _FIX)
            return

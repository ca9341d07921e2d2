"""Like is compared with like: live figures that one sentence, or one row, sets side by side."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from assurance.figures.comparison import why_not_comparable
from assurance.figures.keys import current_key
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule

_COMPARES = re.compile(
    r"\b(?:rose|risen|rising|fell|fallen|falling|grew|grown|dropped|went\s+(?:up|down)|up|down|"
    r"(?:increas|decreas|reduc|chang|mov)(?:e|ed|es|ing)|compared|against|than|"
    r"from\b[^.]{0,200}\bto)\b",
    re.I,
)
_FIX = "Use each alone, or add a note after it to explain why they are compared."


@rule("not-comparable", Severity.ERROR, "decisions on like with like")
def likeness(reading: Reading, _known) -> Iterator[Fault]:
    """Figures that are compared are of one population, one definition and equal periods."""
    for line in reading.prose():
        if len(line.live) > 1 and not line.noted:
            rows = [(line.sentence_at(item.start), item) for item in line.live]
            for sentence, items in groupby(rows, itemgetter(0)):
                if _COMPARES.search(sentence.text):
                    yield from _unlike([(line, item) for _, item in items])
    for grid in reading.grids:
        for row in () if grid.noted else grid.rows:
            yield from _unlike([(cell, item) for cell in row for item in cell.live])


def _unlike(items):
    """The first of some figures that is unlike the one before it of the same key."""
    first = {}
    for line, item in items:
        entry = item.entry
        before = first.setdefault((current_key(entry.key), entry.member), entry)
        if reason := why_not_comparable(before, entry):
            says = f"{before.text} and {entry.text} are not comparable: {reason}."
            yield fault(line, (item.start, item.end), says, _FIX)
            return

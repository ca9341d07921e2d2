"""Like is compared with like: live figures that one sentence, or one row, sets side by side."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter

from assurance.figures.comparison import OTHER_FIGURE, why_not_comparable
from assurance.figures.keys import current_key
from reports.checks.reading import Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import STATED
from reports.prose.quantities.arithmetic import last_word

_COMPARES = re.compile(
    r"\b(?:rose|risen|rising|fell|fallen|falling|grew|grown|dropped|went\s+(?:up|down)|up|down|"
    r"(?:increas|decreas|reduc|chang|mov)(?:e|ed|es|ing)|compared|against|than|"
    r"from\b[^.]{0,200}\bto)\b",
    re.I,
)
_NEAR = 80
# “ranged from 3 to 9” sets no number against itself.
_FROM = re.compile(
    r"(?<!ranged )(?<!ranging )(?<!varied )(?<!varying )\bfrom\s+(?:about\s+|just\s+|some\s+)?$",
    re.I,
)
_TO = re.compile(r"[^.;:]{0,60}\bto\s+(?:about\s+|just\s+|some\s+)?", re.I)
_FIX = "Use each alone, or add a note after it to explain why they are compared."


@rule("not-comparable", Severity.ERROR, "decisions on like with like")
def likeness(reading: Reading, _known) -> Iterator[Fault]:
    """Figures that are compared are of one population, one definition and equal periods."""
    for line in reading.prose():
        if len(line.live) > 1 and not line.notes:
            rows = [(line.sentence_at(item.start), item) for item in line.live]
            for sentence, items in groupby(rows, itemgetter(0)):
                if _COMPARES.search(sentence.text):
                    entries = [item for _, item in items]
                    yield from _unlike([(line, item) for item in entries])
                    yield from _of_two_things(line, sentence, entries)
    for grid in reading.grids:
        for row in () if grid.noted else grid.rows:
            yield from _unlike([(cell, item) for cell in row for item in cell.live])


def _of_two_things(line, sentence, items):
    """The second of two figures, of which by the sentence one rose or fell to the other, where they
    count two things."""
    for before, after in pairwise(items):
        lead = line.text[max(sentence.start, before.start - _NEAR) : before.start]
        joined = _TO.fullmatch(line.text, before.end, after.start)
        if not joined or not _FROM.search(lead) or not last_word(lead):
            continue
        entries = (before.entry, after.entry)
        # One with a typed part is defined by its words.
        known = all(
            item.key != STATED and (item.definition or not item.made_of) for item in entries
        )
        if known and why_not_comparable(*entries) == OTHER_FIGURE:
            names = " and ".join(f"{item.text} ({item.title})" for item in entries)
            says = f"{names} are not comparable: {OTHER_FIGURE}."
            yield fault(line, (after.start, after.end), says, _FIX)


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

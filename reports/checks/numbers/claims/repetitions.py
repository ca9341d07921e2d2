"""What a paper tells twice in other words: that so many were made in a year, and what the table
under a paragraph adds up to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.numbers.arithmetic import plain, shown
from reports.checks.numbers.columns import counted
from reports.checks.numbers.phrases import phrase_after, stems
from reports.checks.reading import PARAGRAPH, Line, Reading
from reports.checks.rule import Fault, Mend, fault
from reports.prose.marks import Marked
from reports.prose.numbers import Number

_DONE = (
    r"approved|completed|made|received|held|carried\s+out|undertook|undertaken|recruited|trained|"
    r"visited|inspected|closed|opened|issued|reviewed|audited|registered|upheld|investigated"
)
_DID = re.compile(
    rf"\b(?P<verb>{_DONE})\s+(?:a\s+total\s+of\s+)?⟦c(?P<count>\d+)⟧(?P<after>[^⟦]*)", re.I
)
_WAS_DONE = re.compile(
    rf"⟦c(?P<count>\d+)⟧(?P<phrase>[^⟦,;:.()]{{3,60}}?)\s+(?:were|was|have\s+been|has\s+been)\s+"
    rf"(?P<verb>{_DONE})(?P<after>[^⟦]*)",
    re.I,
)
_ENDS = re.compile(
    r"^\s*(?:[.;,)(]|$|(?:in|during|over|between|by|on|at)\s*(?:the\s+)?$|and\s+[a-z])", re.I
)
_PERIOD = re.compile(
    r"\b(?:in|during|over)\s+(?:the|this)\s+(?P<span>(?:reporting\s+|review\s+)?period|year|"
    r"half-?\s?year|quarter|six\s+months)\b",
    re.I,
)
_PART = re.compile(
    r"\b(?:further|another|other|new\s+ones|of\s+(?:these|them|which|whom)|including|each|per|by\s+the)\b",
    re.I,
)
_SHOWN = re.compile(r":\W*$|\b(?:table|below|follows|following|shown|set\s+out)\b", re.I)
_LEAST = 10


@dataclass(frozen=True)
class Event:
    """That so many of something were done at some time."""

    key: tuple
    number: Number
    words: str
    line: Line


def faults(reading: Reading) -> Iterator[Fault]:
    """A number that the paper gives a second time, and otherwise."""
    told = {}
    for line in reading.prose():
        for one in () if line.annex else _events(line):
            other = told.setdefault(one.key, one)
            if other.number.value != one.number.value:
                says = f"The paper says {plain(one.number)} {one.words} here and "
                says += f"{plain(other.number)} at {other.line.at}."
                yield _at(line, one.number, says)
    yield from _over_tables(reading)


def _events(line: Line):
    for sentence in line.marked:
        when = _when(sentence)
        if not when or "⟦c" not in sentence.text or _PART.search(sentence.text):
            continue
        for pattern in (_DID, _WAS_DONE):
            for found in pattern.finditer(sentence.text):
                phrase = found.groupdict().get("phrase") or phrase_after(found["after"])
                rest = found["after"] if pattern is _WAS_DONE else _behind(found["after"], phrase)
                number, named = sentence.thing(found["count"]), stems(phrase)
                if named and not number.bound and number.value >= _LEAST and _ENDS.match(rest):
                    verb = found["verb"].casefold().replace("undertook", "undertaken")
                    yield Event((verb, named, when), number, phrase.strip(), line)


def _when(sentence: Marked):
    """The one date or period of a sentence, as it may be compared, or nothing."""
    days = sentence.marks("d")
    if len(days) == 1 and days[0].first:
        return days[0].first, days[0].last
    found = _PERIOD.search(sentence.text) if not days else None
    return found["span"].casefold() if found else None


def _behind(after, phrase):
    return after[after.find(phrase) + len(phrase) :] if phrase else after


def _over_tables(reading: Reading):
    """The count of a paragraph that opens a table, where the table's total is nearly it."""
    for grid in reading.grids:
        table = counted(grid)
        place = reading.first_places.get(grid.where, 0)
        line = reading.lines[place - 1] if place else None
        if not table or len(table.totals) != 1 or line is None or line.kind != PARAGRAPH:
            continue
        totals = [one.cells[table.totals[0]] for one in table.sums()]
        sums = {one.value for one in totals if one.count and one.value >= _LEAST}
        said = [one for sentence in line.marked for one in sentence.marks("c")]
        if not _SHOWN.search(line.text) or {one.value for one in said} & sums:
            continue
        for number in said:
            near = [one for one in sums if abs(one - number.value) * 10 <= one]
            if near and not number.bound and number.value >= _LEAST:
                says = f"The paper says {plain(number)}, and the table adds to {shown(near[0])}."
                yield _at(line, number, says)
                break


def _at(line: Line, number: Number, says):
    mend = Mend("Print one value for one thing, or say what differs.", line.block)
    return fault(line, number.start, says, end=number.end, mend=mend)

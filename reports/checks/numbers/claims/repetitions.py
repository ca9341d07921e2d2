"""What a paper gives twice in other words: what was done in a year, the sum of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.checks.numbers.columns import counted
from reports.checks.reading import PARAGRAPH, Line, Reading
from reports.checks.rule import Fault, fault
from reports.prose.marks import Marked
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import number_text, plain
from reports.prose.quantities.phrases import phrase_after, stems

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
_LEADS_TO_TABLE = re.compile(r":\W*$|\b(?:table|below|follows|following|shown|set\s+out)\b", re.I)
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
    values = {}
    for line in reading.prose():
        for item in () if line.annex else _events(line):
            other = values.setdefault(item.key, item)
            if other.number.value != item.number.value:
                says = f"The paper says {plain(item.number)} {item.words} here and "
                says += f"{plain(other.number)} at {other.line.at}."
                yield _at(line, item.number, says)
    yield from _over_tables(reading)


def _events(line: Line):
    for sentence in line.marked:
        when = _when(sentence)
        if not when or "⟦c" not in sentence.text or _PART.search(sentence.text):
            continue
        for pattern in (_DID, _WAS_DONE):
            for match in pattern.finditer(sentence.text):
                phrase = match.groupdict().get("phrase") or phrase_after(match["after"])
                rest = match["after"] if pattern is _WAS_DONE else _behind(match["after"], phrase)
                number, named = sentence.thing(match["count"]), stems(phrase)
                if named and not number.bound and number.value >= _LEAST and _ENDS.match(rest):
                    verb = match["verb"].casefold().replace("undertook", "undertaken")
                    yield Event((verb, named, when), number, phrase.strip(), line)


def _when(sentence: Marked):
    """The one date or period of a sentence, as it may be compared, or nothing."""
    days = sentence.marks("d")
    if len(days) == 1 and days[0].first:
        return days[0].first, days[0].last
    match = _PERIOD.search(sentence.text) if not days else None
    return match["span"].casefold() if match else None


def _behind(after, phrase):
    return after[after.find(phrase) + len(phrase) :] if phrase else after


def _over_tables(reading: Reading):
    """The count of a paragraph that opens a table, where the table's total is nearly it."""
    for grid in reading.grids:
        table = counted(grid)
        line = reading.line_before(grid.where)
        if not table or len(table.totals) != 1 or line is None or line.kind != PARAGRAPH:
            continue
        totals = [item.cells[table.totals[0]] for item in table.sums()]
        sums = {total.value for total in totals if total.count and total.value >= _LEAST}
        items = [mark for sentence in line.marked for mark in sentence.marks("c")]
        if not _LEADS_TO_TABLE.search(line.text) or {item.value for item in items} & sums:
            continue
        for number in items:
            near = [item for item in sums if abs(item - number.value) * 10 <= item]
            if near and not number.bound and number.value >= _LEAST:
                says = (
                    f"The paper says {plain(number)}, and the table adds to {number_text(near[0])}."
                )
                yield _at(line, number, says)
                break


def _at(line: Line, number: Number, says):
    return fault(line, number, says, "Print one value for one thing, or say what differs.")

"""A part of a group that is larger than the group: `of those 28, 29 also showed the date`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.repeats.roots import stems_in

_OF_THOSE = re.compile(
    r"(?:^|[;.]\s+|,\s+(?:and\s+)?)\W*(?:of|among(?:st)?|out\s+of|from)\s+(?:these|those)\s+(?:[a-z]+\s+)?⟦c(?P<whole>\d+)⟧"
    r"(?:(?!\b(?:was|were|are|is|had|have|has|came|went|took)\b)[^⟦.;:]){0,40},\s+(?:(?:only|just|all|some|as\s+many\s+as)\s+)?"
    r"⟦c(?P<part>\d+)⟧(?=\s+(?:also|had|have|has|were|was|are|is|did|took|went|came|showed|[a-z]{3,}ed)\b)",
    re.I,
)
_OF_GROUP = re.compile(
    r"⟦c(?P<part>\d+)⟧\s+of\s+(?:the|this|that|those)\s+(?P<group>[a-z]{5,})\s+(?:group|ones|families|children|people|young|carers|parents|cases)\b",
    re.I,
)
_COUNT = re.compile(r"⟦c(?P<mark>\d+)⟧(?P<words>[^⟦.;:]{0,80})")
_NOT = re.compile(
    r"\b(?:episodes?|times|occasions|visits|between\s+them|had\s+\S+\s+\S+\s+each)\b", re.I
)
_MEND = "A part is no larger than its whole."


def subsets(reading: Reading) -> Iterator[Denial]:
    """A count of some of a group is no larger than the group."""
    for row in statements(reading):
        if len(row.counts) > 1:
            yield from _of_those(row)
            yield from _of_group(row)


def _of_those(row: Statement) -> Iterator[Denial]:
    for match in _OF_THOSE.finditer(row.sentence.text):
        yield from _larger(row, match["part"], match["whole"])


def _of_group(row: Statement) -> Iterator[Denial]:
    """`18 gave their consent, and 22 of the consenting group took part`."""
    text = row.sentence.text
    for match in _OF_GROUP.finditer(text):
        group = stems_in(match["group"])
        for count in _COUNT.finditer(text, 0, match.start()):
            if group & stems_in(count["words"]):
                yield from _larger(row, match["part"], count["mark"])


def _larger(row: Statement, part: str, whole: str) -> Iterator[Denial]:
    first, last = row.sentence.thing(part), row.sentence.thing(whole)
    if first.value > last.value and not (last.bound or _NOT.search(row.sentence.text)):
        says = f"{first.words} are given as some of {last.words}."
        yield Denial(row.line, first, says, _MEND)

"""The least and the most of something, against its mean and what is counted within."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import Number
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import of_passage
from reports.share_constraints.evidence.others import is_of_others

_LEAST = (
    r"(?:lightest|lowest|smallest|shortest|quietest|youngest|fewest|cheapest|minimum|quickest|fastest|newest|"
    r"slimmest|slackest|nearest)"
)
_MOST = (
    r"(?:heaviest|highest|largest|biggest|longest|busiest|oldest|dearest|maximum|slowest|greatest|"
    r"fullest|farthest|furthest)"
)
_TO = r"(?:[^⟦.;]|⟦[dx]\d+⟧){0,60}?"
# “The lightest caseload was 58”, “Quietest day: 30 August, 14 contacts.”
_LOW = re.compile(rf"\b{_LEAST}\b{_TO}⟦(?P<kind>[cpm])(?P<mark>\d+)⟧", re.I)
_HIGH = re.compile(rf"\b{_MOST}\b{_TO}⟦(?P<kind>[cpm])(?P<mark>\d+)⟧", re.I)
_MEAN = re.compile(
    rf"\b(?:mean|average|averag(?:ing|es|ed)|median|typical(?:ly)?)\b{_TO}⟦(?P<kind>[cpm])(?P<mark>\d+)⟧"
    r"|⟦(?P<other>[cpm])(?P<behind>\d+)⟧(?:\s+[a-z]+){0,2}\s+on\s+average\b",
    re.I,
)
_AGES = re.compile(r"\b(?:youngest|oldest)\b", re.I)
_AGE = re.compile(
    r"\b(?:he|she|who)\s+(?:was|is|were|are|had\s+been)\s+(?:only\s+|just\s+)?⟦[cx](?P<mark>\d+)⟧"
    r"(?=\s+(?:on\s+the\s+day|at\s+the\s+time|when|years?\s+old)|\s*[.,;])"
    r"|\baged\s+⟦[cx](?P<aged>\d+)⟧(?!\s*(?:to|and|or|–|-)\b)|⟦[cx](?P<old>\d+)⟧-year-old",
    re.I,
)
_ELSE = re.compile(
    rf"\b(?:{OTHER_AREAS}|elsewhere|{AIMS}|{EARLIER_TIMES}|{EXPECTATIONS}|before|all\s+but|"
    r"except\w*|should|guideline|limit|standard|second|next)\b",
    re.I,
)
_FAR, _MEND = 3, "Put the mean or the range right."


@dataclass(frozen=True)
class _Range:
    """The least and the most of one thing, with the sentence of each."""

    least: Number
    most: Number
    rows: tuple[Statement, ...]

    def holds(self, number: Number) -> bool:
        """True if a number lies between the two."""
        return self.least.value <= number.value <= self.most.value


def outside_ends(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`The lightest caseload was 58, the heaviest 71 and the mean 76`: it lies between the two;
    `the youngest was 11, the oldest 15; he was 17`."""
    text = row.sentence.text
    mean = _MEAN.search(text)
    ages = [] if mean else [*_AGE.finditer(text)]
    if not (mean or ages) or _ELSE.search(text):
        return
    ends = _range_in((row, *of_passage(row, earlier[:_FAR])))
    if ends is None:
        return
    if ages and not _AGES.search(ends.rows[0].sentence.text):
        return
    for match in [mean] if mean else ages:
        yield from _denied(row, match, ends)


def _denied(row: Statement, match: re.Match, ends: _Range) -> Iterator[Denial]:
    number = row.sentence.thing(next(x for x in match.groups() if x and x.isdigit()))
    if match.re is _MEAN and number.kind != ends.least.kind:
        return
    if number in (ends.least, ends.most) or number.bound or ends.holds(number):
        return
    if is_of_others(row.sentence.text, *match.span(), compared=False):
        return
    what = "A mean" if match.re is _MEAN else "An age"
    says = f"{what} of {ends.least.words} to {ends.most.words} is not {number.words}."
    yield Denial(row.line, number, says, _MEND)


def _range_in(rows: Sequence[Statement]) -> _Range | None:
    """The one least and the one most that some sentences name, of one kind."""
    lows = [(row, match) for row in rows for match in _LOW.finditer(row.sentence.text)]
    highs = [(row, match) for row in rows for match in _HIGH.finditer(row.sentence.text)]
    if len(lows) != 1 or len(highs) != 1:
        return None
    (row, low), (other, high) = lows[0], highs[0]
    least, most = row.sentence.thing(low["mark"]), other.sentence.thing(high["mark"])
    alike = low["kind"] == high["kind"] and not (least.bound or most.bound)
    apart = any(_ELSE.search(x.sentence.text) for x in {row, other})
    is_range = alike and least.value < most.value and not apart
    return _Range(least, most, (row, other)) if is_range else None

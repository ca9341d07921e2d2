"""How steeply or for how long a number went one way, against the values that are listed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assurance.runtime.periods import MONTHS
from reports.checks.reading import Reading
from reports.equations.courses.value_lists import values_of
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS, OTHER_AREAS
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import after, before, statements

_UP = (
    r"(?:risen|rose|grown|grew|increased|climbed|more|higher|(?:gone|went)\s+up|rise|increase|"
    r"growth)"
)
_DOWN = (
    r"(?:fallen|fell|dropped|declined|decreased|fewer|less|lower|(?:gone|went|come|came)\s+down|fall|"
    r"drop|decrease)"
)
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_OTHER_WAY = _WAY.replace("up>", "rise>").replace("down>", "drop>")
_STEEP = r"(?:sharply|steeply|markedly|dramatically|substantially|significantly)"
_SHARPLY = SentencePattern(rf"\b(?:{_STEEP}\s+{_WAY}|{_OTHER_WAY}\s+{_STEEP})\b", re.I)
_LEVEL = SentencePattern(
    r"\b(?:hardly|barely|scarcely)\s+(?:changed|moved)\b|\b(?:stayed|remained|been|was|were|kept)\s+(?:broadly\s+|very\s+|fairly\s+)?"
    r"(?:level|steady|stable|flat|unchanged|constant)\b",
    re.I,
)
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_RUNNING = SentencePattern(
    rf"\bfor\s+the\s+(?P<nth>{'|'.join(_NTH)})\s+(?:consecutive\s+|successive\s+)?(?:year|quarter|term|month|time|half-year)\b"
    rf"(?:\s+(?:running|in\s+(?:a\s+row|succession)))?[^.;:⟦]{{0,40}}?\b{_WAY}\b",
    re.I,
)
_FIRST = SentencePattern(
    r"^\W*(?:this|that|it)\s+(?:is|was)\s+the\s+first\s+(?:(?P<up>rise|increase|growth)|(?P<down>fall|drop|decrease|decline|reduction))\b",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{NEGATIONS}|{CONDITIONS}|{EXPECTATIONS}|no)\b", re.I
)
# The values are of times, not of places.
_TIMED = re.compile(
    rf"⟦[dx]\d+⟧|\b(?:{'|'.join(MONTHS)}|quarter|term|year|spring|summer|autumn|winter)\b", re.I
)
_LITTLE, _MUCH = 3, 25
_MEND = "Use the word that the values show."


def steep_courses(reading: Reading) -> Iterator[Denial]:
    """`Numbers have risen sharply: 1,203 in June, 1,205 in September, 1,202 in December.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        is_claim = any(pattern.search(text) for pattern in (_SHARPLY, _LEVEL, _RUNNING, _FIRST))
        if not is_claim or _UNSURE.search(text):
            continue
        near = [row] if row.counts else [row, *after(rows, place, 1)]
        values = next((x for other in near if (x := _timed_values(other))), ())
        claim = _wrong(row, values) if values else ""
        claim = claim or _not_first(row, before(rows, place, 2))
        if claim:
            says = f"The report has “{claim}”, and the values do not show it."
            yield Denial(row.line, row.span, says, _MEND)


def _timed_values(row: Statement) -> Sequence[Number]:
    return values_of(row) if _TIMED.search(row.sentence.text) else ()


def _wrong(row: Statement, values: Sequence[Number]) -> str:
    """The words of a course that the values do not have; an empty text for none."""
    text, sizes = row.sentence.text, [x.value for x in values]
    spread = (max(sizes) - min(sizes)) * 100
    if (match := _SHARPLY.search(text)) and spread < min(sizes) * _LITTLE:
        return row.sentence.said(match.group())
    if (match := _LEVEL.search(text)) and spread > max(sizes) * _MUCH:
        return row.sentence.said(match.group())
    if match := _RUNNING.search(text):
        steps = _NTH[match["nth"].casefold()]
        way = 1 if match["up"] else -1
        last = sizes[-steps - 1 :]
        if len(last) > steps and any((b - a) * way <= 0 for a, b in pairwise(last)):
            return row.sentence.said(match.group())
    return ""


def _not_first(row: Statement, earlier: Sequence[Statement]) -> str:
    """`Orders fell from 34 to 29, 25 and 22. There were 17. This is the first increase.`"""
    match = _FIRST.match(row.sentence.text)
    near = [x for x in earlier if x.line is row.line]
    sizes = [x.value for other in reversed(near) for x in other.counts if not x.phrase.number.bound]
    sizes = sizes or [x.value for other in reversed(near) for x in values_of(other)]
    if not match or len(sizes) < 2:
        return ""
    way = 1 if match["up"] else -1
    return row.sentence.said(match.group()) if (sizes[-1] - sizes[-2]) * way < 0 else ""

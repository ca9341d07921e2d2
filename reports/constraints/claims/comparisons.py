"""Two things that a sentence compares by name, against their numbers in a series."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.constraints.claims.surroundings import series_near
from reports.constraints.claims.targets import MEND
from reports.equations.steps.step import AMOUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement

_COMPARED = re.compile(
    r"^(?P<one>[^,;:()]{3,60}?)\s+(?:was|were|is|are)\s+(?:well\s+|slightly\s+|much\s+|just\s+)?(?:(?P<up>up|higher|above|ahead|busier|larger|more)|"
    r"(?P<down>down|lower|below|behind|quieter|smaller|fewer))\s+(?:on|than|of\s+)?\s*(?P<other>[^,;:()]{3,60})",
    re.I,
)
# “Carers outnumber homes by 15.”
_EXCEEDED = re.compile(
    r"^(?P<one>[^⟦,;:()]{3,60}?)\s+(?:outnumber(?:ed|s)?|exceed(?:ed|s)?)\s+(?P<other>[^⟦,;:()]{3,60}?)\s+by\s+⟦c(?P<gap>\d+)⟧",
    re.I,
)


def compared_entries(reading: Reading, row: Statement) -> Iterator[Denial]:
    """`Quarter 4 was down on quarter 3`: two that a series near by names."""
    yield from _exceeded(reading, row)
    match = _COMPARED.match(row.sentence.text) if not row.counts else None
    verdicts = []
    for series in series_near(reading, row) if match else ():
        pair = [series.entry_named(row.sentence.said(match[name])) for name in ("one", "other")]
        if all(pair) and pair[0] is not pair[1]:
            way = 1 if match["up"] else -1
            verdicts.append((pair[0].number.value - pair[1].number.value) * way > 0 or pair)
    if verdicts and True not in verdicts:
        one, other = (item.number.words for item in verdicts[0])
        says = f"It is {one} against {other}, but the report uses “{match['up'] or match['down']}”."
        yield Denial(row.line, row.span, says, MEND)


def _exceeded(reading: Reading, row: Statement) -> Iterator[Denial]:
    """`Carers outnumber homes by 15`: by so many as a series near by has."""
    match = _EXCEEDED.match(row.sentence.text)
    gap, gaps = row.sentence.thing(match["gap"]) if match else None, []
    for series in series_near(reading, row) if match else ():
        pair = [series.entry_named(row.sentence.said(match[name])) for name in ("one", "other")]
        if all(pair) and pair[0] is not pair[1]:
            gaps.append(pair[0].number.value - pair[1].number.value)
    if gaps and gap.value not in gaps:
        says = f"They differ by {number_text(abs(gaps[0]))}, but the report gives {gap.words}."
        yield Denial(row.line, gap, says, AMOUNT)

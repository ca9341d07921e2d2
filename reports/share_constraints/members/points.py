"""Percentage points, against the two per cents right before them."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement

# “31%. Quarter 1 was 27%, so four percentage points more.”
_POINTS = re.compile(
    r"(?:,|\s[–—-]|\()\s*(?:(?:so|that\s+is|which\s+is|or|a\s+(?:rise|fall|gain|drop|change)\s+of|up|down|now)\s+)?"
    r"⟦[cx](?P<many>\d+)⟧\s+(?:percentage\s+)?points?\b(?:\s+(?:more|less|higher|lower|up|down|better|worse|above|below))?",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:target|nation\w*|england|region\w*|neighbours?|average|expected)\b", re.I
)
_PAIR = 2


def points_between(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`It is 31%. Quarter 1 was 27%, so nine percentage points more`: they differ by four."""
    matches = [*_POINTS.finditer(row.sentence.text)]
    if len(matches) != 1:
        return
    own = row.sentence.marks("p", row.sentence.text[: matches[0].start()])
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    before = near.sentence.marks("p") if near and len(own) < _PAIR else []
    pair = [*before, *own]
    text = f"{near.sentence.text if before else ''} {row.sentence.text}"
    number = row.sentence.thing(matches[0]["many"])
    if len(pair) != _PAIR or not own or _OTHERS.search(text) or number.bound:
        return
    gap = abs(pair[1].value - pair[0].value)
    slack = 0 if any(x.places for x in (*pair, number)) else 1
    if abs(gap - number.value) > slack:
        says = (
            f"{pair[0].words} and {pair[1].words} differ by {number_text(gap, 1)} points, but the "
        )
        says += f"report gives {number.words}."
        yield Denial(row.line, number, says, "Put the wrong number right.")

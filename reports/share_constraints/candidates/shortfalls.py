"""So many more that are needed for a target, against the target and what is counted so far: `The
target is 24. Five came in spring and six in summer, so 13 more are needed`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from reports.checks.reading import Reading
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.share_constraints.candidates.near import cells, passage
from reports.share_constraints.candidates.verdicts import NOUN

_NEEDED = SentencePattern(
    r"⟦(?P<kind>[cm])(?P<more>\d+)⟧\s+(?:more|further|additional|others?)(?:\s+[a-z]+){0,2}?\s+(?:are|is|were|was|will\s+be|would\s+be|have\s+to\s+be|must\s+be)\s+"
    r"(?:still\s+|now\s+)?(?:needed|required|wanted|to\s+be\s+found|due|outstanding)"
    r"|\b(?:needs?|needed|require[ds]?|leav(?:es|ing)|with)\s+(?:another\s+|a\s+further\s+)?⟦(?P<kind2>[cm])(?P<more2>\d+)⟧\s+(?:more\s+)?(?:[a-z]+\s+){0,2}?"
    r"(?:to\s+(?:go|find|reach|meet|hit|make|come)|short|still\s+to)\b"
    r"|⟦(?P<kind3>[cm])(?P<more3>\d+)⟧\s+(?:short|to\s+go|away\s+from|off)\b",
    re.I,
)
_AIM = re.compile(rf"\b(?:{NOUN}|plan(?:ned)?|promised?|need|wanted|programme)\b", re.I)
_BACK, _MOST, _MEND = 2, 10, "Correct what is still needed, or the numbers."


def shortfalls(reading: Reading) -> Iterator[Denial]:
    """What is still needed is a target less what is counted so far."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _NEEDED.search(row.sentence.text)
        near = passage(rows, place, _BACK) if match else []
        if not match or not any(_AIM.search(x.sentence.text) for x in near):
            continue
        more = row.sentence.thing(match["more"] or match["more2"] or match["more3"])
        values = _values(near, more)
        if more.bound or not 1 < len(values) <= _MOST:
            continue
        target = max(values)
        parts = [x for x in values if x != target]
        sums = {x for at in range(len(parts)) for x in accumulate(parts[at:])}
        sums |= set(cells(reading, row, more.kind))
        left = {abs(target - x) for x in (*sums, *parts)}
        if parts and more.value not in left and 0 < target - sum(parts) <= 2 * more.value:
            says = (
                f"{number_text(target)} less what is counted near it does not leave {more.words}."
            )
            yield Denial(row.line, more, says, _MEND)


def _values(near: Sequence[Statement], more: Number) -> list[Fraction]:
    """The numbers of the sentences up to the nearest that names an aim, in their order."""
    made: list[Fraction] = []
    for row in near:
        own = [x for x in row.sentence.marks("cm") if x.kind == more.kind and x is not more]
        made = [*(x.value for x in own), *made]
        if len(made) > 1 and _AIM.search(row.sentence.text):
            break
    return made

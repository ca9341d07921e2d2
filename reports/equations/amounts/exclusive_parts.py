"""Parts that leave nothing open: `of the 57 children, 32 were at risk of crime only, 19 of abuse
only, and 6 of both`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.marks import MARK
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_OF_THE = re.compile(r"\W*(?:of|among)\s+(?:the|our|these|those)\s+⟦c(?P<whole>\d+)⟧", re.I)
_ONLY = re.compile(r"\b(?:only|alone|solely)\b", re.I)
_BOTH = re.compile(r"\b(?:both|neither|either|all\s+(?:three|of\s+them))\b", re.I)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{CONDITIONS}|remaining|rest|other|others|not\s+known)\b",
    re.I,
)
_FEWEST, _MOST, _TWO = 3, 4, 2


def exclusive_parts(reading: Reading) -> Iterator[Denial]:
    """The denials of a whole that parts of one kind only, and of both, do not come to."""
    for row in statements(reading):
        opened = _OF_THE.match(row.sentence.text)
        if opened and not _OTHERS.search(row.sentence.text, opened.end()):
            yield from _denied(row, opened)


def _denied(row: Statement, opened: re.Match) -> Iterator[Denial]:
    text, whole = row.sentence.text, row.sentence.thing(opened["whole"])
    marks = [x for x in MARK.finditer(text, opened.end()) if x[1] in "cx"]
    ends = [*(x.start() for x in marks[1:]), len(text)]
    behind = [text[x.end() : end] for x, end in zip(marks, ends, strict=True)] if marks else []
    # The last part is of both, or of neither.
    sides, both = behind[:-1], behind[-1:]
    closed = len(sides) >= _TWO and all(map(_ONLY.search, sides)) and _BOTH.search(both[0])
    values = [row.sentence.thing(x[2]) for x in marks]
    if not closed or not _FEWEST <= len(values) <= _MOST or any(x.bound for x in (whole, *values)):
        return
    total = sum(x.value for x in values)
    if total != whole.value:
        terms = " + ".join(x.words for x in values)
        says = f"{terms} = {number_text(total)}, but the report gives {whole.words}."
        yield Denial(row.line, whole, says, "Put the wrong number right.")

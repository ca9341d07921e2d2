"""Tables whose rows overlap, by their own words or those around them, so that they need not add."""

import re

from reports.checks.numbers.passages import line_behind
from reports.checks.reading import CELL, Grid, Reading, shared
from reports.prose.patterns import SentencePattern

_MORE_THAN_ONCE = re.compile(
    r"more\s+than\s+on(?:e|ce)|not\s+(?:add|sum)|several\s+(?:answers|reasons)|"
    r"multiple|overlap|rounding|both\s+columns",
    re.I,
)
# Behind a table these are of its rows; “more than one” may be of anything.
_SHARED = SentencePattern(
    r"not\s+(?:be\s+)?(?:add|sum)|counted\s+(?:only\s+)?once|(?:counted|appear\w*|shown?)\s+(?:twice|(?:in|under)\s+(?:both|each|two))\b|in\s+both\s+(?:rows|columns|lines)\b|(?:more|fewer|less)\s+than\s+the\s+sum\b|"
    r"\bsome\s+[a-z]+\s+(?:use|attend|visit|belong)(?:s|ed)?\s+(?:to\s+)?(?:both|two|several)\b",
    re.I,
)


def says_otherwise(reading: Reading, grid: Grid) -> bool:
    """True if a table’s own words, or those right behind it, say that its rows overlap or do not
    add."""
    other = shared(reading, texts_beside).get(grid.where, ())
    own = " ".join((grid.caption, *other))
    behind = line_behind(reading, grid.rows[-1][-1]) if grid.rows and grid.rows[-1] else None
    is_shared = _SHARED.search(own) or (behind and _SHARED.search(behind.text))
    return bool(_MORE_THAN_ONCE.search(own) or is_shared)


def texts_beside(reading: Reading) -> dict[str, list[str]]:
    """Anchor → the texts that stand there and are no cells: captions and notes of tables."""
    index = {}
    for line in reading.lines:
        if line.kind != CELL:
            index.setdefault(line.where, []).append(line.text)
    return index

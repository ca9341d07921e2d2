"""The clause of a claim or a number: its sentence between the breaks around it."""

import re

from reports.quantities.model import Quantity


def clause_around(text: str, match: re.Match, breaks: re.Pattern) -> tuple[int, int]:
    """Where the stretch of a text around a match begins and ends, from the last of the breaks
    before it to the first behind it."""
    return _around(text, *match.span(), breaks)


def clause_of(item: Quantity, breaks: re.Pattern) -> str:
    """The marked words of the same stretch around a number."""
    text = item.sentence.text
    start, end = _around(text, item.phrase.start, item.phrase.end, breaks)
    return text[start:end]


def _around(text, first, last, breaks):
    start = max((x.end() for x in breaks.finditer(text, 0, first)), default=0)
    end = next((x.start() for x in breaks.finditer(text, last)), len(text))
    return start, end

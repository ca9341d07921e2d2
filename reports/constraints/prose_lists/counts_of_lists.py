"""How many things a list has, where a sentence elsewhere counts them by what the line over the list
has of them: `each of the four agencies that have signed`."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import opened
from reports.checks.reading import Reading
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stem, stems
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_COUNTED = SentencePattern(
    r"\b(?:the|these|those|all|both)\s+⟦c(?P<mark>\d+)⟧\s+(?P<noun>[a-z-]+(?:\s+[a-z-]+)?)\s+(?:that|who|which)\s+(?:(?:have|had|has|were|was|are|is)\s+)?"
    r"(?P<verb>[a-z]{4,})\b",
    re.I,
)
_SOME = re.compile(r"\b(?:includ\w+|such\s+as|for\s+example|among|some\s+of)\b", re.I)
_MOST, _MEND = 12, "Put the number right, or the list."


def counts_of_lists(reading: Reading) -> Iterator[Denial]:
    """A count of things is that of the one list whose opening line has the same noun and verb."""
    lists = [
        (lead, len(listing.items), stems(lead.text))
        for listing, lead in opened(reading)
        if lead is not None and len(listing.items) > 1 and not _SOME.search(lead.text)
    ]
    for row in statements(reading) if lists else ():
        for match in _COUNTED.finditer(row.sentence.text):
            number = row.sentence.thing(match["mark"])
            words = stems(match["noun"]) | {stem(match["verb"].casefold())}
            named = [(lead, many) for lead, many, own in lists if words <= own]
            if len(named) != 1 or number.bound or number.value > _MOST:
                continue
            [(lead, many)] = named
            if row.line is not lead and number.value != many:
                says = f"The report gives {number.words} {match['noun']}, but {many} are listed "
                yield Denial(row.line, number, f"{says}below {lead.at}.", _MEND)

"""Those that a word like “non-compliant” names, against the whole and those that are compliant."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_NEGATED = re.compile(
    r"(?:the|our|those|these|all|each\s+of\s+the)\s+⟦c(?P<count>\d+)⟧\s+(?:non-|un|in|ir)(?P<state>[a-z]{5,})\s+(?P<noun>[a-z]+)",
    re.I,
)
# “Of the eighty files, 72 were compliant.”
_OF = re.compile(
    r"\bof\s+(?:the\s+|all\s+|our\s+|those\s+|these\s+)*⟦c(?P<base>\d+)⟧\s+(?P<noun>[a-z]+)[^⟦.;:]{0,40}?,?\s+⟦c(?P<part>\d+)⟧\s+"
    r"(?:(?:were|was|are|is|had\s+been)\s+)(?:fully\s+|found\s+to\s+be\s+)?(?P<state>[a-z]{5,})",
    re.I,
)
_MEND = "Put the wrong number right."


def negated_states(reading: Reading) -> Iterator[Denial]:
    """`Of the 80 files 72 were compliant` and `the eleven non-compliant files`: they are eight."""
    rows = statements(reading)
    told = [(row, match) for row in rows for match in _OF.finditer(row.sentence.text)]
    for row in rows if told else ():
        for match in _NEGATED.finditer(row.sentence.text):
            yield from _denied(row, match, told)


def _denied(row: Statement, match: re.Match, told) -> Iterator[Denial]:
    same = [
        (other, found)
        for other, found in told
        if found["state"].casefold() == match["state"].casefold()
        and found["noun"][:4].casefold() == match["noun"][:4].casefold()
    ]
    if len(same) != 1:
        return
    other, found = same[0]
    base, part = (other.sentence.thing(found[name]) for name in ("base", "part"))
    number, rest = row.sentence.thing(match["count"]), base.value - part.value
    if rest != number.value and not (number.bound or base.bound or part.bound):
        says = f"{base.words} − {part.words} = {number_text(rest)}, but the report gives "
        yield Denial(row.line, number, f"{says}{number.words}.", _MEND)

"""Which numbers of a sentence are those of the one thing that it ranks."""

import re
from collections.abc import Iterable

from reports.constraints.claims.entries import LEADING, Series, tokens
from reports.prose.marks import MARK

# “With 72%, York had the highest share”: what opens a sentence is of what is ranked behind it.
HAVING = re.compile(
    r"(?:^|;\s+)\W*(?:with|at|having|on)\s+(?:[a-z]+\s+){0,2}(?=⟦)[^;:]*?,[^,;:⟦]*$", re.I
)
# “Theft was the largest group: 29 in quarter 1; 34 in quarter 2”: its own numbers, and no rivals.
_OF_SUBJECT = re.compile(
    r"\b(?:was|were|is|are|remain\w*|became)\s+(?:again\s+|still\s+)?(?:the\s+)?$",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIODS = tokens(
    """quarter half first second third fourth last this previous year month week term period spring
    summer autumn winter january february march april may june july august september october
    november december"""
)
# What makes what is ranked some of what a series counts.
_STATES = tokens(
    "late overdue missed open closed vacant empty repeat unallocated unmet incomplete outstanding"
)


def of_that_state(series: Iterable[Series], named: frozenset[str]) -> list[Series]:
    """The series that may be of what is `named`: all calls are not ranked by the late ones."""
    return [item for item in series if item.own or named & _STATES <= item.about]


def are_periods(text: str, match: re.Match, series: Series) -> bool:
    """Whether the numbers behind what is called the largest are its own at several times."""
    named = _OF_SUBJECT.search(text[: match.start()])
    subject = named and tokens(MARK.sub(" ", text[: named.start()])) - LEADING - _PERIODS
    behind = all(item.start > match.end() for item in series.entries)
    dated = all(
        item.names & _PERIODS or any(map(str.isdigit, item.names)) for item in series.entries
    )
    timed = series.about & _PERIODS or any(_YEAR.fullmatch(name) for name in series.about)
    return bool(subject and behind and dated and timed)

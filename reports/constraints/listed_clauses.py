"""A stated number of things against the clauses, parted by semicolons, that then name them."""

import re

from reports.constraints.lists import MOST
from reports.quantities.model import Denial, Statement

# “Four lessons: to give …; to keep …; and to have …”.
_LISTED = re.compile(r"⟦c(?P<count>\d+)⟧(?:\s+[a-z’-]+){1,3}:\s+(?P<items>[^:]{20,600})$", re.I)
_COUNTED = re.compile(r"\W*(?:and\s+)?(?:the\s+|in\s+|for\s+|another\s+)?(?:one\b|⟦)", re.I)
_LAST = re.compile(r"\s*and\s", re.I)
_FEWEST = 3


def listed_otherwise(row: Statement) -> Denial | None:
    """The denial of `Four lessons: to give …; to keep …; and to have …`, which names three."""
    match = _LISTED.search(row.sentence.text)
    item = match and next((x for x in row.counts if str(x.phrase.mark) == match["count"]), None)
    if not item or item.phrase.number.bound or not 2 <= item.value <= MOST:
        return None
    pieces = match["items"].split(";")
    whole = len(pieces) >= _FEWEST and _LAST.match(pieces[-1])
    if not whole or item.value == len(pieces) or any(map(_COUNTED.match, pieces)):
        return None
    says = f"The report gives {item.phrase.said}, but {len(pieces)} are named."
    return Denial.of(item, says, "Put the number right, or name them all.")

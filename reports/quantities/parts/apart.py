"""Numbers that stand beside a whole and are no parts of it: what they say that tells them apart."""

import re
from collections.abc import Sequence

from reports.quantities.grammar import REST
from reports.quantities.model import Quantity
from reports.quantities.nouns import noun_of

# What a number is told by that is not of what was counted before: “and complaints numbered 44”.
_OWN_SUBJECT = re.compile(
    r"^(?:and|but|while|whilst|with)?\s*(?P<noun>(?:[a-z’-]+\s+){1,6}?)"
    r"(?:numbered|totalled|reached|(?:came|amounted|ran)\s+to|stood\s+at|were|was)$",
    re.I,
)
# A value that another is compared with is no part of it.
_COMPARED = re.compile(
    r"\b(?:instead\s+of|in\s+(?:place|lieu)\s+of|than|against|compared\s+(?:with|to)|up\s+from|"
    r"down\s+from|not)$",
    re.I,
)
_OF_OTHER_TIME = re.compile(
    r"^(?:(?:in|at|for|as)\s+)?(?:(?:the|a|one)\s+(?:year|quarter|month|half-year)\s+(?:before|ago|earlier)"
    r"|(?:the\s+)?(?:last|previous)\s+(?:year|quarter|month)|as\s+(?:planned|expected|forecast))\b",
    re.I,
)
_OF_THIS_TIME = re.compile(r"\bthis\s+(?:year|quarter|month|half-year)\b", re.I)


def subject_of(part: Quantity):
    """The stem of what the words before a number say that it counts, if they do."""
    match = _OWN_SUBJECT.match(part.phrase.label)
    return {*noun_of(match["noun"])[-1:]} if match and part.phrase.role != REST else set()


def are_compared(items: Sequence[Quantity]) -> bool:
    """Whether one of some numbers stands to be compared with the others, as that of another year
    does where they are not told year by year."""
    by_time = any(_OF_THIS_TIME.search(item.phrase.clause) for item in items)
    return any(
        _COMPARED.search(item.phrase.label)
        or (not by_time and _OF_OTHER_TIME.match(item.phrase.clause))
        for item in items
    )

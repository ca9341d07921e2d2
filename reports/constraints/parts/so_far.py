"""Counts of one thing up to several dates, each with those before it: no parts of a whole."""

import re
from collections.abc import Sequence
from fractions import Fraction

from assurance.runtime.periods import MONTHS
from reports.quantities.model import Quantity

_MOMENT = (
    r"(?:then|now|(?:(?:early|mid|late|the)[\s-]+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter|Easter|"
    r"Christmas|(?:end|middle|start|close|beginning)\s+of|(?:first|second|third|fourth|last)\s+"
    r"(?:day|week|month|quarter|half)))\b"
)
_LEADS = re.compile(rf"\bby\s+{_MOMENT}(?:\s+(?:of\s+)?(?:the\s+)?[\w’'-]+){{0,3}}?,?\s*$", re.I)
_FOLLOWS = re.compile(rf"[^,;:.]{{0,60}}?\bby\s+{_MOMENT}", re.I)

_MORE = re.compile(r"⟦c(\d+)⟧\s+(?:more|further|additional|new)\b", re.I)


def are_counts_so_far(items: Sequence[Quantity]) -> bool:
    """True if two or more of some numbers are each counted up to a moment: “ten by May”."""
    return sum(_is_so_far(item) for item in items) > 1


def _is_so_far(item: Quantity) -> bool:
    ahead, behind = item.beside(";.:")
    return bool(_LEADS.search(ahead) or _FOLLOWS.match(behind))


def came_besides(items: Sequence[Quantity]) -> set[Fraction]:
    """The counts of what came to a whole later, in the sentences of its parts: “five more”."""
    sentences = {item.order: item.sentence for item in items}.values()
    return {x.thing(match[1]).value for x in sentences for match in _MORE.finditer(x.text)}

"""Which numbers of a sentence are rates: `58 per 10,000`, `for every 1,000 there are 12`."""

import re
from collections.abc import Collection, Iterator
from math import trunc

from reports.prose.numbers import COUNT
from reports.quantities.model import Quantity, Statement

POWERS = (10, 100, 1000, 10**4, 10**5)
_EVERY = re.compile(r"\b(?:per|(?:for|in|to|of|among)\s+(?:every|each))\s+$", re.I)
_WORDS_ONLY = re.compile(r"^\W?\s*(?:[a-z’-]+\s+){0,8}$", re.I)
# “For every 10,000 children of 10 to 17 that is 17.4”: ages name those that it is of.
_TO_AGE, _FROM_AGE = re.compile(r"\s+(?:to|and)\s+⟦c"), re.compile(r"⟦c\d+⟧\s+(?:to|and)\s+$")
_TOLD = re.compile(
    r"(?:[^⟦.;]*?\b(?:under|over|aged|of)\s+⟦c\d+⟧(?:\s+(?:to|and)\s+⟦c\d+⟧)?)?"
    r"[^⟦.;]*?(?:\b(?:was|is|are|of|at|were|to|be)\b|[:(,])\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)


def bases_of_rates(row: Statement) -> frozenset[int]:
    """The marks of a sentence that rates are of: `58 per 10,000`."""
    return frozenset(
        item.phrase.mark
        for item in row.quantities
        if item.value in POWERS and _EVERY.search(row.sentence.text[: item.phrase.start])
    )


def rates_of(row: Statement, powers: Collection[int]) -> Iterator[tuple[int, int]]:
    """(mark of a rate, what it is per), of those of `powers`, the marks that rates are of."""
    text = row.sentence.text
    items = [item for item in row.quantities if item.phrase.number.kind == COUNT]
    for place, per in enumerate(items):
        if per.phrase.mark not in powers:
            continue
        before = items[place - 1] if place else None
        behind = items[place + 1 : place + 4]
        lead = text[before.phrase.end : per.phrase.start] if before else ""
        if before and before.phrase.mark not in powers and _WORDS_ONLY.match(lead):
            yield before.phrase.mark, trunc(per.value)
            continue
        leads = ((x, text[per.phrase.end : x.phrase.start]) for x in behind)
        others = (x for x, lead in leads if _TOLD.match(lead))
        after = next((x for x in others if not _is_age(text, x)), None)
        if after:
            yield after.phrase.mark, trunc(per.value)


def _is_age(text: str, item: Quantity) -> bool:
    """True if a number is an end of an age group: `children of 10 to 17`."""
    ends = _TO_AGE.match(text, item.phrase.end), _FROM_AGE.search(text[: item.phrase.start])
    return any(ends)

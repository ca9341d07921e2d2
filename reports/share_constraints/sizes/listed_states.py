"""How many of the things of a list have none of something, or have met their own target, against
the items of the list before or behind the claim."""

import re
from collections.abc import Callable, Iterator, Sequence

from reports.checks.numbers.passages import opened
from reports.checks.reading import Line, Reading
from reports.prose.asides import CONDITIONS, EXPECTATIONS
from reports.prose.numbers import COUNT
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import by_line

_MANY = (
    r"(?:(?P<all>all|each|every\s+one)|(?P<none>none|neither)|(?:only\s+|just\s+)?(?:⟦c(?P<count>\d+)⟧|(?P<one>one)))\s+"
    r"(?:of\s+)?(?:the\s+|our\s+|these\s+)?⟦c(?P<whole>\d+)⟧(?:\s+[a-z-]+){1,3}?"
)
# “At two of the four depots no record was missing.”
_WITHOUT = re.compile(
    rf"(?<!\w){_MANY}\s+(?:no|nothing|none|had\s+no|had\s+none|were\s+without)\b", re.I
)
# “Four of the five teams reached theirs by the end of September.”
_MET = re.compile(
    rf"(?<!\w){_MANY}\s+(?:(?:met|reached|achieved|hit|beat|made)|(?P<missed>missed|fell\s+short\s+of))\s+"
    r"(?:theirs|it|(?:the|their|its)\s+(?:own\s+)?(?:[a-z]+\s+)?(?:targets?|aims?|goals?))\b",
    re.I,
)
_NONE, _TARGET = (
    re.compile(r"\b(?:none|nil|nothing|no\s+[a-z]+)\b", re.I),
    re.compile(r"\b(?:target|aim|goal|plan)(?:\s+of|\s+was|\s+is|:)?\s+$", re.I),
)
_UNSURE = re.compile(rf"\b(?:{CONDITIONS}|{EXPECTATIONS}|last\s+year|by\s+contrast)\b", re.I)
_ONE = re.compile(r"\bone\W*$", re.I)
_FEWEST, _NEAR = 3, 2
_MEND = "Put the number right, or the list."


def listed_states(reading: Reading) -> Iterator[Denial]:
    """`Dale: none. Orby: two. Pell: none. At three of the three depots no record was missing.`"""
    for listing, lead in opened(reading):
        if len(listing.items) < _FEWEST:
            continue
        items = [by_line(reading).get(id(item), ()) for item in listing.items]
        for row in _around(reading, listing.items, lead):
            yield from _denied(row, items, _WITHOUT, _is_empty)
            yield from _denied(row, items, _MET, _is_met)


def _around(reading: Reading, items: Sequence[Line], lead: Line | None) -> Iterator[Statement]:
    """The sentences of the lines next to a list, in its section."""
    first, last = (reading.places.get(id(item), 0) for item in (items[0], items[-1]))
    first = min(first, reading.places.get(id(lead), first)) if lead else first
    for line in reading.lines[max(0, first - _NEAR) : last + _NEAR + 1]:
        if line not in items and line.trail == items[0].trail:
            yield from by_line(reading).get(id(line), ())


def _denied(
    row: Statement,
    items: Sequence[Sequence[Statement]],
    claims: re.Pattern,
    state: Callable[[Sequence[Quantity], str], bool | None],
) -> Iterator[Denial]:
    match = claims.search(row.sentence.text)
    if not match or _UNSURE.search(row.sentence.text):
        return
    whole = row.sentence.thing(match["whole"])
    states = [state([x for other in rows for x in other.quantities], _text(rows)) for rows in items]
    if whole.value != len(items) or None in states:
        return
    missed = match.groupdict().get("missed")
    true = sum(not x if missed else bool(x) for x in states)
    many = row.sentence.thing(match["count"]).value if match["count"] else None
    claimed = len(items) if match["all"] else 0 if match["none"] else many or 1
    if claimed != true:
        says = f"By the list it is {true} of {len(items)}, but the report has "
        yield Denial(
            row.line, row.span, f"{says}“{row.sentence.said(match.group()).strip()}”.", _MEND
        )


def _text(rows: Sequence[Statement]) -> str:
    return " ".join(row.sentence.text for row in rows)


def _is_empty(items: Sequence[Quantity], text: str) -> bool | None:
    """True for none or nought, False for a count, None where an item has several or neither."""
    counts = [x for x in items if x.phrase.number.kind == COUNT]
    if len(counts) > 1:
        return None
    if counts:
        return counts[0].value == 0
    if _ONE.search(text):
        return False
    return True if _NONE.search(text) else None


def _is_met(items: Sequence[Quantity], _text: str) -> bool | None:
    """True where the value of an item is no less than its target."""
    if len(items) != 2 or len({x.phrase.number.kind for x in items}) != 1:
        return None
    aims = [bool(_TARGET.search(x.beside(".;", 40)[0])) for x in items]
    if aims[0] == aims[1]:
        return None
    value, aim = (items[1], items[0]) if aims[0] else (items[0], items[1])
    return value.value >= aim.value

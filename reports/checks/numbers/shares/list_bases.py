"""What the shares of a list are of: the count in the line over it, or the one that *Of these*
speaks of."""

import re

from reports.checks.numbers.passages import nearby, opened
from reports.checks.reading import Reading
from reports.prose.marks import Marked
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import RIGHT, share, verdict

COUNT_THEN_PERCENT = re.compile(
    r"⟦c(?P<count>\d+)⟧(?P<noun>[^⟦;:()]{0,60}?)\s*(?:\(|,\s+(?:or\s+)?)⟦p(?P<percent>\d+)⟧\)?"
    r"(?=(?P<after>[^⟦]{0,80}(?:⟦c\d+⟧)?))",
    re.I,
)
PERCENT_THEN_COUNT = re.compile(
    r"⟦p(?P<percent>\d+)⟧(?P<noun>[^⟦;:()]{0,60}?)\s*\(⟦c(?P<count>\d+)⟧(?=(?P<after>[^⟦]{0,40}))",
    re.I,
)
OF_BASE = re.compile(
    r"(?:^\W*(?:out\s+)?of\s+(?=(?:[a-z]+\s+)?⟦c)|(?:^|\b(?:that|and)\s|[,:]\s)\W*(?:out\s+)?of\s+"
    r"(?:(?:the|all|these|those|our|a\s+total\s+of)\s+|(?=⟦c)))(?:[a-z]+\s+){0,2}?⟦c(?P<base>\d+)⟧",
    re.I,
)
_OF_THE_FORMER = re.compile(r"^\W*of\s+(?:these|those|them)\b[^⟦]{0,40}:?\W*$", re.I)


def bases_of_lists(reading: Reading) -> dict[int, Number]:
    """id of an item → the base that the line over its list states: `Of the 139 …:`, or its only
    count where the items add to it or half of their shares fit it."""
    result, lines = {}, reading.prose()
    for listing, lead in opened(reading):
        if lead is None or not lead.marked:
            continue
        last = lead.marked[-1]
        stated = OF_BASE.match(last.text)
        base = last.thing(stated["base"]) if stated else only_count(last)
        if base is None and _OF_THE_FORMER.match(last.text):
            base = _of_the_former(lines, lead, listing)
        if base is not None and (stated or _is_theirs(listing, base)):
            result |= {id(item): base for item in listing.items}
    return result


def _of_the_former(lines, lead, listing):
    """The count that `Of these:` speaks of: the nearest one before it that the shares fit."""
    place = next(at for at, entry in enumerate(lines) if entry is lead)
    for line in (lead, *reversed(nearby(lines, place, 3))):
        for item in reversed(line.marked):
            for base in item.marks("c"):
                if not base.bound and _is_theirs(listing, base):
                    return base
    return None


def _is_theirs(listing, base):
    entries = [
        (entry.thing(row["count"]), entry.thing(row["percent"]))
        for item in listing.items
        for entry in item.marked[:1]
        for row in (COUNT_THEN_PERCENT.search(entry.text) or PERCENT_THEN_COUNT.search(entry.text),)
        if row
    ]
    fits = sum(verdict(percent, *share(count, base)) == RIGHT for count, percent in entries)
    return len(entries) > 1 and (
        fits * 2 >= len(entries) or sum(count.value for count, _percent in entries) == base.value
    )


def only_count(sentence: Marked) -> Number | None:
    """The one exact count of a sentence, or None where it has several or none."""
    counts = sentence.marks("c")
    return counts[0] if len(counts) == 1 and not counts[0].bound else None

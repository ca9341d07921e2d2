"""What stands together in a paper: a list with the lines around it, a table with its caption."""

import re
from collections.abc import Iterator, Mapping

from reports.checks.reading import CAPTION, Line, Listing, Reading, shared

_COUNT_FIRST = re.compile(r"\W*(?:[a-z]+\s+){0,2}⟦c", re.I)

# A line that a list goes on with: “We have finished three of them, namely”.
_RUNS_ON = re.compile(
    r"(?:[:;,]|\b(?:namely|were|are|was|is|includ(?:e|ed|es)))\s*$"
    # “They gave five reasons, which are listed here with the number of each.”
    r"|\bwhich\s+are\s+(?:listed|set\s+out|given|named)\s+(?:here|below)\b[^.;:]*\.\s*$"
)


def opened(reading: Reading) -> tuple[tuple[Listing, Line | None], ...]:
    """Every list with the line that opens it: the one it belongs to, or the line just before that
    ends with a colon. Lines that follow such a line and each begin with a count are a list too."""
    return shared(reading, _all_opened)


def leads(reading: Reading) -> Mapping[int, Line]:
    """id of an item → the line that opens its list."""
    return shared(reading, _leads)


def line_behind(reading: Reading, last: Line) -> Line | None:
    """The line right behind the last one of a list or a table, or None at the end of a report."""
    place = reading.places.get(id(last))
    rest = reading.lines[place + 1 : place + 2] if place is not None else ()
    return next(iter(rest), None)


def captions(reading: Reading) -> Mapping[str, Line]:
    """Anchor of a table or chart → its caption."""
    return {line.where: line for line in reading.lines if line.kind == CAPTION}


def _all_opened(reading):
    return tuple(_opened(reading))


def _leads(reading):
    return {id(item): lead for entry, lead in opened(reading) if lead for item in entry.items}


def _opened(reading) -> Iterator[tuple[Listing, Line | None]]:
    listed = set()
    for listing in reading.lists:
        listed |= {id(item) for item in listing.items}
        lead = listing.lead
        if lead is None and listing.items:
            place = reading.places.get(id(listing.items[0]), 0)
            before = reading.lines[place - 1] if place else None
            lead = before if before and _RUNS_ON.search(before.text) else None
        yield listing, lead
    for opener, lines in _run_on(reading, listed):
        yield Listing(opener, lines), opener


def _run_on(reading, listed):
    """(opener, the lines after it that begin with a count) where no list was made of them."""
    opener, current = None, []
    for line in reading.prose():
        text = line.marked[0].text if line.marked else ""
        goes_on = opener and opener.trail == line.trail and _COUNT_FIRST.match(text)
        if goes_on and id(line) not in listed:
            current.append(line)
            continue
        if opener and current:
            yield opener, tuple(current)
        opener, current = line if line.text.rstrip().endswith(":") else None, []
    if opener and current:
        yield opener, tuple(current)


def nearby(lines: list[Line], place: int, many: int) -> list[Line]:
    """Up to so many lines before the one at `place`, of the same section."""
    trail = lines[place].trail
    return [line for line in lines[max(0, place - many) : place] if line.trail == trail]

"""A list whose items each count a part, under the line that states their whole."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime import digits
from reports.checks.numbers.passages import line_behind, opened
from reports.checks.reading import PROSE, Line, Listing, Reading
from reports.prose.numbers import COUNT, MONEY
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Statement, Sure
from reports.quantities.nouns import noun_of
from reports.quantities.parts.division import ANY, Division
from reports.quantities.parts.series import (
    BRACKETS,
    NESTED,
    NONE,
    ONE,
    UNKNOWN,
    Part,
    counts_another,
    has_overlap,
)
from reports.quantities.parts.terms import MAY_OVERLAP
from reports.quantities.passages import by_line, statements

_BEGINS = re.compile(
    r"^\W*(?:[a-z]+\s+){0,3}⟦[cm](?!.*[:–—=-]\s*⟦[cm]\d+⟧\W*$)(?![^⟦]*,\s*⟦[cm]\d+⟧\W*$)", re.I
)
_ENDS = re.compile(r"[:,–—=-]\s*⟦[cm]\d+⟧\W*(?:[a-z]+\W*){0,3}$", re.I)
_IN_BRACKETS = re.compile(r"(?:[^⟦]|⟦d\d+⟧)+\((?:⟦[cm]\d+⟧)\)\W*")
# “Two or three times: 22 children”.
_BAND_LABEL = re.compile(r"[^:⟦]*⟦c[^:]*:(?=\s*⟦[cm]\d+⟧(?:\s+[a-z’-]+){0,3}\W*$)", re.I)
# What two items may count.
_SHARED = re.compile(r"\b(?:more\s+than\s+one|overlap\w*|both|either|double)\b", re.I)
SOME_OF_TWO = re.compile(
    r"\W*(?:some|many|several|most|a\s+few|⟦[cx]\d+⟧)\s[^.]*?(?:(?:⟦[cx]\d+⟧|\b(?:two|three|several|both))\s+of\s+"
    r"(?:these|them|those)|\bmore\s+than\s+(?:one|⟦[cx]\d+⟧)|\bboth)(?!\w)",
    re.I,
)
_TOTAL = re.compile(
    r"^\W*(?:(?:grand\s+|overall\s+)?total\b|(?:in\s+)?all\s*[:–—-]|(?:al)?together\s*[:–—-])", re.I
)


# What the line behind a list says that its items come to.
_IN_SUM = re.compile(
    r"^\W*(?:in\s+(?:all|total)|(?:taken\s+)?together|altogether|all\s+told|combined|that\s+(?:is|was|makes|made)|"
    r"the\s+total\s+(?:is|was))\b[,:]?(?:\s+[a-z-]+,?){0,4}?\s+⟦[cm](?P<ahead>\d+)⟧"
    r"|⟦[cm](?P<behind>\d+)⟧(?:\s+[a-z’-]+){0,3}?\s+(?:in\s+(?:all|total)|altogether|all\s+told|together)\W*$",
    re.I,
)
# “These 25 sessions reached 310 people”, behind items that each count sessions.
_THESE = re.compile(r"^\W*(?:these|those)\s+⟦c(?P<ahead>\d+)⟧(?P<behind>(?!))?", re.I)
_OF_THEN = re.compile(r"⟦[dp]|\b(?:ago|before|earlier|last|than|previous\w*|of\s+wh\w+)\b", re.I)

# “The plans record the following as the main need:”
_SUBJECT = re.compile(
    r"^\W*(?:the|these|those|our|all)\s+(?P<noun>(?:[a-z-]+\s+){0,2}?[a-z]{3,}s)\s+(?:[a-z]+\s+){1,4}?"
    r"(?:following|these|as\s+follows|because|for)\b",
    re.I,
)
_NAMES_ALL = re.compile(
    r"\b(?:compris|made\s+up|consist|broken\s+down|break\s*down|split|divided|as\s+follows|namely)\w*",
    re.I,
)


def divided_by_lists(reading: Reading) -> Iterator[Division]:
    """The divisions that lists make of a total of their own, or of the whole over them."""
    for listing, lead in opened(reading):
        parts = parts_of(reading, listing)
        total = next((part for part in parts if part.is_total), None)
        items = tuple(part.quantity for part in parts if part.quantity and part is not total)
        unnumbered = tuple(part.value for part in parts if not part.quantity)
        # Items that are all “one” or “none” have no number to weigh.
        if total and total.quantity and items:
            yield Division(total.quantity, items, "", ANY, unnumbered, sure=Sure.READ)
        elif items and len(parts) > 1 and not _may_be_of_several(reading, listing):
            over = lead or line_over(reading, listing)
            yield from _summed_behind(reading, listing, items, unnumbered)
            yield from _under(reading, over, items, unnumbered)
            yield from _of_subject(reading, over, items, unnumbered)


def parts_of(reading: Reading, listing: Listing) -> tuple[Part, ...]:
    """The part of each item of a list, or nothing where one has no number to add."""
    index = by_line(reading)
    parts = tuple(part_of_item(index.get(id(item), ())) for item in listing.items)
    return parts if all(parts) else ()


def items_of_parts(reading: Reading) -> set[int]:
    """ids of the items of lists that each tell of a part."""
    return {
        id(item)
        for listing, _lead in opened(reading)
        if parts_of(reading, listing)
        for item in listing.items
    }


def line_over(reading: Reading, listing: Listing) -> Line | None:
    """The line right over a list that no colon opens, or None."""
    place = reading.places.get(id(listing.items[0]), 0)
    line = reading.lines[place - 1] if place else None
    return line if line and line.kind in PROSE and line.trail == listing.items[0].trail else None


def _may_be_of_several(reading: Reading, listing: Listing) -> bool:
    """True if by the line right behind a list some are in two items: “Some were about two
    of these.”"""
    line = line_behind(reading, listing.items[-1])
    rows = by_line(reading).get(id(line), ()) if line is not None and line.kind in PROSE else ()
    return bool(rows) and bool(SOME_OF_TWO.match(rows[0].sentence.text))


def _under(reading, lead, items, unnumbered):
    """The divisions of the amounts told last in the line over a list, or in the line before it."""
    rows, index = [], by_line(reading)
    if lead is not None:
        place = reading.places[id(lead)]
        near = reading.lines[max(0, place - 1) : place + 1]
        rows = [row for line in near if line.trail == lead.trail for row in index.get(id(line), ())]
    kind = items[0].phrase.number.kind
    for row in reversed(rows):
        # “Of them, 146 were good” tells of a part.
        own = re.match(
            r"\W*of\s+(?:(?:them|these|those)\b(?!\s+⟦)|the\s+[a-z]+,)", row.sentence.text, re.I
        )
        wholes = [item for item in row.quantities if item.phrase.number.kind == kind]
        wholes = [item for item in wholes if item.phrase.is_stock or item.phrase.is_sum]
        wholes = [item for item in wholes if not (own or item.phrase.of or _is_item(item, items))]
        # What is counted in a sentence before is not what items count that have names of their own.
        named = {item.phrase.head for item in items} - {""}
        if row is not rows[-1] and len(named) > 1:
            return
        if has_overlap(" ".join(other.sentence.text for other in rows)):
            return
        if wholes:
            complete = _NAMES_ALL.search(rows[-1].sentence.text) and len(wholes) == 1
            near = ANY if complete else Fraction(1, 14) if len(wholes) > 1 else Fraction(1, 5)
            divisions = [Division(whole, items, "", near, unnumbered) for whole in wholes]
            yield from divisions if not any(item.holds for item in divisions) else ()
            return


def _of_subject(reading, lead, items, unnumbered):
    """The division of what the line over a list speaks of without a number, `The plans record the
    following needs:`, which its section counted before."""
    rows = by_line(reading).get(id(lead), ()) if lead else ()
    match = _SUBJECT.match(rows[-1].sentence.text) if rows and not rows[-1].quantities else None
    if not match or has_overlap(lead.text):
        return
    named = noun_of(match["noun"])[-1:]
    earlier = [row for row in statements(reading) if row.section == rows[-1].section]
    counts = [x for row in earlier if row.order < rows[-1].order for x in row.counts]
    wholes = [x for x in counts if x.phrase.is_stock and named == (x.phrase.head,)]
    if wholes:
        whole = max(wholes, key=lambda x: x.value)
        yield Division(whole, items, "", Fraction(1, 14), unnumbered)


def _summed_behind(reading, listing, items, unnumbered):
    """The division of what its items come to by the line right behind a list."""
    line = line_behind(reading, listing.items[-1])
    if line is None or line.trail != listing.items[0].trail or line.kind not in PROSE:
        return
    row = next(iter(by_line(reading).get(id(line), ())), None)
    match = _summing(row, items) if row and row.counts else None
    # “That is 97 households, and 176 children live in them”: the first is the whole.
    whole = row.counts[0] if match and (match["ahead"] or len(row.counts) == 1) else None
    if not whole or _OF_THEN.search(row.sentence.text) or counts_another(whole, items):
        return
    lead = line_over(reading, listing)
    overlapping = sum(bool(MAY_OVERLAP.search(item.text)) for item in listing.items)
    if overlapping > 1 or (lead and (UNKNOWN.search(lead.text) or has_overlap(lead.text))):
        return
    if digits.whole(match["ahead"] or match["behind"]) == whole.phrase.mark:
        yield Division(whole, items, "", ANY, unnumbered)


def _summing(row, items):
    """What makes a sentence tell of the sum of the items before it: its words, or that it counts
    what each of them does."""
    heads = {item.phrase.head for item in items}
    match = _THESE.match(row.sentence.text)
    if match and heads == {row.counts[0].phrase.head} - {""}:
        return match
    return _IN_SUM.search(row.sentence.text)


def _is_item(whole, items):
    """Whether it is what one of the items counts, or what some of them, named over the list, come
    to: no whole of them."""
    text = stems(whole.sentence.said())
    labels = ((item.value, stems(item.line.text[: item.phrase.start])) for item in items)
    named = [value for value, label in labels if label and label <= text]
    some = len(named) < len(items) and whole.value == sum(named)
    return some or whole.value in {item.value for item in items}


def part_of_item(rows: Sequence[Statement]) -> Part | None:
    """What an item of a list counts, or None where it has no one number to add."""
    if not rows:
        return None
    text, is_total = rows[0].sentence.text, bool(_TOTAL.match(rows[0].sentence.text))
    bare = text if _IN_BRACKETS.fullmatch(text) else BRACKETS.sub("", text)
    if band := _BAND_LABEL.match(bare):
        text = bare = bare[band.end() :]
    amounts = [item for item in rows[0].quantities if f"{item.phrase.mark}⟧" in bare]
    amounts = [item for item in amounts if item.phrase.number.kind in (COUNT, MONEY)]
    unsure = UNKNOWN if len(amounts) != 1 else _SHARED
    if unsure.search(bare) or NESTED.search(bare) or "⟦p" in bare:
        return None
    if not amounts:
        single = bool(ONE.match(bare))
        return Part(Fraction(single)) if single or NONE.match(bare) else None
    item = amounts[-1] if _ENDS.search(bare) and not _BEGINS.match(bare) else amounts[0]
    alone = bare is text or (item is amounts[-1] and _ENDS.search(bare))
    if not (item.phrase.is_stock or item.phrase.is_sum) or not (_BEGINS.match(bare) or alone):
        return None
    return Part(item.value, item, is_total)

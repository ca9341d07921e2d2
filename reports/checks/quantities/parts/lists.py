"""A list whose items each count a part, under the line that states their whole."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.numbers.passages import opened
from reports.checks.quantities.model import Statement, Sure
from reports.checks.quantities.parts.division import ANY, Division
from reports.checks.quantities.parts.series import BRACKETS, NESTED, NONE, ONE, UNKNOWN, Part
from reports.checks.quantities.passages import by_line
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY

_BEGINS = re.compile(r"^\W*(?:[a-z]+\s+){0,3}⟦[cm]", re.I)
_ENDS = re.compile(r"[:–—=-]\s*⟦[cm]\d+⟧\W*(?:[a-z]+\W*){0,3}$", re.I)
_IN_BRACKETS = re.compile(r"(?:[^⟦]|⟦d\d+⟧)+\((?:⟦[cm]\d+⟧)\)\W*")
_TOTAL = re.compile(r"^\W*(?:grand\s+|overall\s+)?total\b", re.I)


_NAMES_ALL = re.compile(
    r"\b(?:compris|made\s+up|consist|broken\s+down|break\s*down|split|divided|as\s+follows|namely)\w*",
    re.I,
)
_OF_THESE = re.compile(r"^\W*of\s+(?:this|these|those|them|the)\b", re.I)


def divided_by_lists(reading: Reading) -> Iterator[Division]:
    """The divisions that lists make of a total of their own, or of the whole over them."""
    index = by_line(reading)
    for listing, lead in opened(reading):
        parts = [part_of_item(index.get(id(item), ())) for item in listing.items]
        if not all(parts):
            continue
        total = next((part for part in parts if part.is_total), None)
        items = tuple(part.quantity for part in parts if part.quantity and part is not total)
        unnumbered = tuple(part.value for part in parts if not part.quantity)
        if total and total.quantity:
            yield Division(total.quantity, items, "", ANY, unnumbered, sure=Sure.READ)
        elif lead is not None and items and len(parts) > 1 and id(lead) in index:
            yield from _under(reading, index, lead, items, unnumbered)


def _under(reading, index, lead, items, unnumbered):
    last, rows = index[id(lead)][-1], index[id(lead)]
    kind = items[0].phrase.number.kind
    wholes = [item for item in last.quantities if item.phrase.number.kind == kind]
    if not wholes and _OF_THESE.match(last.sentence.text):
        place = reading.places[id(lead)]
        rows = (*(index.get(id(reading.lines[place - 1]), ()) if place else ()), *rows[:-1])
        wholes = [item for row in rows for item in row.quantities]
    wholes = [item for item in wholes if item.phrase.is_stock or item.phrase.is_sum]
    complete = bool(_NAMES_ALL.search(last.sentence.text)) and len(wholes) == 1
    near = ANY if complete else Fraction(1, 14) if len(wholes) > 1 else Fraction(1, 5)
    divisions = [Division(whole, items, "", near, unnumbered) for whole in wholes]
    if not any(division.holds for division in divisions):
        yield from divisions


def part_of_item(rows: Sequence[Statement]) -> Part | None:
    """What an item of a list counts, or None where it has no one number to add."""
    if not rows:
        return None
    text, is_total = rows[0].sentence.text, bool(_TOTAL.match(rows[0].sentence.text))
    bare = text if _IN_BRACKETS.fullmatch(text) else BRACKETS.sub("", text)
    amounts = [item for item in rows[0].quantities if f"{item.phrase.mark}⟧" in bare]
    amounts = [item for item in amounts if item.phrase.number.kind in (COUNT, MONEY)]
    if UNKNOWN.search(bare) or NESTED.search(bare) or "⟦p" in bare:
        return None
    if not amounts:
        single = bool(ONE.match(bare))
        return Part(Fraction(single)) if single or NONE.match(bare) else None
    item = amounts[0]
    alone = len(amounts) == 1 and (_ENDS.search(bare) or bare is text)
    if not (item.phrase.is_stock or item.phrase.is_sum) or not (_BEGINS.match(bare) or alone):
        return None
    return Part(item.value, item, is_total)

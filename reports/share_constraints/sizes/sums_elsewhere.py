"""So many times so much over two clauses, and shares of a scale that are more than all."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import ITEM, Reading
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stem
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements

# “Each case takes an officer five hours, so the 46 reviews used up 320 hours.”
_HOURS = re.compile(
    r"\beach\s+[^⟦.;]{2,40}?\b(?:takes?|took|lasts?|lasted|needs?|needed)\s+[^⟦.;]{0,30}?⟦[cx](?P<each>\d+)⟧\s+(?P<unit>hour|day|minute|week)s?\b"
    r"[^⟦.;]{0,40}?\bso\s+(?:that\s+)?[^⟦.;]{0,20}?⟦c(?P<many>\d+)⟧(?:[^⟦.;]|⟦d\d+⟧){0,60}?⟦[cx](?P<total>\d+)⟧\s+(?P=unit)s?\b",
    re.I,
)
# “A fee of £140 per appeal. … The charge for the 178 appeals is £26,180.”
_PRICE = re.compile(
    r"⟦m(?P<each>\d+)⟧\s+(?:per|for\s+each|for\s+every|an?|each)\s+(?P<what>[a-z]+)\b", re.I
)
_CHARGE = re.compile(
    r"\b(?:charge|cost|bill|total|price|payment|expense)\b[^⟦.;]{0,20}?\bfor\s+(?:the|our|all|these)?\s*⟦[cx](?P<many>\d+)⟧\s+"
    r"(?:(?:[A-Za-z]+|⟦x\d+⟧)\s+){0,3}?(?P<what>[a-z]+)s\b[^⟦.;]{0,60}?\b(?:is|was|came\s+to|comes\s+to|will\s+be)\s+⟦m(?P<total>\d+)⟧",
    re.I,
)
_SCALE = re.compile(
    r"\b(?:very|fairly|quite|neither|dis\w+|satisf\w+|agree|disagree|don[’']t\s+know|no\s+(?:view|answer|opinion)|strongly|"
    r"excellent|good|poor)\b",
    re.I,
)
_FAR, _FEWEST, _TWO, _MOST, _OVER = 4, 3, 2, 140, Fraction(203, 2)
_NEAR = Fraction(5, 3)
_MEND = "Put the wrong number right."


def sums_elsewhere(reading: Reading) -> Iterator[Denial]:
    """`Each case takes five hours, so the 46 reviews used up 320 hours.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        yield from _hours(row)
        charge = _CHARGE.search(row.sentence.text)
        for earlier in before(rows, place, _FAR) if charge else ():
            price = _PRICE.search(earlier.sentence.text)
            if price and stem(price["what"]) == stem(charge["what"]):
                each = earlier.sentence.thing(price["each"])
                yield from _times(row, charge, each)
                break
    yield from _scales(rows)


def _hours(row: Statement) -> Iterator[Denial]:
    match = _HOURS.search(row.sentence.text)
    if match:
        yield from _times(row, match, row.sentence.thing(match["each"]))


def _times(row: Statement, match: re.Match, each) -> Iterator[Denial]:
    many, total = (row.sentence.thing(match[name]) for name in ("many", "total"))
    true = Fraction(many.value) * Fraction(each.value)
    near = true <= total.value * _NEAR and total.value <= true * _NEAR
    if true != total.value and near and not (many.bound or each.bound or total.bound):
        says = f"{many.words} × {each.words} = {number_text(true)}, but the report has "
        yield Denial(row.line, total, f"{says}{total.words}.", _MEND)


def _scales(rows) -> Iterator[Denial]:
    """`Very satisfied: 54%, fairly satisfied: 38%, dissatisfied: 12%` are more than all."""
    place = 0
    while place < len(rows):
        end = place
        while end < len(rows) and rows[end].line.kind == ITEM and _share(rows[end]):
            end += 1
        items = rows[place:end]
        if (
            len(items) >= _FEWEST
            and sum(bool(_SCALE.search(x.sentence.text)) for x in items) >= _TWO
        ):
            total = sum(Fraction(_share(x).value) for x in items)
            if _OVER < total <= _MOST:
                says = f"The shares of the list come to {number_text(total, 1)}%."
                yield Denial(items[-1].line, _share(items[-1]), says, _MEND)
        place = max(end, place + 1)


def _share(row: Statement):
    numbers = [x.phrase.number for x in row.quantities]
    return numbers[0] if len(numbers) == 1 and numbers[0].kind == PERCENT else None

"""Parts that a list tells one by one, under a line that states their whole."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.numbers.passages import opened
from reports.checks.numbers.sums.wholes import (
    BRACKETS,
    NAMES_ALL,
    NESTED,
    NIL,
    ONE_PART,
    UNKNOWN,
    Parts,
    sum_fault,
)
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity
from reports.prose.marks import MARK
from reports.prose.numbers import Number


def sums(reading: Reading) -> Iterator[Fault]:
    """Items of a list that do not add to their total, or to the whole in the line over them."""
    for listing, lead in opened(reading):
        yield from _in_list(reading, listing, lead)


def _in_list(reading, listing, lead):
    """A list whose items each begin or end with a count, under a line that states their whole."""
    values, total = [], None
    for item in listing.items:
        result = count_of_item(item)
        if result is None:
            return
        number, is_total = result
        if is_total:
            total = (item, number)
        else:
            values.append(number.value if isinstance(number, Number) else Fraction(number))
    if total and isinstance(total[1], Number):
        parts = Parts(total[1], tuple(values), True, Severity.ERROR)
        if parts.denies(Fraction(0)):
            yield from sum_fault(total[0], parts)
    elif lead and len(values) > 1 and lead.marked:
        yield from _under(reading, lead, tuple(values))


def _under(reading, lead, values):
    last = lead.marked[-1]
    wholes = [mark for mark in last.marks("c") if not mark.bound]
    line = lead
    if not wholes and re.match(r"^\W*of\s+(?:this|these|those|them|the)\b", last.text, re.I):
        place = reading.places[id(lead)]
        line = reading.lines[place - 1] if place else lead
        wholes = [mark for sentence in line.marked for mark in sentence.marks("c")]
    if not wholes or any(whole.value == sum(values) for whole in wholes):
        return
    complete = bool(NAMES_ALL.search(last.text))
    matches = [Parts(whole, values, complete and len(wholes) == 1) for whole in wholes]
    yield from (
        item
        for parts in matches
        if parts.denies(Fraction(1, 14))
        for item in sum_fault(line, parts)
    )


def count_of_item(item: Line):
    """(the number of an item, whether it is the total), or None where it has none to add."""
    if not item.marked:
        return None
    text = BRACKETS.sub("", item.marked[0].text)
    bracketed = re.fullmatch(r"(?:[^⟦]|⟦d\d+⟧)+\(⟦c(\d+)⟧\)\W*", item.marked[0].text)
    is_total = bool(re.match(r"^\W*(?:grand\s+|overall\s+)?total\b", text, re.I))
    marks = MARK.findall(text)
    counts = [index for letter, index in marks if letter == "c"]
    if bracketed and not counts:
        return item.marked[0].thing(bracketed[1]), is_total
    if UNKNOWN.search(text) or NESTED.search(text) or "⟦p" in text or "⟦m" in text:
        return None
    if not counts:
        return (0, False) if NIL.match(text) else (1, False) if ONE_PART.match(text) else None
    number = item.marked[0].thing(counts[0])
    begins = re.match(r"^\W*(?:[a-z]+\s+){0,3}⟦c", text, re.I)
    ends = re.search(r"[:–—=-]\s*⟦c\d+⟧\W*(?:[a-z]+\W*){0,3}$", text, re.I)
    if number.bound or not (begins or (ends and len(counts) == 1)):
        return None
    return number, is_total

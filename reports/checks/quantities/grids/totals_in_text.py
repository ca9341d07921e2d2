"""What a text says of all that a table of one column counts."""

import re
from fractions import Fraction

from reports.checks.quantities.grammar import phrases
from reports.checks.quantities.model import Quantity
from reports.checks.quantities.tables import TOTAL, Shown, names
from reports.prose.content import words_of
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems

# “In all 72 cases” sums nothing up.
_IN_ALL = re.compile(
    r"\b(?:altogether|in\s+total|a\s+total\s+of|(?:were|are)\s+in\s+all|in\s+all(?=\W*(?:[,.;:)]|$)))\b",
    re.I,
)
_OF_SIGHT = words_of("table show shown above below see there were was are is had have has")


def _is_base_of_a_row(item: Quantity, table: Shown, written):
    """Whether a number is what another is out of, in a sentence that speaks of rows."""
    bases = {phrase.base for phrase in phrases(item.sentence)} - {None}
    of_a_row = len(bases) > 1 or any(names(written, row) for row in table.rows)
    return item.phrase.mark in bases and of_a_row


def total_meant(item: Quantity, table: Shown, written: str) -> tuple[Number, str] | None:
    """(the total, its name) where a quantity speaks of all that a table of one column counts."""
    columns = [place for place in range(1, len(table.headings)) if table.counts_in(place)]
    if len(columns) > 1 and _IN_ALL.search(written):
        columns = [place for place in columns if names(written, table.headings[place])]
    text = stems(f"{item.phrase.label} {item.phrase.clause}") - _OF_SIGHT
    noun = frozenset(item.phrase.noun)
    part = item.phrase.base is not None or item.phrase.anaphor or item.phrase.of
    if len(columns) != 1 or not noun or part or _is_base_of_a_row(item, table, written):
        return None
    counted = stems(f"{table.grid.caption} {table.headings[columns[0]]}")
    if not noun <= counted or not (text <= table.named or _IN_ALL.search(written)):
        return None
    total = [place for place, label in enumerate(table.rows) if TOTAL.match(label)]
    rows = [label for place, label in enumerate(table.rows) if place not in total]
    if any(stems(label) & text - counted for label in rows):
        return None
    numbers = [row[columns[0]] for row in table.numbers if len(row) > columns[0]]
    if total:
        return (numbers[total[0]], table.rows[total[0]]) if numbers[total[0]] else None
    if not _IN_ALL.search(written) or not all(numbers):
        return None
    value = sum((number.value for number in numbers), Fraction(0))
    visible = Number(0, 0, number_text(value), COUNT, value)
    return visible, "all its rows together"

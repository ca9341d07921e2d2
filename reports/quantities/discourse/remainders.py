"""The rest of a whole, where one sentence tells of the part, and of what is left, in any words."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.discourse.members import EXCEPT, NEGATIVE, Member, members, near_before
from reports.quantities.grammar import REST
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.tables import TOTAL, tables_near

_OTHERS = re.compile(
    r"\b(?:the\s+other|the\s+others|others?|the\s+rest|the\s+remaining|remaining|leaving|remain(?:s|ed)?)\b",
    re.I,
)
_MORE = re.compile(
    r"[(]|\b(?:followed\s+by|further|another|more|additional|new|of\s+(?:these|them|whom|which|those)|including|includes?|per|each|average|than|at\s+least|twice)\b",
    re.I,
)
_NO_PARTS = re.compile(
    r"^\W*(?:another|a\s+further)\b|\b(?:of\s+(?:whom|which|these|those|them)|including|includes?|per|each|average|than|at\s+least|up\s+from|down\s+from|from\s+⟦|compared|against|"
    r"rose|fell|respectively|one|more|fewer|among|also|some|several|were\s+both)\b|[:(]",
    re.I,
)
_BACK, _PAIR, _CLOSE, _STEP, _QUARTER = 3, 2, Fraction(1, 2), 4, Fraction(1, 5)
_MEND = "Correct the wrong number, or name the whole."


def remainders(reading: Reading) -> Iterator[Denial]:
    """`There are 215. We are in touch with 207 and have lost sight of eighteen.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        parts = members(row)
        if len(parts) == _PAIR and len(row.counts) == _PAIR and not _MORE.search(row.sentence.text):
            yield from _denied(reading, row, parts, near_before(rows, place, _BACK))
        near_by = rows[place + 1 : place + 2]
        goes_on = any(x.line is row.line and x.counts for x in near_by)
        every = len(parts) == len(row.counts) > _PAIR and not goes_on
        if every and not _NO_PARTS.search(row.sentence.text):
            yield from _added(row, parts, near_before(rows, place, _BACK))


def _denied(
    reading: Reading, row: Statement, parts: Sequence[Member], near: Sequence[Statement]
) -> Iterator[Denial]:
    first, last = parts
    text = row.sentence.text
    if any(x.item.phrase.number.bound or x.item.phrase.base is not None or x.is_all for x in parts):
        return
    if text[: first.item.phrase.start].endswith(" in ") and re.search(r"\bone\b", text, re.I):
        return
    between = text[first.item.phrase.end : last.item.phrase.start]
    clause = (
        between.rpartition(" and ")[2] if " and " in between else re.split(r"[;,]", between)[-1]
    )
    context = f"{clause} {last.clause}"
    is_rest = last.item.phrase.role == REST or _OTHERS.search(context)
    is_denied = NEGATIVE.search(context) and not NEGATIVE.search(
        text[: first.item.phrase.end] + first.clause.partition(" and ")[0]
    )
    if (
        not (is_rest or is_denied)
        or EXCEPT.search(text)
        or last.item.phrase.head not in ("", "other", first.item.phrase.head)
    ):
        return
    wholes = _wholes(first, near) or (_tabled(reading, row, near) if is_rest else set())
    if not wholes or first.value + last.value in wholes:
        return
    whole = min(wholes, key=lambda x: abs(x - first.value - last.value))
    right = whole - first.value
    small, large = sorted((right, last.value))
    is_near = large - small <= max(_STEP, large * _CLOSE) or is_mistyped(last.value, right)
    if right > 0 and is_near:
        says = f"{number_text(whole)} − {first.text} = {number_text(right)}, but the report gives "
        says += f"{last.text}."
        yield Denial.of(last.item, says, _MEND)


def _wholes(first: Member, near: Sequence[Statement]) -> set[Fraction]:
    """The larger counts that a part may be of: those of the nearest sentence that has one, and of
    the one before that."""
    wholes: set[Fraction] = set()
    for place, row in enumerate(near):
        if place and row.line is not near[0].line:
            return wholes
        larger = {x.value for x in members(row) if x.value > first.value and _is_alike(first, x)}
        wholes |= larger
        if larger:
            return wholes
        if row.counts:
            return set()
    return wholes


def _is_alike(first: Member, whole: Member) -> bool:
    return not first.kind or first.kind == whole.kind or not whole.kind


def _tabled(reading: Reading, row: Statement, near: Sequence[Statement]) -> set[Fraction]:
    """The totals of the columns of tables that the sentence before names."""
    named = stems(" ".join(x.sentence.said() for x in near[:1]))
    wholes = set()
    for table in tables_near(reading, row.line):
        totals = [at for at, text in enumerate(table.rows) if TOTAL.match(text)]
        columns = [
            at
            for at, text in enumerate(table.headings)
            if at and stems(text) and stems(text) <= named
        ]
        cells = [table.numbers[at][column] for at in totals for column in columns]
        wholes |= {cell.value for cell in cells if cell and cell.kind == COUNT}
    return wholes


def _added(row: Statement, parts: Sequence[Member], near: Sequence[Statement]) -> Iterator[Denial]:
    """Three counts or more that name nothing of their own are all parts of what is counted right
    before them."""
    if any(x.item.phrase.number.bound or x.item.phrase.base is not None or x.is_all for x in parts):
        return
    if any(x.kind for x in parts) or not re.search(
        r"\band\b", parts[-2].item.sentence.text[parts[-2].item.phrase.end :]
    ):
        return
    source = next((x for x in near if members(x)), None)
    values = {x.value for x in members(source)} if source and source.line is row.line else set()
    total = sum(x.value for x in parts)
    wholes = {x for x in values if x > max(y.value for y in parts)}
    if (
        not wholes
        or len(values) > _PAIR
        or total in values
        or total in {sum(values), max(values) - min(values)}
    ):
        return
    whole = min(wholes, key=lambda x: abs(x - total))
    if abs(whole - total) <= whole * _QUARTER:
        says = f"{' + '.join(x.text for x in parts)} = {number_text(total)}, but the report "
        says += f"gives {number_text(whole)} before."
        yield Denial(row.line, row.span, says, _MEND)

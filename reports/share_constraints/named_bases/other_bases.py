"""A share that a table has of its own whole, given of another whole."""

import re
from collections.abc import Iterator
from math import trunc

from reports.checks.reading import Reading, shared
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import RIGHT, number_text, verdict
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.selections import rows_named
from reports.quantities.tables import TOTAL, Shown, shown_tables

_OF_THESE = SentencePattern(
    r"⟦p(?P<share>\d+)⟧\s+of\s+(?:(?:these|those)\b|them\b|(?:the|all|our)\s+⟦c(?P<base>\d+)⟧)",
    re.I,
)
_OF_COLUMN = SentencePattern(
    r"⟦p(?P<share>\d+)⟧\s+of\s+(?:(?:all|the|our|total)\s+){0,3}(?P<named>[a-z][^⟦.;:,()]{2,60})",
    re.I,
)
_OF_THEN = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|last|before|than|against|compared)\b",
    re.I,
)
# Shares nearer to each other than this, in points, may be of one whole.
_NEAR = 1
_MOST, _MEND = 60, "Correct the share, or name the whole that it is of."


def shares_of_other_bases(reading: Reading) -> Iterator[Denial]:
    """`307 were fostered. Our own carers have 53.2% of these`: 53.2% is of all 412 in a table."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        match = None if _OF_THEN.search(text) else _OF_THESE.search(text)
        if not match or sum(x.phrase.number.kind == PERCENT for x in row.quantities) != 1:
            continue
        share = row.sentence.thing(match["share"])
        base = _base(row, match, before(rows, place, 1))
        if base is not None and not share.bound and not _is_of(reading, share, base):
            yield from _of_tables(reading, row, share, base)


def _base(row: Statement, match: re.Match, earlier) -> Number | None:
    """The number of “these”: the one that is named with them, or the only count before them."""
    if match["base"]:
        return row.sentence.thing(match["base"])
    own = [x for x in row.counts if x.phrase.start < match.start()]
    counts = own or [x for other in earlier for x in other.counts]
    counts = [x for x in counts if x.phrase.is_stock and not x.phrase.number.bound]
    return counts[0].phrase.number if len(counts) == 1 else None


def _is_of(reading: Reading, share: Number, base: Number) -> bool:
    """True if a count of the report is that share of a base."""
    near = trunc(share.value * base.value / 100)
    counted = shared(reading, _counted)
    return any(
        verdict(share, *(2 * [x * 100 / base.value])) == RIGHT
        for x in (near - 1, near, near + 1, near + 2)
        if x in counted
    )


def _counted(reading: Reading) -> frozenset:
    return frozenset(x.value for line in reading.lines for x in line.numbers if x.kind == COUNT)


def _of_tables(reading: Reading, row: Statement, share: Number, base: Number) -> Iterator[Denial]:
    for table in shown_tables(reading):
        for whole, cells in _columns(table):
            parts = [x for _, x in cells if x.value < base.value and _bears(share, x, whole)]
            if len(parts) == 1 and whole.value != base.value:
                true = parts[0].value * 100 / base.value
                if abs(true - share.value) > _NEAR:
                    says = f"{share.words} is {parts[0].words} of {whole.words}; of {base.words} "
                    says += f"it is {number_text(true, share.places)}%."
                    yield Denial(row.line, share, says, _MEND)
                    return


def shares_of_other_columns(reading: Reading) -> Iterator[Denial]:
    """`It takes 42.0% of all forecast spending`: by its table 42.0% is of the budget."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        match = None if _OF_THEN.search(text) else _OF_COLUMN.search(text)
        share = row.sentence.thing(match["share"]) if match else None
        if share is None or share.bound:
            continue
        near = " ".join(x.sentence.said() for x in (row, *before(rows, place, 1)))
        bases = [x for table in shown_tables(reading) for x in _unlike(table, near, match, share)]
        if len(bases) == 1:
            [(label, heading, true)] = bases
            says = (
                f"“{label}” is {number_text(true, share.places)}% of “{heading}”, but the report "
            )
            yield Denial(row.line, share, f"{says}gives {share.words}.", _MEND)


def _unlike(table: Shown, near: str, match: re.Match, share: Number):
    """(label, heading, share) of each row that is named and has the share in another column than
    the one that is named, and not there."""
    columns, named = [*_columns(table)], stems(match["named"])
    if len(columns) < 2:
        return
    meant = [x for x in columns if stems(_heading(table, x)) & named]
    others = [x for x in columns if x not in meant]
    for at in rows_named(table, near) if len(meant) == 1 else ():
        [(whole, cells)] = meant
        own = dict(cells).get(at)
        if own is None or _bears(share, own, whole):
            continue
        true = own.value * 100 / whole.value
        elsewhere = any(at in dict(x) and _bears(share, dict(x)[at], total) for total, x in others)
        if elsewhere and abs(true - share.value) > _NEAR:
            yield table.rows[at], _heading(table, meant[0]), true


def _heading(table: Shown, column) -> str:
    whole, _ = column
    return next(
        table.headings[at]
        for numbers in table.numbers
        for at, x in enumerate(numbers[: len(table.headings)])
        if x is whole
    )


def _columns(table: Shown) -> Iterator[tuple[Number, list[tuple[int, Number]]]]:
    """(the total, the place and number of every other row) of each column that has a total."""
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    if len(totals) != 1 or len(table.rows) > _MOST:
        return
    for column, whole in enumerate(table.numbers[totals[0]][: len(table.headings)]):
        if whole and whole.kind != PERCENT and whole.value > 0:
            cells = [
                (at, row[column])
                for at, row in enumerate(table.numbers)
                if at != totals[0] and column < len(row) and row[column]
            ]
            cells = [(at, x) for at, x in cells if x.kind == whole.kind and x.value > 0]
            # The foot of a column of means or rates is no sum.
            if sum(x.value for _, x in cells) == whole.value:
                yield whole, cells


def _bears(share: Number, part: Number, whole: Number) -> bool:
    """True if a share is what a part is of a whole, as it is rounded."""
    true = part.value * 100 / whole.value
    return share.places > 0 and verdict(share, true, true) == RIGHT

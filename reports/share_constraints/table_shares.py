"""A share by itself in the text, against the rows or columns of a table that it names."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate, permutations

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number
from reports.prose.quantities.arithmetic import RIGHT, number_text, rounded, verdict
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.quantities.passages import before
from reports.quantities.selections import rows_named
from reports.quantities.tables import TOTAL, Shown, names_loosely, shown_tables, tables_near
from reports.share_constraints.claims import EACH, SHARE, Claimed, claimed
from reports.share_constraints.operands import Around

# What is of another time or place than the table, or of a change.
_OF_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|elsewhere|{EARLIER_TIMES}|{CONDITIONS}|than|against|compared|before|last|"
    r"rose|risen|fell|fallen|up|down|increase\w*|decrease\w*|from\s+⟦|other|others|"
    r"rest|not|no|either|both|or)\b",
    re.I,
)
_MOST = 12
# “168, so that about nine in ten”, “202 children, or 81%”, “22 (12%)”.
_OR = re.compile(
    r"(?:\s+of\s+(?:them|these|those|(?:the|our)\s+[a-z]+))?(?:\s+(?!of\b)[a-z’-]+){0,3}?(?:,?\s+or|,\s+(?:so\s+that|that\s+is|which\s+is|equal\s+to)|\s*\()"
    r"\s*(?:(?:to\s+say|about|around|some|just|nearly|almost|roughly|over|under)\s+)*",
    re.I,
)
_OF_COUNT = re.compile(r"[^⟦.;,()]{0,40}\bof\s+(?:[a-z]+\s+)?⟦c")


def against_rows(reading: Reading, rows: tuple[Statement, ...]) -> Iterator[Denial]:
    """The shares that the counts which their words name in a table near them do not come to."""
    for row in rows:
        shares = [item for item in row.quantities if item.phrase.number.kind == PERCENT]
        bases = [item.value for item in row.counts]
        if len(shares) != 1 or len(row.quantities) != 1 + len(bases) or len(bases) > 1:
            continue
        alone = shares[0]
        if _OF_OTHERS.search(row.sentence.text) or not _is_claimed(row, alone):
            continue
        text, tables = row.sentence.said(), tables_near(reading, row.line)
        pairs = [_pair_of(table, text, *bases) if bases else _pair(table, text) for table in tables]
        pairs = [pair for pair in pairs if pair]
        if len(pairs) == 1:
            yield from _denied(alone, *pairs[0])


def is_borne_elsewhere(around: Around, item: Claimed) -> bool:
    """True if two counts of the sentence before bear a share, or a count of its own sentence, or of
    a row that it names in a table, is that share of a total of the table: `So 22 workers, 21.0%`,
    of the 105 of a table."""
    if item.kind == EACH:
        own = [x for x in around.row.quantities[:_MOST] if x.phrase.mark != item.mark]
        pairs = permutations((x.phrase.number for x in own), 2)
        return any(y.value and item.holds(x, y) for x, y in pairs) or _is_mean_of_row(around, item)
    if item.kind != SHARE:
        return False
    last = [x.phrase.number for row in before(around.rows, around.place, 1) for x in row.counts]
    if any(x.value < y.value and item.holds(x, y) for x, y in permutations(last[:_MOST], 2)):
        return True
    own, text = around.numbers, around.row.sentence.said()
    for table in shown_tables(around.reading):
        totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
        wholes = [x for at in totals for x in table.numbers[at] if x and x.kind == COUNT]
        named = rows_named(table, text) if wholes else ()
        counts = [*own, *(x for at in named for x in table.numbers[at] if x and x.kind == COUNT)]
        pairs = ((x, y) for x in counts for y in wholes if 0 < x.value < y.value)
        if any(item.holds(*pair) for pair in pairs):
            return True
    return False


def _is_mean_of_row(around: Around, item: Claimed) -> bool:
    """True if a row that the sentence of a mean names in a table has its total and its number."""
    text = around.row.sentence.said()
    for table in shown_tables(around.reading):
        for at in rows_named(table, text):
            cells = [x for x in table.numbers[at] if x and x.kind in (COUNT, MONEY) and x.value]
            if any(item.holds(*pair) for pair in permutations(cells[:_MOST], 2)):
                return True
    return False


def tabled_pair(around: Around, item: Claimed) -> tuple[Number, Number] | None:
    """(the count of a share, the whole) where the count is a row of a table near it, or what
    rows in a row of it come to, and the whole is the total of their column; else None."""
    counts = [x for x, claim in around.told_of.items() if claim is item and is_next(x, item)]
    if item.kind != SHARE or len(counts) != 1 or not counts[0].phrase.is_stock:
        return None
    count = counts[0].phrase
    text = around.row.sentence.text
    changes = _OF_OTHERS.search(text[: count.start])
    if count.base is not None or changes or _OF_COUNT.match(text, item.end):
        return None
    tables = tables_near(around.reading, around.row.line)
    wholes = [whole for table in tables for whole in _wholes_of(table, count.number.value)]
    wholes += [whole for table in tables for whole in _wholes_across(table, count.number.value)]
    return (count.number, wholes[0]) if len({x.value for x in wholes}) == 1 else None


def named_row_pair(around: Around, item: Claimed) -> tuple[Number, Number] | None:
    """(a sum, a count) of a mean that its sentence gives with the sum alone: the count of the one
    row, in any table, that its sentence or the one before it names."""
    sums = [x.phrase.number for x in around.row.quantities if x.phrase.mark != item.mark]
    alone = len(sums) == 1 and sums[0].kind == MONEY and not sums[0].bound
    if item.kind != EACH or item.unit or item.number.kind != MONEY or not alone:
        return None
    near = [*before(around.rows, around.place, 1), around.row]
    text = " ".join(row.sentence.said() for row in near)
    rows = [
        (at, table)
        for table in shown_tables(around.reading)
        for at in rows_named(table, text)
        if len(table.rows[at].split()) > 1
    ]
    cells = [
        cell for at, table in rows for cell in table.numbers[at] if cell and cell.kind == COUNT
    ]
    return (sums[0], cells[0]) if len(rows) == len(cells) == 1 else None


def is_next(count: Quantity, item: Claimed) -> bool:
    """True if a share follows a count, with nothing else between: “202 children, or 81%”."""
    return bool(_OR.fullmatch(item.row.sentence.text[count.phrase.end : item.start]))


def _wholes_of(table: Shown, value: Fraction) -> list[Number]:
    """The total of each column of counts of which a row, or some in a row, come to a value."""
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    found = []
    for column in range(1, len(table.headings)) if len(totals) == 1 and not table.is_list else ():
        cells = [row[column] if column < len(row) else None for row in table.numbers]
        whole = cells.pop(totals[0])
        rows = [cell.value for cell in cells if cell and cell.kind == COUNT]
        if whole and len(rows) == len(cells) and value in _runs_of(rows) and value < whole.value:
            found.append(whole)
    return found


def _wholes_across(table: Shown, value: Fraction) -> list[Number]:
    """The total of the row of totals, where one of its other columns has a value."""
    rows = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    columns = [at for at, head in enumerate(table.headings) if at and TOTAL.match(head)]
    cells = table.numbers[rows[0]] if len(rows) == len(columns) == 1 and not table.is_list else ()
    whole = cells[columns[0]] if len(cells) > max(columns, default=0) else None
    alike = [x for at, x in enumerate(cells) if x and at != columns[0] and x.value == value]
    return [whole] if whole and alike and whole.kind == COUNT and value < whole.value else []


def _runs_of(values: list[Fraction]) -> set[Fraction]:
    """The sum of each run of some numbers, and each of them."""
    return {sum_ for at in range(len(values)) for sum_ in accumulate(values[at:])}


def _is_claimed(row: Statement, alone: Quantity) -> bool:
    """True if a per cent is a share that was reckoned, no target and no change."""
    return any(item.kind == SHARE and item.number is alone.phrase.number for item in claimed(row))


def _pair(table: Shown, text: str):
    """((label, count), (label, base), every count beside them) that a text names, or None."""
    columns = [place for place in range(1, len(table.headings)) if table.counts_in(place)]
    has_shares = any(n and n.kind == PERCENT for row in table.numbers for n in row)
    if table.is_list or has_shares or len(table.rows) > _MOST:
        return None
    named = [at for at, label in enumerate(table.rows) if names_loosely(text, label)]
    if len(columns) == 1 == len(table.headings) - 1:
        cells = [(table.rows[at], row[columns[0]]) for at, row in enumerate(table.numbers)]
        totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
        return _of_cells(cells, [at for at in named if at not in totals], totals)
    if len(columns) == 2 and len(named) == 1:
        cells = [(table.headings[at], table.numbers[named[0]][at]) for at in columns]
        own = [at for at, (label, _number) in enumerate(cells) if names_loosely(text, label)]
        return _of_cells(cells, own[:2], [] if len(own) > 1 else [*({0, 1} - {*own})])
    return None


def _pair_of(table: Shown, text: str, base):
    """The same of a sentence that gives the base too: a row that it names, and the one total of
    that value with its column."""
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    named = [at for at, label in enumerate(table.rows) if names_loosely(text, label)]
    if table.is_list or len(totals) != 1 or len(named) != 1 or named == totals:
        return None
    whole = table.numbers[totals[0]]
    columns = [at for at, number in enumerate(whole) if number and number.value == base]
    columns = [at for at in columns if table.counts_in(at)]
    if len(columns) != 1:
        return None
    cells = [(table.rows[at], row[columns[0]]) for at, row in enumerate(table.numbers)]
    return _of_cells(cells, named, totals)


def _of_cells(cells, named, totals):
    """The smaller and the larger of two cells: one that is named with the total, or two named."""
    chosen = [*named, *totals] if len(named) == 1 and len(totals) == 1 else named
    pair = [cells[at] for at in chosen]
    if len(pair) != 2 or not all(number for _label, number in pair):
        return None
    part, base = sorted(pair, key=lambda cell: cell[1].value)
    values = [number.value for _label, number in cells if number and number.kind == COUNT]
    is_total = not totals or base is cells[totals[0]]
    return (part, base, values) if 0 < part[1].value < base[1].value and is_total else None


def _denied(item: Quantity, part, base, values) -> Iterator[Denial]:
    """The denial of a share that no two counts of the table come to."""
    number = item.phrase.number
    ways = [Fraction(100 * a) / b for a, b in permutations(values, 2) if b]
    ways += [100 - way for way in ways]
    if any(verdict(number, way, way) == RIGHT for way in ways) or number.bound:
        return
    exact = Fraction(100 * part[1].value) / base[1].value
    right = rounded(exact, number.places)
    counted = f"“{part[0]}” is {part[1].words} of {base[1].words} in the table, "
    says = f"{counted}which is {number_text(right, number.places)}%, but the text gives "
    sure = Sure.JOINED if is_mistyped(number.value, right) else Sure.GUESSED
    mend = "Correct the share, or state its population."
    yield Denial.of(item, f"{says}{number.words}.", mend, sure)

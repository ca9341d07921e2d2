"""`At Riverside the proportion was 80%`: a share by itself, of two cells of the one row named."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from reports.checks.reading import Reading
from reports.prose.asides import EARLIER_TIMES
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, IN_PART
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import BOUND, CHANGE, RATE, TARGET
from reports.quantities.selections import (
    beside_tables,
    cells_of,
    is_of_table,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import Shown

_SHARE = re.compile(r"\b(?:proportion|share|percentage|rate|figure|result|success)\b", re.I)
# “The assessment team has the furthest to go, at 41%”.
_AT = re.compile(r",\s+(?:at|with)\s+(?:only\s+|just\s+)?⟦p\d+⟧\W*$", re.I)
_UNSURE = SentencePattern(
    rf"\b(?:{EARLIER_TIMES}|not|but|except|than|against|compared|before|rose|fell|up|down|"
    r"rise|fall|increase\w*|decrease\w*|other|others|rest|both|or|average|mean)\b",
    re.I,
)
_EITHER = re.compile(r"\bor\b(?!\s+(?:more|less|fewer|over|under|so|better|worse)\b)", re.I)
_FEW, _MEND = 10, "Correct the share, or state its population."


def row_shares(reading: Reading) -> Iterator[Denial]:
    """A share that is given of one row of a table or list is what its cells come to."""
    for row, tables in beside_tables(reading):
        claim = _claim_of(row)
        for table in tables if claim else ():
            if is_of_table(row, table) and row.line.at != table.grid.at:
                yield from _denied(row, table, claim)


def _claim_of(row: Statement) -> ClaimedShare | None:
    """The one share of a sentence that has no other number."""
    text, items = row.sentence.text, [x for x in row.quantities if not _is_aside(x)]
    words = [x for x in CLAIM.finditer(row.sentence.said()) if x["fraction"]]
    rest = row.sentence.said()
    for match in words:
        rest = rest.replace(match.group(), " ", 1)
    # “More than half were led by a school or a college” names one row.
    rest = _EITHER.sub(" ", rest) if words else rest
    if IN_PART.search(text) or _UNSURE.search(rest) or len(items) + len(words) != 1:
        return None
    if words:
        return ClaimedShare.of_words(words[0])
    number, phrase = items[0].phrase.number, items[0].phrase
    plain = number.kind == PERCENT and phrase.role not in (CHANGE, TARGET) and not number.bound
    is_share = _SHARE.search(text) or _AT.search(text)
    return ClaimedShare.of_number(number) if plain and is_share else None


def _is_aside(item: Quantity) -> bool:
    """True for a limit, an end of a rate and “the four”, which state no value."""
    few = item.phrase.article and item.value < _FEW and not item.phrase.clause
    return bool(item.phrase.role in (BOUND, RATE) or few)


def _denied(row: Statement, table: Shown, claim: ClaimedShare) -> Iterator[Denial]:
    places = rows_named(table, row.sentence.said())
    if len(places) != 1 or _is_of_more(row, table, claim, places[0]):
        return
    cells = [x for x in table.numbers[places[0]] if x]
    counts = [x for x in cells if x.kind == COUNT]
    # A column of shares behind the one of counts says the same again.
    known = len(counts) == len(cells) or (len(counts) == 1 and cells[-1].kind == PERCENT)
    if not counts or not known or table.periods:
        return
    shares = _in_column(table, places[0]) if len(counts) == 1 else _in_row(table, places[0])
    nearest = claim.missed(shares)
    if nearest is not None:
        says = f"For “{table.rows[places[0]]}” the {table.kind} ({table.grid.at}) has "
        says += f"{number_text(nearest * 100, 1)}%, but the report gives “{claim.words}”."
        yield Denial(row.line, claim.number or row.span, says, _MEND)


def _is_of_more(row: Statement, table: Shown, claim: ClaimedShare, place: int) -> bool:
    """True for `two in five of the families at Saltergate had a child under two`: of those of a
    row, but of something that the table does not have."""
    ahead, found, behind = row.sentence.said().partition(claim.words)
    label = table.rows[place]
    named = found and re.match(r"\s+of\b", behind) and label in behind and not ahead.strip()
    return bool(named and stems_in(behind.partition(label)[2]) - stems_in(table.text))


def _in_column(table: Shown, place) -> list[Fraction]:
    """The share of a row in the one column of counts."""
    cells = [table.numbers[at] for at in rows_counted(table)]
    column = next((at for at, x in enumerate(table.numbers[place]) if x and x.kind == COUNT), 0)
    values = [row[column] for row in cells if column < len(row)]
    if len(values) < len(cells) or any(x is None or x.kind != COUNT for x in values):
        return []
    total = sum(x.value for x in values)
    return [Fraction(table.numbers[place][column].value) / total] if total else []


def _in_row(table: Shown, place) -> list[Fraction]:
    """The shares of two cells of a row, and of each cell in its column."""
    cells = [x.value for x in table.numbers[place] if x]
    shares = [Fraction(a) / b for a, b in permutations(cells, 2) if 0 < a <= b]
    totals = cells_of(table, None)
    own = zip(table.numbers[place], totals, strict=False)
    shares += [Fraction(x.value) / y.value for x, y in own if x and y and y.value]
    return shares + [1 - share for share in shares]

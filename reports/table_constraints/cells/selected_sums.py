"""A count that a sentence gives to several rows or columns of a table at once, against their sum:
`schools made 346 of them`, `the remaining days produced 36`, `year to date: 62`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import ITEM, Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, TARGET
from reports.quantities.selections import beside_tables, columns_named, is_of_table, rows_named
from reports.quantities.tables import Shown
from reports.table_constraints.claims.clauses import clause_of
from reports.table_constraints.claims.groups import (
    called,
    is_together,
    rows_alike,
    rows_besides,
    sums_of,
)

_OTHERS = re.compile(
    r"\b(?:remaining|others?|rest|besides|apart\s+from|except\w*|without|excluding|not\s+counting|left\s+(?:out|aside)|"
    r"leav(?:e|ing)\s+(?:out|aside)|other\s+than|elsewhere)\b",
    re.I,
)
_SO_FAR = re.compile(
    r"\b(?:to\s+date|so\s+far|(?:over|in|during|across)\s+the\s+(?:whole\s+)?(?:year|quarter|half-year|period|months?)|in\s+all|in\s+total|"
    r"altogether|all\s+told)\b",
    re.I,
)
_UNSURE = SentencePattern(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXPECTATIONS}|before|plan\s+for|average|"
    r"rose|risen|fell|fallen|grew|grown|of\s+(?:these|them|those|whom|which)|each|"
    r"per)\b",
    re.I,
)
_BREAKS = re.compile(
    r"[;:.]|,\s+(?:and|but|while|whereas|which|where)\b|\b(?:while|whereas)\b", re.I
)
_LEAST, _MANY, _NEAR, _MEND = 5, 4, 3, "Put right the number, or the table."


def selected_sums(reading: Reading) -> Iterator[Denial]:
    """A number that is given to some rows or to all columns of one is their sum."""
    for row, tables in beside_tables(reading):
        counts = [x for x in row.counts if _may_be_sum(x)]
        if (
            row.line.kind == ITEM
            or not 0 < len(counts) < _MANY
            or _UNSURE.search(row.sentence.text)
        ):
            continue
        for table in tables:
            is_own = table.is_list or row.line.at == table.grid.at
            for item in counts if not is_own and is_of_table(row, table) else ():
                yield from _denied(reading, row, item, table)


def _may_be_sum(item: Quantity) -> bool:
    phrase = item.phrase
    plain = phrase.role not in (BOUND, CHANGE, MEAN, RATE, TARGET) and not phrase.number.bound
    return plain and item.value >= _LEAST and not phrase.number.places and phrase.base is None


def _is_of(item: Quantity, table: Shown) -> bool:
    """True unless a number counts what the table has no word for; all people are alike."""
    noun = item.phrase.noun
    return bool(PEOPLE.search(" ".join(noun))) or not frozenset(noun) - table.named - PLAIN


def _denied(reading: Reading, row: Statement, item: Quantity, table: Shown) -> Iterator[Denial]:
    # Any two of many numbers come to nearly everything.
    is_other = not _is_of(item, table) and is_borne(reading, item.line, item.phrase.number)
    over_time = [
        sum(x.value for x in table.in_periods(at).values()) for at in range(len(table.rows))
    ]
    if item.value in table.values or is_other or item.value in over_time:
        return
    for labels, sums in _choices(row, item, table):
        if item.value in sums:
            return
        is_near = _is_near if _is_of(item, table) else is_mistyped
        near = [x for x in sums if is_near(item.value, x)]
        if len(near) == 1:
            says = f"{labels} ({table.grid.at}) come to {number_text(near[0])}, but the report "
            yield Denial.of(item, f"{says}gives {item.phrase.number.words}.", _MEND)
            return


def _is_near(value: Fraction, other: Fraction) -> bool:
    return is_mistyped(value, other) or abs(value - other) * _NEAR <= other


def _choices(
    row: Statement, item: Quantity, table: Shown
) -> Iterator[tuple[str, Sequence[Fraction]]]:
    """(the words of some rows or columns, what they come to) of each way in which a sentence takes
    several of them."""
    wording = row.sentence.said()
    clause = row.sentence.said(clause_of(item, _BREAKS))
    alike = rows_alike(table, clause)
    if alike:
        yield called(table, alike), _of_columns(table, alike, wording)
    named = rows_named(table, wording)
    if _OTHERS.search(wording) and named and not _OTHERS.search(" ".join(table.rows)):
        others = rows_besides(table, wording)
        yield called(table, others), _of_columns(table, others, wording)
    elif len(named) > 1 and is_together(clause) and set(named) == set(rows_named(table, clause)):
        yield called(table, named), _of_columns(table, named, wording)
    if _SO_FAR.search(wording):
        yield from _over_time(table, named)


def _of_columns(table: Shown, rows: Sequence[int], wording: str) -> Sequence[Fraction]:
    """What rows come to in the columns that a text names, or in each."""
    sums = sums_of(table, rows)
    named = [at for at in columns_named(table, wording) if at in sums]
    return [sums[at] for at in named or sums]


def _over_time(table: Shown, named: Sequence[int]) -> Iterator[tuple[str, Sequence[Fraction]]]:
    """The whole of a row over its periods, and of the only column over rows of periods."""
    if len(named) == 1 and len(table.periods) > 2:
        cells = table.in_periods(named[0])
        if len(cells) == len(table.periods):
            yield f"The numbers of “{table.rows[named[0]]}”", [sum(x.value for x in cells.values())]
    rows = [at for at, _ in table.dated_rows]
    sums = sums_of(table, rows) if len(rows) > 2 and not named else {}
    if len(sums) == 1:
        yield f"The numbers of “{table.headings[next(iter(sums))]}”", [*sums.values()]

"""How many of a row are left of its whole: `In the summer term 22 plans were not completed on
time`, where 313 were due and 291 on time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import EARLIER_TIMES
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import TOTAL, Shown
from reports.table_constraints.claims.other_numbers import is_count

_NOT = SentencePattern(
    r"⟦c(?P<mark>\d+)⟧\s+(?P<noun>(?:[a-z’-]+\s+){0,7}?)(?:(?:was|were|had|have|has|is|are)\s+(?:still\s+)?not(?:\s+been)?|"
    r"did\s+not|missed)\s+(?P<what>[^⟦.;:,]{3,60})",
    re.I,
)
_OF_THOSE = re.compile(r"\b(?:of\s+(?:these|whom|which)|other|remaining|further)\b", re.I)
_THEN = re.compile(rf"\b(?:{EARLIER_TIMES})\b", re.I)
# Words of a heading that name nothing which is done.
_PLAIN = frozenset(("in", "on", "of", "the", "number", "by", "to", "at", "with", "within"))
_ALL_ROWS = re.compile(
    r"\b(?:over|in|across|for)\s+(?:the|all)\s+(?:[a-z]+\s+)?(?:terms|quarters|months|years?|areas|teams)\b|\b(?:in\s+all|altogether)\b",
    re.I,
)
_FEWEST, _MEND = 2, "Put the number right, or the table."


def shortfalls(reading: Reading) -> Iterator[Denial]:
    """The number not done is the whole of a row without the number done."""
    for row, tables in beside_tables(reading):
        match = _NOT.search(row.sentence.text)
        ahead = row.sentence.text[: match.end("noun")] if match else ""
        if match is None or _OF_THOSE.search(ahead) or _THEN.search(ahead):
            continue
        number = row.sentence.thing(match["mark"])
        for table in tables:
            clause = row.sentence.text[: match.end()][_last_break(row.sentence.text, match) :]
            if not (number.bound or table.is_list) and is_of_table(row, table, clause):
                yield from _denied(row, table, number, match)


def _last_break(text: str, match: re.Match) -> int:
    """Where the clause of a match begins."""
    return max(text.rfind(mark, 0, match.start()) for mark in ",;:") + 1


def _denied(row: Statement, table: Shown, number, match: re.Match) -> Iterator[Denial]:
    columns = _columns(table, match["what"])
    written = row.sentence.said(row.sentence.text[: match.start("what")])
    if columns is None:
        return
    left = {at: _left(table, at, columns) for at in range(len(table.rows))}
    named = rows_named(table, written)
    known = {*left.values()}
    if len(named) == 1:
        label, true = f"“{table.rows[named[0]]}”", left[named[0]]
        known = {true}
    elif not named:
        label, true = "all rows", _in_all(table, left, written)
    else:
        return
    if true is not None and number.value not in {*known, true}:
        says = (
            f"For {label} the table ({table.grid.at}) leaves {number_text(true)}, but the report "
        )
        yield Denial(row.line, number, f"{says}gives {number.words}.", _MEND)


def _in_all(table: Shown, left: Mapping[int, Fraction | None], text: str) -> Fraction | None:
    """The rest in the row of the total, or of all rows together where a text means them."""
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    if len(totals) == 1:
        return left[totals[0]]
    values = [left[at] for at in rows_counted(table)]
    return sum(values) if _ALL_ROWS.search(text) and None not in values else None


def _columns(table: Shown, what: str) -> tuple[int, int] | None:
    """The places of the column of all and of the one of what was done, which a stretch names."""
    columns = [
        at
        for at in range(1, len(table.headings))
        if table.counts_in(at) and not any(at == place for place, _ in table.periods)
    ]
    done = [at for at in columns if _names(what, table.headings[at])]
    wholes = [at for at in columns if at not in done and _is_above(table, at, done)]
    return (wholes[0], done[0]) if len(done) == len(wholes) == 1 else None


def _names(what: str, heading: str) -> bool:
    own = stems(heading) - _PLAIN
    return bool(own) and own <= stems(what)


def _is_above(table: Shown, whole: int, done: Sequence[int]) -> bool:
    """True if a column has as much as another in every row, and more in some."""
    if len(done) != 1:
        return False
    pairs = [
        (cells[whole], cells[done[0]]) for cells in table.numbers if max(whole, *done) < len(cells)
    ]
    pairs = [(x.value, y.value) for x, y in pairs if x and y and x.kind == y.kind == COUNT]
    return len(pairs) >= _FEWEST and all(x >= y for x, y in pairs) and any(x > y for x, y in pairs)


def _left(table: Shown, at: int, columns: Sequence[int]):
    cells = table.numbers[at]
    pair = [cells[x] for x in columns] if max(columns) < len(cells) else []
    return pair[0].value - pair[1].value if pair and all(map(is_count, pair)) else None

"""`All children due a hearing check had one`, `none of those fostered is 21`: a row's cells, as a
part of its whole."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import EARLIER_TIMES, EXCEPTIONS
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, is_of_table, rows_named
from reports.quantities.tables import TOTAL, Shown, names_loosely

_ABSOLUTE = re.compile(r"(?:not\s+)?(?:all|every|each|none|nobody|no\s+one|no)", re.I)
_NOT = SentencePattern(
    rf"\b(?:{EARLIER_TIMES}|{EXCEPTIONS}|but|without|lack\w*|miss\w*|fail\w*|never|late|"
    r"overdue|before|last|more|fewer|less|longer|other|others|up|down|rose|fell|"
    r"than|same)\b",
    re.I,
)
_DUE = re.compile(
    r"\b(?:due|eligible|required|needed|expected|children|pupils|staff|cases|total|asked|invited)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:done|completed?|seen|held|had|reviewed|in\s+date|up\s+to\s+date|trained|met|on\s+time|returned|attended)\b",
    re.I,
)


def row_universals(reading: Reading) -> Iterator[Denial]:
    """All or none of a row is what its cells show."""
    for row, tables in beside_tables(reading):
        text = row.sentence.said()
        matches = [x for x in CLAIM.finditer(text) if not x["fraction"] or _NOT.search(x.group())]
        claim = claim_of(matches[0]) if len(matches) == 1 else None
        if claim is None or row.quantities or not _ABSOLUTE.fullmatch(claim.word):
            continue
        rest = text.replace(claim.word, " ", 1)
        for table in tables if not _NOT.search(rest) else ():
            if not table.is_list and is_of_table(row, table):
                share = _share_of(row, table)
                if share is not None and claim.is_denied(share):
                    yield _denial(row, table, claim, share)


def _share_of(row: Statement, table: Shown) -> Fraction | None:
    """The share of the one row named that its one column named is of its total, or that was done
    of what was due; None where the table has neither."""
    written = row.sentence.said()
    places = rows_named(table, written)
    if len(places) != 1 or table.periods:
        return None
    cells, heads = table.numbers[places[0]], list(enumerate(table.headings))[1:]
    named = [at for at, head in heads if head and names_loosely(written, head)]
    wholes = [at for at, head in heads if TOTAL.match(head)]
    if len(named) == len(wholes) == 1 and named != wholes:
        return _part(cells, named[0], wholes[0])
    shares = [x for x in cells if x and x.kind == PERCENT]
    due = [at for at, head in heads if _DUE.search(head) and not _DONE.search(head)]
    done = [at for at, head in heads if _DONE.search(head)]
    if len(due) != 1 or len(done) != 1 or not _DONE.search(written) or len(shares) > 1:
        return None
    return _part(cells, done[0], due[0])


def _part(cells, part, whole) -> Fraction | None:
    values = [cells[at] if at < len(cells) else None for at in (part, whole)]
    if any(x is None or x.kind != COUNT for x in values) or not values[1].value:
        return None
    share = Fraction(values[0].value) / values[1].value
    return share if share <= 1 else None


def _denial(row: Statement, table: Shown, claim, share) -> Denial:
    says = f"By the table ({table.grid.at}) it is {number_text(share * 100, 1)}%, "
    says += f"but the report uses “{claim.word}”."
    return Denial(row.line, row.span, says, "Write what the table shows.")

"""`Four of the five teams had at least one`, `both schools and health reached it`: how many rows
are in a state by some reading of it."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading, shared
from reports.prose.asides import EARLIER_TIMES
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import (
    are_rows,
    beside_tables,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import Shown, names, shown_tables
from reports.table_constraints.cells.predicates import rows_true
from reports.table_constraints.measures.states import rows_meant_by
from reports.table_constraints.measures.tally_words import Tally, tallies_in

_OTHER_TIME = SentencePattern(
    r"\bat\s+(?:every|each)\s+(?:stage|step)\b|\b(?:ago|previous(?:ly)?|last\s+(?:year|time|report)|earlier|nation\w*|england|region\w*|"
    r"neighbours?|if|would|should(?!\s+have\W*(?:$|[.;]))|"
    r"will|expects?|expected\s+to|proposed?|planned)\b",
    re.I,
)
_EXCEPT = re.compile(
    r"\b(?:except\w*|bar|save|other\s+than|apart\s+from|but\s+(?:for|not))\b", re.I
)
_TOGETHER = re.compile(
    r"\b(?:account\w*|together|between\s+them|combined|make\s+up|made\s+up|add\w*|times|"
    r"half(?!\s+of\s+(?:its|their)\b)|thirds?|quarters?\s+of)\b",
    re.I,
)
# “A higher figure is better on these”: which way is good is said, and may differ by row.
_BETTER = SentencePattern(
    r"\b(?:higher|lower|smaller|larger|less|fewer)\b[^.;]{0,40}\b(?:better|good)\b", re.I
)
# “Every other team”: all but the one that was spoken of.
_OTHER = re.compile(r"\b(?:other|remaining)\b", re.I)
_KIND = re.compile(r"^(?:kinds?|types?|sorts?)\s+of\s+", re.I)
_JUDGED = re.compile(r"\b(?:improv\w+|worse\w*|better|deteriorat\w+|slipped)\b", re.I)
_TARGET = SentencePattern(r"\b(?:targets?|standards?|aims?|goals?|limits?|reach\w*|met)\b", re.I)
_TIME = re.compile(r"\b(?:years?|quarters?|months?|terms?|periods?|half-years?)$", re.I)
_EARLIER = re.compile(rf"\b(?:{EARLIER_TIMES})\b", re.I)
_FEWEST, _FAR, _MEND = 2, 3, "Put right the number, or the table."


def tallies(reading: Reading) -> Iterator[Denial]:
    """As many rows of a table are in a state as a sentence has, by some reading of the state."""
    rows = statements(reading)
    near = {row.order: tables for row, tables in beside_tables(reading)}
    for place, row in enumerate(rows):
        claims = [*tallies_in(row)] if not _OTHER_TIME.search(row.sentence.text) else []
        earlier = (*before(rows, place, _FAR), *shared(reading, _of_targets))
        near_by = rows[max(0, place - _FAR) : place + _FAR]
        judged = any(_BETTER.search(x.sentence.text) for x in near_by)
        claims = [x for x in claims if _is_of_rows(x) and not (judged and _JUDGED.search(x.clause))]
        for claim in claims:
            tables = [x for x in near.get(row.order, ()) if _is_of(row, x, claim)]
            tables = tables or _far_tables(reading, claim)
            verdicts = [_denied(row, table, claim, earlier) for table in tables]
            wrong = [x for x in verdicts if x is not None]
            if len(wrong) == 1 and wrong[0]:
                yield wrong[0]


def _of_targets(reading: Reading) -> tuple[Statement, ...]:
    """The sentences of a report that speak of a target."""
    return tuple(x for x in statements(reading) if _TARGET.search(x.sentence.text))


def _is_of_rows(claim: Tally) -> bool:
    """True if a claim is plainly of rows: `four of the five teams`, and not `four out of five`, a
    share, nor `each term improved`: which way is better the name of a row hardly says."""
    of_time = claim.whole is None and _TIME.search(claim.noun)
    is_share = "out of" in claim.text or of_time or _JUDGED.search(claim.clause)
    of_all = claim.whole is not None or claim.is_all or bool(claim.portion or claim.names)
    return of_all and not is_share and not _OTHER.search(claim.text)


def _is_of(row: Statement, table: Shown, claim: Tally) -> bool:
    """True if a claim counts the rows of a table, or names some of them."""
    if table.is_list or row.line.at == table.grid.at or len(rows_counted(table)) < _FEWEST:
        return False
    if claim.names:
        written = row.sentence.said(claim.names)
        named = rows_named(table, written)
        # “Both schools and health in the north” are more than those two rows.
        labels = " ".join((table.headings[0], *(table.rows[at] for at in named)))
        return len(named) > 1 and not stems_in(written) - stems_in(labels)
    if claim.whole is not None and claim.whole != len(rows_counted(table)):
        return False
    # “In both years” is of the columns, where they are years.
    if claim.whole is None and len(table.periods) > 1 and _TIME.search(claim.noun):
        return False
    if _are_cells(table, claim.noun):
        return False
    return claim.whole is not None or (claim.is_sure and _are_rows(table, claim.noun))


def _are_cells(table: Shown, noun: str) -> bool:
    """True if the cells of a column count what a noun names, and no row is one of them: “three of
    six actions” near a column of actions."""
    # Each row has a target of its own.
    counted = noun and not _TARGET.search(noun)
    counted = counted and stems(noun) <= stems(" ".join(table.headings[1:]))
    return bool(counted) and not _are_rows(table, noun)


def _are_rows(table: Shown, noun: str) -> bool:
    noun = _KIND.sub("", noun).split()
    return any(are_rows(table, x) for x in noun[-1:])


def _far_tables(reading: Reading, claim: Tally) -> list[Shown]:
    """The one table of a report that has so many rows of the things that a sentence counts."""
    if claim.whole is None:
        return []
    own = stems(claim.noun)
    far = [
        x
        for x in shown_tables(reading)
        if len(rows_counted(x)) == claim.whole
        and not _are_cells(x, claim.noun)
        and own <= stems(f"{x.grid.caption} {x.headings[0]}")
    ]
    return far if len(far) == 1 and own else []


def _denied(row: Statement, table: Shown, claim: Tally, earlier: Sequence[Statement]):
    """The denial of a claim by a table; False where some reading bears it, None where none can be
    made of it."""
    days = (day.words.rstrip(".") for day in row.sentence.marks("d"))
    if not all(names(table.text, day) for day in days) or _EXCEPT.search(claim.clause):
        return None
    if (claim.many or 0) > len(rows_counted(table)) or _TOGETHER.search(claim.clause):
        return None
    # What is read as it is written is compared with the rows elsewhere.
    true = rows_true(row, table, claim.clause)
    if true is not None and not (claim.portion or claim.less or claim.names):
        return False
    sets = rows_meant_by(row, table, claim.clause, earlier) if true is None else [true]
    if not sets:
        return None
    many = len(rows_counted(table))
    if claim.names:
        named = frozenset(rows_named(table, row.sentence.said(claim.names)))
        if any(named <= x for x in sets):
            return False
    else:
        if any(claim.is_of_so_many(len(x), many) for x in sets):
            return False
    nearest = sets[0]
    # Its columns are in no known order of time where one is of “a year earlier”.
    if not nearest and _EARLIER.search(" ".join(table.headings)):
        return None
    labels = ", ".join(f"“{table.rows[at]}”" for at in sorted(nearest)) or "none of its rows"
    says = f"The report has “{row.sentence.said(claim.text)}”, but in the table "
    says = f"{says}({table.grid.at}) it is {labels}."
    return Denial(row.line, row.span, says, _MEND)

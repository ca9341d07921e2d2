"""The rows of a table that words take together, each part of its column alone."""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from reports.prose.numbers import COUNT
from reports.quantities.repeats.roots import root, stems_in
from reports.quantities.selections import rows_counted, rows_named
from reports.quantities.tables import Shown

_TOGETHER = re.compile(
    r"\b(?:together|both|combined|between\s+them|all\s+(?:two|three|four)?\s*(?:kinds|sorts|types)|"
    r"of\s+(?:both|all|either)\s+|jointly|taken\s+as\s+one)\b",
    re.I,
)
# The word before a verb, and any that ends a stretch.
_VERBS = (
    r"made|ha[sd]|have|were|was|are|is|took|sent|held|came|gave|saw|account\w*|makes?|raised|received|got|"
    r"lost|spent|costs?|[a-z]{3,}ed"
)
_HEAD = re.compile(
    rf"^\W*(?:(?:the|our|these|both|all)\s+)?(?:[A-Za-z-]+\s+)?([A-Za-z-]{{3,}})(?=\s+(?:{_VERBS})\b)"
)
_ANY_HEAD = re.compile(
    rf"\b([A-Za-z-]{{3,}})(?=\s+(?:{_VERBS}|of|together|jointly|between)\b|\W*[,(.]|\W*$)"
)


def is_together(text: str) -> bool:
    """True for words that take several things as one."""
    return bool(_TOGETHER.search(text))


def rows_alike(table: Shown, text: str) -> tuple[int, ...]:
    """The rows that have a word in common which a text names, and no word of one of them alone:
    `schools` are the rows “Primary schools” and “Secondary schools”."""
    rows = rows_counted(table)
    own = {at: stems_in(table.rows[at]) for at in rows}
    many = Counter(word for label in own.values() for word in label)
    plain = stems_in(f"{table.grid.caption} {' '.join(table.headings)}")
    common = {x for x in stems_in(text) - plain if 1 < many[x] < len(rows)}
    chosen = tuple(at for at in rows if common and common <= own[at])
    if len(chosen) < 2 or len(chosen) == len(rows):
        return ()
    # “Care leavers” are no row of “Left care”: what is named ends with the word.
    heads = {root(x[1]) for x in (_ANY_HEAD if is_together(text) else _HEAD).finditer(text)}
    if not heads & common:
        return ()
    single = stems_in(text) & {x for x, times in many.items() if times == 1}
    return () if single and not is_together(text) else chosen


def called(table: Shown, rows: Sequence[int]) -> str:
    """The labels of some rows, for a reader."""
    return ", ".join(f"“{table.rows[at]}”" for at in rows)


def rows_besides(table: Shown, text: str) -> tuple[int, ...]:
    """All rows but those that a text names."""
    named = rows_named(table, text)
    rows = rows_counted(table)
    return tuple(at for at in rows if at not in named) if 0 < len(named) < len(rows) - 1 else ()


def sums_of(table: Shown, rows: Sequence[int]) -> dict[int, Fraction]:
    """Column → what some rows come to in it, of the columns of counts."""
    made = {}
    for at in range(len(table.headings)):
        cells = [table.numbers[x][at] for x in rows if at < len(table.numbers[x])]
        whole = len(cells) == len(rows) and all(x is not None and x.kind == COUNT for x in cells)
        if at and whole and cells:
            made[at] = sum((x.value for x in cells), Fraction(0))
    return made

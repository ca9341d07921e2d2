"""How many rows are better than the year before: `two of the checks were better than in the year
before`, where the table has both years."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, OTHER_AREAS
from reports.prose.numbers import PERCENT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import are_rows, beside_tables, picked_column, rows_counted
from reports.quantities.tables import Shown

_BETTER = SentencePattern(
    r"(?:⟦c(?P<mark>\d+)⟧|\b(?P<all>all(?:\s+⟦c\d+⟧)?|both|every\s+one|each)|\b(?P<none>none|neither))\s+(?:of\s+)?(?:(?:the|these|our)\s+)?(?:⟦c\d+⟧\s+)?"
    r"(?P<noun>[a-z-]+)(?:\s+in\s+the\s+table)?\s+(?:was|were|is|are|had|did)\s+(?:(?P<up>better|higher|improved)|(?P<down>worse|lower|poorer))\s+than\s+"
    r"(?:(?:it|they)\s+(?:was|were)\s+)?(?:in\s+)?(?:the\s+(?:year|quarter|period)\s+before|a\s+year\s+(?:ago|earlier|before)|last\s+year|⟦d\d+⟧)",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|except|but|apart)\b", re.I)
_FEWEST, _MEND = 2, "Write what the table shows."


def judged_rows(reading: Reading) -> Iterator[Denial]:
    """As many rows are higher, or lower, than the year before as a sentence calls better."""
    for row, tables in beside_tables(reading):
        match = _BETTER.search(row.sentence.text)
        if match is None or _OTHERS.search(match.group()):
            continue
        for table in tables:
            if not table.is_list and are_rows(table, match["noun"]):
                yield from _denied(row, table, match)


def _denied(row: Statement, table: Shown, match: re.Match) -> Iterator[Denial]:
    gaps = [*_gaps(table)]
    if len(gaps) < _FEWEST or len(gaps) != len(rows_counted(table)):
        return
    many = len(gaps) if match["all"] else 0 if match["none"] else None
    many = row.sentence.thing(match["mark"]).value if many is None else many
    ups, downs = sum(x > 0 for x in gaps), sum(x < 0 for x in gaps)
    if many not in (ups, downs):
        says = f"The report has “{row.sentence.said(match.group())}”, but in the table "
        says += f"({table.grid.at}) {ups} went up and {downs} went down."
        yield Denial(row.line, row.span, says, _MEND)


def _gaps(table: Shown) -> Iterator[Fraction]:
    """The value of each row now less that of before: of two periods, or of two columns of per cents
    of which one has the words of the other with an earlier time."""
    pair = _columns(table)
    for at in rows_counted(table) if pair else ():
        now, then = (picked_column(table, column)[at] for column in pair)
        if now and then and now.kind == then.kind:
            yield now.value - then.value


def _columns(table: Shown) -> tuple[int, int] | None:
    """The places of the later and the earlier column."""
    places = [at for at, _ in table.periods]
    if len(places) == len(("earlier", "later")):
        return places[1], places[0]
    plain = [
        at for at in range(1, len(table.headings)) if at not in places and _is_share(table, at)
    ]
    if len(places) == len(plain) == 1 and _is_share(table, places[0]):
        own = stems(table.headings[plain[0]])
        return (plain[0], places[0]) if own <= stems(table.headings[places[0]]) else None
    return None


def _is_share(table: Shown, column: int) -> bool:
    head = table.headings[column].casefold()
    cells = [x for x in picked_column(table, column) if x]
    return bool(cells) and (
        all(x.kind == PERCENT for x in cells) or "per cent" in head or "%" in head
    )

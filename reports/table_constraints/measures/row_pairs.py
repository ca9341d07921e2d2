"""`West completed more than East`, `twice as many in North as in South`: two rows of a table laid
side by side, against every measure of it that may be meant."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES, NEGATIONS
from reports.prose.marks import MARK
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import beside_tables, is_of_table, rows_counted, rows_named
from reports.quantities.tables import Shown
from reports.table_constraints.measures.columns import (
    changes_of,
    columns_of,
    named_by,
    shares_of,
    together,
)

_PAIR = SentencePattern(
    r"(?<![a-z])(?:(?P<up>more|higher|larger|greater|bigger|longer)|"
    r"(?P<down>fewer|less|lower|smaller|shorter)|(?:(?P<factor>twice|double|half|"
    r"⟦[cx](?P<times>\d+)⟧\s+times)\s+)?as\s+(?:many|much|long|large|high))\b"
    r"(?P<noun>[^.,;:]{0,60}?)\s(?:than|as)\s+(?P<behind>[^.,;:]{2,60})",
    re.I,
)
_FACTORS = {"twice": Fraction(2), "double": Fraction(2), "half": Fraction(1, 2)}
# “More than half”, “not as many as”, “nearly twice”, and what is of another time or of all others.
_UNSURE = re.compile(
    rf"\b(?:{EARLIER_TIMES}|{NEGATIONS}|{CONDITIONS}|no|nearly|almost|about|around|over|"
    r"under|just|half\s+again|likely|together|combined|any|all|others?|each|"
    r"both\s+the|rose|fell|grew|risen|fallen|quick\w+|fast\w*|slow\w*|"
    r"than\s+(?:in|at)\s+⟦d|before|last|rather|least|most|up\s+to)\b",
    re.I,
)
_PLAIN = stems_in("often so very slightly rather much far case number share rate proportion")
_SHARE = re.compile(r"\b(?:rates?|shares?|proportions?|percentages?|better|worse)\b", re.I)
_STOP = re.compile(r"[.;:]")
_ABOUT, _FEWEST, _MEND = Fraction(1, 10), 2, "Write what the table shows."


def row_pairs(reading: Reading) -> Iterator[Denial]:
    """A row that is called more, less or so many times another is so by a measure of the table."""
    for row, tables in beside_tables(reading):
        match = _PAIR.search(row.sentence.text)
        if (
            not match
            or _UNSURE.search(row.sentence.text)
            or len(MARK.findall(match.group())) > bool(match["times"])
        ):
            continue
        wrong = [_denied(row, table, match) for table in tables if not table.is_list]
        wrong = [x for x in wrong if x is not None]
        if len(wrong) == 1 and wrong[0]:
            yield wrong[0]


def _denied(row: Statement, table: Shown, match: re.Match) -> Denial | bool | None:
    """The denial of a pair by a table; False where it bears it, None where it is of none."""
    rows, ahead = rows_counted(table), _STOP.split(row.sentence.text[: match.start()])[-1]
    ends = [
        rows_named(table, f"{ahead} {match['noun']}"),
        rows_named(table, match["behind"]),
    ]
    if len(rows) < _FEWEST or not is_of_table(row, table) or [len(x) for x in ends] != [1, 1]:
        return None
    first, last = ends[0][0], ends[1][0]
    labels = stems_in(f"{table.rows[first]} {table.rows[last]}")
    noun = stems_in(match["noun"]) - labels - _PLAIN
    if first == last or not {first, last} <= {*rows} or noun - stems_in(table.text):
        return None
    columns = columns_of(table, rows)
    made = [*columns, *shares_of(table, columns), *changes_of(table, columns)]
    # “Completed more” is of that column; where none is named, any may be meant.
    named = named_by(table, columns, row.sentence.said())
    measures = named if named and not _SHARE.search(match.group()) else [*made, *together(columns)]
    pairs = [(x.values[first], x.values[last]) for x in measures]
    if not pairs or any(_is_borne(row, match, *pair) for pair in pairs):
        return False if pairs else None
    way = "above" if match["up"] else "below" if match["down"] else "so many times"
    says = f"In no column of the table ({table.grid.at}) is “{table.rows[first]}” {way} "
    return Denial(row.line, row.span, f"{says}“{table.rows[last]}”.", _MEND)


def _is_borne(row: Statement, match: re.Match, value: Fraction, other: Fraction) -> bool:
    if match["up"] or match["down"]:
        return value > other if match["up"] else value < other
    times = Fraction(row.sentence.thing(match["times"]).value) if match["times"] else Fraction(1)
    factor = _FACTORS.get((match["factor"] or "").casefold(), times)
    return abs(value - factor * other) <= _ABOUT * factor * abs(other)

"""A change in percentage points against the row that it is of: `the share decided within one
working day has gone up by 3.5 percentage points`."""

import re
from collections.abc import Iterator
from itertools import combinations

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EXPECTATIONS, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import WORD, number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, whole_row
from reports.quantities.tables import Shown, names

_BY_POINTS = SentencePattern(r"\bby\s+⟦[cqx](?P<mark>\d+)⟧\s+(?:percentage\s+)?points?\b", re.I)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXPECTATIONS})\b", re.I)
# What a label has besides the name of what it measures.
_UNIT = re.compile(
    r",?\s*\(?\b(?:per\s?cent(?:age)?|percentage|share|proportion|rate)\b\)?(?:\s+of\b)?|%", re.I
)
_FEWEST, _MEND = 2, "Correct the number of points, or the table."


def point_changes(reading: Reading) -> Iterator[Denial]:
    """A row went up or down by as many points as a sentence has."""
    for row, tables in beside_tables(reading):
        matches = [*_BY_POINTS.finditer(row.sentence.text)]
        if len(matches) != 1:
            continue
        number = row.sentence.thing(matches[0]["mark"])
        ahead = row.sentence.text[: matches[0].start()]
        clause = re.split(r"[;,]\s", ahead)[-1]
        if number.bound or _OTHERS.search(clause):
            continue
        days = [day.words.rstrip(".") for day in row.sentence.marks("d")]
        for table in tables:
            if not table.is_list and all(names(table.text, day) for day in days):
                yield from _denied(row, table, number, row.sentence.said(clause))


def _denied(row: Statement, table: Shown, number, clause: str) -> Iterator[Denial]:
    named = [at for at, label in enumerate(table.rows) if _names(clause, label)]
    values = [x.value for x in whole_row(table, named[0])] if len(named) == 1 else []
    words = [*WORD.finditer(clause)]
    if len(values) < _FEWEST or not words:
        return
    changes = [later - first for first, later in combinations(values, 2)]
    if all(abs(change) != abs(number.value) for change in changes):
        true = values[-1] - values[-2]
        places = max(number.places, 1)
        says = f"“{table.rows[named[0]]}” went from {number_text(values[-2], places)} to "
        says += f"{number_text(values[-1], places)} in the table ({table.grid.at}), a change of "
        says += f"{number_text(abs(true), places)}, but the report gives {number.words}."
        yield Denial(row.line, number, says, _MEND)


def _names(text: str, label: str) -> bool:
    """True if a text has every word of a label but those of its unit, and two or more."""
    own = stems(_UNIT.sub(" ", label))
    return len(own) >= _FEWEST and own <= stems(text)

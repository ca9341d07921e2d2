"""The rate of one row for so many of another, whose population it is: `78.5 for every 10,000`,
where a table has 386 children in care and 49,200 people under 18."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.quantities.derivation.quotients import is_wrong_quotient, unlike_rate
from reports.quantities.model import Denial, Statement
from reports.quantities.selections import beside_tables, is_of_table, rows_named
from reports.quantities.tables import Shown, names
from reports.table_constraints.claims.other_numbers import is_count

_RATE = SentencePattern(
    r"⟦[cx](?P<mark>\d+)⟧\s+(?:[a-z]+\s+){0,4}?(?:per|for\s+every|in\s+every|to\s+every|for\s+each)\s+⟦[cx](?P<per>\d+)⟧",
    re.I,
)
_POPULATION = re.compile(
    r"\b(?:population|residents|inhabitants)\b|\b(?:children|people|persons)\s+(?:under|aged)\b",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXPECTATIONS}|{EARLIER_TIMES}|than|from)\b", re.I
)
_LATEST = re.compile(
    r"\b(?:(?:at|by)\s+the\s+(?:end|close)\s+of|now|this\s+year|at\s+present|currently|latest|most\s+recent)\b",
    re.I,
)
_LEAST, _MEND = 1000, "Correct the rate, or its numbers."


def rates_of_rows(reading: Reading) -> Iterator[Denial]:
    """A rate is the number of a row over the population that its table has."""
    for row, tables in beside_tables(reading):
        match = _RATE.search(row.sentence.text)
        if match is None or _OTHERS.search(row.sentence.text):
            continue
        rate, per = (row.sentence.thing(match[x]) for x in ("mark", "per"))
        for table in tables:
            if per.value >= _LEAST and not rate.bound and is_of_table(row, table):
                yield from _denied(row, table, rate, per)


def _denied(row: Statement, table: Shown, rate, per) -> Iterator[Denial]:
    written = row.sentence.said()
    bases = [at for at, label in enumerate(table.rows) if _POPULATION.search(label)]
    others = [at for at in range(len(table.rows)) if at not in bases]
    named = [at for at in rows_named(table, written) if at in others]
    counted = named or others
    if len(bases) != 1 or len(counted) != 1:
        return
    pairs = [
        (table.numbers[counted[0]][at], table.numbers[bases[0]][at])
        for at in _columns(table, written)
        if max(len(table.headings), at)
        <= min(len(table.numbers[x]) for x in (counted[0], bases[0]))
    ]
    pairs = [pair for pair in pairs if all(map(is_count, pair)) and pair[0].value < pair[1].value]
    if pairs and all(is_wrong_quotient(rate, *pair, per.value) for pair in pairs):
        count, base = pairs[-1]
        says = f"{count.words} for {base.words} in the table ({table.grid.at}) "
        yield Denial(row.line, rate, says + unlike_rate(rate, count, base, per), _MEND)


def _columns(table: Shown, text: str) -> list[int]:
    """The places of the columns that a text may be of: the one it names, the latest, or all."""
    periods = [at for at, _ in table.periods]
    named = [at for at, heading in table.periods if names(text, heading)]
    every = periods or list(range(1, len(table.headings)))
    return named or (every[-1:] if _LATEST.search(text) else every)

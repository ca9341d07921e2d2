"""A rate whose population is in another paragraph."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_RATE = re.compile(
    r"⟦c(?P<rate>\d+)⟧\s+(?:[a-z]+\s+){0,2}?(?:for\s+every|per|in\s+every|out\s+of\s+every)\s+⟦c(?P<base>\d+)⟧",
    re.I,
)
_POPULATION = re.compile(
    r"⟦c(?P<first>\d+)⟧\s+(?:[a-z]+\s+){0,2}?(?:people|residents|children|young\s+people|inhabitants)\b[^.;⟦]{0,30}"
    r"(?:⟦[cx]\d+⟧[^.;⟦]{0,20})?\b(?:live|lives|living|resident)\b"
    r"|\b(?:population|number\s+of\s+(?:residents|people|children))\b[^.;⟦]{0,40}(?:⟦[cx]\d+⟧[^.;⟦]{0,20})?\b(?:is|was|of|at)\s+(?:about\s+)?⟦c(?P<last>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:nation\w*|england|region\w*|neighbours?|average|target|last\s+year|ago)\b", re.I
)
_FAR, _LEAST, _TIMES = 4, 1000, 2
_MEND = "Correct the rate, or its numbers."


def rates_elsewhere(reading: Reading) -> Iterator[Denial]:
    """`414 children, or 82 for every 10,000. … 57,500 people under 18 live in the borough.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _RATE.search(row.sentence.text)
        if match and not _OTHERS.search(row.sentence.text):
            near = rows[max(0, place - _FAR) : place + _FAR + 1]
            yield from _rate(row, match, [x for x in near if x.section == row.section])


def _rate(row: Statement, match: re.Match, near) -> Iterator[Denial]:
    rate, base = (row.sentence.thing(match[name]) for name in ("rate", "base"))
    counts = [x for x in row.counts if x.phrase.number not in (rate, base)]
    people = {
        other.sentence.thing(x["first"] or x["last"]).value
        for other in near
        for x in _POPULATION.finditer(other.sentence.text)
    }
    people = {x for x in people if x >= _LEAST}
    if len(counts) != 1 or len(people) != 1 or counts[0].phrase.number.bound or rate.bound:
        return
    [population] = people
    true = Fraction(counts[0].value) * base.value / Fraction(population)
    if abs(true - rate.value) > 1 and rate.value <= true * _TIMES and true <= rate.value * _TIMES:
        says = f"{counts[0].phrase.number.words} of {number_text(population)} is "
        says += f"{number_text(true, 1)} of every {base.words}, but the report has {rate.words}."
        yield Denial(row.line, rate, says, _MEND)

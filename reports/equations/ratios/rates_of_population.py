"""Rates for the population that a report names for all its rates: `Rates use the mid-year estimate
of 24,600 children. … 48 entrants, a rate of 19.5 per 10,000`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, OTHER_AREAS
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.quantities.derivation.quotients import is_wrong_quotient, unlike_rate
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_OF_POPULATION = SentencePattern(
    r"\brates?\b(?:[^.;⟦]|⟦[dx]\d+⟧){1,160}?\b(?:population|residents|estimate\w*)\b(?:[^.;⟦]|⟦[dx]\d+⟧){0,60}?⟦c(?P<base>\d+)⟧",
    re.I,
)
_RATE = SentencePattern(
    r"⟦c(?P<rate>\d+)⟧\s+(?:[a-z]+\s+){0,3}?(?:per|for\s+every|in\s+every|to\s+every)\s+⟦c(?P<per>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS})\b", re.I)
_LEAST, _MEND = 1000, "Correct the rate, or the numbers that it is of."


def rates_of_population(reading: Reading) -> Iterator[Denial]:
    """A rate is that of the first count of its sentence for the population of the report."""
    rows = statements(reading)
    named = [x for row in rows if (x := _populations(row))]
    bases = named[0] if len(named) == 1 else ()
    for row in rows if bases else ():
        match = _RATE.search(row.sentence.text)
        count = next((x for x in row.counts if x.phrase.is_stock), None)
        if match is None or count is None or count.phrase.start >= match.start():
            continue
        rate, per = (row.sentence.thing(match[x]) for x in ("rate", "per"))
        number, ahead = count.phrase.number, row.sentence.text[: match.end()]
        exact = (
            not (number.bound or rate.bound) and per.value >= _LEAST and number.value < per.value
        )
        if not exact or _OTHERS.search(ahead) or number.kind != rate.kind:
            continue
        if all(is_wrong_quotient(rate, number, base, per.value) for base in bases):
            says = f"{number.words} of {bases[-1].words} "
            yield Denial(row.line, rate, says + unlike_rate(rate, number, bases[-1], per), _MEND)


def _populations(row: Statement) -> list[Number]:
    """The populations, of one year or several, that a sentence has rates of."""
    match = _OF_POPULATION.search(row.sentence.text)
    behind = row.sentence.text[match.start("base") - len("⟦c") :] if match else ""
    numbers = row.sentence.marks("c", behind) if match else []
    return [x for x in numbers if x.value >= _LEAST and not x.bound]

"""Rates that a sentence draws from its population and the one count of the sentence before:
`there were 42 entrants. With 15,000 children, that is a rate of 280 per 100,000`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.quantities.arithmetic import number_text, rounded
from reports.prose.quantities.number_forms import half_unit
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import just_before, statements
from reports.share_constraints.sizes.rate_marks import POWERS

_CONCLUDED = re.compile(
    r"\b(?:that|this|it|which)\s+(?:is|gives|makes|works\s+out\s+(?:at|as))\s+(?:an?\s+)?(?:rate\s+of\s+)?"
    r"(?:(?:about|some|around|roughly)\s+)?⟦[cx](?P<rate>\d+)⟧\s+(?:per|for\s+every|in\s+every)\s+⟦c(?P<power>\d+)⟧",
    re.I,
)
_WITH = re.compile(r"^\W*(?:so\s+)?(?:with|of|among)\b", re.I)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES})\b", re.I)
# A population is rounded, to three digits at worst; so far off a rate is of another.
_LEAST, _PART, _MEND = 1000, 100, "Correct the rate, or the numbers that it is of."


def concluded_rates(reading: Reading) -> Iterator[Denial]:
    """The denials of rates that their one count and population do not come to."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _CONCLUDED.search(row.sentence.text)
        earlier = just_before(rows, place) if match and _WITH.match(row.sentence.text) else None
        count = _only_count(earlier) if earlier else None
        if count and not _OTHERS.search(row.sentence.text):
            yield from _denied(row, match, count)


def _only_count(row: Statement) -> Quantity | None:
    counts = [x for x in row.counts if x.phrase.is_stock and x.value]
    return counts[0] if len(counts) == 1 and not counts[0].phrase.number.bound else None


def _denied(row: Statement, match: re.Match, count: Quantity) -> Iterator[Denial]:
    rate, power = (row.sentence.thing(match[name]) for name in ("rate", "power"))
    people = [x for x in row.quantities if x.value >= _LEAST and x.phrase.end <= match.start()]
    if len(people) != 1 or power.value not in POWERS or rate.bound or rate.kind != power.kind:
        return
    true = count.value * power.value / people[0].value
    if abs(true - rate.value) * _PART > max(true, half_unit(rate) * _PART):
        words = count.phrase.number.words, people[0].phrase.number.words
        right = number_text(rounded(true, rate.places), rate.places)
        says = f"{words[0]} of {words[1]} is {right} per {power.words}, but the report gives "
        yield Denial(row.line, rate, f"{says}{rate.words}.", _MEND)

"""What a rate is of where its population, and often its count, stand elsewhere in the paper."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.numbers import COUNT, Number
from reports.prose.patterns import SentencePattern
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Quantity
from reports.quantities.passages import statements
from reports.quantities.repeats.mentions import mentions
from reports.quantities.repeats.roots import stems_in
from reports.share_constraints.claims import Claimed, is_slip, near
from reports.share_constraints.evidence.others import OTHERS
from reports.share_constraints.operands import Around
from reports.share_constraints.sizes.rate_marks import POWERS
from reports.share_constraints.tallies import tallies

# Fewer are no population; a rate that is so many times another is no slip of it.
_LEAST, _TIMES = 1000, 2
_PEOPLED = SentencePattern(
    r"\b(?:residents?|population|inhabitants)\b|\b(?:people|children|girls|boys)\s+"
    r"(?:who\s+)?(?:aged|live|lives|living|under|over|in\s+(?:the|our)\s+(?:borough|county|city|"
    r"district|area|town)|of\s+(?:that|this|school)\s+age|of\s+⟦c\d+⟧\s+(?:to|and))\b",
    re.I,
)
_PER = re.compile(r"\b(?:per|(?:for|in|of|to)\s+every)\s+⟦c\d+⟧(?P<of>[^⟦.;:,()]*)", re.I)
_HELD_AGAINST = re.compile(r",\s+(?:where(?:as)?|while|against|compared|up|down)\b", re.I)
# Of the two words for one group, reports have now one and now the other.
_IN_CARE, _LOOKED_AFTER = re.compile(r"\bin\s+care\b", re.I), stems_in("looked-after")
_EQUAL = stems_in("equal equals equivalent works")
_CLAUSE = re.compile(r"[.;:()]|,\s")
_BACK = re.compile(
    r"\b(?:that|this|it|which|they|those)\b|^\W*(?:or|a\s+rate|the\s+rate|rate)\b", re.I
)


def rate_pairs(around: Around, item: Claimed) -> Iterator[tuple[Number, Number]]:
    """The (count, population) that may make a rate: the one population that the paper gives for it,
    with what the words of the rate count, what stood just before it and what is printed most."""
    text = _clause_of(around.row.sentence.text, item)
    population = None if OTHERS.search(text) else _population(around.reading, text)
    if population is None:
        return
    counts = _counts(around, item, population)
    for number in {x.value: x for x in counts if x.kind == COUNT}.values():
        exact = near(number) * item.scale / near(population)
        close = is_within(near(item.number), exact, _TIMES)
        if close or is_slip(item.number, Fraction(exact)):
            yield number, population


def _clause_of(text: str, item: Claimed) -> str:
    """The clause of a rate, without what it is compared with: `…, where it was 3 in May`."""
    ends = [x.start() for x in _HELD_AGAINST.finditer(text, item.end)]
    return text[: ends[0]] if ends else text


def _population(reading: Reading, text: str) -> Number | None:
    """The one population of a paper, of those that a rate is of where it names them."""
    every, match = shared(reading, _populations), _PER.search(text)
    named = stems_in(match["of"]) if match else frozenset()
    chosen = [x for x in every if named & stems_in(x.sentence.text)] or every
    return chosen[0].phrase.number if len({x.value for x in chosen}) == 1 else None


def _populations(reading: Reading) -> tuple[Quantity, ...]:
    return tuple(
        item
        for row in statements(reading)
        if _PEOPLED.search(row.sentence.text)
        for item in row.quantities
        if item.value >= _LEAST and item.value not in POWERS
        if item.phrase.is_stock or item.phrase.is_rough
    )


def _counts(around: Around, item: Claimed, population: Number) -> Iterator[Number]:
    yield from (*around.numbers, *tallies(around.reading).salient)
    named, order = _named(around, item), around.row.order
    goes_on = not named or _BACK.search(around.row.sentence.text)
    last = {("sentence", order - back) for back in (1, 2)} if goes_on else ()
    others = [x for x in mentions(around.reading) if x.group != ("sentence", order)]
    most = max((len(named & x.near) for x in others), default=0)
    for other in others:
        is_all = named and not other.part and named <= other.near | other.about
        is_named = is_all or (most and len(named & other.near) == most)
        if other.number is not population and (other.group in last or is_named):
            yield other.number


def _named(around: Around, item: Claimed) -> frozenset[str]:
    """The roots of the words that say what a rate counts: those of its clause but of the words of
    its population."""
    text = around.row.sentence.text
    match = _PER.search(text)
    ahead = _CLAUSE.split(text[: item.start])[-1]
    behind = _CLAUSE.split(text[item.end :])[0]
    words = _PER.sub(" ", f"{ahead} {behind}")
    own = stems_in(re.sub("⟦[^⟧]*⟧", " ", words)) - stems_in(match["of"] if match else "") - _EQUAL
    return own - {"care"} | _LOOKED_AFTER if own == {"care"} and _IN_CARE.search(words) else own

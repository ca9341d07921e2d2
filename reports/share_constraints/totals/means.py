"""A mean, a ratio or a price for each, against the total and the number of those that it is for."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.phrases import stem
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.roles import BOUND, CHANGE, TARGET

# “One worker to 14 families”, “4,200 pupils to every psychologist”, “an average of £46 a place”.
_RATIO = SentencePattern(
    r"\bone\s+(?:[a-z-]+\s+){0,2}?(?P<each>[a-z]+)\s+(?:to|for)\s+(?:every\s+)?⟦c(?P<many>\d+)⟧\s+(?:[a-z-]+\s+){0,2}?(?P<of>[a-z]+)"
    r"|⟦c(?P<few>\d+)⟧(?:\s+(?P<what>[a-z]+))?\s+(?:(?:to|for)\s+(?:every|each)|per|an?)\s+(?P<unit>[a-z]+)\b"
    r"|\baverage\s+(?:cost|price|grant|payment)\s+(?:of|for|to)\s+(?:an?|each|every)\s+(?P<thing>[a-z]+)\s+(?:was|is|came\s+to)\s+⟦m(?P<cost>\d+)⟧"
    r"|\bon\s+average\s+an?\s+(?:[a-z-]+\s+){0,2}?(?P<holder>worker|officer|team|school|home|carer|household|group|child|family|psychologist|teacher)\b[^⟦.;]{0,60}?"
    r"⟦c(?P<held>\d+)⟧(?:\s+(?P<load>[a-z]+))?",
    re.I,
)
_MEAN = SentencePattern(
    r"\b(?:the\s+)?(?:mean|average)\b(?:,|\s+(?:was|is|of|time|length|wait))?[^⟦.;]{0,20}⟦[cx](?P<mean>\d+)⟧\s+(?P<unit>days|weeks|months|hours|sessions|visits)",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{CONDITIONS}|{EXPECTATIONS}|limit\s+of|"
    r"statutory|against|compared|than|recommended|guid\w+)\b",
    re.I,
)
_DAYS = {"week": 7, "month": Fraction(365, 12), "quarter": Fraction(365, 4)}
_BACK, _AHEAD, _TIMES, _ROUNDED, _MEND = 3, 3, 2, 2, "Put the wrong number right."


def closed_means(reading: Reading) -> Iterator[Denial]:
    """`One worker to 14 families … sixteen workers … 294 families`: it is one to 18."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _RATIO.search(row.sentence.text)
        mean = None if match else _MEAN.search(row.sentence.text)
        if not (match or mean):
            continue
        near = [
            x for x in rows[max(0, place - _BACK) : place + 1 + _AHEAD] if x.section == row.section
        ]
        if match and not _is_of_period(reading, row, near, match):
            yield from _of_units(row, near, match)
        elif mean:
            yield from _of_lengths(row, [x for x in near if x.line is row.line], mean)


def _of_units(row: Statement, near: Sequence[Statement], match: re.Match) -> Iterator[Denial]:
    mark = match["many"] or match["few"] or match["cost"] or match["held"]
    each = match["each"] or match["unit"] or match["thing"] or match["holder"]
    what = match["of"] or match["what"] or match["load"]
    number = row.sentence.thing(mark)
    clause = row.sentence.text[match.end() :].split(",")[0]
    if number.bound or _OTHERS.search(row.sentence.text[: match.end()] + clause):
        return
    bases = _counted(near, stem(each), number)
    totals = (
        sums_above(near, number)
        if number.kind == MONEY
        else _counted(near, stem(what or ""), number)
    )
    # “They may take 388 between them, 1.8 places each” names its total by another noun.
    others = [x for x in _plain_counts(near) for base in bases[:1] if base.value]
    if not any(verdict(number, x / bases[0].value, x / bases[0].value) != WRONG for x in others):
        yield from _denied(row, number, totals, bases)


def _plain_counts(near: Sequence[Statement]) -> list[Fraction]:
    return [Fraction(x.value) for row in near for x in row.counts if _is_plain(x)]


def _is_of_period(reading: Reading, row: Statement, near, match: re.Match) -> bool:
    """True if so many a week, a month or a quarter is what a count near comes to over the period
    of the report."""
    days = _DAYS.get((match["unit"] or "").casefold())
    if not days or not reading.period or not match["few"]:
        return False
    first, last = reading.period
    units, number = Fraction((last - first).days + 1) / days, row.sentence.thing(match["few"])
    shares = [x.value / units for other in near for x in other.counts if x.value > number.value]
    return any(abs(x - number.value) * _ROUNDED <= 1 for x in shares)


def _of_lengths(row: Statement, near: Sequence[Statement], match: re.Match) -> Iterator[Denial]:
    number, unit = row.sentence.thing(match["mean"]), match["unit"].casefold()
    if number.bound or re.search(
        r"\b(?:last|before|target|england|national)\b", match.group(), re.I
    ):
        return
    totals, bases = [], []
    for x in (x for other in near for x in other.quantities if x.phrase.number is not number):
        behind = x.sentence.text[x.phrase.end : x.phrase.end + 12].casefold()
        if x.phrase.role in (BOUND, TARGET) or x.phrase.number.bound:
            continue
        if behind.strip().startswith(unit) and x.value > number.value:
            totals.append(x)
        elif x.phrase.number.kind == COUNT and x.phrase.head:
            bases.append(x)
    yield from _denied(row, number, totals, bases)


def _denied(row: Statement, number: Number, totals, bases) -> Iterator[Denial]:
    if len({x.value for x in totals}) != 1 or len({x.value for x in bases}) != 1:
        return
    total, base = totals[0], bases[0]
    exact = Fraction(total.value) / base.value if base.value else None
    if not exact or verdict(number, exact, exact) != WRONG:
        return
    if is_within(number.value, exact, _TIMES) and base.value > 1:
        says = f"{total.phrase.number.words} over {base.phrase.number.words} is "
        says += f"{number_text(exact, max(1, number.places))}, but the report gives {number.words}."
        yield Denial(row.line, number, says, _MEND)


def _counted(near: Sequence[Statement], head: str, number: Number) -> list[Quantity]:
    """The counts of things of some head, but for the mean itself."""
    return [
        x
        for row in near
        for x in row.quantities
        if head and x.phrase.head == head and x.phrase.number is not number and _is_plain(x)
    ]


def sums_above(near: Sequence[Statement], number: Number) -> list[Quantity]:
    """The sums of money of some sentences that a price for each may be of: those above it."""
    return [
        x
        for row in near
        for x in row.quantities
        if x.phrase.number.kind == MONEY and x.value > number.value and _is_plain(x)
    ]


def _is_plain(item: Quantity) -> bool:
    kinds = (COUNT, MONEY, SPAN)
    exact = item.phrase.number.kind in kinds and not item.phrase.number.bound
    return exact and item.phrase.role not in (BOUND, CHANGE, TARGET)

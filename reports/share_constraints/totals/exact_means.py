"""A mean for each of a group that is counted elsewhere in the report: the only number of that
group by which the total divides without a rest denies another mean."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import MONEY
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.phrases import stem
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.roles import RATE
from reports.share_constraints.totals.means import sums_above

# “An average of £54 for each application”, “each child’s folder cost us £28”.
_FOR_EACH = SentencePattern(
    r"⟦[cm](?P<mark>\d+)⟧(?:\s+(?!for\b|to\b|per\b)[a-z-]+){0,2}?\s+(?:for|to|per|a|an)\s+(?:(?:each|every|one)\s+)?"
    r"(?P<group>[a-z-]+(?:\s+[a-z-]+){0,2})",
    re.I,
)
_EACH_COST = SentencePattern(
    r"\b(?:each|every|a|an|one)\s+(?P<group>[a-z-]+(?:\s+[a-z-]+)??)(?:[’']s)?(?:\s+[a-z]+){0,2}?\s+"
    r"(?:cost|costs|worked\s+out\s+at|came\s+to|took|received|got)\s+(?:us\s+|the\s+council\s+)?(?:an\s+average\s+of\s+)?⟦[cm](?P<mark>\d+)⟧",
    re.I,
)
_MEANT = SentencePattern(
    r"\b(?:average|mean|each|every|apiece|shared|divid\w+|works?\s+out)\b", re.I
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{CONDITIONS}|{EXPECTATIONS}|limit|against|compared|than|"
    r"last\s+year)\b",
    re.I,
)
_BACK, _TIMES, _LEAST = 2, 2, 5
_MEND = "Put the wrong number right."


def exact_means(reading: Reading) -> Iterator[Denial]:
    """`Fees came to £3,024, an average of £54 for each application`, of 63 applications."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        text = row.sentence.text
        match = (_FOR_EACH.search(text) or _EACH_COST.search(text)) if _MEANT.search(text) else None
        if match and not _OTHERS.search(text):
            yield from _denied(reading, row, before(rows, place, _BACK), match)


def _denied(reading: Reading, row: Statement, earlier: Sequence[Statement], match: re.Match):
    mean, counts = row.sentence.thing(match["mark"]), shared(reading, _counts)
    heads = (stem(word) for word in match["group"].casefold().split())
    group = next((head for head in heads if head in counts), "")
    if mean.bound or not group or not mean.value:
        return
    totals = sums_above((row, *earlier), mean) if mean.kind == MONEY else ()
    totals = [x for x in totals if x.phrase.role != RATE]
    bases = {x for x in counts[group] if x >= _LEAST}
    pairs = {(x.value, base): Fraction(x.value) / base for x in totals for base in bases}
    if not pairs or any(verdict(mean, exact, exact) != WRONG for exact in pairs.values()):
        return
    unit = Fraction(1, 10**mean.places)
    near = {
        pair: exact
        for pair, exact in pairs.items()
        if exact % unit == 0 and is_within(exact, mean.value, _TIMES)
    }
    if len(near) == 1:
        [((total, base), exact)] = near.items()
        says = f"£{number_text(total)} over {number_text(base)} is £"
        says += f"{number_text(exact, mean.places)}, but the report gives {mean.words}."
        yield Denial(row.line, mean, says, _MEND)


def _counts(reading: Reading) -> dict[str, set[int]]:
    """Head of a noun → every count of it in the prose."""
    made: dict[str, set[int]] = {}
    for row in statements(reading):
        for item in row.counts:
            if item.phrase.is_stock and item.phrase.head:
                made.setdefault(item.phrase.head, set()).add(item.value)
    return made

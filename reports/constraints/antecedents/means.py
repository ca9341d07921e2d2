"""`On average an officer had 51 children`: a mean of two groups that were counted before it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.phrases import stem
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.grammar import BOUND, CHANGE
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.share_constraints.claims import is_of_others

_MEAN = re.compile(r"\b(?:average|mean|averag\w+)\b", re.I)
_EACH = re.compile(r"\b(?:an?|each|every|per)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{4,})\b", re.I)
_TIMES = 2


def means_of_groups(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A mean for each of one group is the count of the other divided by that of the group."""
    text = row.sentence.text
    items = [x for x in row.quantities if x.phrase.role != BOUND] if _MEAN.search(text) else []
    if len(items) != 1:
        return
    item = items[0]
    number, phrase = item.phrase.number, item.phrase
    if not phrase.head or phrase.role == CHANGE or is_of_others(text, phrase.start, phrase.end):
        return
    heads = [stem(match["noun"]) for match in _EACH.finditer(text)]
    totals = _counted(earlier, (phrase.head,))
    groups = _counted(earlier, [head for head in heads if head != phrase.head])
    quotients = {
        (total, group): Fraction(total.value) / group.value
        for total in totals
        for group in groups
        if 1 < group.value < total.value
    }
    if not quotients or any(verdict(number, x, x) != WRONG for x in quotients.values()):
        return
    (total, group), exact = min(quotients.items(), key=lambda pair: abs(pair[1] - number.value))
    if exact / _TIMES <= number.value <= exact * _TIMES:
        values = total.phrase.number.words, group.phrase.number.words
        says = "{} over {} is ".format(*values) + number_text(exact, max(number.places, 1))
        sure = (
            Sure.JOINED if is_mistyped(number.value, exact) or len(quotients) == 1 else Sure.GUESSED
        )
        yield Denial.of(item, f"{says}, but the report gives {number.words}.", "Check both.", sure)


def _counted(earlier: Sequence[Statement], heads) -> list[Quantity]:
    """The counts of what has one of some heads, the nearest first."""
    return [
        x for row in earlier for x in row.counts if x.phrase.is_stock and x.phrase.head in heads
    ]

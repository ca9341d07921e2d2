"""`On average an officer had 51 children`: a mean of two groups that were counted before it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.phrases import stem
from reports.quantities.derivation.slips import is_mistyped, is_within
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.quantities.roles import BOUND, CHANGE
from reports.share_constraints.evidence.others import is_of_others

_MEAN = re.compile(r"\b(?:average|mean|averag\w+)\b", re.I)
_EACH = re.compile(r"\b(?:an?|each|every|per)\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z]{4,})\b", re.I)
_TIMES = 2
# “18, 19, 17 and 20”, with no word between them.
_IN_A_ROW = re.compile(
    r"⟦(?P<kind>[cpm])\d+⟧(?:,\s+⟦(?P=kind)\d+⟧)+,?\s+and\s+⟦(?P=kind)\d+⟧", re.I
)
# “The overall rate is 93%. It is 88% for the first group and 90% for the second.”
_OVERALL = re.compile(r"\boverall\b|\baverage\b|\bcombined\b", re.I)
_OF_BOTH = re.compile(
    r"⟦(?P<kind>[cpm])\d+⟧\s+(?:for|in|among|at)\s+(?:the\s+)?(?:first|one|boys|men|girls|women)\b[^⟦.;]{0,40}"
    r"⟦(?P=kind)\d+⟧\s+(?:for|in|among|at)\s+(?:the\s+)?(?:second|other|girls|women|boys|men)\b",
    re.I,
)
_RANGED = re.compile(
    r"\b(?:ranged?|ranging|varied|vary|varies|lay|were|was)\s+(?:from|between)\s+⟦(?P<kind>[cpmx])\d+⟧(?:\s+[a-z]+)?\s+"
    r"(?:to|and)\s+⟦[cpmx]\d+⟧",
    re.I,
)
_IT_IS = re.compile(r"\b(?:it|they|these|this)\s+(?:is|was|are|were|had)\s+(?:[a-z]+\s+)?⟦", re.I)


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
    if is_within(number.value, exact, _TIMES):
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


def means_of_values(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A mean is neither below the least nor above the largest of the values behind it: `The average
    is 16. Across the 5 teams it is 18, 19, 17, 20 and 18.`"""
    patterns = (_RANGED, _IN_A_ROW, _OF_BOTH)
    listed = next(filter(None, (x.search(row.sentence.text) for x in patterns)), None)
    for other in earlier[:1] if listed else ():
        means = [x for x in other.quantities if x.phrase.role != BOUND]
        word = _OVERALL if listed.re is _OF_BOTH else _MEAN
        if len(means) != 1 or not word.search(other.sentence.text) or other.line is not row.line:
            return
        item, values = means[0], row.sentence.marks("cpmx", listed.group())
        least, most = (find(x.value for x in values) for find in (min, max))
        is_same = listed.re is not _IN_A_ROW or _IT_IS.search(row.sentence.text)
        alike = item.phrase.number.kind == values[-1].kind and is_same
        if alike and item.phrase.role != CHANGE and not least <= item.value <= most:
            says = f"The values are from {number_text(least)} to {number_text(most)}, but the mean "
            yield Denial.of(item, f"{says}given is {item.phrase.number.words}.", "Check both.")

"""The rest of a whole that is named by the opposite of the words for its other part."""

import re
from collections.abc import Iterator, Sequence

from assurance.runtime.digits import whole
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.opposites import PAIRS
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Statement, Sure

_NEAR = r"⟦c(?P<{name}>\d+)⟧(?P<{name}_noun>(?:[^⟦;:.]|⟦d\d+⟧){{0,45}}?)\b(?:{words})\b"
_PAIRS = tuple(
    tuple(SentencePattern(_NEAR.format(name="count", words=words), re.I) for words in pair)
    for pair in PAIRS
)
_MORE = re.compile(
    r"\b(?:unknown|not\s+known|not\s+recorded|others?|rest|withdrawn|both|open|pending)\b", re.I
)
_NEW_CLAUSE = re.compile(
    r",\s+(?:and|but|yet|so|though|although|while|because)\s|\b(?:there|it|they)\s+(?:is|are|was|were|had|has)\b",
    re.I,
)
_ONE = re.compile(r"\bone\s+(?:had|has|was|is|did)\b", re.I)


def opposed(row: Statement, around: Sequence[Statement]) -> Iterator[Denial]:
    """`Of 240 forms 228 came in time. Twenty-two came late.`: the rest of a whole."""
    rows = (row, *around)
    for pair in _PAIRS:
        own = [pattern.search(row.sentence.text) for pattern in pair]
        near = [
            (match, other)
            for other in rows
            for match in (pair[0].search(other.sentence.text),)
            if match
        ]
        if not own[1] or not near:
            continue
        match, other = near[0]
        index = {(x.order, x.phrase.mark): x for each in rows for x in each.counts}
        last = index.get((row.order, whole(own[1]["count"])))
        first = index.get((other.order, whole(match["count"])))
        stocks = first and last and first is not last and _are_told(match, own[1], first, last)
        wholes = _wholes(rows, first, last) if stocks else []
        if len(wholes) == 1 and not any(_MORE.search(x.sentence.text) for x in (row, other)):
            total = wholes[0]
            gap = first.value + last.value - total.value
            # “Twenty were held in time, three late and one had not been held.”
            ones = len(_ONE.findall(" ".join(x.sentence.text for x in rows)))
            if not -ones <= gap <= 0 and 4 * abs(gap) <= total.value:
                says = f"{first.phrase.number.words} + {last.phrase.number.words} = "
                says += f"{number_text(first.value + last.value)}, "
                says += f"but the report gives {total.phrase.number.words}."
                yield Denial.of(
                    last,
                    says,
                    "Put the wrong number right, or name the part that is missing.",
                    Sure.JOINED
                    if is_mistyped(last.value, total.value - first.value)
                    else Sure.GUESSED,
                )
                return


def _are_told(match, other, first, last):
    """True if two counts are of the things that their words name: “it has grown by 28, yet fewer
    are out of date” counts none of those."""
    asides = (_NEW_CLAUSE.search(match["count_noun"]), _NEW_CLAUSE.search(other["count_noun"]))
    return first.phrase.is_stock and last.phrase.is_stock and not any(asides)


def _wholes(rows, first, last):
    """The one count that is larger than both, in these sentences."""
    every = [x for each in rows for x in each.counts if x not in (first, last)]
    return [x for x in every if x.value >= max(first.value, last.value)] if len(every) == 1 else []

"""`A net increase of 43`, against the two counts that the sentences before it give."""

import re
from collections.abc import Iterator, Sequence

from reports.quantities.model import Denial, Quantity, Statement

_NET = re.compile(
    r"^\W*(?:there\s+(?:has|have|had)\s+(?:[a-z]+ly\s+|thus\s+|therefore\s+)?been|(?:this|that|it)\s+(?:is|was|represents|means|makes)|"
    r"the\s+result\s+(?:is|was))\s+(?:an?\s+)?(?:(?:net|overall|further|small|slight)\s+)?"
    r"(?:(?P<up>increase|rise|growth|gain)|(?P<down>reduction|decrease|fall|drop|decline))\s+of\s+⟦c(?P<by>\d+)⟧",
    re.I,
)
_THEN = re.compile(
    r"\b(?:last\s+(?:reported|counted|year|time|quarter)|(?:a|one)\s+(?:year|quarter|month)\s+(?:earlier|before|ago)|"
    r"previous\w*|earlier|had\s+been|before\s+that|twelve\s+months\s+(?:before|earlier))\b",
    re.I,
)
_PAIR = 2


def changes_since(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`There are 655. The number last reported was 612. There has been a net reduction of 43.`"""
    match = _NET.match(row.sentence.text)
    near = [other for other in earlier[:_PAIR] if other.line is row.line] if match else []
    counts = [_count(other) for other in near]
    if len(near) != _PAIR or None in counts:
        return
    then = [x for x, other in zip(counts, near, strict=True) if _THEN.search(other.sentence.text)]
    if len(then) != 1:
        return
    now = next(x for x in counts if x is not then[0])
    gap, by = now.value - then[0].value, row.sentence.thing(match["by"])
    way = 1 if match["up"] else -1
    if abs(gap) == by.value and gap * way < 0:
        word = match["up"] or match["down"]
        first, last = then[0].phrase.number.words, now.phrase.number.words
        says = f"It was {first} and is {last}, but the report uses “{word}”."
        yield Denial(row.line, by, says, "Use the word that the numbers show.")


def _count(row: Statement) -> Quantity | None:
    """The one count of a sentence."""
    counts = [x for x in row.counts if x.phrase.is_stock and not x.phrase.number.bound]
    return counts[0] if len(counts) == 1 else None

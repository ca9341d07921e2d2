"""The rest that a passage leaves over, by the sentences near it."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise

from reports.quantities.model import Quantity, Statement
from reports.quantities.parts.division import Division
from reports.quantities.roles import REST

# “One of them”, and the other so many, are of a count so many sentences before.
_FAR = 3
_COUNT_OPENS = re.compile(r"\W*⟦c")
_THE_LAST_ONE = re.compile(
    r"\W*the\s+(?:remaining|other|last|final)\s+(?!few\b|rest\b)[a-z]+(?<!s)\s+[a-z]", re.I
)
# “Nine came from children, six of them with an advocate.”
_BEHIND, _OF_THEM = (
    re.compile(r"⟦c\d+⟧[^⟦,;.]*(?:⟦p\d+⟧[^⟦,;.]*)?,\s+$"),
    re.compile(r"\s+of\s+them\b", re.I),
)
_OTHERS_BEHIND = re.compile(r";\s+(?:and\s+)?the\s+(?:other|remaining)\s+$", re.I)
_ONE_OF_THEM = re.compile(r"\bone\s+of\s+(?:them|these|those|the)\b(?!\s+⟦)", re.I)


def rests_behind(rows: Sequence[Statement], place: int) -> set[Fraction]:
    """The rests that a passage may leave over, by the sentence behind it: `The remaining household
    had …` is one, and a count that opens the sentence so many."""
    behind = next(iter(rows[place + 1 : place + 2]), None)
    if behind is None:
        return set()
    rests = {Fraction(1)} if _THE_LAST_ONE.match(behind.sentence.text) else set()
    opens = behind.counts and _COUNT_OPENS.match(behind.sentence.text)
    return rests | ({behind.counts[0].value} if opens else set())


def _is_of_part(part: Quantity) -> bool:
    ahead = part.sentence.text[: part.phrase.start]
    return bool(_BEHIND.search(ahead) and _OF_THEM.match(part.sentence.text, part.phrase.end))


def is_of_ones(rows: Sequence[Statement], place: int, division: Division) -> bool:
    """True if the sentence of a part tells of “one of them” and of the other so many, which come to
    a count before it; or if the parts come to their whole without those that are of one of them:
    `Nine of the 48 were children, six of them with an advocate. The other 39 …`."""
    own = [x.value for x in division.parts if not _is_of_part(x)]
    if 1 < len(own) < len(division.parts) and sum(own) == division.whole.value:
        return True
    near = rows[max(0, place - _FAR) : place + 2 * _FAR]
    for part in (x for x in division.parts if x.phrase.role == REST):
        ones = len(_ONE_OF_THEM.findall(part.sentence.text))
        orders = range(part.order - _FAR, part.order)
        known = {x.value for row in near if row.order in orders for x in row.counts}
        if ones and part.value + ones in known:
            return True
    return False


def goes_on_to_others(division: Division) -> bool:
    """True if the parts before a semicolon are the whole, so that those behind are of another:
    `eight of the ten live there and two at home; the other two residents are at a college`."""
    sums = accumulate(part.value for part in division.parts)
    return any(
        value == division.whole.value
        and first.sentence is last.sentence
        and _OTHERS_BEHIND.search(first.sentence.text[first.phrase.end : last.phrase.start])
        for (first, last), value in zip(pairwise(division.parts), sums, strict=False)
    )

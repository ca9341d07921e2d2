"""Both, or all so many, of what remains of a whole: against the whole and the part before it."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Quantity, Statement

# “All three of the remaining files”, “both of the others”, “each of the other four”.
_REST = re.compile(
    r"^\W*(?:(?P<both>both)|(?:all|each\s+of\s+the)\s+⟦c(?P<all>\d+)⟧)\s+(?:of\s+)?(?:the\s+)?(?:remaining|other|rest\s+of\s+the)\b"
    r"(?!\s+than)|^\W*(?:each|all)\s+of\s+the\s+(?:other|remaining)\s+⟦c(?P<other>\d+)⟧",
    re.I,
)
_NOT = re.compile(r"\b(?:rose|fell|from|increase|more|fewer|target|average|mean|per)\b|⟦[pm]", re.I)
_MEND, _FAR, _TWO = "Put the wrong number right.", 12, 2


def remaining(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`It was met in 78 files [of 80]. All three of the remaining files …`: two remain."""
    match = _REST.match(row.sentence.text)
    near = earlier[0] if match and earlier and earlier[0].line is row.line else None
    parts = [x for x in near.counts if x.phrase.is_stock] if near else []
    if len(parts) != 1 or _NOT.search(near.sentence.text) or parts[0].phrase.base is not None:
        return
    whole = _whole(parts[0], earlier[1:_FAR])
    mark = match["all"] or match["other"]
    number = row.sentence.thing(mark) if mark else None
    stated = number.value if number else _TWO
    if whole and whole.value - parts[0].value != stated:
        left = number_text(whole.value - parts[0].value)
        says = f"{whole.phrase.number.words} − {parts[0].phrase.number.words} = {left}, "
        says += f"but the report has “{row.sentence.said(match.group()).strip()}”."
        yield Denial(row.line, number or row.span, says, _MEND)


def _whole(part: Quantity, earlier: Sequence[Statement]) -> Quantity | None:
    """The nearest larger count of the same things, where no other number of them is as near."""
    head = part.phrase.head
    counts = [x for other in earlier for x in other.counts if head and x.phrase.head == head]
    wholes = [x for x in counts if x.value > part.value and x.phrase.number.kind == COUNT]
    return wholes[0] if wholes and not wholes[0].phrase.number.bound else None

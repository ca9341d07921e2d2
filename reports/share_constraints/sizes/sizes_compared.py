"""More than several together, or by how much longer, against the numbers next to them."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, of_passage, statements

_TOGETHER = re.compile(
    r"⟦c(?P<size>\d+)⟧,?\s+(?:that\s+is\s+|or\s+)?(?P<word>more|fewer)\s+than\s+(?P<others>(?:[^.;:⟦]|⟦c\d+⟧){1,160}?)\s+"
    r"(?:put\s+|taken\s+)?(?:together|combined)\b",
    re.I,
)
_LONGER = re.compile(
    r"⟦(?P<kind>[cpx])(?P<mark>\d+)⟧\s+(?:working\s+)?(?:days?|weeks?|months?|points?|percentage\s+points?|cases|children)?\s*"
    r"(?:(?P<up>longer|higher|more|older|slower)|(?P<down>shorter|lower|fewer|less|younger|quicker|faster))\b(?!\s+than\s+(?:the|nation))",
    re.I,
)
_THEN = re.compile(r"\b(?:before|earlier|previous\w*|last\s+year|ago|had\s+been)\b", re.I)
_TWO, _BACK = 2, 2
_MEND = "Use the words that the numbers come to."


def sizes_compared(reading: Reading) -> Iterator[Denial]:
    """Sums and differences in words are those of the numbers next to them."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        yield from _together(row)
        if match := _LONGER.search(row.sentence.text):
            yield from _longer(row, match, [*of_passage(row, before(rows, place, _BACK))])


def _together(row: Statement) -> Iterator[Denial]:
    """`Sudan was the country of 58, more than Afghanistan (41) and Eritrea (17) put together.`"""
    match = _TOGETHER.search(row.sentence.text)
    others = row.sentence.marks("c", match["others"]) if match else []
    size = row.sentence.thing(match["size"]) if match else None
    if len(others) < _TWO or any(x.bound for x in (size, *others)):
        return
    total = sum(x.value for x in others)
    is_more = size.value > total
    if is_more != (match["word"].casefold() == "more"):
        says = f"The others come to {number_text(total)} together, and {size.words} is not "
        yield Denial(row.line, size, f"{says}{match['word']} than that.", _MEND)


def _longer(row: Statement, match: re.Match, near: Sequence[Statement]) -> Iterator[Denial]:
    """`388 days. The year before it had been 421. The wait is therefore 33 days longer.`"""
    pairs = [
        (x, [q for q in x.quantities if q.phrase.is_stock or q.phrase.number.kind == "span"])
        for x in near
    ]
    if len(pairs) < _TWO or len(row.quantities) != 1:
        return
    parted: dict[bool, list[Quantity]] = {True: [], False: []}
    for text, items in pairs:
        parted[bool(_THEN.search(text.sentence.text))] += items[:1]
    then, now = parted[True], parted[False]
    if len(then) != 1 or len(now) != 1 or any(len(items) != 1 for _, items in pairs):
        return
    yield from _way(row, match, now[0], then[0])


def _way(row: Statement, match: re.Match, now: Quantity, then: Quantity) -> Iterator[Denial]:
    difference, stated = now.value - then.value, row.sentence.thing(match["mark"])
    is_up = bool(match["up"])
    if abs(difference) == stated.value and difference and (difference > 0) != is_up:
        says = (
            f"It was {then.phrase.number.words} and is {now.phrase.number.words}, but the report "
        )
        yield Denial(row.line, stated, f"{says}has “{row.sentence.said(match.group())}”.", _MEND)

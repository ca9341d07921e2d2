"""The rest of a whole whose parts are the one before it, in two sentences that meet: `Of the 39
checks, 33 were renewed. The other six …`, `Twelve left. Five retired …, and the other two …`."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.terms import ONES
from reports.quantities.passages import just_before, statements

_REST = re.compile(
    r"\W*(?:and\s+)?the\s+(?:other|remaining)\s+(?=⟦c\d+⟧(?!\s*(?:%|days|weeks|months|years)))",
    re.I,
)
_THE_OTHER = re.compile(r"\bthe\s+(?:other|remaining)\s+$", re.I)
# “Of these 31 are finished” has no whole.
_OF_THE = re.compile(
    r"\W*of\s+(?:the|these|those|our)\s+"
    r"(?=⟦c\d+⟧(?!\s+(?:were|was|are|is|had|have|has|did)\b))",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{CONDITIONS}|than|also|both|at\s+least|each|"
    r"every|average|including|some|of\s+(?:them|whom|which))\b",
    re.I,
)
_JOINTS = re.compile(r"⟧[^⟦]*(?:,|\band\b)[^⟦]*$")
_WHICH = re.compile(r"(?:[a-z]+\s+)?(?:that|who|which|whose|in|at|from)\b", re.I)
_LEAST, _MEND = 3, "Put the wrong number right, or name the part that is missing."


def plain_rests(reading: Reading) -> Iterator[Denial]:
    """The denials of what remains by the one part before it, and of parts that end with it."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        earlier = just_before(rows, place)
        if earlier is None or not row.counts or _OTHERS.search(earlier.sentence.text):
            continue
        if match := _REST.match(row.sentence.text):
            parts = _one_part(earlier, row.counts[0], match.end())
        else:
            parts = _in_a_row(earlier, row)
        if parts:
            yield from _denied(*parts)


def _one_part(earlier: Statement, rest: Quantity, at: int) -> Sequence[Quantity]:
    """The whole, its one part and the rest, where the first two are all counts of a sentence that
    opens with the whole."""
    opened = _OF_THE.match(earlier.sentence.text)
    if len(earlier.counts) != 2 or rest.phrase.start != at:
        return ()
    whole, part = earlier.counts
    is_opened = bool(opened) and opened.end() == whole.phrase.start
    # “Nine of the 14 have passed. The remaining five will go through it.”
    begins = not earlier.sentence.text[: whole.phrase.start]
    if whole.phrase.base == part.phrase.mark and begins and not _WHICH.match(rest.phrase.clause):
        whole, part, is_opened = part, whole, True
    return (whole, part, rest) if is_opened and _are_alike(whole, (part, rest)) else ()


def _in_a_row(earlier: Statement, row: Statement) -> Sequence[Quantity]:
    """The one count of a sentence, and the parts of the next that end with what remains."""
    items, text = row.quantities, row.sentence.text
    if len(earlier.quantities) != 1 or len(items) < _LEAST or len(items) != len(row.counts):
        return ()
    ends = _THE_OTHER.search(text[: items[-1].phrase.start])
    if not ends or _OTHERS.search(text) or not text.lstrip().startswith("⟦c"):
        return ()
    whole = earlier.quantities[0]
    is_row = all(_JOINTS.search(text[: item.phrase.start]) for item in items[1:])
    is_alike = whole.phrase.is_count and is_row and _are_alike(whole, items)
    return (whole, *items) if is_alike else ()


def _are_alike(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """True if each part is a plain count of what the whole counts, and less than it."""
    heads = {"", whole.phrase.head, *PLAIN}
    return not whole.phrase.number.bound and all(
        part.phrase.is_stock
        and part.phrase.base in (None, whole.phrase.mark)
        and part.phrase.head in heads
        and not part.phrase.number.bound
        and part.value < whole.value
        for part in parts
    )


def _denied(whole: Quantity, *parts: Quantity) -> Iterator[Denial]:
    *others, rest = parts
    left = whole.value - sum(part.value for part in others)
    # “One” is read as no number, and may be a part each time.
    texts = {id(item.sentence): item.sentence.text for item in (whole, *parts)}
    ones = sum(len(ONES.findall(text)) for text in texts.values())
    if left != rest.value and not 0 <= left - rest.value <= ones and left > 0:
        terms = " − ".join(item.phrase.number.words for item in (whole, *others))
        says = f"{terms} = {number_text(left)}, but the report gives {rest.phrase.number.words}."
        yield Denial.of(rest, says, _MEND)

"""Parts that stand in paragraphs of their own, away from the paragraph that states their whole."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.numbers.sums.wholes import Parts, sum_fault
from reports.checks.reading import PARAGRAPH, Line, Reading
from reports.checks.rule import Fault
from reports.prose.marks import Marked
from reports.prose.numbers import Number

# How a paragraph begins that tells of one part: `Of these, 14 …`, `14 of the 30 …`, `A further 6`.
_PART = re.compile(
    r"^\W*(?:(?:and\s+)?of\s+(?:these|them|those)\b[^⟦.;:]{0,40}⟦c(?P<of>\d+)⟧"
    r"|⟦c(?P<first>\d+)⟧(?:\s+[a-z]+){0,3}?\s+of\s+(?:these|them|those|(?:the|our)\s+⟦c(?P<base>\d+)⟧)"
    r"|(?:and\s+)?(?:a\s+further|another|the\s+(?:other|next))\s+⟦c(?P<more>\d+)⟧"
    r"|(?:and\s+)?the\s+(?:remaining|last|rest,?)\s+⟦c(?P<rest>\d+)⟧)",
    re.I,
)
_LEAST = 2


def sums(reading: Reading) -> Iterator[Fault]:
    """Paragraphs of one part each, the last of what remains, that do not come to the whole."""
    whole, current = None, []
    for line in reading.prose():
        part = _part(line, whole) if whole else None
        if part is None or line.trail != whole[0].trail:
            whole, current = _whole(line), []
            continue
        number, is_rest = part
        current.append(number.value)
        if is_rest:
            parts = Parts(whole[1], tuple(current), complete=True)
            if len(current) >= _LEAST and parts.denies(Fraction(0)):
                yield from sum_fault(whole[0], parts)
            whole, current = None, []


def _whole(line: Line) -> tuple[Line, Number] | None:
    """The line with its number, where its last sentence states one count and nothing else."""
    counts = line.marked[-1].marks("cpmq") if line.kind == PARAGRAPH and line.marked else ()
    stated = len(counts) == 1 and counts[0] in line.marked[-1].marks("c")
    return (line, counts[0]) if stated and not counts[0].bound else None


def _part(line: Line, whole) -> tuple[Number, bool] | None:
    """(the part that a paragraph tells of, whether it is what remains), or None."""
    match = _PART.match(line.marked[0].text) if line.kind == PARAGRAPH and line.marked else None
    if not match or _is_of_another(line.marked[0], match, whole[1]):
        return None
    number = line.marked[0].thing(match["of"] or match["first"] or match["more"] or match["rest"])
    return None if number.bound else (number, bool(match["rest"]))


def _is_of_another(sentence: Marked, result, whole: Number) -> bool:
    """Whether the part is of a whole that it names and that is another, or tells of several."""
    base = result["base"]
    if base and sentence.thing(base).value != whole.value:
        return True
    return len(sentence.marks("c")) > 1 + bool(base)

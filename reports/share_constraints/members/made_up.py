"""Parts that are, by their words, all of the one count of the sentence before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.parts.series import has_overlap, parts_in

# “They comprised 702 reviews, 318 conferences and 161 other meetings.”
_COMPRISE = re.compile(
    r"^\W*(?:they|these|this|it|the\s+total)\s+(?:compris\w+|consist\w*\s+of|(?:are|were|is|was)\s+made\s+up\s+of|"
    r"(?:are|were|is|was)\s+(?:divided|split)\s+(?:into|between)|(?:break|broke)s?\s+down\s+(?:as|into)|were\s+as\s+follows|were)"
    r"\s*:?\s+(?=⟦[cm])",
    re.I,
)
_SURE = re.compile(r"\b(?:compris|consist|made\s+up|divided|split|down|follows)", re.I)
_REACH, _FEWEST = Fraction(1, 4), 3
_MEND = "Put the wrong number right, or name the part that is missing."


def made_up(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`There were 1,146 meetings. They comprised 702 reviews, 318 conferences and 161 others.`"""
    match = _COMPRISE.match(row.sentence.text)
    near = earlier[0] if match and earlier and earlier[0].line is row.line else None
    wholes = [x for x in near.quantities if x.phrase.is_stock or x.phrase.is_sum] if near else []
    stretch = row.sentence.text[match.end() :] if match else ""
    if len(wholes) != 1 or has_overlap(stretch) or not _SURE.search(match.group()):
        return
    parts, whole = parts_in(row, stretch), wholes[0]
    kinds = {x.quantity.phrase.number.kind for x in parts if x.quantity}
    total = sum(x.value for x in parts)
    exact = not (whole.phrase.number.places or whole.phrase.number.bound)
    near_by = 0 < abs(total - whole.value) <= whole.value * _REACH and exact
    if kinds == {whole.phrase.number.kind} and len(parts) >= _FEWEST and near_by:
        says = f"{' + '.join(number_text(x.value) for x in parts)} = {number_text(total)}, "
        says += f"but the report gives {whole.phrase.number.words}."
        yield Denial.of(whole, says, _MEND)

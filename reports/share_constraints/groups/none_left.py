"""None of some things, against a part of them that the sentence before has: `70 of the 74 were on
time. None were late`."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.content import roots
from reports.prose.quantities.opposites import STATES
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.roles import REST, TOTAL

_NONE = re.compile(
    r"^\W*(?:none|no\s+one|nobody|not\s+one|no\s+(?P<noun>[a-z]+(?:\s+[a-z]+)?))(?:\s+of\s+(?:them|these|those|the\s+[a-z]+))?\s+"
    r"(?:was|were|had|has|have|is|are|did|took|waited|went|needed)\b(?P<state>[^⟦.;:]{2,80})",
    re.I,
)
# What is so of all that a limit leaves out.
_BEYOND = re.compile(
    r"\b(?:later|longer|slower|late|after\s+(?:that|it|this)|outside|beyond|over(?:due|\s+(?:that|it))|missed|more\s+than\s+(?:that|this)|"
    r"in\s+more\s+time)\b",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:within|in\s+time|on\s+time|inside|under|less\s+than|by\s+the|promptly|no\s+more\s+than)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|no|never|none|without|fail\w*|nor|neither|un[a-z]+ed)\b", re.I)
_EXCEPT = re.compile(
    r"\b(?:but|except|other\s+than|apart|save|bar|though|although|yet|at\s+least)\b", re.I
)
_GRADE = re.compile(r"\b(?:good|outstanding|adequate|inadequate|graded|judged|rated)\b", re.I)
_MEND = "Use the word that the numbers show."
_SHARED = 2


def none_left(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Seventy of the 74 were on time, within five days. None were later than that.`"""
    match = _NONE.match(row.sentence.text)
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    if not match or not near or row.quantities or _EXCEPT.search(row.sentence.text):
        return
    pair = _pair(near)
    predicate = pair and near.sentence.text[pair[0].phrase.end :]
    if not pair or _NOT.search(predicate) or _EXCEPT.search(predicate):
        return
    state = match["state"]
    is_other = _BEYOND.search(state) and _WITHIN.search(predicate) and not _NOT.search(state)
    again = _NOT.search(state) and roots(state) & roots(predicate)
    opposed = not _GRADE.search(predicate) and STATES.sides(predicate, state) == -1
    if is_other or again or opposed:
        part, whole = (x.phrase.number for x in pair)
        claim = row.sentence.said(match.group()).strip()
        says = f"The report has {part.words} of {whole.words} in the sentence before, and then "
        says += f"“{claim}”."
        yield Denial(row.line, row.span, says, _MEND)


def _pair(row: Statement) -> tuple[Quantity, Quantity] | None:
    """The one part of a sentence with its whole, which is larger."""
    index = {x.phrase.mark: x for x in row.counts}
    parts = [x for x in row.counts if x.phrase.base in index and x.phrase.role in (TOTAL, REST)]
    stocks = [x for x in row.counts if x.phrase.is_stock]
    if len(parts) != 1 or len(stocks) != _SHARED:
        return None
    whole = index[parts[0].phrase.base]
    exact = not (parts[0].phrase.number.bound or whole.phrase.number.bound)
    return (parts[0], whole) if exact and parts[0].value < whole.value else None

"""All of some things, where the sentence before has only a part of them; the rest of a whole, when
it is named again; and the sum of some terms or places, when both are named."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.content import roots, words_of
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import SMALL, is_mistyped
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.parts.sums import unlike_sum
from reports.quantities.roles import REST, TOTAL

_ALL = re.compile(
    r"^\W*(?:every(?:\s+one\s+of\s+(?:the|these|those|our))?|all\s+(?:of\s+)?(?:the|these|those|our)|each(?:\s+of\s+(?:the|these|those|our))?|all)\s+"
    r"(?P<who>(?:⟦c\d+⟧\s+)?[a-z]+)\s+(?:had|has|have|was|were|is|are|held|met|did|received|got|went|came|took)\b(?P<what>[^⟦.;:]{3,80})",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|no|never|none|without|fail\w*|nor|neither|un[a-z]+ed|but|except|other)\b", re.I
)
_SINCE = re.compile(
    r"\b(?:now|since|by|later|then|today|before|previous\w*|last|also|after|next|eventually|earlier|again|other|rest|remaining)\b",
    re.I,
)
# “The nine that were late”, behind “284 of 291 were on time”.
_LEFT = re.compile(
    r"^\W*(?:in\s+|for\s+|of\s+)?the\s+⟦c(?P<left>\d+)⟧\s+(?:[a-z]+\s+)?(?:that|who|which|where)\s+"
    r"(?:(?:was|were|had|did|could|have|has|is|are)\s+(?:late|missed|outside|overdue|delayed|without|outstanding|unfinished|still|over)"
    r"|fell\s+short|failed|missed)\b",
    re.I,
)
_BOTH = re.compile(
    r"\b(?:over|across|in|between|for|at)\s+(?:both|the\s+two|all\s+(?:the\s+)?(?:two|three|four)|the\s+(?:three|four))\b(?!\s+and)[^⟦.;:]{0,60}"
    r"⟦c(?P<sum>\d+)⟧|⟦c(?P<all>\d+)⟧(?:\s+[a-z]+){0,3}\s+(?:over|across|in|between|at)\s+(?:both|the\s+two)\b(?!\s+and)",
    re.I,
)
_EACH = re.compile(
    r"\b(?:each|average|of\s+(?:these|them|which|whom)|per|same|more|fewer|less|up|down|target)\b",
    re.I,
)
_PLAIN = words_of(
    "been be being in on at by to for with as and or from had has have was were is are"
)
_PAIR, _FEW, _MEND = 2, 3, "Use the word, or the number, that the passage bears."


def parts_before(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`In 33 of the 40 files there was a chronology. Every file had a chronology.`"""
    near = [x for x in earlier[:_PAIR] if x.line is row.line]
    if near:
        yield from _all(row, near)
        yield from _left(row, near[0])
        yield from _sum(row, near[0])


def _all(row: Statement, near: Sequence[Statement]) -> Iterator[Denial]:
    match = _ALL.match(row.sentence.text)
    pair = _pair(near) if match else None
    if not pair or _NOT.search(row.sentence.text) or _SINCE.search(row.sentence.text):
        return
    part, whole = pair
    predicate = part.sentence.said()
    same = (stems(match["what"]) & stems(predicate)) - stems(match["who"]) - _PLAIN
    who = roots(match["who"]) & (roots(whole.sentence.said()) | roots(predicate))
    if same and who and not _NOT.search(predicate):
        says = (
            f"The report has {part.phrase.number.words} of {whole.phrase.number.words} before, and "
        )
        says += f"then “{row.sentence.said(match.group()).strip()}”."
        yield Denial(row.line, row.span, says, _MEND)


def _pair(near: Sequence[Statement]) -> tuple[Quantity, Quantity] | None:
    """The one part that the sentence before tells of, with its whole there or right before it."""
    stocks = [x for x in near[0].counts if x.phrase.is_stock]
    index = {x.phrase.mark: x for x in stocks}
    parts = [x for x in stocks if x.phrase.base in index or x.phrase.anaphor]
    if len(parts) != 1 or len(stocks) > _PAIR:
        return None
    whole = index.get(parts[0].phrase.base)
    if whole is None and len(stocks) == 1 and len(near) > 1:
        others = [x for x in near[1].counts if x.phrase.is_stock]
        whole = others[0] if len(others) == 1 else None
    exact = whole and not (whole.phrase.number.bound or parts[0].phrase.number.bound)
    return (parts[0], whole) if exact and parts[0].value < whole.value else None


def _left(row: Statement, near: Statement) -> Iterator[Denial]:
    match = _LEFT.match(row.sentence.text)
    pair = _pair([near]) if match else None
    if not pair:
        return
    number, right = row.sentence.thing(match["left"]), pair[1].value - pair[0].value
    close = max(number.value, right) < SMALL and abs(number.value - right) <= _FEW
    if (
        number.value != right >= _FEW
        and (close or is_mistyped(number.value, right))
        and number.value != pair[0].value
    ):
        whole, part = (x.phrase.number.words for x in pair[::-1])
        says = f"{whole} − {part} = {number_text(right)}, but the report gives {number.words}."
        yield Denial(row.line, number, says, _MEND)


def _sum(row: Statement, near: Statement) -> Iterator[Denial]:
    match = _BOTH.search(row.sentence.text)
    parts = [x for x in near.counts if x.phrase.role in (TOTAL, REST)] if match else []
    if (
        len(row.quantities) != 1
        or len(parts) != len(near.quantities)
        or not _PAIR <= len(parts) <= _FEW
    ):
        return
    heads = {x.phrase.head for x in parts} - {""}
    if len(heads) > 1 or _EACH.search(row.sentence.text) or _EACH.search(near.sentence.text):
        return
    number, total = row.sentence.thing(match["sum"] or match["all"]), sum(x.value for x in parts)
    if number.value != total and is_mistyped(number.value, total) and not number.bound:
        yield Denial(row.line, number, unlike_sum(parts, number.words), _MEND)

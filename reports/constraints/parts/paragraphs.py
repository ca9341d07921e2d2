"""A whole with parts that its paragraph goes on to tell of, sentence by sentence, up to what is
left; and what is left of a part and its whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reports.checks.reading import Reading
from reports.constraints.parts.other_sums import is_of_others
from reports.constraints.parts.spread import is_part
from reports.prose.asides import AIMS, EARLIER_TIMES
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import is_of_flow
from reports.quantities.parts.sums import unlike_sum
from reports.quantities.parts.terms import ONES
from reports.quantities.roles import REST

# What shows that a part is none of those before it, and that nothing is left.
_FURTHER = re.compile(
    r"\b(?:a\s+further|another|an\s+additional|a\s+(?:second|third)\s+group\s+of)\s+$", re.I
)
_CLOSING = re.compile(
    r"\b(?:(?:the|all)\s+(?:other|others|rest|remaining|remainder)|remain\w*|still|were\s+not|was\s+not|had\s+not|did\s+not|"
    r"have\s+not|has\s+not|elsewhere|otherwise|no\s+[a-z]+|none)\b",
    re.I,
)
_TOTAL_AFTER = re.compile(
    r"\W*(?:(?:the|that|this|our)\s+(?:overall\s+|combined\s+|grand\s+)?total\s+(?:is|was|came\s+to|stood\s+at|for\b[^⟦]{0,40}?\s(?:is|was))|"
    r"(?:that|this|it|which)\s+(?:is|was|makes|made|comes\s+to|came\s+to|gives|gave)|(?:altogether|in\s+all|in\s+total)(?:\s+there\s+(?:were|are)|,)?)\s+"
    r"(?:a\s+total\s+of\s+)?⟦c(?P<total>\d+)⟧(?!%|\s+(?:more|fewer|less|higher|lower)\b)",
    re.I,
)
_OF_THE_OTHER = re.compile(r"\W*(?:of\s+)?the\s+(?:other|remaining)\s+⟦c(?P<rest>\d+)⟧", re.I)
_OF_REST = re.compile(r"⟦c\d+⟧\s+of\s+the\s+(?:other|remaining)\s+⟦c", re.I)
# “The other 48 files in the sample” are of a larger whole.
_OF_LARGER = SentencePattern(
    r"\b(?:other|remaining)\s+⟦c\d+⟧\s+[a-z ]{2,30}?\s(?:in|on|of|at)\s+(?:the|our)\b", re.I
)
# “That leaves 79 who were in none of these.”
_LEAVES = re.compile(r"^\W*(?:that|this|which)\s+(?:leaves|left)$", re.I)
_OVERLAP = SentencePattern(
    rf"\b(?:{AIMS}|{EARLIER_TIMES}|some\s+of|more\s+than\s+one|both|also|as\s+well|"
    r"several|includ\w+|at\s+least|average|each|per|than|compared|times|once|twice)\b",
    re.I,
)
_BY = re.compile(r"\b(?:by|than|every)\s+$", re.I)
_FEW, _MOST, _MEND = 10, 6, "Put the wrong number right."


@dataclass
class _Division:
    """A whole and its parts so far, which may be separate and all of it."""

    whole: Quantity
    parts: list[Quantity] = field(default_factory=list)
    is_apart: bool = False
    is_closed: bool = False


def divisions_of_paragraphs(
    reading: Reading, row: Statement, earlier: Sequence[Statement]
) -> Iterator[Denial]:
    """The parts of a paragraph come to the whole that its sentences before name."""
    yield from _total_after(row, earlier)
    if _OF_LARGER.search(row.sentence.text):
        return
    yield from _rest_of(row, earlier)
    counted = frozenset(x.value for other in earlier for x in other.counts)
    passage = [x for x in reversed(earlier) if x.line is row.line]
    # “96 were added and 121 taken off, so that 293 remained” are no parts.
    if not passage or not row.counts or is_of_flow(row.counts):
        return
    if _OVERLAP.search(row.sentence.text):
        return
    for start in range(len(passage) - 1, max(-1, len(passage) - 4), -1):
        division = _whole_of(passage[start])
        whole = division and all(_goes_on(division, x) for x in (*passage[start + 1 :], row))
        # What the report counts elsewhere they may be all of.
        total = sum(x.value for x in division.parts) if whole else 0
        if whole and not is_of_others(reading, total, division.whole):
            yield from _denied(row, division, counted)
        if division:
            return


def _whole_of(row: Statement) -> _Division | None:
    """The one whole of a sentence, with the part of it that the sentence tells of."""
    counts = [
        x for x in row.counts if x.phrase.is_stock and not (x.phrase.article and x.value < _FEW)
    ]
    bases = {x.phrase.base for x in counts} - {None}
    wholes = [x for x in counts if x.phrase.mark in bases] if bases else counts[:1]
    parts = [x for x in counts if x not in wholes]
    named = len(wholes) == 1 and (wholes[0].phrase.head or _LEAVES.search(wholes[0].phrase.label))
    if not named or _OVERLAP.search(row.sentence.text):
        return None
    if any(x.phrase.base is None for x in parts) or len(row.quantities) != len(row.counts):
        return None
    return _Division(wholes[0], parts)


def _goes_on(division: _Division, row: Statement) -> bool:
    """True if a sentence tells of nothing but more parts, which are then added."""
    # “In 11 of the other 16” tells of a part of what remains.
    if _OF_REST.search(row.sentence.text):
        return False
    own = {"", division.whole.phrase.head, *PLAIN}
    for item in row.quantities:
        plain = item.phrase.is_stock and is_part(item) and item.phrase.head in own
        plain = plain and not (item.phrase.role == REST and item.phrase.head)
        plain = plain and not _BY.search(row.sentence.text[: item.phrase.start])
        # “218 episodes … 21 of these children”: a part of another whole.
        plain = plain and not (item.phrase.anaphor and item.phrase.of - {*own})
        if not plain or item.phrase.base is not None or (item.phrase.anaphor and division.parts):
            return False
        ahead = row.sentence.text[: item.phrase.start]
        division.is_apart |= bool(_FURTHER.search(ahead))
        division.parts.append(item)
    if row.counts:
        last = row.counts[-1]
        behind = f"{last.phrase.label} {last.phrase.clause}"
        division.is_closed = last.phrase.role == REST or bool(_CLOSING.search(behind))
        division.is_apart |= division.is_closed
    return not _OVERLAP.search(row.sentence.text)


def _denied(row: Statement, division: _Division, counted: frozenset) -> Iterator[Denial]:
    values, whole = [x.value for x in division.parts], division.whole
    total = sum(values)
    # “One” is no number to the reading, and can be a part; some parts may be all of one of them.
    units = sum(len(ONES.findall(x.sentence.text)) for x in division.parts[-1:])
    ends = {sum(values[at:]) for at in range(1, len(values) - 1)}
    if 0 < whole.value - total <= units or ends & {*values, *counted}:
        return
    if whole.value + values[-1] in counted:
        return
    near = total != whole.value and 2 * total > whole.value
    if not 1 < len(values) <= _MOST or not near or max(values) >= whole.value:
        return
    if len({x.order for x in division.parts}) < 2 and not division.is_closed:
        return
    # What goes on from a whole that its parts have come to is of something else.
    if any(sum(values[:many]) == whole.value for many in range(2, len(values))):
        return
    typed = is_of_one_slip(values, whole.value)
    if (
        division.is_apart
        and (typed or division.is_closed)
        and (division.is_closed or total > whole.value)
    ):
        says = unlike_sum(division.parts, whole.phrase.said)
        yield Denial.of(division.parts[-1], says, _MEND)


def _rest_of(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`188 of the 198 live here. Of the other 10, six are abroad.`"""
    match = _OF_THE_OTHER.match(row.sentence.text)
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    pairs = [x for x in near.counts if x.phrase.base is not None] if match and near else []
    if len(pairs) != 1 or len([x for x in near.counts if x.phrase.is_stock]) != 2:
        return
    named = any(x.phrase.role == REST and x.phrase.head for x in row.counts)
    rest, whole = row.sentence.thing(match["rest"]), near.sentence.thing(pairs[0].phrase.base)
    # “The remaining 57 of the 338”: of a whole of its own.
    own = next((x.phrase.base for x in row.counts if x.phrase.number is rest), None)
    if own is not None and row.sentence.thing(own).value != whole.value:
        return
    right = whole.value - pairs[0].value
    counted = {x.value for other in earlier for x in other.counts}
    if right <= 0 or named or rest.value == right or rest.bound:
        return
    if rest.value + whole.value not in counted:
        says = f"{whole.words} − {pairs[0].phrase.number.words} = {number_text(right)}, "
        yield Denial(row.line, rest, f"{says}but the report gives {rest.words}.", _MEND)


def _total_after(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`81 in spring, 94 in summer and 75 in autumn. The total was 250.`"""
    match = _TOTAL_AFTER.match(row.sentence.text)
    near = earlier[0] if earlier and earlier[0].line is row.line else None
    counts = [x for x in near.counts if x.phrase.is_stock] if match and near else []
    plain = counts and all(is_part(x) and x.phrase.base is None for x in counts)
    if not plain or len(counts) < 2 or len(counts) != len(near.quantities):
        return
    total, values = row.sentence.thing(match["total"]), [x.value for x in counts]
    heads = {x.phrase.head for x in counts} - {""}
    sums = {sum(values), sum(values[1:]), *values}
    if len(heads) < 2 and total.value not in sums and is_of_one_slip(values, total.value):
        yield Denial(row.line, total, unlike_sum(counts, total.words), _MEND)

"""A share, a rate or a mean with the only two numbers that it can be of."""

import re

from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN, Number
from reports.quantities.model import Quantity
from reports.quantities.passages import before
from reports.quantities.roles import BOUND
from reports.share_constraints.claims import SHARE, Claimed
from reports.share_constraints.evidence.others import is_of_others
from reports.share_constraints.operands import Around

# So many times too large or too small a number may be and be meant all the same; fewer are groups
# spoken of before.
_TIMES, _FEW, _LEAST = 3, 10, 5
_KNOWN = ("the", "both", "these", "those", "our", "its", "their")
_LEADS = re.compile(
    r"\b(?:therefore|thus|so|hence|that\s+(?:is|was|makes|means)|this\s+(?:is|was|makes|means)|which\s+(?:is|was|makes)|"
    r"works?\s+out|worked\s+out|equivalent|equal\w*|in\s+other\s+words|an?\s+(?:[a-z-]+\s+)?(?:rate|share|proportion|average|mean)\s+of|"
    r"(?:the|an|on)\s+(?:average|mean)|(?:the|our|its)\s+(?:[a-z-]+\s+){0,2}rate|a\s+head|apiece)\b",
    re.I,
)
_ELSE = re.compile(
    rf"\b(?:{OTHER_AREAS}|elsewhere|{AIMS}|{EARLIER_TIMES}|{CONDITIONS}|{EXPECTATIONS}|before|"
    r"had\s+been|was\s+once|remaining|rest|others?|(?<!ma[dk]e )up|down|rose|fell|"
    r"fallen|risen|lower|higher|more|fewer|less|over|under|further|additional|"
    r"change|increase\w*|decrease\w*|median|mode)\b",
    re.I,
)
_MORE = re.compile(r"\s+(?:as\s+(?:many|much)|again|more|less|fewer)\b", re.I)
_CLAUSES = re.compile(r"[,;(]\s*(?:against|compared|with|which|but|and|while)\b")


def is_only_pair(around: Around, item: Claimed, count: Number, base: Number) -> bool:
    """True if a sentence, with the one before it in its paragraph, has no other numbers than these
    two that a claim which leads back to them can be of."""
    text = around.row.sentence.text
    clause = _CLAUSES.split(text[: item.end] + text[item.end : item.end + 60], maxsplit=1)[0]
    if item.claim or item.number is None or item.number.bound or _ELSE.search(clause):
        return False
    if any(x.places for x in (count, base) if x.kind == COUNT) or not _LEADS.search(text):
        return False
    if item.kind == SHARE and not _LEAST < count.value < base.value:
        return False
    exact, value = count.value * item.scale / base.value, item.number.value
    if not value or exact > value * _TIMES or value > exact * _TIMES:
        return False
    near = [x for x in before(around.rows, around.place, 1) if x.line is around.row.line]
    rows = [around.row, *near]
    known = [x for row in rows for x in row.quantities if _may_bear(x, around)]
    return {id(x.phrase.number) for x in known} == {id(count), id(base)}


def is_of_own_two(around: Around, item: Claimed, count: Number, base: Number) -> bool:
    """True if a share in words follows the two counts of its sentence: `160 replied and 144 would
    recommend it, which is nine in ten`, and not `half as many again`."""
    own = [x.phrase.number for x in around.own if x.phrase.is_count and x.phrase.start < item.start]
    again = _MORE.match(around.row.sentence.text, item.end)
    return bool(item.claim) and not again and len(own) == 2 and all(x in own for x in (count, base))


def _may_bear(x: Quantity, around: Around) -> bool:
    """True if a number near a claim may be what it is reckoned from."""
    number, phrase = x.phrase.number, x.phrase
    if x.order == around.row.order and phrase.mark in {item.mark for item in around.claims}:
        return False
    few = phrase.article in _KNOWN and x.value < _FEW and number.kind == COUNT
    of_others = is_of_others(x.sentence.text, phrase.start, phrase.end)
    kind = number.kind in (COUNT, MONEY, SPAN, PERCENT)
    return kind and not (few or of_others or _is_unit(phrase) or phrase.role == BOUND)


def _is_unit(phrase) -> bool:
    """True for the measure of a rate: `per 10,000`."""
    return bool(re.search(r"\b(?:per|every)$", phrase.label, re.I))


def is_apart(around: Around) -> bool:
    """True if a sentence has one share of its own, and otherwise those of others."""
    rows = around.row.quantities
    own = [x for x in rows if not is_of_others(x.sentence.text, x.phrase.start, x.phrase.end)]
    return len(own) == 1 < len(rows) and all(x.phrase.number.kind == PERCENT for x in rows)

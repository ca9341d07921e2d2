"""`Most` or `fewer than half`, against a part and the whole of the sentence before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.claims import CLAIM, Claim, claim_of
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import just_before, statements

_HARDLY = SentencePattern(r"\b(?:hardly|scarcely)\s+any\b|\bvery\s+few\b", re.I)
_FEW = Fraction(3, 20)
# A part says the share again behind a colon, a dash or in brackets.
_AGAIN = re.compile(
    r"(?:[:(]|\s[–—-]|,)\s*(?:(?:that\s+is|only|just|in\s+fact|at),?\s+){0,2}(?=⟦c\d+⟧)"
)
_OTHERS = re.compile(
    r"\b(?:not|no|without|never|other|others|rest|remaining|if|should|must|target|nation\w*|england|"
    r"more|fewer|less|than(?!\s+half))\b|⟦[pm]",
    re.I,
)
# “Seven were made, and most are still open. Five were signed off.”
_OPEN = SentencePattern(
    r"\b(?:(?P<most>most|the\s+majority|all|more\s+than\s+half)|(?P<none>none|few|hardly\s+any))\b[^.;:⟦]{0,30}?\b"
    r"(?P<state>open|outstanding|unfinished|to\s+be\s+done|in\s+hand|under\s+way|incomplete|waiting)\b",
    re.I,
)
_CLOSED = re.compile(r"\b(?:signed\s+off|closed|completed?|finished|met|done|discharged)\b", re.I)
_LEAST, _MEND = 5, "Correct the share, or the number."


def halves(reading: Reading) -> Iterator[Denial]:
    """`We know of 212. Fewer than half are of primary age: 137 are in Year 6 or below.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        earlier = just_before(rows, place)
        if row.counts:
            yield from _share(row, earlier)
        if earlier:
            yield from _still_open(earlier, row)


def _share(row: Statement, earlier: Statement | None) -> Iterator[Denial]:
    text = row.sentence.text
    claims = [(x, claim_of(x)) for x in CLAIM.finditer(text) if not (x["all"] or x["none"])]
    claims += [(x, Claim(x.group(), Fraction(0), _FEW)) for x in _HARDLY.finditer(text)]
    if len(claims) != 1 or claims[0][1] is None:
        return
    match, claim = claims[0]
    again = [x.end() for x in _AGAIN.finditer(text, match.end())]
    parts = [x for x in row.counts if x.phrase.start in again and x.phrase.is_stock]
    if len(parts) != 1:
        return
    rest = text[: match.start()] + text[match.end() :]
    base = parts[0].phrase.base
    whole = _whole(earlier) if base is None else row.sentence.thing(base).value
    number = parts[0].phrase.number
    if whole is None or _OTHERS.search(rest) or number.bound or not _LEAST <= number.value < whole:
        return
    # The count of the sentence before may be no whole of it.
    for denial in claim_denied(row, claim, number, number_text(whole), Fraction(whole)):
        yield replace(denial, is_proved=base is not None)


def claim_denied(
    row: Statement, claim: Claim, part: Number, words: str, whole: Fraction
) -> Iterator[Denial]:
    """That a share in words is not what a `part` is of a `whole`, which is written in `words`."""
    share = Fraction(part.value) / whole
    if claim.is_far_from(share):
        says = f"{part.words} of {words} is {number_text(share * 100, 1)}%, but the report "
        yield Denial(row.line, part, f"{says}has “{claim.word.strip()}”.", _MEND)


def _whole(earlier: Statement | None):
    """The value of the only count of a sentence."""
    counts = [x for x in earlier.counts if x.phrase.is_stock] if earlier else []
    return _value(counts[0]) if len(counts) == 1 and len(earlier.counts) == 1 else None


def _value(item: Quantity):
    return None if item.phrase.number.bound else item.value


def _still_open(row: Statement, behind: Statement) -> Iterator[Denial]:
    match = _OPEN.search(row.sentence.text)
    closed = [x for x in behind.counts if not x.phrase.number.bound]
    total = _whole(row)
    if not match or not total or not closed or not _CLOSED.search(behind.sentence.text):
        return
    done = sum(x.value for x in closed)
    is_wrong = done * 2 > total if match["most"] else done * 2 < total
    if is_wrong and done <= total:
        says = f"{number_text(done)} of {number_text(total)} are done, but the report has "
        says = f"{says}“{row.sentence.said(match.group())}”."
        yield Denial(row.line, row.span, says, _MEND, is_proved=False)

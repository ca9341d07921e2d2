"""Products, sums and changes that a sentence reckons from its own numbers."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Denial, Statement

_EACH = re.compile(
    r"⟦c(?P<many>\d+)⟧\s+(?P<thing>[a-z]+)\s+(?:with|of|for|at)\s+⟦c(?P<each>\d+)⟧\s+(?P<unit>[a-z]+)\s+each\b"
    r"[^⟦.;]{0,30}?(?:,|:|\s[–—-])\s*(?:or\s+|making\s+|so\s+|that\s+is\s+|a\s+total\s+of\s+)?⟦c(?P<total>\d+)⟧\s+(?P=unit)\b",
    re.I,
)
_CLOSING = re.compile(
    r":\s*⟦c(?P<sum>\d+)⟧\s+(?!in\b|at\b|of\b|by\b|for\b|to\b|or\b|and\b|altogether\b)"
    r"[a-z]+(?:\s+(?!total\b|altogether\b)[a-z]+){0,3}\W*$",
    re.I,
)
_CHANGED = re.compile(
    r"\bfrom\s+⟦(?P<kind>[cmp])(?P<first>\d+)⟧[^⟦.;]{0,40}\bto\s+⟦(?P=kind)(?P<last>\d+)⟧[^⟦.;]{0,40}?,\s+(?:or\s+|that\s+is\s+)?"
    r"(?:an?\s+(?:increase|rise|growth|gain|fall|drop|decrease|reduction|decline)\s+of\s+(?P<of>)|(?=[^⟦.;,]{2,30}\s+(?:less|more|fewer)\b))",
    re.I,
)
_BEYOND = re.compile(
    r"\b(?:budget|target|limit|plan)\s+of\s+⟦(?P<kind>[cm])(?P<base>\d+)⟧[^⟦.;]{0,30}\b(?:exceeded|overspent|overrun|missed|passed|beaten)\s+by\s+"
    r"⟦(?P=kind)(?P<by>\d+)⟧\s*(?:,\s*(?:or\s+)?|\()⟦p(?P<share>\d+)⟧",
    re.I,
)
_SIDE = re.compile(
    r"\b(?:not|no|except|than|last|previous\w*|target|England|of\s+(?:whom|which|these|them)|including)\b",
    re.I,
)
_MEND = "Put the wrong number right."
_THREE = 3


def own_sums(row: Statement) -> Iterator[Denial]:
    """The products, sums and changes of a sentence that its own numbers deny."""
    yield from _each(row)
    yield from _closing_sum(row)
    yield from _changed_by(row)
    yield from _beyond(row)


def _each(row: Statement) -> Iterator[Denial]:
    """`Eight homes with four beds each, 32 beds in all`."""
    for match in _EACH.finditer(row.sentence.text):
        many, each, total = (row.sentence.thing(match[x]) for x in ("many", "each", "total"))
        if many.value * each.value != total.value and not total.bound:
            says = f"{many.words} × {each.words} = {number_text(many.value * each.value)}, "
            yield Denial(row.line, total, f"{says}but the report has {total.words}.", _MEND)


def _closing_sum(row: Statement) -> Iterator[Denial]:
    """`12 are in work, nine at college and four neither: 25 young people`."""
    match = _CLOSING.search(row.sentence.text)
    items = row.sentence.marks("c", row.sentence.text[: match.start()]) if match else ()
    if len(items) < _THREE or row.sentence.marks("pm") or _SIDE.search(row.sentence.text):
        return
    own = {id(x.phrase.number) for x in row.counts if x.phrase.is_stock}
    stated, total = row.sentence.thing(match["sum"]), sum(x.value for x in items)
    known = all(id(x) in own and not x.bound for x in (*items, stated))
    if known and stated.value != total and stated.value > max(x.value for x in items):
        terms = " + ".join(x.words for x in items)
        says = f"{terms} = {number_text(total)}, but the report has {stated.words}."
        yield Denial(row.line, stated, says, _MEND)


def _changed_by(row: Statement) -> Iterator[Denial]:
    """`From 300 to 360, an increase of a fifth`."""
    for match in _CHANGED.finditer(row.sentence.text):
        claim = CLAIM.match(row.sentence.text, match.end())
        first, last = (row.sentence.thing(match[name]) for name in ("first", "last"))
        if not claim or not claim["fraction"] or not first.value:
            continue
        share = Fraction(abs(last.value - first.value)) / first.value
        if claim_of(claim).is_denied(share):
            says = f"From {first.words} to {last.words} is a change of "
            says += f"{number_text(share * 100, 1)}%, but the report has “{claim.group().strip()}”."
            yield Denial(row.line, (row.sentence.start, row.sentence.end), says, _MEND)


def _beyond(row: Statement) -> Iterator[Denial]:
    """`The budget of £1.2 million was exceeded by £60,000, or 5%`."""
    for match in _BEYOND.finditer(row.sentence.text):
        base, by, share = (row.sentence.thing(match[x]) for x in ("base", "by", "share"))
        value = Fraction(by.value) / base.value * 100 if base.value else None
        if value is not None and verdict(share, value, value) == WRONG:
            says = f"{by.words} of {base.words} is {number_text(value, 1)}%, "
            yield Denial(row.line, share, f"{says}but the report has {share.words}.", _MEND)

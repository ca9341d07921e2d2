"""Products, sums, means and changes that a sentence reckons from its own numbers."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.prose.quantities.number_forms import unlike
from reports.quantities.model import Denial, Statement

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
_EACH_OF = re.compile(
    r"⟦c(?P<whole>\d+)⟧[^⟦;.]{0,60}(?::|,|\s[–—-])\s*⟦c(?P<each>\d+)⟧\s+(?:[a-z]+\s+){0,2}?(?:in|from|for|at|by|to)\s+"
    r"each\s+of\s+(?:the|our|its|these|all)\s+⟦c(?P<many>\d+)⟧",
    re.I,
)
_COME_TO = re.compile(
    r"(?:(?::|\s[–—-])\s*⟦c(?P<sum>\d+)⟧\s+in\s+the\s+(?:quarter|half-year|year|period)|"
    r",\s+⟦(?P<kind>[cm])(?P<all>\d+)⟧\s+(?:in|over|for)\s+(?:the|all)\s+(?:⟦x\d+⟧|[a-z]+)\s+"
    r"(?:quarters|half-years|years|months|terms|periods))\W*$",
    re.I,
)
_MEAN_OF = re.compile(
    r"\b(?:average|mean)\s+of\s+(?:the|these|our)\s+(?:⟦c\d+⟧\s+)?[a-z ]{3,40},\s*"
    r"(?P<list>⟦c\d+⟧(?:(?:,|\s+and|,\s+and)\s+⟦c\d+⟧)+),?\s+"
    r"(?:is|was|comes\s+to)\s+⟦c(?P<mean>\d+)⟧",
    re.I,
)
_AS_MANY = re.compile(
    r"\b(?P<times>twice|three\s+times|four\s+times|half)\s+as\s+many\s+(?P<one>[a-z]+)\s+as\s+(?P<other>[a-z]+)\b"
    r"[^⟦.;]{0,60}(?::|,|\()\s*⟦c(?P<first>\d+)⟧(?:\s+(?P<named>[a-z]+))?,?\s+(?:and|to|against)\s+⟦c(?P<second>\d+)⟧",
    re.I,
)
_FACTORS = {"twice": 2, "half": Fraction(1, 2), "three times": 3, "four times": 4}
_SIDE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|not|no|except|than|last|"
    r"of\s+(?:whom|which|these|them)|including)\b",
    re.I,
)
_ASIDE = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|not|no|except|than|last)\b", re.I)
_MEND = "Put the wrong number right."
_TWO, _THREE = 2, 3
_ABOUT, _HALF = Fraction(1, 10), Fraction(1, 2)


def own_sums(row: Statement) -> Iterator[Denial]:
    """The products, sums, means and changes of a sentence that its own numbers deny."""
    yield from _each_of(row)
    yield from _closing_sum(row)
    yield from _period_sum(row)
    yield from _mean_of(row)
    yield from _as_many(row)
    yield from _changed_by(row)
    yield from _beyond(row)


def _closing_sum(row: Statement) -> Iterator[Denial]:
    """`12 are in work, nine at college and four neither: 25 young people`."""
    match = _CLOSING.search(row.sentence.text)
    items = _ahead(row, match)
    if len(items) < _THREE or row.sentence.marks("pm") or _SIDE.search(row.sentence.text):
        return
    own = {id(x.phrase.number) for x in row.counts if x.phrase.is_stock}
    stated = row.sentence.thing(match["sum"])
    if all(id(x) in own for x in (*items, stated)) and not stated.bound:
        yield from _unlike_sum(row, items, stated)


def _period_sum(row: Statement) -> Iterator[Denial]:
    """`12 starters in April, nine in May and 15 in June: 36 in the quarter`."""
    match = _COME_TO.search(row.sentence.text)
    items = _ahead(row, match, (match and match["kind"]) or "c")
    if len(items) >= _TWO and not _ASIDE.search(row.sentence.text):
        yield from _unlike_sum(row, items, row.sentence.thing(match["sum"] or match["all"]))


def _ahead(row: Statement, match, kind="c"):
    """The counts before a match, or the sums of money, or nothing."""
    return row.sentence.marks(kind, row.sentence.text[: match.start()]) if match else []


def _unlike_sum(row: Statement, items, stated) -> Iterator[Denial]:
    """The denial of a sum of some counts, where it is more than each of them."""
    total = sum(x.value for x in items)
    exact = not any(x.bound for x in items)
    if exact and stated.value != total and stated.value > max(x.value for x in items):
        terms = " + ".join(x.words for x in items)
        says = f"{terms} = {unlike(total, stated)}, but the report has {stated.words}."
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
            yield Denial(row.line, row.span, says, _MEND)


def _beyond(row: Statement) -> Iterator[Denial]:
    """`The budget of £1.2 million was exceeded by £60,000, or 5%`."""
    for match in _BEYOND.finditer(row.sentence.text):
        base, by, share = (row.sentence.thing(match[x]) for x in ("base", "by", "share"))
        value = Fraction(by.value) / base.value * 100 if base.value else None
        if value is not None and verdict(share, value, value) == WRONG:
            says = f"{by.words} of {base.words} is {number_text(value, 1)}%, "
            yield Denial(row.line, share, f"{says}but the report has {share.words}.", _MEND)


def _each_of(row: Statement) -> Iterator[Denial]:
    """`40 files: 10 in each of the four teams`."""
    for match in _EACH_OF.finditer(row.sentence.text):
        whole, each, many = (row.sentence.thing(match[x]) for x in ("whole", "each", "many"))
        exact = not any(x.bound for x in (whole, each, many))
        if exact and each.value * many.value != whole.value:
            says = (
                f"{each.words} for each of {many.words} is {number_text(each.value * many.value)}"
            )
            yield Denial(row.line, many, f"{says}, but the report has {whole.words}.", _MEND)


def _mean_of(row: Statement) -> Iterator[Denial]:
    """`The average of the five scores, 6, 7, 8, 8 and 6, is 7`."""
    for match in _MEAN_OF.finditer(row.sentence.text):
        items, mean = row.sentence.marks("c", match["list"]), row.sentence.thing(match["mean"])
        value = sum(x.value for x in items) / len(items)
        if abs(value - mean.value) > _HALF / 10**mean.places:
            says = f"The mean of these {len(items)} is {number_text(value, 1)}, "
            yield Denial(row.line, mean, f"{says}but the report has {mean.words}.", _MEND)


def _as_many(row: Statement) -> Iterator[Denial]:
    """`Twice as many boys as girls were referred: 84 boys and 42 girls`."""
    for match in _AS_MANY.finditer(row.sentence.text):
        first, second = (row.sentence.thing(match[name]) for name in ("first", "second"))
        if match["named"] and match["named"].casefold() == match["other"].casefold():
            first, second = second, first
        factor = _FACTORS[" ".join(match["times"].casefold().split())]
        if second.value and abs(first.value / second.value / factor - 1) > _ABOUT:
            says = f"{first.words} is {number_text(first.value / second.value, 1)} times "
            says += f"{second.words}, but the report has “{match['times']} as many”."
            yield Denial(row.line, first, says, _MEND)

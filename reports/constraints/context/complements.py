"""Remainders of a whole, parts of a part, and results that follow from the sentence before."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.derivation.slips import NEAR, is_mistyped, slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.roles import MEAN

_WERE_NOT = re.compile(
    r"⟦c(?P<count>\d+)⟧(?:,|\s+of\s+(?:them|these))?\s+(?:were|was|did|had|have|has|are|is|could)\s+not\W*$",
    re.I,
)
_LEAVES = re.compile(
    r"^\W*(?:that|this|which)\s+(?:leaves|left|means\s+that)\s+⟦c(?P<count>\d+)⟧[^⟦]{0,60}\b(?:not|without|no|never)\b",
    re.I,
)
# “That left 22 pupils”, “the other two are booked on the next course”.
_REST = re.compile(
    r"^\W*(?:(?:that|this|which)\s+(?:leaves|left)|the\s+(?:other|remaining))\s+⟦c(?P<count>\d+)⟧(?!\s+(?:more|further)\b)",
    re.I,
)
# “The other 48 files in the sample” are of a larger whole.
_OF_LARGER = re.compile(
    r"\s+(?!(?:have|has|had|are|were|was|is)\b)[a-z ]{2,30}?\s(?:in|on|of|at)\s+(?:the|our)\b", re.I
)
_OF_OWN = re.compile(r"\s+of\s+(?:the\s+|all\s+|our\s+)*⟦c\d+⟧", re.I)
# “There are 88 schools and 86 have one”: the second is of the first.
_AND, _HAVE = (
    re.compile(r"[^⟦.;]*(?:,?\s+and|,?\s+but|,\s+of\s+wh\w+)\s+$", re.I),
    re.compile(r"\s+(?:of\s+them\s+)?(?:have|has|had|are|is|were|was)\b", re.I),
)
_OF_THESE = re.compile(
    r"⟦c(?P<count>\d+)⟧\s+(?:[a-z]+\s+){0,2}?(?:of|among)\s+these\b(?!\s+(?:who|that|which|times|days))",
    re.I,
)
_ON = re.compile(
    r"\b(?:another|a\s+further)\s+⟦c(?P<more>\d+)⟧[^⟦.;]{0,60},\s+(?:so(?:\s+that)?|making|bringing|giving|which\s+(?:makes|brings))\b[^⟦.;]{0,30}⟦c(?P<total>\d+)⟧",
    re.I,
)
_EACH = re.compile(
    r"^\W*each\b(?!\s+of\b)[^⟦.;:]{0,30}⟦c(?P<each>\d+)⟧[^⟦.;:]{0,40},\s+(?:so(?:\s+that)?|making|which\s+makes)\b[^⟦.;:]{0,20}⟦c(?P<total>\d+)⟧",
    re.I,
)
_ONE_OF = re.compile(
    r"\b(?:(?P<up>rise|increase|growth|gain)|(?P<down>fall|decrease|drop|reduction|decline))\s+(?:is|was|of|being)\s+(?:therefore\s+|thus\s+)?"
    r"(?:one\s+of\s+)?⟦c(?P<count>\d+)⟧(?:,?\s+(?:or|that\s+is)|\s+\()\s*(?:(?:just|nearly|about|over|some)\s+)?⟦p(?P<share>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|other|both|also|either|some)\b",
    re.I,
)
# “72% live near. The other 38% live further away.”
_OTHER_PERCENT = re.compile(
    r"^\W*the\s+(?:other|remaining|rest,?(?:\s+of\s+them)?,?)\s+⟦p(?P<share>\d+)⟧(?!\s+(?:of|points?)\b)",
    re.I,
)
_HUNDRED = 100
_MEND = "Put the wrong number right."
_FAR, _FIFTH, _APART = 3, 5, Fraction(1, 2)
_OF_AGE = re.compile(r"\bborn\b|\bage[sd]?\b|\byears?\s+old\b", re.I)


def left_over(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Of 80 read, 52 were sound. A minority, 38, were not`: what is left of a whole."""
    match = _WERE_NOT.search(row.sentence.text) or _LEAVES.match(row.sentence.text)
    named = _REST.match(row.sentence.text)
    text = row.sentence.text[named.end() :] if named else row.sentence.text
    if not (match or named) or not earlier or _OTHERS.search(text):
        return
    # “The remaining 57 of the 338”: of a whole of its own.
    if named and not (_OF_LARGER.match(text) or _OF_OWN.match(text)):
        yield from _named_rest(row, earlier, row.sentence.thing(named["count"]))
    if not match:
        return
    number = row.sentence.thing(match["count"])
    own = [x for x in row.counts if x.phrase.number is not number]
    bases = {row.sentence.thing(x.phrase.base) for x in own if x.phrase.base is not None}
    own = own if number not in bases else None
    rests = [] if own is None else list(_rests(row if own else earlier[0]))
    if len(rests) == 1 and number.value != rests[0][0] and number.kind == COUNT:
        rest, part, whole = rests[0]
        if slip(number.value, rest, "") > NEAR or abs(number.value - rest) * _FIFTH <= whole:
            says = f"{number_text(whole)} − {number_text(part)} = {number_text(rest)}, "
            yield Denial(row.line, number, f"{says}but the report gives {number.words}.", _MEND)


def _named_rest(row: Statement, earlier: Sequence[Statement], number) -> Iterator[Denial]:
    """The rest that a sentence names is that of one part and its whole in the sentence before."""
    near = [other for other in earlier[:_FAR] if other.section == row.section]
    stocks = {other: [x for x in other.counts if x.phrase.is_stock] for other in near}
    nearest = next((other for other in near if stocks[other]), None)
    rests = (list(_rests(nearest)) or list(rests_of_all(nearest))) if nearest else []
    if len(rests) != 1 or len(stocks[nearest]) != 2:
        return
    rest, part, whole = rests[0]
    near = slip(number.value, rest, "") > NEAR or abs(number.value - rest) * _FIFTH <= whole
    if number.value != rest and number.kind == COUNT and not number.bound and near:
        says = f"{number_text(whole)} − {number_text(part)} = {number_text(rest)}, "
        yield Denial(row.line, number, f"{says}but the report gives {number.words}.", _MEND)


def rests_of_all(row: Statement) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """The same of `there are 88 schools and 86 have one`."""
    counts = [x for x in row.counts if x.phrase.is_stock]
    if len(counts) == 2 and counts[0].phrase.head and not counts[1].phrase.head:
        whole, part = counts
        between = row.sentence.text[whole.phrase.end : part.phrase.start]
        says_on = _AND.fullmatch(between) and _HAVE.match(row.sentence.text, part.phrase.end)
        if says_on and whole.value > part.value:
            yield whole.value - part.value, part.value, whole.value


def _rests(row: Statement) -> Iterator[tuple[Fraction, Fraction, Fraction]]:
    """(what is left, a part, its whole) of the parts of a sentence that know their whole."""
    for item in row.counts:
        if item.phrase.base is not None and item.phrase.is_stock:
            whole = row.sentence.thing(item.phrase.base).value
            if whole > item.value:
                yield whole - item.value, item.value, whole
    claims = [x for x in CLAIM.finditer(row.sentence.text) if x["fraction"]]
    if (
        len(claims) == 1
        and len(row.counts) == 1
        and not claims[0]["over"]
        and not claims[0]["under"]
    ):
        claim, whole = claim_of(claims[0]), row.counts[0].value
        part = whole * (claim.least + claim.most) / 2 if claim else Fraction(1, 2)
        if part.denominator == 1:
            yield whole - part, part, whole


def part_of_part(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Fifty-one came late. In 72 of these it was illness`: more than there were."""
    match = _OF_THESE.search(row.sentence.text)
    if not match or not earlier or earlier[0].section != row.section:
        return
    number = row.sentence.thing(match["count"])
    ahead = [x for x in row.counts if x.phrase.end <= match.start()]
    values = [x.value for x in earlier[0].quantities if x.phrase.number.kind == COUNT]
    alone = len(values) == 1 and not ahead and earlier[0].line is row.line
    if alone and number.value > values[0] and not number.bound:
        says = f"The report has {number.words} of these, but no more than "
        says += f"{number_text(max(values))} before."
        yield Denial(row.line, number, says, _MEND)


def reckoned_on(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`60 joined. Another 54 joined, so 105 did`; `12 nurses. Each sees 15, so 150 are seen.`"""
    on, each = _ON.search(row.sentence.text), _EACH.match(row.sentence.text)
    before = [x.value for x in earlier[0].counts if x.phrase.is_stock] if earlier else []
    if not before or not (on or each):
        return
    match = on or each
    total = row.sentence.thing(match["total"])
    by = row.sentence.thing(match["more"] if on else match["each"]).value
    likely = [value + by if on else value * by for value in before]
    known = [x.value + by for other in earlier[:_FAR] for x in other.counts]
    if (
        total.value not in (*likely, *(known if on else ()))
        and not total.bound
        and (
            is_mistyped(total.value, likely[-1])
            or abs(total.value - likely[-1]) * _FIFTH <= likely[-1]
        )
    ):
        sign = "+" if on else "×"
        says = f"{number_text(before[-1])} {sign} {number_text(by)} = "
        says += f"{number_text(likely[-1])}, but the report gives {total.words}."
        yield Denial(row.line, total, says, _MEND)


def share_of_a_change(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`120, then 150. The rise is one of 30, or 20%`: a change is a share of what was before."""
    match = _ONE_OF.search(row.sentence.text)
    if not match:
        return
    count, share = (row.sentence.thing(match[name]) for name in ("count", "share"))
    values = [x.value for other in (row, *earlier[:2]) for x in other.counts if x.phrase.is_stock]
    pairs = [(a, b) for a in values for b in values if b - a == count.value]
    wholes = {(first if match["up"] else last) for first, last in pairs if first}
    if wholes and all(verdict(share, *[count.value * 100 / x] * 2) == WRONG for x in wholes):
        whole = max(wholes)
        says = f"{count.words} of {number_text(whole)} is "
        says += f"{number_text(count.value * 100 / whole, max(1, share.places))}%, "
        yield Denial(row.line, share, f"{says}but the report gives {share.words}.", _MEND)


def mean_before(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`560 calls. They came from 224 homes. On average a home rang 3.5 times.`"""
    means = [x for x in row.quantities if x.phrase.role == MEAN and x.phrase.number.kind == COUNT]
    if len(means) != 1 or len(row.quantities) != 1 or _OTHERS.search(row.sentence.text):
        return
    number = means[0].phrase.number
    rows = [x for x in earlier[:_FAR] if not _OF_AGE.search(x.sentence.text)]
    counts = [x for other in rows for x in other.counts if x.phrase.is_stock]
    likely = [x for x in counts if x.phrase.base is None][:_FAR]
    exact = {
        (a, b): Fraction(a.value) / b.value for a in counts for b in counts if a.value > b.value > 1
    }
    if number.bound or not number.places or any(_rounds(number, x) for x in exact.values()):
        return
    near = [(pair, x) for pair, x in exact.items() if set(pair) <= set(likely[:2])]
    near = [(pair, x) for pair, x in near if abs(x - number.value) >= _APART]
    # “70 were girls and 61 were boys”: no so many of them for each.
    near = [x for x in near if not all(PEOPLE.search(item.phrase.clause) for item in x[0])]
    if len(near) == 1 and slip(number.value, _places(near[0][1], number.places), "") > NEAR:
        (total, among), mean = near[0]
        says = f"{_plain(total)} over {_plain(among)} is {number_text(mean, number.places)}, "
        yield Denial.of(means[0], f"{says}but the report gives {number.words}.", _MEND)


def _rounds(number, exact) -> bool:
    return verdict(number, exact, exact) != WRONG


def _places(value, places):
    return Fraction(round(value * 10**places), 10**places)


def _plain(item: Quantity) -> str:
    return item.phrase.number.words


def rest_of_hundred(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`72% live near. The other 38% live further away.`"""
    match = _OTHER_PERCENT.match(row.sentence.text)
    shares = earlier[0].sentence.marks("p") if match and earlier else ()
    if len(shares) != 1 or earlier[0].line is not row.line:
        return
    first, last = shares[0], row.sentence.thing(match["share"])
    room = Fraction(1, 10 ** min(first.places, last.places))
    if not (first.bound or last.bound) and abs(first.value + last.value - _HUNDRED) > room:
        says = f"{first.words} and {last.words} come to {number_text(first.value + last.value)}%, "
        yield Denial(row.line, last, f"{says}but the second is called the rest.", _MEND)

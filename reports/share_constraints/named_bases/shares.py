"""A share whose sentence names what it is of, against the counts that bear that name anywhere."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.arithmetic import number_text, rounded
from reports.quantities.coverage import beginning
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.quantities.nouns import noun_of
from reports.quantities.passages import statements
from reports.quantities.roles import CHANGE, TARGET
from reports.share_constraints.evidence.others import OTHERS
from reports.share_constraints.named_bases.index import beginnings, best, named
from reports.share_constraints.ratios import unborne

# “Of all our approved places”, up to the next stop, number or verb.
_OF = re.compile(
    r"\s*(?:per\s+cent\s+)?of\s+(?:(?:all|the|our|its|those|these|their|this|whole)\s+)+(?P<base>[^⟦,;:.()]{3,70})",
    re.I,
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|do|will|would|could|can|came|took|got|made)\b",
    re.I,
)
# “64% of those who should”, “of the budget”: of others, or of money.
_NONE = re.compile(r"\b(?:budget|spend\w*|spent|cost\w*|fund\w*|income|money|pounds?|time)\b", re.I)
# “52 of those who had enquired were visited, or 31%”, “27 (20%)”.
_APPOSED = re.compile(
    r"(?:\(\s*|,\s+(?:or|which\s+is|that\s+is)\s+)(?:about\s+|only\s+|just\s+)?⟦p(?P<mark>\d+)⟧(?!\s+(?:more|fewer|less|higher|lower|up|down|of)\b)",
    re.I,
)
_OF_SET = re.compile(
    r"\s+of\s+(?:all\s+)?(?:the|our|those|these)\s+(?P<base>[^⟦,;:.()]{3,60})", re.I
)
_RELATIVE = re.compile(r"\b(?:who|whom|which|that|in|on|at|for|by|from|with|we|it|as|to)\b", re.I)
_LAST = re.compile(r"[a-z]{4,}$", re.I)
_PEOPLE = ("child", "children", "person", "people", "young")
# So many words may name what a share is of, and so many counts at the most have its name.
_MANY, _MOST = 2, 40
_FAR, _LEAST, _MEND = Fraction(9, 5), 10, "Correct the share, or state its population."


def shares_of_named(reading: Reading) -> Iterator[Denial]:
    """`78 per cent of all our approved places had a child in them`, of 168 places with 131."""
    denials = [*_found(reading)]
    # What the numbers near it surely deny is denied by the rule of its sentence.
    near = {_place(x) for _, x in (unborne(reading) if denials else ()) if x.sure > Sure.GUESSED}
    yield from (x for x in denials if _place(x) not in near)


def _place(denial: Denial) -> tuple[str, int]:
    """Where a denial is: its line, and where what it denies begins."""
    start = denial.span.start if isinstance(denial.span, Number) else denial.span[0]
    return denial.line.where, start


def _found(reading: Reading) -> Iterator[Denial]:
    every = named(reading)
    for row in statements(reading):
        shares = [x for x in row.quantities if _is_share(x)]
        if len(shares) != 1 or OTHERS.search(row.sentence.text) or _is_of_other_time(reading, row):
            continue
        for phrase, count, rest in _phrases(row, shares[0]):
            yield from _denied(every, row, shares[0], phrase, count, rest)


def _is_share(item: Quantity) -> bool:
    phrase = item.phrase
    plain = phrase.role not in (CHANGE, TARGET) and not phrase.number.bound
    return phrase.number.kind == PERCENT and plain and 0 < item.value < 100


def _is_of_other_time(reading: Reading, row: Statement) -> bool:
    """True if a sentence names a date before the period of its report."""
    first = reading.period[0] if reading.period else None
    days = [x.last for x in row.sentence.marks("d") if x.last]
    return any(first is None or day < first for day in days)


def _phrases(row: Statement, item: Quantity):
    """(the words for what a share is of, its count, the rest of the sentence)."""
    text, counts = row.sentence.text, [x for x in row.counts if x.phrase.is_stock]
    match = _OF.match(text, item.phrase.end)
    if match and not _NONE.search(match["base"]):
        count = counts[0] if len(counts) == 1 else None
        # “89% of all, and a larger share of the 203 whose home we know” has a base behind it.
        if len(counts) < 2 and (count is None or count.phrase.end <= item.phrase.start):
            rest = text[: item.phrase.start] + text[match.end() :]
            yield row.sentence.said(_VERB.split(match["base"])[0]), count, rest
        return
    apposed = _APPOSED.search(text)
    before = [x for x in counts if apposed and x.phrase.end <= apposed.start()]
    of = before and len(counts) == 1 and _OF_SET.match(text, before[0].phrase.end)
    if of and not _NONE.search(of["base"]) and before[0].phrase.base is None:
        yield row.sentence.said(of["base"]), before[0], ""


def _denied(every, row: Statement, item: Quantity, phrase, count, rest) -> Iterator[Denial]:
    roots, head = beginnings(phrase), _head(phrase, count)
    bases = [x for x in every if head in x.roots] if head else []
    bases = bases or [x for x in every if len(roots & x.roots) >= _MANY]
    bases = [x for x in bases if x.value >= _LEAST]
    number, values = item.phrase.number, {x.value for x in bases}
    near = bases if head else every
    wholes = {x.value for x in near} | {x.value for x in every if x.line == id(row.line)}
    counts = [count.value] if count else sorted({x.value for x in every})
    if not 0 < len(values) <= _MOST or _is_borne(number, counts, wholes if count else values):
        return
    rest_named = beginnings(row.sentence.said(rest)) - roots
    parts = {count.value} if count else {x.value for x in best(every, rest_named)}
    chosen = {x.value for x in best(bases, roots)}
    pairs = {(c, b) for c in parts for b in chosen if _is_near(number, c, b)}
    if len(pairs) == 1:
        [(part, base)] = pairs
        share = number_text(rounded(part * 100 / base, number.places), number.places)
        says = f"{number_text(part)} of {number_text(base)} is {share}%, but the report gives "
        # What the sentence does not count may be another count than the one that fits best.
        unread = f"No count of the report is that share of {number_text(base)}, which gives "
        yield Denial.of(item, f"{says if count else unread}{number.words}.", _MEND)


def _head(phrase: str, count: Quantity | None) -> str:
    """The beginning of the noun that a share is of, which is nothing for people."""
    noun = noun_of(phrase)
    last = _LAST.search(_RELATIVE.split(phrase)[0].strip())
    head = noun[-1] if noun else count.phrase.head if count else last.group() if last else ""
    return "" if not head or head in _PEOPLE else beginning(head)


def _is_borne(number: Number, counts: Sequence[Fraction], wholes: Collection[Fraction]) -> bool:
    """True if one of some counts, the smallest first, or what is left, is that share of a whole."""
    unit = Fraction(1, 10**number.places)
    for whole in wholes:
        for share in (number.value, 100 - number.value):
            low, high = ((share + way * unit) * whole / 100 for way in (-1, 1))
            at = bisect_right(counts, low)
            if at < len(counts) and counts[at] < high:
                return True
    return False


def _is_near(number: Number, count: Fraction, base: Fraction) -> bool:
    share = count * 100 / base
    return share < 100 and share <= number.value * _FAR and number.value <= share * _FAR

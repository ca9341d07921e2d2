"""What a paper says was reckoned from two numbers: a share, a rate, so many for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import accumulate

from assurance.runtime.digits import whole
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import WRONG, extent, number_text, rounded, verdict
from reports.prose.quantities.claims import CLAIM, Claim, claim_of
from reports.prose.quantities.phrases import DISTANCE
from reports.quantities.model import Statement
from reports.quantities.roles import BOUND, CHANGE, MEAN, TARGET, is_mean
from reports.share_constraints.evidence.others import is_of_others
from reports.share_constraints.pairs import IN_A_PART, OF_OR_MORE
from reports.share_constraints.sizes.rate_marks import bases_of_rates, rates_of

# So many for each hour or month is a pace, no mean of two counts.
_OF_TIME = re.compile(
    r"[^⟦.;]{0,40}\b(?:per|an?|each|every)\s+(?:working\s+|calendar\s+)?(minute|hour|day|night|week|"
    r"month|quarter|term|year|annum)\b",
    re.I,
)
# “60% of the rest”, “40 of 80 files (60% in the north)”: what it is of is counted nowhere.
_OF_A_PART = re.compile(
    rf"\s+of\s+(?:the\s+)?(?:rest|others?|remain\w+)\b|{IN_A_PART.pattern}", re.I
)
# “A fall of three, or 21%”.
_OF_A_MOVE = re.compile(
    r"\b(?:rise|increase|growth|gain|fall|decrease|drop|reduction)\s+of\s+⟦c\d+⟧[^⟦]{0,20},\s+or\s+(?:by\s+)?$",
    re.I,
)
_BUT = re.compile(r"\bbut\b", re.I)
# “One child in every 160”.
_ONE_IN = SentencePattern(
    r"\bone\s+(?!only\b)(?:[a-z]+\s+){1,2}(?:in\s+(?:every\s+|each\s+)?|(?:to|for)\s+(?:every|each)\s+)⟦c(\d+)⟧",
    re.I,
)
# “A third of the 90, 12 of them at a weekend”.
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those|which|whom)\b", re.I)
_EACH_TWICE = re.compile(r"⟦[cm]\d+⟧\s+each\b.*⟦[cm]\d+⟧\s+each\b", re.I | re.S)
_UNIT_COST = re.compile(
    r"^\s+(?:an?|per|(?:for|to)\s+each|for\s+every)\s+[a-z]+(?=[.,;:)]|$|\s+(?:and|which|against|compared|was|is)\b)|\s+each\W*$",
    re.I,
)
# “Three sessions of 20 places each”: of no other number.
_OF_SO_MANY = re.compile(r"⟦c\d+⟧\s+(?:[a-z-]+\s+){1,2}of\s+$", re.I)
_NO_WHOLE = re.compile(
    r"(?:\b(?:(?:drop|fall|rise|increase|decrease|reduction|growth|cut)\s+of|first|second|third|fourth|last|latter|final|each|every|per|by|and)|⟦[cmp]\d+⟧)\s+$",
    re.I,
)
SHARE, RATE, EACH = "share", "rate", "each"
# So far a share is from the true one where it was still meant to be it.
_POINTS, _PART = 20, Fraction(1, 2)
_MEDIAN = SentencePattern(r"\bmedian\b", re.I)
_WIDE, _HARDLY, _LIST = 50, 5, 3
# A share that is cut is less than one unit from the true one; a float is nearer to either.
_UNIT, _TINY = 1.001, 1e-9
_JUST = re.compile(r"\b(?:nearly|almost|just\s+\w+|little\s+\w+|slightly\s+\w+)\s+$", re.I)


@dataclass(frozen=True, eq=False)
class Claimed:
    """A share, a rate or a mean as a sentence states it from `start` to `end` of its marked text:
    so many of `scale`, or what `claim` allows; `number` is None where it is in words; `unit` is the
    time that it is for each of."""

    row: Statement
    kind: str
    start: int
    end: int
    words: str
    scale: int
    number: Number | None = None
    claim: Claim | None = None
    unit: str = ""

    def holds(self, count: Number, base: Number) -> bool:
        """Whether it is what a count and a base come to."""
        if self.is_far(count, base):
            return False
        low, high = self._ends(count, base)
        if self.claim:
            # “£96,000, four fifths of £120,000”: what was rounded to thousands is so too.
            exact = count.value * self.scale / base.value
            return not all(map(self.claim.is_denied, (low, exact, high)))
        value, room = self.number.value, abs(self.number.value) / 20
        if self.number.bound and self.is_hardly and not low - _HARDLY <= value <= high + _HARDLY:
            return False
        about = self.number.bound == "~" and low - room <= value <= high + room
        return about or verdict(self.number, low, high) != WRONG

    def is_far(self, count: Number, base: Number, *, rest: bool = False) -> bool:
        """True if a count and a base, or the rest of the base, come to more than a unit from it.
        Sums of money are never far, since they were rounded before."""
        if MONEY in (count.kind, base.kind) or (self.number and self.number.bound):
            return False
        share = (near(base) - near(count) if rest else near(count)) * self.scale / near(base)
        low, high = self._limits
        return not low <= share <= high

    def is_beyond_all(self, count: Number, base: Number) -> bool:
        """True of `meant for 240 and done for 251 (104.6%)`, whose whole is the smaller number."""
        beyond = self.kind == SHARE and self.number and self.number.value > self.scale
        return bool(beyond and count.value and self.holds(base, count))

    @cached_property
    def is_mean_of_list(self) -> bool:
        """True of `41, 52, 58, 63 and 71 days: a mean of 57`: of numbers right before it."""
        if self.kind != EACH or self.number is None:
            return False
        values = [x.value for x in self.row.quantities if x.phrase.end <= self.start]
        # “In 48, 55, 65 and 80 days: the median is 60 and the mean 62.”
        runs = (values, values[:-1]) if _MEDIAN.search(self.row.sentence.text) else (values,)
        totals = (each for run in runs for each in enumerate(accumulate(reversed(run)), 1))
        means = (Fraction(total) / many for many, total in totals if many >= _LIST)
        return any(rounded(mean, self.number.places) == self.number.value for mean in means)

    @cached_property
    def _limits(self) -> tuple[float, float]:
        """The lowest and the highest share that its number, without a bound, or its words allow."""
        if self.claim:
            return float(self.claim.least) - _TINY, float(self.claim.most) + _TINY
        return near(self.number) - _UNIT, near(self.number) + _UNIT

    @cached_property
    def is_hardly(self) -> bool:
        """Whether it is said to be only just over or under what it says."""
        return bool(_JUST.search(self.row.sentence.text[max(0, self.start - 30) : self.start]))

    def is_near(self, count: Number, base: Number, *, closed: bool = False) -> bool:
        """Whether what a count and a base come to is so near that it may have been meant;
        `closed` where its sentence states both."""
        exact = count.value * self.scale / base.value
        if self.claim:
            return abs(exact - self.middle) * 100 <= (_WIDE if closed else _POINTS)
        separate = abs(exact - self.number.value)
        if self.kind == SHARE:
            if separate <= (_WIDE if closed else _POINTS) or is_slip(self.number, exact):
                return True
            return any(
                self.holds(other, base) for other in swapped(count) if other.value <= base.value
            )
        if closed and separate <= 1:
            return True
        return separate <= exact * _PART or is_slip(self.number, exact)

    @property
    def mark(self) -> int | None:
        """The mark of its number."""
        rows = self.row.quantities
        return next((x.phrase.mark for x in rows if x.phrase.number is self.number), None)

    @property
    def span(self):
        """Where it stands in its line, as for `fault`."""
        if self.number:
            return self.number
        start = self._found_at
        return (start, start + len(self.words)) if start >= 0 else self.row.sentence.start

    @property
    def _found_at(self) -> int:
        """Where its words begin in its line; -1 where the line has them otherwise."""
        return self.row.line.text.find(self.words, self.row.sentence.start)

    def is_divided_by(self, count: Number) -> bool:
        """True if a count is of some of those that a share in words before it is, or of others: “30
        per cent was high but seven of the 19 were remanded”."""
        text, place = self.row.line.text, self.number.end if self.number else count.start
        if place < count.start < self.row.sentence.end and _BUT.search(text, place, count.start):
            return True
        behind = self.claim and count.start > self._found_at
        return bool(behind and _OF_THEM.match(self.row.line.text, count.end))

    @property
    def is_open(self) -> bool:
        """Whether it says no more than *over half* or *under a third*."""
        return bool(self.claim) and (self.claim.least == 0 or self.claim.most == 1)

    @property
    def middle(self) -> Fraction:
        """The share that words name."""
        ends = self.claim.least, self.claim.most
        return next((x for x in ends if 0 < x < 1), ends[0]) if self.is_open else sum(ends) / 2

    def true(self, count: Number, base: Number) -> str:
        """What a count and a base come to, in words."""
        exact = count.value * self.scale / base.value
        if self.claim or self.kind == SHARE:
            places = self.number.places if self.number else 1
            return f"{number_text(exact if self.number else exact * 100, places)}%"
        places = max(self.number.places, 1 if self.kind == EACH else 0)
        return number_text(exact, places).removesuffix(".0")

    def _ends(self, count, base):
        (least, most), (low, high) = extent(count), extent(base)
        return least * self.scale / high, most * self.scale / low


def near(number: Number) -> float:
    """A number as a float, for quick trials of many pairs."""
    return number.value.numerator / number.value.denominator


def is_slip(number: Number, exact: Fraction) -> bool:
    """Whether a number is another with two digits swapped, or with one other digit."""
    text, right = (number_text(value, number.places) for value in (number.value, exact))
    if text == right or len(text) != len(right) or len(text) < 2:
        return False
    unlike = [(a, b) for a, b in zip(text, right, strict=True) if a != b]
    return len(unlike) == 1 or (len(unlike) == 2 and unlike[0] == unlike[1][::-1])


def swapped(number: Number) -> Iterator[Number]:
    """A number with two digits that stand side by side swapped."""
    digits = str(number.value.numerator) if number.value.denominator == 1 else ""
    for place in range(len(digits) - 1):
        turned = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        if turned != digits and turned[0] != "0":
            yield replace(number, value=Fraction(whole(turned)))


# “Eleven of the 53 missed at least half”: half of what each of them had.
_IS_OBJECT = re.compile(
    r"⟦c\d+⟧(?:\s+[a-z]+){0,4}\s+(?:missed|lost|attended|got|spent|used|took|completed|earned|scored|kept|repaid|finished)\s+$",
    re.I,
)
_OF_A_WHOLE = re.compile(r"\s*of\s+(?:them|those|these|all|⟦)", re.I)


def claimed(row: Statement) -> Iterator[Claimed]:
    """Every share, rate and mean of a sentence that may be reckoned from numbers of the paper."""
    text, powers = row.sentence.text, bases_of_rates(row)
    rates = dict(rates_of(row, powers))
    for item in row.quantities:
        phrase, number = item.phrase, item.phrase.number
        place = phrase.start, phrase.end, number.words
        if phrase.role in (CHANGE, TARGET) or is_of_others(text, phrase.start, phrase.end):
            continue
        is_limit = OF_OR_MORE.match(phrase.clause)
        of_move = _OF_A_MOVE.search(text[: phrase.start][-60:])
        is_limit = is_limit or of_move
        if number.kind == PERCENT and not (is_limit or _OF_A_PART.match(text, phrase.end)):
            yield Claimed(row, SHARE, *place, 100, number)
        elif phrase.mark in rates:
            yield Claimed(row, RATE, *place, rates[phrase.mark], number)
        elif (
            phrase.mark not in powers
            and number.kind in (COUNT, MONEY, SPAN)
            and _is_mean(text, phrase)
            and not DISTANCE.match(phrase.clause)
        ):
            time = _OF_TIME.match(text[phrase.end :])
            yield Claimed(row, EACH, *place, 1, number, unit=time[1].casefold() if time else "")
    for match in _ONE_IN.finditer(text):
        item = row.sentence.thing(match[1])
        yield Claimed(row, EACH, *match.span(), row.sentence.said(match.group()), 1, item)
    for match in CLAIM.finditer(text):
        claim = claim_of(match) if match["fraction"] else None
        claim = (
            None if _NO_WHOLE.search(text[max(0, match.start() - 20) : match.start()]) else claim
        )
        if claim and _IS_OBJECT.search(text[: match.start()]):
            claim = None if not _OF_A_WHOLE.match(text, match.end()) else claim
        if claim and not is_of_others(text, *match.span()):
            yield Claimed(row, SHARE, *match.span(), match.group().strip(), 1, claim=claim)


def _is_mean(text, phrase):
    """Whether a number is so many for each; it may be so only just over or under it."""
    # “Two with 20 each and two with 16 each”: neither is so many for each of all.
    if _EACH_TWICE.search(text) or _OF_SO_MANY.search(text[: phrase.start][-60:]):
        return False
    ends = text[max(0, phrase.start - 80) : phrase.start], text[phrase.end : phrase.end + 120]
    values = phrase.role == MEAN or (
        phrase.role == BOUND and phrase.number.bound and is_mean(*ends)
    )
    return values or bool(_UNIT_COST.match(text[phrase.end :]))

"""The numbers of a few sentences that one of them may follow from, each with its unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, MONEY, PERCENT, POINTS, SPAN, Number
from reports.prose.quantities.arithmetic import extent
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.model import Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, TARGET

_UNIT = re.compile(r"[\s-]*(?:working\s+|calendar\s+|full\s+)?([a-z]+?)s?\b", re.I)
_POINT = re.compile(r"\s+(?:percentage\s+)?points?\b", re.I)
_BARE = re.compile(r"\s*(?:[.,;)]|$|(?:in|at|on|for|by|during|last|this)\b)", re.I)
# “Twelve months earlier” tells when.
_WHEN = re.compile(
    r"[\s-]*[a-z]+\s+(?:previously|earlier|later|ago|before|after|afterwards|on)\b", re.I
)
_SCALE = 5
# “The two teams”: a small number with an article names things and takes part in no sum.
_NAMED = 10
# Sums that are written out are no rounder than this, or than their first three figures.
_ROUNDEST, _FIGURES = 1000, 1000


@dataclass(frozen=True, eq=False)
class Term:
    """A number with its unit: `count`, `money`, `percent` or a unit of time; `row` is its sentence,
    in whose marked text it is from `start` to `end`; `room` is how far the truth may be."""

    number: Number
    unit: str
    row: Statement
    start: int
    end: int
    item: Quantity | None
    is_points: bool = False
    room: Fraction = Fraction(0)

    @property
    def ahead(self) -> str:
        """The marked text of its sentence before it."""
        return self.row.sentence.text[: self.start]

    @property
    def behind(self) -> str:
        """The marked text of its sentence behind it."""
        return self.row.sentence.text[self.end :]

    @property
    def value(self) -> Fraction:
        """Its exact value."""
        return self.number.value

    @property
    def head(self) -> str:
        """The stem of what it counts; one for all people; empty where nothing is
        named, or a word for anything."""
        head = self.item.phrase.head if self.item and self.unit == COUNT else ""
        if head in PLAIN:
            return ""
        return "person" if head and PEOPLE.search(head) else head

    @property
    def is_change(self) -> bool:
        """True if it is an amount by which another number changed."""
        return bool(self.item) and self.item.phrase.role == CHANGE

    @property
    def is_aim(self) -> bool:
        """True if it is what was aimed at."""
        return bool(self.item) and self.item.phrase.role == TARGET

    @property
    def is_name(self) -> bool:
        """True if it is a small number that repeats how many of some things there are."""
        phrase = self.item.phrase if self.item else None
        named = phrase and phrase.article and self.unit == COUNT and self.value < _NAMED
        return bool(named and phrase.base is None)

    @property
    def is_factor(self) -> bool:
        """True if others may be reckoned from it by multiplying."""
        is_each = self.ahead.casefold().endswith("each of the ")
        own = self.item is not None and self.number.kind in (COUNT, MONEY, SPAN)
        return own and (is_each or not self.is_name)

    @property
    def is_operand(self) -> bool:
        """True if others may be reckoned from it by adding."""
        if self.item is None or self.number.kind == POINTS:
            return False
        phrase = self.item.phrase
        # “It fell from 48 to 36” has no range.
        is_first = self.ahead.endswith("from ")
        is_range = phrase.role == BOUND and not is_first
        return phrase.role != RATE and not (self.is_name or is_range or self.is_mean)

    @property
    def is_mean(self) -> bool:
        """True if it is so many for each, or on average."""
        role = self.item.phrase.role if self.item else ""
        return role == MEAN and self.unit in (COUNT, MONEY)


def terms(row: Statement) -> Iterator[Term]:
    """The numbers of a sentence in order; a bare one is of the unit of the one before it: “34 days
    in 2015 and now 25”."""
    index, last = {item.phrase.mark: item for item in row.quantities}, None
    for match in MARK.finditer(row.sentence.text):
        if match[1] not in "cmpqx":
            continue
        number, behind = row.sentence.thing(match[2]), row.sentence.text[match.end() :][:40]
        unit = _unit_of(number, behind)
        if unit == COUNT and last and _BARE.match(behind) and _is_like(number, last.number):
            unit = last.unit
        if unit:
            points = number.kind == POINTS or bool(_POINT.match(behind))
            term = Term(number, unit, row, *match.span(), index.get(whole(match[2])), points)
            last = None if unit in (COUNT, MONEY) or _WHEN.match(term.behind) else term
            yield term


def _is_like(number: Number, other: Number) -> bool:
    """True if two numbers are near enough to be measures of one thing."""
    small, large = sorted((number.value, other.value))
    return 0 < large <= _SCALE * small


def _unit_of(number: Number, behind: str) -> str:
    if number.kind in (PERCENT, POINTS):
        return PERCENT
    if number.kind == SPAN:
        match = _UNIT.match(behind)
        return match[1].casefold() if match else ""
    if number.kind == COUNT and _POINT.match(behind):
        return PERCENT
    return number.kind if number.kind in (COUNT, MONEY) else ""


def with_room(items: Sequence[Term]) -> list[Term]:
    """The terms of one passage, each with how far the truth may be from it: its sums of money are
    as exact as the most exact of them."""
    money = min((_unit_of_money(x.number) for x in items if x.unit == MONEY), default=0)
    return [replace(x, room=_room(x, money)) for x in items]


def _unit_of_money(number: Number) -> Fraction:
    low, high = extent(number)
    if not is_in_full(number):
        return high - low
    unit = _ROUNDEST
    while unit * 10 * _FIGURES <= abs(number.value):
        unit *= 10
    return min(high - low, unit)


def is_in_full(number: Number) -> bool:
    """True if a number is written out, and may be taken at its word."""
    return number.words.strip()[-1:].isdigit()


def _room(term: Term, money) -> Fraction:
    if term.unit == MONEY:
        # A sum with fewer figures than the others has been rounded itself: “£1.2m”.
        own = _unit_of_money(term.number)
        return Fraction(money if is_in_full(term.number) else own) / 2
    decimal = term.number.places or term.unit == PERCENT
    return Fraction(1, 2 * 10**term.number.places) if decimal else Fraction(0)

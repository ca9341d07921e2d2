"""A whole with the parts that a passage tells of, and whether they deny each other."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate

from reports.checks.quantities.grammar import REST
from reports.checks.quantities.model import Denial, Quantity, Sure
from reports.prose.numbers import MONEY
from reports.prose.quantities.arithmetic import extent, number_text, plain

# How far parts may miss their whole and still be meant as all of it: where they surely are all,
# where each has one frame and cannot overlap, where they fall short, where they may overlap.
_ALL, _FRAMED, _MIXED = Fraction(1, 2), Fraction(7, 20), Fraction(1, 4)
# Parts in a row that are more than their whole are wrong at a greater distance.
_OVER = 3
# Parts that are told to be all of it may miss it by any number.
ANY = Fraction(10**9)
_SHORT, _LOOSE = Fraction(1, 8), Fraction(1, 20)
_COMPLETE = re.compile(
    r"\bas\s+follows\b|\bmade\s+up\b|\bconsist|\bcompris|\bfall\s+into\b|\bby\s+(?:age|type|team|"
    r"gender|sex|area|kind|reason|grade)\b|\bgraded\b|\bbroken\s+down\b|:\s*$",
    re.I,
)
# What one may have or say beside something else, so that parts can overlap.
_MAY_OVERLAP = re.compile(
    r"\b(?:had|have|has|said|felt|named|chose|mentioned|wanted|used|attended|sent|also|knew|know|see|"
    r"more\s+than\s+one|several|each|both|as\s+well|at\s+least)\b",
    re.I,
)
_INCLUDING = re.compile(r"\binclud\w+|\bsome\s+of\b|\bmore\s+than\s+one\b|\bas\s+well\b", re.I)
_FRAME = re.compile(r"(?:were|was|are|is|have|has|had|live[ds]?|work(?:ed|s)?|need(?:ed|s)?)\b")
_NOT = re.compile(r"\b(?:not|none|without|neither)\b", re.I)
# A number behind one of these is no part of what was counted before.
_SHARES = re.compile(r"\b(?:half|third|quarter|fifth|most|majority)\b", re.I)
ONES = re.compile(
    r"\b(?:one(?!\s+(?:day|week|month|year|or|of|hundred)\b)|a\s+single|another|a\s+further)\b(?!\s+⟦)",
    re.I,
)


@dataclass(frozen=True)
class Division:
    """A whole and the parts that a passage divides it into, in order; `text` is the passage.
    `near` says how far parts in a row may miss it, as a share of it; `unnumbered` are parts told
    in words; `at` is the part that is denied where it is not the whole."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    text: str = ""
    near: Fraction | None = None
    unnumbered: tuple[Fraction, ...] = ()
    at: Quantity | None = None
    sure: Sure = Sure.JOINED

    @property
    def values(self) -> tuple[Fraction, ...]:
        """What each part comes to."""
        return (*(part.value for part in self.parts), *self.unnumbered)

    @property
    def total(self) -> Fraction:
        """What the parts come to."""
        return sum(self.values, Fraction(0))

    @property
    def has_rest(self) -> bool:
        """Whether a part is what remains."""
        return any(part.phrase.role == REST for part in self.parts)

    @property
    def is_complete(self) -> bool:
        """Whether the passage says that the parts are all of the whole."""
        bracketed = not _SHARES.search(self.text) and all(
            part.phrase.closer in ",;)" for part in self.parts
        )
        denied = [bool(_NOT.search(part.phrase.clause)) for part in self.parts]
        opposed = len(self.parts) == 2 and denied == [False, True]
        every = re.search(r"\ball\s+(?:of\s+)?(?:the\s+|our\s+)?⟦c\d+⟧[^:]*:", self.text, re.I)
        return self.has_rest or bracketed or opposed or bool(every or _COMPLETE.search(self.text))

    @property
    def is_of_one_thing(self) -> bool:
        """Whether no other count stands beside the whole, and no part counts anything else."""
        heads = {part.phrase.head for part in self.parts} - {"", self.whole.phrase.head}
        return not heads and len(self.whole.sentence.marks("c")) == 1

    def with_rest(self, rest: tuple[Quantity, ...]) -> "Division":
        """The same with what follows up to what remains as more parts, where none remains yet."""
        last = rest[-1]
        if self.has_rest or last in self.parts or last.value >= self.whole.value:
            return self
        return replace(self, parts=(*self.parts, *rest), at=last)

    @property
    def holds(self) -> bool:
        """Whether the parts come to the whole, but for rounding."""
        room = sum(map(_rounding, (self.whole, *self.parts)))
        return abs(self.total - self.whole.value) <= room

    def is_denied(self) -> bool:
        """Whether the parts are not the whole, and near enough to be meant as all of it."""
        gap, whole = self.total - self.whole.value, self.whole.value
        if self.holds or self.whole.phrase.number.bound:
            return False
        # Where a sentence has come to its whole, what follows there is of something else.
        alone = len({part.order for part in self.parts}) == 1 and not self.unnumbered
        if alone and not self.has_rest and whole in [*accumulate(self.values)][1:]:
            return False
        if self.near is not None:
            near = whole * self.near * (_OVER if gap > 0 else 1)
            return len(self.values) > 1 and abs(gap) <= max(2 if whole < 20 else 3, near)
        if self.has_rest and self._rest_is_of_a_part():
            return False
        # “One” is no number to the reading, and can be a part.
        if any(gap + more == 0 for more in range(len(ONES.findall(self.text)) + 1)):
            return False
        return abs(gap) <= max(whole * self._reach(gap), 2 * (self._reach(gap) > _LOOSE))

    def _rest_is_of_a_part(self):
        """Whether it may be: “30 were seen. 20 were good. The other 10 were not.”"""
        return any(
            part.value == sum(self.values[place:]) and part.sentence is not self.parts[-1].sentence
            for place, part in enumerate(self.parts[:-2], 1)
        )

    def _reach(self, gap):
        near = [part.phrase.clause or part.phrase.label for part in self.parts]
        near[0] = f"{self.parts[0].phrase.label} {near[0]}"
        overlapping = sum(bool(_MAY_OVERLAP.search(text)) for text in near)
        if self.is_complete:
            return ANY if self.has_rest and self.is_of_one_thing else _ALL
        # “Are managers” and “work part time” may be said of one person.
        frames = {match[0] for text in near if (match := _FRAME.match(text))}
        if overlapping > 1 or len(frames) > 1 or _INCLUDING.search(self.text):
            return _LOOSE
        if gap > 0:
            return _MIXED if overlapping else _FRAMED
        return _LOOSE if self.whole.phrase.is_sum else _SHORT


def _rounding(item: Quantity):
    """How far the truth behind a number may be from it: half of its last figure for money, which
    is true to a thousand where it is written out."""
    low, high = extent(item.phrase.number)
    written_out = not re.search(r"[a-z]", item.phrase.number.words, re.I)
    return min((high - low) / 2, Fraction(500)) if written_out else (high - low) / 2


def denial(division: Division) -> Denial:
    """What is wrong with the parts of a division, and with what weight."""
    whole, at = division.whole, division.at or division.whole
    gap = whole.value - division.total
    money = whole.phrase.number.kind == MONEY
    texts = [
        part.phrase.number.words if money else plain(part.phrase.number) for part in division.parts
    ]
    texts += [number_text(value) for value in division.unnumbered]
    pounds = "£" * money
    says = (
        f"{' + '.join(texts)} = {pounds}{number_text(division.total)}, and the paper says "
        f"{whole.phrase.number.words if money else plain(whole.phrase.number)}"
    )
    if at.line is not whole.line:
        says += f" at {whole.line.at}"
    says += f" ({pounds}{number_text(abs(gap))} {'missing' if gap > 0 else 'too many'})."
    mend = "Put the wrong number right, or name the part that is missing."
    return Denial.of(at, says, mend, max(division.sure, _how_sure(division)))


def _how_sure(division: Division):
    """Read where a live figure is among the numbers, or where the last part is all that remains of
    the one count of a sentence; else joined."""
    items = (division.whole, *division.parts)
    if any(item.line.entry_at(item.phrase.number.start) for item in items):
        return Sure.READ
    distant = [item for item in division.parts if item.sentence is not division.whole.sentence]
    linked = len(distant) < len(division.parts)
    linked = linked or any(item.phrase.anaphor for item in division.parts)
    whole = division.whole
    based = division.parts[0].phrase.base == whole.phrase.mark
    alone = linked and (not distant or based or len(whole.sentence.marks("c")) == 1)
    sure = division.has_rest and (alone or division.is_of_one_thing)
    return Sure.READ if sure else Sure.JOINED

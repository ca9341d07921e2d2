"""A whole with the parts that a passage tells of, and whether they deny each other."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, product
from operator import eq

from reports.checks.reading import ITEM
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import is_swapped
from reports.prose.quantities.opposites import are_opposed
from reports.prose.quantities.phrases import PEOPLE
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Quantity, Sure
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.apart import are_apart, is_one_of, is_surely_all, subject_of
from reports.quantities.parts.terms import MAY_OVERLAP, ONES, rounding, some_come_to
from reports.quantities.roles import REST

# How far parts may miss their whole and still be meant as all of it: where they surely are all,
# where each has one frame and cannot overlap, where they fall short, where they may overlap.
_ALL, _FRAMED, _MIXED = Fraction(1, 2), Fraction(7, 20), Fraction(1, 4)
# Parts in a row that are more than their whole are wrong at a greater distance.
_OVER = 3
# Parts that are told to be all of it may miss it by any number.
ANY, _SHORT, _LOOSE = Fraction(10**9), Fraction(1, 8), Fraction(1, 20)
# How far so many parts in a row may fall short: “of the 19, six retired, four …, two … and one …”.
_SEVERAL, _SHORT_OF_SEVERAL = 4, Fraction(1, 4)
_COMPLETE = re.compile(
    r"\bas\s+follows\b|\bmade\s+up\b|\bconsist|\bcompris|\bfall\s+into\b|\bby\s+(?:age|type|team|"
    r"gender|sex|area|kind|reason|grade)\b|\bgraded\b|\bbroken\s+down\b|:\s*$",
    re.I,
)
_HALVES = re.compile(r"\bfirst\s+half\b.*\bsecond(?:\s+half)?\b", re.I)
_INCLUDING = re.compile(r"\binclud\w+|\bsome\s+of\b|\bmore\s+than\s+one\b|\bas\s+well\b", re.I)
# What takes up all that no other part has.
_RESIDUAL = re.compile(
    r"\b(?:(?:any|some|every|everything|everyone|something|someone|all|in|for|of|or|an?)\s*other|"
    r"others?\b(?!\s+than)|else|elsewhere|otherwise|unknown|not\s+(?:yet\s+)?(?:known|recorded|stated|given)|"
    r"miscellaneous|another)\b",
    re.I,
)
# Words before a part that tell of nothing new: it counts what was counted.
_JOINED = re.compile(
    r"(?:\W|\b(?:and|or|but|with|plus|a|an|the|another|further|also|only|just|by)\b)*", re.I
)
_STOP = re.compile(r"[,;:.()]")
_OPENS = re.compile(r"\W*(?:out\s+)?of\s+(?:(?:the|th[eo]se|our|all|other|remaining)\s+)*$", re.I)
# What is nearly all of a whole, as a share.
_AGAIN = 19, 20
# What one figure of a number, one too low or too high, adds to it; a trifling share.
_MOST_SIGNS, _ONE_DIGIT, _TRIFLE = 5, (1, 10, 100, 1000), 200
_FRAME = re.compile(
    r"(?:were|was|are|is|ha(?:d|ve|s)\s+(?:been|yet|not|[a-z]+e[dn])|(have|has|had|live[ds]?|"
    r"work(?:ed|s)?|need(?:ed|s)?))\b"
)
_NOT = re.compile(r"\b(?:not|none|without|neither)\b", re.I)
# An answer between yes and no: there may be others.
_MIDDLE = re.compile(
    r"\bneither\b[^,;]*\bnor\b|\bnot\s+(?:sure|know|say|answer|mind|decided?)\b|\bwould\s+not\b",
    re.I,
)
_NONE = re.compile(rf"{_NOT.pattern}|\b(?:no|nobody|never)\b", re.I)
# So far off is a number that was counted wrongly by hand.
_ONE_OFF = 2
# A number behind one of these is no part of what was counted before.
_SHARES = re.compile(r"\b(?:half|third|quarter|fifth|most|majority)\b", re.I)


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

    @cached_property
    def values(self) -> tuple[Fraction, ...]:
        """What each part comes to."""
        return (*(part.value for part in self.parts), *self.unnumbered)

    @cached_property
    def total(self) -> Fraction:
        """What the parts come to."""
        return sum(self.values, Fraction(0))

    @cached_property
    def has_rest(self) -> bool:
        """Whether a part is what remains."""
        return any(part.phrase.role == REST for part in self.parts)

    @cached_property
    def is_complete(self) -> bool:
        """Whether the passage says that the parts are all of the whole."""
        bracketed = not _SHARES.search(self.text) and all(
            part.phrase.closer in ",;)" for part in self.parts
        )
        denied = [
            bool(_NOT.search(part.phrase.clause)) and not _MIDDLE.search(part.phrase.clause)
            for part in self.parts
        ]
        clauses = [part.phrase.clause for part in self.parts]
        opposed = denied == [False, True] or _HALVES.search(self.text)
        opposed = len(clauses) == 2 and bool(opposed or are_opposed(*clauses))
        every = re.search(r"\ball\s+(?:of\s+)?(?:the\s+|our\s+)?⟦c\d+⟧[^:]*:", self.text, re.I)
        is_complete = every or _COMPLETE.search(self.text)
        return self.has_rest or self.has_residue or bracketed or opposed or bool(is_complete)

    @cached_property
    def is_opened(self) -> bool:
        """True if its sentence opens with `of` the whole and goes on to its parts in a row."""
        ahead = self.whole.sentence.text[: self.whole.phrase.start]
        return self.near is not None and bool(_OPENS.match(ahead))

    @property
    def is_exceeded(self) -> bool:
        """True if parts behind `of` the whole are more than it, and no few of them come to it."""
        value = self.whole.value
        return self.is_opened and self.total > value and not some_come_to(self.values, value)

    @property
    def is_of_several_things(self) -> bool:
        """Whether a part is told by a verb of its own to count what the others do not: “1,113 were
        held in time, and we raised 64 disputes”."""
        own = {"", self.whole.phrase.head, *self.whole.phrase.noun, *PLAIN}
        heads = [part.phrase.head for part in self.parts]
        # “Two references were on 102 of the 120 files; six files had none.”
        if heads[0] not in own and own & {*heads[1:]} - {""}:
            return True
        subjects = [subject_of(part) - own for part in self.parts]
        if not subjects[0] and any(subjects):
            return True
        foreign = [part for part in self.parts if part.phrase.head not in {*own, heads[0]}]
        return any(_has_verb(part) and not PEOPLE.search(part.phrase.clause) for part in foreign)

    @property
    def is_balance(self) -> bool:
        """Whether what is added to the whole and taken from it comes to the last part, or one part
        sums those after it."""
        sums = [*accumulate(self.values[::-1])][::-1]
        # “The remaining 205 were 88 here, 63 there and 54 elsewhere.”
        nested = self.near is None or self.parts[0].phrase.role == REST
        if nested and any(map(eq, self.values[:-2], sums[1:-1])):
            return True
        *flows, last = self.values
        if self.has_rest and len(flows) == 2:
            return abs(last - self.whole.value) == abs(flows[0] - flows[1])
        if self.has_rest or self.near is not None or len(flows) > _MOST_SIGNS:
            return False
        ways = product(*((flow, -flow) for flow in flows))
        return any(self.whole.value + sum(way) == last for way in ways)

    @cached_property
    def is_slip(self) -> bool:
        """Whether one number with its digits in another order would put it right."""
        gap = self.total - self.whole.value
        pairs = [(value, value - gap) for value in self.values]
        pairs.append((self.whole.value, self.total))
        return any(is_swapped(*pair) for pair in pairs)

    @property
    def is_likely(self) -> bool:
        """Whether one mistyped number would put it right, and not each part but one comes to it."""
        gap = self.total - self.whole.value
        if gap > 0 and is_surely_all(self.whole, self.parts):
            return True
        if abs(gap) <= _ONE_OFF or gap in self.values:
            return abs(gap) <= _ONE_OFF
        return is_of_one_slip(self.values, self.whole.value, self.whole.phrase.number.kind)

    @property
    def has_residue(self) -> bool:
        """Whether the last part takes up all that the others leave."""
        return len(self.parts) > 2 and bool(_RESIDUAL.search(self._told(self.parts[-1])))

    def _told(self, part: Quantity):
        """What is said of a part: its item of a list, or the words beside it."""
        if part.line.kind == ITEM and part.line is not self.whole.line:
            return part.sentence.text
        return f"{part.phrase.label} {part.phrase.clause}"

    @property
    def is_of_one_thing(self) -> bool:
        """Whether no other count stands beside the whole, and no part counts anything else."""
        heads = {part.phrase.head for part in self.parts} - {"", self.whole.phrase.head}
        return not heads and len(self.whole.sentence.marks("c")) == 1

    def with_rest(self, rest: tuple[Quantity, ...]) -> "Division":
        """The same with what follows up to what remains, where no part yet does, or all do so."""
        last, all_of_it = rest[-1], sum((x.value for x in rest), self.total) == self.whole.value
        is_part = last not in self.parts and last.value < self.whole.value
        is_more = is_part and (all_of_it or not self.has_rest)
        return replace(self, parts=(*self.parts, *rest), at=last) if is_more else self

    @cached_property
    def holds(self) -> bool:
        """Whether the parts come to the whole, but for rounding."""
        room = sum(rounding(item.phrase.number) for item in (self.whole, *self.parts))
        return abs(self.total - self.whole.value) <= room

    def is_denied(self) -> bool:
        """Whether the parts are not the whole, and near enough to be meant as all of it."""
        gap, whole = self.total - self.whole.value, self.whole.value
        if self.holds or self.whole.phrase.number.bound or self.is_of_several_things:
            return False
        if gap == -1 and is_one_of(self.whole):
            return False
        if self.is_balance or self._is_of_another_measure() or self._leaves_others(gap):
            return False
        if are_apart(self.whole, self.parts) or self._tells_it_again():
            return False
        # What is larger than the whole is no part of it, and what is as large is the whole again.
        if (not self.is_slip and max(self.values) > whole) or whole in self.values:
            return False
        # Where a sentence has come to its whole, what follows there is of something else.
        alone = len({part.order for part in self.parts}) == 1 and not self.unnumbered
        if alone and not self.has_rest and whole in [*accumulate(self.values)][1:]:
            return False
        if self.near is not None:
            reach = max(self.near, _ALL) if self.is_slip or self.has_residue else self.near
            if self.is_opened and len(self.values) >= _SEVERAL:
                reach = max(reach, _SHORT_OF_SEVERAL)
            near = whole * reach * (_OVER if gap > 0 and reach is self.near else 1)
            return len(self.values) > 1 and abs(gap) <= max(2 if whole < 20 else 3, near)
        if self.has_rest and self._rest_is_of_a_part():
            return False
        # “One” is no number to the reading, and can be a part.
        if any(gap + more == 0 for more in range(len(ONES.findall(self.text)) + 1)):
            return False
        return abs(gap) <= max(whole * self._reach(gap), 2 * (self._reach(gap) > _LOOSE))

    def _tells_it_again(self):
        """True if one of two parts in another sentence is nearly the whole, as at another time."""
        apart = all(part.order != self.whole.order for part in self.parts)
        nearly = max(self.values) * _AGAIN[1] >= self.whole.value * _AGAIN[0]
        return apart and nearly and len(self.values) == 2 and not self.is_complete

    def _is_of_another_measure(self):
        """Whether some of the counts were measured to a place and some were not."""
        counts = [item.phrase.number for item in (self.whole, *self.parts)]
        return counts[0].kind == COUNT and len({bool(number.places) for number in counts}) > 1

    def _leaves_others(self, gap):
        """Whether two parts are told that need not be all, and no usual slip parts them from it."""
        listed = self.parts[-1].line.kind == ITEM and self.parts[-1].line is not self.whole.line
        order = [(item.order, item.phrase.start) for item in (self.whole, *self.parts)]
        if (
            gap >= 0
            or len(self.values) + len(ONES.findall(self.text)) != 2
            or listed
            or self.near == ANY
            or order[0] > order[1]
        ):
            return False
        between = self.whole.sentence.text[order[0][1] : order[1][1]] * (order[0][0] == order[1][0])
        printed = "(" in between or self.whole.phrase.article == "all" or self.is_complete
        printed = printed or -gap * _TRIFLE <= self.whole.value
        return not (printed or self.is_slip or -gap in _ONE_DIGIT)

    def _rest_is_of_a_part(self):
        """Whether it may be: “30 were seen. 20 were good. The other 10 were not.”"""
        return any(
            part.value == sum(self.values[place:]) and part.sentence is not self.parts[-1].sentence
            for place, part in enumerate(self.parts[:-2], 1)
        )

    def _reach(self, gap):
        near = [part.phrase.clause or part.phrase.label for part in self.parts]
        near[0] = f"{self.parts[0].phrase.label} {near[0]}"
        overlapping = sum(bool(MAY_OVERLAP.search(text)) for text in near)
        if self.is_complete:
            return ANY if self.has_rest and self.is_of_one_thing else _ALL
        # “Are managers” and “work part time” may be said of one person.
        frames = {match[1] or "are" for text in near if (match := _FRAME.match(text))}
        # “Had no part in it at all”: what no other part has.
        closed = len(self.parts) > 2 and _NONE.search(near[-1])
        mixed = (overlapping > 1 or len(frames) > 1) and not closed
        if mixed or _INCLUDING.search(self.text):
            return _LOOSE
        if self.is_slip:
            return _ALL
        if gap > 0:
            return _MIXED if overlapping else _FRAMED
        return _LOOSE if self.whole.phrase.is_sum else _SHORT


def _has_verb(part: Quantity):
    """Whether more than a joining word stands between a stop behind the number before and it."""
    between = part.sentence.text[: part.phrase.start].rpartition("⟧")[2]
    return bool(_STOP.search(between)) and not _JOINED.fullmatch(part.phrase.label)

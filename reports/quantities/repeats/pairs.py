"""Two mentions of one thing that have two values: how likely that is, from the words that both
have, weighed by how rare they are in the paper, and from what tells them apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from math import log

from reports.checks.reading import ITEM, Reading, shared
from reports.quantities.derivation.slips import slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.nouns import PLAIN
from reports.quantities.repeats.mentions import Mention, mentions
from reports.quantities.repeats.periods import may_be_one
from reports.quantities.repeats.roots import stems_in

# A word that the other lacks says no more than this.
_MOST, _ONCE = 2.5, 1.0
# What an unlike noun says.
_OTHER_NOUN = 5.0
# The value of another time in place of this one's.
_OF_THEN = 3.5
# The value of another number beside it.
_OF_A_NEIGHBOUR = 2.5
# So much of what two say of other days must be alike.
_ALIKE = 0.6
_SUPPORTED = 0.8
# Numbers under so many add up to each other by chance.
_LEAST = 10
# So many numbers of a sentence are added up, and so many mentions of a word are laid together.
_MANY, _SIDE_BY_SIDE = 12, 40
# A pair that weighs so much is likely of one thing.
_LIKELY = 5.5
# “66% in York, 60% in Hull”: whose each number is.
_AT = re.compile(r"\s+(?:of\s+[a-z]+\s+)?(?:in|at|for)\s+(?!The\b)([A-Z][a-z’'-]+)(?!\s+\d)")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_THEN = re.compile(
    r"\W*(?:in\s+)?(?:the|a|one)\s+(?:(?:previous|preceding|last)\s+)?(?:year|quarter|month|term)"
    r"(?:\s+(?:before|earlier))?,",
    re.I,
)
_IN_TURN = re.compile(
    r"\s+(?:[a-z]+\s+)?in\s+the\s+(?:first|second|third|fourth|fifth|sixth|last|other)\b(?!\s+\w+s\b)",
    re.I,
)
# So many numbers of another time are looked at.
_FEW = 4


@dataclass(frozen=True)
class Pair:
    """Two mentions that may be of one thing: `weight` is how likely they are."""

    item: Mention
    other: Mention
    weight: float


def unlike_pairs(reading: Reading) -> tuple[Pair, ...]:
    """For each number that nothing in the paper bears out, the likeliest other number
    of the same thing, where one is likely."""
    return shared(reading, _pairs)


def _pairs(reading: Reading):
    pairs = _Paper(reading).pairs()
    return tuple(x for x in pairs if not (x.item.is_of_season or x.other.is_of_season))


class _Paper:
    """The mentions of a paper, and how rare each word is in it."""

    def __init__(self, reading: Reading):
        self.reading = reading
        self.rows = mentions(reading)
        groups = defaultdict(set)
        for row in self.rows:
            groups[row.group if row.group[0] == "sentence" else id(row.line)] |= row.about
        many = Counter(word for wording in groups.values() for word in wording)
        self.rare = {word: log((len(groups) + 1) / count) for word, count in many.items()}
        # A word that stands nowhere else tells nothing from anything.
        self.apart = {
            word: min(self.rare[word], _MOST if count > 1 else _ONCE)
            for word, count in many.items()
        }
        self.values = Counter((row.number.kind, row.value) for row in self.rows)
        self.explained = set(self._explained())
        self.by_word: Mapping[str, list[Mention]] = defaultdict(list)
        for row in self.rows:
            for key in (*row.near, self._digits(row)):
                self.by_word[key].append(row)
        self.of_group: Mapping[tuple, set] = defaultdict(set)
        for row in self.rows:
            self.of_group[self._place(row)].add(row.value)
        self.placed: Mapping[tuple, list] = defaultdict(list)
        for row in self.rows:
            self.placed[self._place(row)].append(row)
        self.likenesses: dict[tuple[int, int], tuple[float, float]] = {}
        self.one_time: dict[tuple, bool] = {}
        self.beside: Mapping[Fraction | int, set] = defaultdict(set)
        for values in self.of_group.values():
            for value in values if len(values) <= _MANY else ():
                self.beside[value] |= values

    @staticmethod
    def _place(row):
        return (
            row.group if row.group[0] == "sentence" else (row.group, row.line.where.split("-c")[0])
        )

    def _explained(self) -> Iterator[Mention]:
        """Numbers that are the sum or difference of two others of their sentence or row."""
        index = defaultdict(list)
        for row in self.rows:
            index[self._place(row), row.number.kind].append(row)
        for rows in index.values():
            values = sorted({row.value for row in rows}) if len(rows) <= _MANY else ()
            sums = {first + other for first, other in combinations(values, 2)}
            parts = {
                part
                for first, other in combinations(values, 2)
                for part in (first, other)
                if first + other in values
            }
            yield from (row for row in rows if row.value >= _LEAST and row.value in sums | parts)

    def pairs(self) -> Iterator[Pair]:
        for item in self.rows:
            bare = item.value and not item.number.bound and item not in self.explained
            pair = self._best(item) if bare else None
            if pair and not is_borne(self.reading, item.line, item.number):
                yield pair

    def _near(self, item):
        """The mentions of its kind that share a word with it, elsewhere."""
        rows = {}
        wording = sorted(item.near, key=lambda word: (len(self.by_word[word]), word))
        for key in (self._digits(item), *wording):
            for row in self.by_word[key][:_SIDE_BY_SIDE] if len(rows) < _SIDE_BY_SIDE else ():
                if row.number.kind == item.number.kind and row.group != item.group:
                    rows[id(row)] = row
        return tuple(rows.values())

    @staticmethod
    def _digits(row):
        return "".join(sorted(str(row.value)))

    def _best(self, item):
        """The likeliest number that one may be mistyped for, where nothing bears it out."""
        rows = self._near(item)
        others = [row for row in rows if row.value != item.value and self._may_be_of_one(item, row)]
        if not others:
            return None
        own = [row for row in rows if row.value == item.value]
        then = [row for row in own if may_be_one(item.days, row.days, self.reading) is False]
        often = log(self.values[item.number.kind, item.value])
        best = borne = None
        for row in others:
            typed = self._typed(item, row, then[:_FEW])
            if typed <= 0:
                continue
            both, share = self._likeness(item, row)
            known = 0.7 * log(self.values[row.number.kind, row.value])
            weight = both * share + typed + known - often
            # What costs most is asked last, and only of what would be told.
            borne = self._borne(item, own, then) if borne is None and weight >= _LIKELY else borne
            if weight < _LIKELY or borne >= _SUPPORTED * both * share:
                continue
            is_better = best is None or weight > best.weight
            if is_better and self._may_be_meant(item, row) and not self._is_derived(item, row):
                best = Pair(item, row, weight)
        return best

    def _borne(self, item, own, then):
        """The weight of the likeliest other mention that has its value."""
        ways = (self._likeness(item, row) for row in own if row not in then)
        return max((both * share for both, share in ways), default=0)

    def _typed(self, item, row, then):
        """How much a number looks like a slip for another: mistyped, or taken from another time
        (`then` are those of that value) or from beside it."""
        typed = slip(item.value, row.value, item.number.kind)
        if not row.value < item.value * 2 < row.value * 4:
            return typed
        if typed < _OF_THEN and any(self._likeness(first, row)[1] >= _ALIKE for first in then):
            return _OF_THEN
        return max(typed, _OF_A_NEIGHBOUR) if self._siblings(item, row) else typed

    def _may_be_of_one(self, item: Mention, row: Mention):
        """True if two may be one thing by their bounds, scopes and days."""
        if row.number.bound or item.scopes != row.scopes:
            return False
        if item.group[0] == row.group[0] == "table":
            return False
        if row.latest and item.days is None:
            return True
        days = item.days, row.days
        if days not in self.one_time:
            self.one_time[days] = may_be_one(*days, self.reading) is True
        return self.one_time[days]

    def _siblings(self, item, row):
        """The numbers beside `row` that have the value of `item`."""
        place = self._place(row)
        if item.value not in self.of_group[place]:
            return []
        return [first for first in self.placed[place] if first.value == item.value]

    def _is_placed(self, row):
        """Whether the numbers of a sentence are those of several places."""
        return _name(row) and sum(bool(_name(first)) for first in self.placed[self._place(row)]) > 1

    def _is_derived(self, item, row):
        """Whether one is the other without a third number that stands by it somewhere, or such a
        share of it, or so many times that."""
        small, large = sorted((item.value, row.value))
        near = self.beside[item.value] | self.beside[row.value]
        if large - small in near or any(small * times == large for times in near):
            return True
        # A share in integers, so that half a one is rounded exactly.
        shares = (round(Fraction(large * share) / 100) for share in near if share < 100)
        return small in shares

    def _likeness(self, item: Mention, row: Mention):
        """(what the words that both have say, how much that is of all that they say)."""
        key = id(item), id(row)
        if key not in self.likenesses:
            self.likenesses[key] = self._likeness_of(item, row)
        return self.likenesses[key]

    def _likeness_of(self, item, row):
        if item.described and row.described and item.described != row.described:
            return 0, 0
        only, others = item.near - row.near, row.near - item.near
        both = self._sum(item.near & row.near)
        both += (self._sum(only & row.about) + self._sum(others & item.about)) / 2
        unlike = sum(map(self.apart.__getitem__, only - row.about))
        unlike += sum(map(self.apart.__getitem__, others - item.about)) * (0.3 if item.known else 1)
        heads = {item.head, row.head} - {""}
        if len(heads) > 1 and not heads & PLAIN:
            unlike += _OTHER_NOUN
        return both, both / (both + unlike) if both else 0

    def _sum(self, words):
        return sum(map(self.rare.__getitem__, words))

    def _may_be_meant(self, item: Mention, row: Mention):
        """Whether nothing tells them apart: their days, what kind of number they are, or that one
        sentence has both."""
        if _are_two_wholes(item, row) or _is_then(item) != _is_then(row):
            return False
        if _is_in_turn(item) or _is_in_turn(row):
            return False
        for first, other in ((item, row), (row, item)):
            if self._is_placed(first) and not stems_in(_name(first)) & other.about:
                return False
            if other.part and (first.whole or (not first.part and first.head in other.of)):
                return False
        if row.value in self.of_group[self._place(item)]:
            return False
        likeness = self._likeness(item, row)
        for sibling in self._siblings(item, row):
            other = self._likeness(item, sibling)
            if other[0] * other[1] * 2 >= likeness[0] * likeness[1]:
                return False
        return not (item.line.kind == ITEM and _list_of(item) == _list_of(row))


def _is_then(item: Mention):
    """Whether its sentence opens with the time before."""
    return bool(_THEN.match(item.line.text, item.line.sentence_at(item.number.start).start))


def _is_in_turn(item: Mention):
    """`18 in the second`: one of several that their order names."""
    return bool(_IN_TURN.match(item.line.text, item.number.end))


def _are_two_wholes(item: Mention, row: Mention):
    """Whether each has a part of its own, and no two are one with its rest: “168 of 240” beside
    “126 of 200”."""
    if not (item.parts and row.parts) or item.parts & row.parts:
        return False
    return all(sum(pair) != row.value for pair in product(item.parts, row.parts))


def _name(row: Mention):
    """The name that stands right behind a number as the place that it is of, or nothing."""
    match = _AT.match(row.line.text, row.number.end)
    return match[1] if match and not _MONTH.match(match[1]) else ""


def _list_of(row: Mention):
    return row.line.kind, row.line.where.rpartition("-")[0]

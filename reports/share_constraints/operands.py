"""A sentence that says what was reckoned, with the numbers of it and around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, permutations, product

from reports.checks.numbers.passages import leads
from reports.checks.reading import ITEM, Reading
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.quantities.arithmetic import RIGHT, share, verdict
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import before, by_line
from reports.quantities.ranges import is_in_stated_range
from reports.share_constraints.claims import (
    EACH,
    RATE,
    SHARE,
    Claimed,
    claimed,
    is_slip,
)
from reports.share_constraints.sizes.rate_marks import bases_of_rates
from reports.share_constraints.tallies import counts_of, is_planned, tallies

# So many sentences back a base may stand; so many numbers and claims are laid beside each other.
_FAR, _OWN, _AROUND, _CLAIMS = 4, 10, 12, 6
_POPULATION, _POPULATIONS = 1000, 3
_MEASURE = re.compile(
    r"^\s*(?:(?:percentage\s+)?points?|miles?|kilometres?|metres?|years?|months?|weeks?|days?|hours?|minutes?|per)\b",
    re.I,
)
_WHEN = re.compile(r"(?:in|on|at|during|by)\b", re.I)
# What “they” and “together” go on from may be a sum of several sentences.
_ANAPHOR = re.compile(r"^\W*(?:this|that|it|which)\b", re.I)
_OF_ALL = re.compile(
    r"^\W*(?:of|among)\s+(?:all|everyone|(?:the|our|its|that|this)\s+(?:[a-z-]+\s+){0,3}?"
    r"(?:cohort|whole|total|population|group|number|sample|programme|panel))\b",
    re.I,
)
_OF_COHORT = re.compile(r"^\W*of\s+(?:the|our)\s+(?:[a-z-]+\s+){0,2}?(?:sample|cohort)\b", re.I)
# “13 are not in date, and yet a better share is (92%)”: of a count that the clause does not give.
_OF_ITS_OWN = re.compile(
    r"\b(?:better|worse|higher|lower|larger|smaller|greater)\s+(?:share|proportion|rate|percentage)\b"
    r"[^⟦.;]*$",
    re.I,
)
_CLAUSES = re.compile(r";|,\s+(?:and|but|yet)\b")
_WORD = re.compile(r"[^\W\d_]+")
_OF_ALL_OF = re.compile(r"\s+of\s+(?:all|our|the)\s+[a-z]+", re.I)
_OF_STATED = re.compile(r"^\s+of\s+(?:all\s+)?(?:the|our|these|those|its)\s+⟦c\d+⟧", re.I)
_PARTS_CLAUSES, _PARTED = re.compile(r";|,?\s(?:and|but|while|whilst|whereas)\s"), 50


@dataclass(frozen=True)
class Around:
    """The sentence at `place` of the `rows` of a paper, with the numbers around it."""

    reading: Reading
    rows: Sequence[Statement]
    place: int

    @cached_property
    def row(self) -> Statement:
        """The sentence."""
        return self.rows[self.place]

    @cached_property
    def claims(self) -> tuple[Claimed, ...]:
        """What it says was reckoned."""
        return tuple(islice(claimed(self.row), _CLAIMS))

    @cached_property
    def own(self) -> tuple[Quantity, ...]:
        """Its counts and sums."""
        marks = {item.mark for item in self.claims}
        return tuple(item for item in counts_of(self.row)[:_OWN] if item.phrase.mark not in marks)

    @cached_property
    def spans(self) -> tuple[Quantity, ...]:
        """Its lengths of time, which a mean may be of, then those of the sentence before."""
        marks = {item.mark for item in self.claims}
        own = (item for item in self.row.quantities if item.phrase.mark not in marks)
        last = (item for row in before(self.rows, self.place, 1) for item in row.quantities)
        spans = (item for item in (*own, *last) if item.phrase.number.kind == SPAN)
        return tuple(spans)[:_OWN]

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every number of it that may bear what it says."""
        left_out = {item.mark for item in self.claims} | bases_of_rates(self.row)
        return tuple(
            item.phrase.number
            for item in self.row.quantities[:_AROUND]
            if item.phrase.number.kind in (COUNT, MONEY)
            and item.phrase.mark not in left_out
            and item.phrase.number.bound in ("", "~")
            and not _MEASURE.match(item.phrase.clause)
            and not is_planned(item)
        )

    @cached_property
    def earlier(self) -> tuple[Quantity, ...]:
        """The counts of the line over its list, then of the sentences before it."""
        over = leads(self.reading).get(id(self.row.line)) or self._line_over
        opened = reversed(by_line(self.reading).get(id(over), ()))
        near = (*opened, *before(self.rows, self.place, _FAR))
        return tuple(item for other in near for item in counts_of(other))[:_AROUND]

    @cached_property
    def _line_over(self):
        """The line right before a list that none opens."""
        place = self.reading.places.get(id(self.row.line), 0)
        if self.row.line.kind != ITEM:
            return None
        while place and self.reading.lines[place].kind == ITEM:
            place -= 1
        line = self.reading.lines[place]
        return line if line.trail == self.row.line.trail else None

    @cached_property
    def later(self) -> tuple[Quantity, ...]:
        """The counts of the sentence behind it."""
        after = self.rows[self.place + 1 : self.place + 2]
        near = (row for row in after if row.line is self.row.line)
        return tuple(item for row in near for item in counts_of(row))[:_OWN]

    @cached_property
    def parts(self) -> tuple[Quantity, ...]:
        """The counts that it may tell a share of: its own, or of the sentence that it goes on."""
        alone = len(self.claims) == 1 and _ANAPHOR.match(self.row.sentence.text)
        if self.own or not alone:
            return self.own
        return tuple(item for row in before(self.rows, self.place, 1) for item in counts_of(row))

    @cached_property
    def told_of(self) -> dict[Quantity, Claimed]:
        """The count that stands nearest to each claim, and to no claim before it."""
        index = {}
        for item in self.claims:
            free = [other for other in self.own if other not in index]
            if free:
                index[min(free, key=lambda other: gap(other, item))] = item
        return index

    def is_of_all(self, item: Claimed) -> bool:
        """Whether a share is said to be of all that there are."""
        return bool(_OF_ALL.match(self.row.sentence.text[item.end :]))

    def is_closed(self, item: Claimed) -> bool:
        """Whether the sentence states all that a claim is reckoned from."""
        if item.kind == RATE:
            return any(is_population(base, count) for count, base in permutations(self.own, 2))
        if item.kind == EACH:
            own = [x for x in (*self.own, *self.spans) if x.order == self.row.order]
            return any(is_total(*pair, item) for pair in permutations(own, 2))
        stated = item.claim and _OF_STATED.match(self.row.sentence.text[item.end :])
        two = (item.is_open or stated) and len(self.own) == 2
        return two or any(other.phrase.base is not None for other in self.row.quantities)

    def repeats(self, item: Claimed, count: Number) -> bool:
        """True if a sentence that opens with a share claims of it, word for word, what was claimed
        of a count before: `30 felt safe. Three in four felt safe.`"""
        text = self.row.sentence.text
        words = _words(text[item.end :])
        if not words or text[: item.start].strip():
            return False
        return any(
            x.phrase.number is count and _words(x.phrase.clause) == words for x in self.earlier
        )

    def pairs(self, item: Claimed) -> Iterator[tuple[Number, Number]]:
        """Every (count, base) that may bear a claim."""
        own = self.numbers
        if item.kind == EACH:
            own += tuple(other.phrase.number for other in self.spans)
        yield from permutations(own, 2)
        if self.is_closed(item):
            return
        far = list(tallies(self.reading).salient)
        if not _OF_COHORT.match(self.row.sentence.text[item.end :]):
            far += [other.phrase.number for other in (*self.earlier, *self.later)]
        parts = own or [other.phrase.number for other in self.parts]
        yield from product(parts or far, far)
        if item.kind != SHARE:
            yield from product(far, (*parts, *far))


def _words(text):
    return _WORD.findall(text.casefold())


def gap(count: Quantity, item: Claimed) -> int:
    """The signs between a count and a claim; another clause between them counts for many."""
    first, last = sorted(((count.phrase.start, count.phrase.end), (item.start, item.end)))
    parted = _PARTS_CLAUSES.search(item.row.sentence.text[first[1] : last[0]])
    return last[0] - first[1] + (_PARTED if parted else 0)


def is_population(base: Quantity, count: Quantity) -> bool:
    """Whether one count may be the population that a rate of another is of."""
    kinds = base.phrase.number.kind, count.phrase.number.kind
    return kinds == (COUNT, COUNT) and base.value >= _POPULATION and base.value > count.value * 10


def populations_before(around: Around, item: Claimed) -> list[tuple[Quantity, Quantity]]:
    """The counts before a rate that has none of its own, each with the population that the sentence
    right before gives: those first that a slip parts from it."""
    last = {other.order for row in before(around.rows, around.place, 1) for other in row.counts}
    pairs = [(x, y) for x, y in permutations(around.earlier, 2) if is_population(y, x)]
    pairs = [(x, y) for x, y in pairs if y.order in last]
    exact = {pair: pair[0].value * item.scale / pair[1].value for pair in pairs}
    return sorted(pairs, key=lambda pair: not is_slip(item.number, exact[pair]))[:_POPULATIONS]


def bears_another(item: Claimed, count: Number, base: Number) -> bool:
    """True if two numbers make another per cent of the sentence: `when 66 of 305 were far away, and
    the share has fallen from 22% to 19%`; or the claim is of a range or a group of its own."""
    others = (x for x in item.row.sentence.marks("p") if x is not item.number)
    if item.number and is_in_stated_range(item.row, item.number.value):
        return True
    if _is_of_next(item, count):
        return True
    ahead = _CLAUSES.split(item.row.sentence.text[: item.start])[-1]
    if item.number and _OF_ITS_OWN.search(ahead):
        return True
    return bool(base.value) and any(verdict(x, *share(count, base)) == RIGHT for x in others)


def is_total(total: Quantity, among: Quantity, item: Claimed) -> bool:
    """Whether a number may be what was shared out among another."""
    kinds = total.phrase.number.kind, among.phrase.number.kind
    needed = {MONEY: (MONEY,), SPAN: (SPAN,)}.get(item.number.kind, (COUNT, SPAN))
    if kinds[0] not in needed or kinds[1] != (SPAN if item.unit else COUNT):
        return False
    if item.unit and not among.phrase.clause.startswith(item.unit):
        return False
    # “18 in April and 16 in August”: nothing is shared out among what is not named.
    if among.phrase.number.kind != SPAN and _WHEN.match(among.phrase.clause):
        return False
    return among.value > 1 and (kinds[0] == MONEY or total.value > among.value)


def _is_of_next(item: Claimed, count: Number) -> bool:
    """True for a count behind a semicolon, where a share names what it is of before it: `20% of all
    households; 14 of them`."""
    line, end = item.row.line.text, item.number.end if item.number else 0
    return bool(end and _OF_ALL_OF.match(line, end)) and ";" in line[end : max(end, count.start)]


def is_stated(around: Around, count: Number, base: Number) -> bool:
    """True if a count is of what one base alone counts: “104 of the volunteers”."""
    named = next((x.phrase.of for x in around.own if x.phrase.number is count), frozenset())
    alike = [x for x in (*around.own, *around.earlier) if named and named <= {*x.phrase.noun}]
    return len({x.value for x in alike}) == 1 and alike[0].phrase.number is base


def is_named(around: Around, base: Number) -> bool:
    """True if a base is the one number before a sentence that counts what the sentence names."""
    named = stems(around.row.sentence.text)
    alike = [item for item in around.earlier if item.phrase.head in named - {""}]
    return len({item.value for item in alike}) == 1 and alike[0].phrase.number is base

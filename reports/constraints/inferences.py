"""A number that is said to follow from others is one that follows from some."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, combinations, islice, permutations

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS
from reports.prose.numbers import MONEY, PERCENT, SPAN, Number
from reports.prose.quantities.arithmetic import extent, number_text
from reports.prose.quantities.number_forms import unlike
from reports.quantities.derivation.complements import complements
from reports.quantities.derivation.cues import CHANGE, DIFFERENCE, POINTS, SUM, cued
from reports.quantities.derivation.figures import Figure, Figures, figures
from reports.quantities.derivation.opposed_parts import opposed
from reports.quantities.derivation.slips import NEAR, SMALL, slip
from reports.quantities.model import Denial, Statement, Sure, constraint, guesses
from reports.quantities.passages import before, statements

# So many numbers before one, and of its section, are laid together; so many are added up in a row.
_BEFORE, _WIDE, _RUN = 6, 30, 8
# So many numbers of a sentence are looked into.
_MOST = 12
# It follows from one of so many right before it, or of its sentence.
_LINKED = 6
# So many values of a sentence may be those of which one is in both.
_EITHER = 12
# Two digits swapped, or one changed of three or more.
_HARDLY_CHANCE = 3.0
# Of more numbers alike in a sentence some two come near to nearly any.
_FEW = 3
# “Two more are vacant in the new team” adds to what was told.
_MORE = re.compile(r"\W*⟦c\d+⟧\s+more\b(?!\s+than\b)", re.I)
_IF = re.compile(rf"\b(?:{CONDITIONS})\b", re.I)
_MEND = "Put the number right, or name the two that it follows from."


@dataclass(frozen=True)
class Result:
    """What two numbers or more come to, and how that is written out."""

    value: Fraction
    operands: tuple[Figure, ...]
    words: str


@constraint("follows-from-none", "C02; sources of error 1 and 6", follows=("parts-of-whole",))
def inferences(reading: Reading) -> Iterator[Denial]:
    """A difference, a sum or a remainder is that of numbers in the report."""
    every = figures(reading)
    rows = statements(reading)
    for place, row in enumerate(rows):
        earlier = before(rows, place, 2)
        if not _MORE.match(row.sentence.text):
            yield from guesses(opposed(row, earlier[:1]))
        yield from complements(row, earlier)
        for mark, role in islice(cued(row.sentence), _MOST):
            number = row.sentence.thing(mark)
            if number.bound or not number.value or _is_of_time(row):
                continue
            # “All but two of those 21” are of the 21.
            if f"all but ⟦c{mark}⟧ of" in row.sentence.text:
                continue
            if result := _meant(every, row, number, role):
                text = number.words
                says = f"{result.words} = {_written(result, number)}, but the report gives {text}."
                sure = Sure.JOINED if _is_sure(every, row, number, result) else Sure.GUESSED
                # What would be is reckoned from what other sentences have.
                is_proved = sure > Sure.GUESSED and not _IF.search(row.sentence.text)
                yield Denial(row.line, number, says, _MEND, sure, is_proved=is_proved)


def _is_sure(every: Figures, row: Statement, number: Number, result: Result) -> bool:
    """True where a slip parts it from what its own sentence comes to, which has no other numbers
    alike, or a slip that is hardly chance from what its paragraph does."""
    first, own = result.operands[0], ("sentence", row.order)
    alike = {x for x in every.around(first) if x.group == own and x.unit == first.unit}
    others = {x for x in alike if x.number is not number}
    likely = slip(number.value, result.value, number.kind)
    near = {x.passage for x in result.operands} == {first.passage} and first.line is row.line
    # “145 audits in May, 260 in June. The teams together employ 425”: a sum may be of others.
    is_sum = " + " in result.words
    if near and not is_sum and len(others) <= _FEW and likely >= _HARDLY_CHANCE:
        return True
    return others == {*result.operands} and likely > NEAR


def _is_of_time(row: Statement) -> bool:
    """Whether a sentence measures time: what it compares is no count."""
    return any(item.phrase.number.kind == SPAN for item in row.quantities)


def _written(result, number):
    if result.operands[0].unit == MONEY:
        return unlike(result.value, number)
    return number_text(
        result.value, max(number.places, *(x.number.places for x in result.operands))
    )


def _meant(every: Figures, row: Statement, number: Number, role: str) -> Result | None:
    """What a number was most likely meant to be, where nothing bears it out."""
    first = every.of(row.line, number) or _first(every, row)
    if first is None:
        return None
    unit = PERCENT if role == POINTS else number.kind
    alike = [x for x in every.around(first) if x.unit == unit and x.number is not number]
    own = [x for x in alike if x.group == ("sentence", row.order)]
    place = sum(1 for x in alike if (x.place, x.number.start) < (first.place, number.start))
    wide = alike[max(0, place - _WIDE) : place + _WIDE]
    if len(wide) < 2 or any(x.value == number.value and x not in own for x in wide):
        return None
    near = alike[max(0, place - _BEFORE) : place]
    if _follows(every, [*near[-_LINKED:], *own], wide, number, role):
        return None
    near += [x for x in own if x not in near]
    close = [x for x in near if x.group == near[-1].group or x in own]
    alone = len({x.value for x in close}) == 2
    # A part and its whole are two moments of nothing: “in 2020 it had been 241 of 279”.
    parts = _parts_of(every, row) if role == CHANGE else set()
    results = (x for x in _results(near, role) if frozenset(x.operands) not in parts)
    # What follows is told behind that which it follows from.
    likely = [x for x in results if _may_be_meant(number, x, own, role, alone)]
    return max(likely, key=lambda x: _weight(number, x, own), default=None)


def _parts_of(every: Figures, row: Statement) -> set[frozenset]:
    """Each part of a sentence together with its whole."""
    index = {item.phrase.mark: every.of(row.line, item.phrase.number) for item in row.quantities}
    return {
        frozenset((index[item.phrase.mark], index[item.phrase.base]))
        for item in row.quantities
        if item.phrase.base in index
    }


def _first(every: Figures, row: Statement) -> Figure | None:
    """The first figure of a sentence."""
    matches = (every.of(row.line, item.phrase.number) for item in row.quantities)
    return next((item for item in matches if item), None)


def _follows(every, linked, wide, number, role):
    """True where one near it and another make a number, or some in a row."""
    low, high = extent(number)
    room = (high - low) / 2 or (Fraction(1, 10**number.places) if role == POINTS else 0)
    values = [x.value for x in wide] + [*every.earlier]
    runs = _sums([x.value for x in wide])
    pairs = ((x.value, value) for x in linked for value in values if x.value != value)
    # “61 have one, 96 another and 44 both, so that 113 have either.”
    rows = list(dict.fromkeys(x.value for x in linked))[-_EITHER:]
    either = [a + b - c for a, b, c in permutations(rows, 3) if a < b]
    # “£4.0m, less £1.5m for this and £2.45m for that, leaves £50,000.”
    either += [a - b - c for a, b, c in permutations(rows, 3) if b < c]
    results = (result for pair in pairs for result in (abs(pair[0] - pair[1]), sum(pair)))
    return any(abs(value - number.value) <= room for value in (*runs, *results, *either))


def _sums(values) -> Iterator[Fraction]:
    for first in range(len(values)):
        yield from [*accumulate(values[first : first + _RUN])][1:]


def _results(near: Sequence[Figure], role: str) -> Iterator[Result]:
    if role != SUM:
        for first, last in combinations(near, 2):
            large, small = sorted((first, last), key=lambda x: -x.value)
            if large.value > small.value > 0:
                formula = f"{large.number.words} − {small.number.words}"
                yield Result(large.value - small.value, (first, last), formula)
    if role == SUM:
        for first in range(len(near)):
            for last in range(first + 2, min(len(near), first + _RUN) + 1):
                some = tuple(near[first:last])
                formula = " + ".join(x.number.words for x in some)
                yield Result(sum(x.value for x in some), some, formula)


def _may_be_meant(
    number: Number, result: Result, own: Sequence[Figure], role: str, alone: bool
) -> bool:
    """Whether a number looks like a slip of what others near it come to."""
    linked = [x for x in result.operands if x in own]
    # “44 joined and 31 left. The number therefore grew by 23.”
    groups = {x.group for x in result.operands}
    if not own and len(groups) == 1 and alone and role in (CHANGE, DIFFERENCE):
        own = linked = list(result.operands)
    if not linked and role != SUM:
        return False
    if slip(number.value, result.value, number.kind) > NEAR:
        return True
    if role == POINTS and len(own) == 1 and alone:
        return True
    both = len(linked) == len(result.operands) and len(own) == 2
    small = max(number.value, result.value) < SMALL and number.value.denominator == 1
    return (
        role not in (SUM, CHANGE)
        and small
        and result.value.denominator == 1
        and (both or abs(number.value - result.value) in (1, 2, 3, 10))
    )


def _weight(number, result, own):
    linked = sum(1 for x in result.operands if x in own)
    return linked, slip(number.value, result.value, number.kind), -abs(number.value - result.value)

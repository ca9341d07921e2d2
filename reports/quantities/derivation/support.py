"""Whether a number follows from others, and how unlikely chance is to have made it so.

A sum or a difference of any two of many numbers comes to nearly everything: what was tried before
one came to it is weighed against how many values it might have had.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, combinations
from math import log

from reports.checks.reading import Line, Reading
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.arithmetic import WRONG, verdict
from reports.quantities.derivation.figures import Figure, Figures, figures
from reports.quantities.derivation.quotients import shares_between

# From here on chance is left out of account: it would have made nine in ten of them otherwise.
LIKELY = 2.3
# So many numbers around one are laid together, near it and in its section; so many stand in a row.
_NEAR, _AROUND, _RUN = 6, 20, 9
# What was told before is few numbers: chance hardly comes to one.
_TOLD = 3.0


def is_borne(reading: Reading, line: Line, number: Number) -> bool:
    """Whether something in the paper bears out a number of a line."""
    return support(reading, line, number) >= LIKELY


def support(reading: Reading, line: Line, number: Number) -> float:
    """How much likelier a number follows from others than by chance, as a logarithm."""
    every = figures(reading)
    item = every.of(line, number)
    return _support(every, item) if item else 0.0


def _support(every: Figures, item: Figure) -> float:
    if item.unit != PERCENT and item.value in every.earlier:
        return _TOLD
    trials, best = 0, 0.0
    for chosen, results in _scopes(every, item):
        spread = _spread(item, chosen)
        for is_met in results:
            trials += 1
            if is_met:
                best = max(best, log(spread / trials))
                break
        if best >= LIKELY:
            break
    return best


def _spread(item, chosen):
    """How many values it might have had."""
    if item.unit == PERCENT:
        return 100 * 10**item.number.places
    largest = max((abs(row.value) for row in chosen), default=item.value)
    return max(1.0, float(min(largest, 3 * abs(item.value)) / max(1, 2 * item.room)))


def _is_met(item, value):
    if item.unit == PERCENT:
        return verdict(item.number, value, value) != WRONG
    if not item.room:
        return value in (item.value, -item.value)
    return abs(abs(value) - abs(item.value)) <= item.room


def _scopes(every: Figures, item: Figure) -> Iterator[tuple[Sequence[Figure], Iterator[bool]]]:
    """(numbers, whether each thing that they come to is that one) in ever wider circles."""
    section = every.around(item)
    own = [row for row in section if row.group == item.group and row is not item][:_AROUND]
    if item.row >= 0:
        own = [row for row in own if item.row == row.row or item.column == row.column]
    if item.unit == PERCENT:
        at = section.index(item)
        for circle in (own, _around(section, at, _NEAR), _around(section, at, _AROUND)):
            yield circle, (_is_met(item, value) for value in _shares(circle, item))
        return
    alike = [row for row in section if row.unit == item.unit]
    place = alike.index(item)
    own = [row for row in own if row.unit == item.unit]
    for circle in (own, _around(alike, place, _NEAR), _around(alike, place, _AROUND)):
        yield circle, (_is_met(item, value) for value in _pairs(circle, item))
        if circle is own:
            passage = [row for row in alike if row.passage == item.passage]
            yield passage, _runs(passage, passage.index(item), alike)


def _around(section, at, many):
    return [*section[max(0, at - many) : at], *section[at + 1 : at + 1 + many]]


def _exact(row: Figure):
    """Its value, a whole one as an integer: what is added up thousands of times costs less so."""
    value = row.value
    return value.numerator if value.denominator == 1 else value


def _pairs(chosen, item) -> Iterator[Fraction | int]:
    """Sums and differences of two."""
    values = list(dict.fromkeys(_exact(row) for row in chosen if row.value != item.value))
    for first, last in combinations(values, 2):
        yield first + last
        yield first - last


def _runs(passage: Sequence[Figure], place: int, alike: Sequence[Figure]) -> Iterator[bool]:
    """Whether a number, with those right around it, makes up one that stands at an end of them or
    elsewhere in the section, or stands in a balance with them."""
    values = [_exact(row) for row in passage[max(0, place - _RUN) : place + _RUN + 1]]
    at = min(place, _RUN)
    sums = [0, *accumulate(values)]
    elsewhere = set(map(_exact, alike))
    for first in range(max(0, at - _RUN), at + 1):
        for last in range(max(at + 1, first + 3), min(len(values), first + _RUN) + 1):
            total, ends = sums[last] - sums[first], (values[first], values[last - 1])
            # The whole is an end, and the others are its parts.
            yield total in (2 * ends[0], 2 * ends[1])
            yield total in elsewhere and total not in ends
            if last - first == 4:
                yield _balances(*values[first:last])


def _balances(opening, came, went, closing):
    """Whether what came and went leads from an opening count to the closing one."""
    change = went - closing
    return opening + came - went == closing or came - opening in (change, -change)


def _shares(chosen, item: Figure) -> Iterator[Fraction]:
    """Shares and changes of two counts or sums, and what two per cents come to."""
    amounts = [row for row in chosen if row.unit != PERCENT and row.value > 0]
    for first, last in combinations(amounts, 2):
        # Two that stand apart from it and from each other tell of other things.
        is_near = first.group == last.group or item.group in (first.group, last.group)
        if is_near and first.unit == last.unit and first.value != last.value:
            yield from shares_between(first.value, last.value)
    rates = list(dict.fromkeys(row.value for row in chosen if row.unit == PERCENT))
    for first, last in combinations(rates, 2):
        yield first + last
        yield abs(first - last)
    yield from (100 - rate for rate in rates)

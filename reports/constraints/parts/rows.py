"""Whether a whole and what were taken for its parts come out in another way."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, combinations
from math import log

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.quantities.derivation.figures import Figure, figures
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.derivation.support import LIKELY
from reports.quantities.parts.division import Division

# So many more numbers before parts and behind them may belong to them.
_THE_OTHER = re.compile(r"\b(?:other|remaining|rest\W|of\s+(?:these|them|those),?)\s*⟦c", re.I)
_BEFORE, _BEHIND = 6, 3
_MANY = 12
_ONLY = re.compile(r"\b(?:but|although|though|only|however)\b", re.I)
_OF_THEM, _IN_CASES = re.compile(r"\s+of\s+(?:them|these|those)\b"), re.compile(r",\s+in\s+$")


def comes_out(reading: Reading, division: Division) -> bool:
    """Whether two of three parts are the whole, the section counts what they come to, or more
    numbers in a row with them come to another whole."""
    if len(division.values) < 2 or _is_balance(division) or _is_nested(division):
        return True
    if _is_flow(division) or (_is_divided(division) and not division.is_exceeded):
        return True
    every = figures(reading)
    own = [every.of(item.line, item.phrase.number) for item in division.parts]
    if None in own:
        return False
    alike = [row for row in every.around(own[0]) if row.unit == own[0].unit]
    whole = every.of(division.whole.line, division.whole.phrase.number)
    passage = [row for row in alike if row.passage == own[0].passage]
    return _is_counted(division, alike, {whole, *own}) or _is_row(passage, own)


def _is_balance(division: Division):
    """`318 at the opening, 305 at the close: 57 left, which is 13 more than came`."""
    values, whole = division.values, division.whole.value
    return len(values) == 3 and not division.has_rest and whole in (sum(values) - x for x in values)


def _is_divided(division: Division):
    """`88 of them lived outside, 41 far away and the other 47 nearer`: the last parts are those of
    a part before them."""
    values = {item.value for item in division.parts} - {division.whole.value}
    sentence = division.parts[0].sentence
    # Nought and a number come to that number, whatever they count.
    counts = [item.value for item in sentence.marks("c") if item.value][:_MANY]
    pairs = combinations(counts, 2) if _THE_OTHER.search(sentence.text) else ()
    return any(sum(pair) in values and sum(pair) in counts for pair in pairs)


def _is_flow(division: Division):
    """`389 were in care; 61 came in and 73 went out; 377 are in care`."""
    items = sorted(
        {item.phrase.start: item.value for item in (division.whole, *division.parts)}.items()
    )
    if len({id(item.sentence) for item in (division.whole, *division.parts)}) > 1:
        return False
    values = [value for _place, value in items]
    return len(values) == 4 and values[3] - values[0] in (
        values[1] - values[2],
        values[2] - values[1],
    )


def _is_nested(division: Division):
    """Whether the second of two parts is of the first: `188 were seen, 131 of them in time`,
    `188 were seen, in 131 cases in time`."""
    if division.total <= division.whole.value or not len(division.values) == 2 == len(
        division.parts
    ):
        return False
    first, last = division.parts
    between = last.sentence.text[first.phrase.end : last.phrase.start]
    # “21 were seen, but only 12 of those were asked.”
    only = _OF_THEM.match(last.sentence.text, last.phrase.end) and _ONLY.search(between)
    if only and first.sentence is last.sentence and first.value > last.value:
        return True
    if division.is_slip or first.sentence is not last.sentence or first.value <= last.value:
        return False
    of_them = _OF_THEM.match(last.sentence.text, last.phrase.end) and "," in between
    return bool(of_them or _IN_CASES.search(between))


def _is_counted(division: Division, alike: list[Figure], own):
    """Whether the section counts what the parts come to, where that is hardly by chance."""
    if slip(division.total, division.whole.value, COUNT) > NEAR:
        return False
    values = {row.value for row in alike if row not in own}
    return division.total in values and log(float(division.total) / len(values)) >= LIKELY


def _is_row(alike: list[Figure], own: list[Figure]) -> bool:
    """Whether parts and those in a row with them come to one of the numbers around them."""
    places = [place for place, row in enumerate(alike) if row in own]
    if not places or places[-1] - places[0] > 2 * _BEFORE:
        return False
    begin = max(0, places[0] - 2 * _BEFORE)
    values = [row.value for row in alike[begin : places[-1] + 2 * _BEFORE]]
    sums, counted = [0, *accumulate(values)], Counter(values)
    every = _rows(len(values), places[0] - begin, places[-1] - begin)
    for trials, (first, last) in enumerate(every, 1):
        total = sums[last] - sums[first]
        ends = total in (2 * values[first], 2 * values[last - 1])
        more = last - first - ends > len(own)
        likely = more and total >= trials * len(values)
        if likely and (ends or counted[total] > values[first:last].count(total)):
            return True
    return False


def _rows(many: int, first: int, last: int) -> Iterator[tuple[int, int]]:
    for begin in range(first, max(-1, first - _BEFORE - 1), -1):
        for end in range(last + 1, min(many, last + 1 + _BEHIND) + 1):
            yield begin, end

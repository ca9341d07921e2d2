"""Parts that one sentence lists up to its last, where they come to no number of the report, though
nearly to one that may be their whole, however far off that is."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from reports.checks.reading import Reading, shared
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.figures import Figure, figures
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import is_of_flow
from reports.quantities.passages import before, statements
from reports.quantities.roles import REST, TOTAL

_LAST = re.compile(r"\b(?:and|with|remaining|others?|rest|else)\b", re.I)
_REST = re.compile(r"\b(?:remaining|(?:the|all|and)\s+(?:others?|rest)|else)\b", re.I)
_PARTED = re.compile(r"[,;(]|\band\b", re.I)
# What is no part beside others, or is counted more than once, or leaves some unnamed.
_NONE = SentencePattern(
    r"\b(?:compared|than|against|before|previous\w*|last\s+(?:year|quarter|time|report)|earlier|ago|"
    r"average|mean|median|respectively|both|several|overlap\w*|also|includ\w+|of\s+wh(?:om|ich)|rose|"
    r"fell|from\s+⟦|target|ranged?|per\b(?!\s+cent)|each|some|at\s+least|up|down|most|main\w*|chief\w*|"
    r"common\w*|such\s+as|top|leading|opened|began|one|pairs?)\b|⟦[mp]",
    re.I,
)
_NONE_OF_TIME = SentencePattern(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|last|before)\b", re.I)
_STEPS = (10, 100, 1000)
_FEWEST, _MOST, _LEAST, _BACK, _NEAR, _WIDE, _QUARTER, _CLOSE = 3, 9, 15, 4, 12, 100, 4, 6
_MEND = "Put the wrong number right, or name the part that is missing."


def listed_parts(reading: Reading) -> Iterator[Denial]:
    """`49 had a caution, 17 a second one, and the remaining 38 went to court`, of 94 in all."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if parts := _parts(row):
            whole = _whole(reading, row, parts, before(rows, place, _BACK))
            whole = _named_whole(reading, row, parts) if whole is None else whole
            if whole is not None:
                terms = " + ".join(x.phrase.number.words for x in parts)
                says = (
                    f"{terms} = {number_text(sum(x.value for x in parts))}, but the report gives "
                )
                yield Denial.of(parts[-1], f"{says}{number_text(whole)}.", _MEND)


def _parts(row: Statement) -> Sequence[Quantity]:
    """The counts of a sentence that lists them as parts of something; none of another."""
    counts, text = row.counts, row.sentence.text
    if not _FEWEST <= len(counts) <= _MOST or _NONE.search(text) or not all(map(_is_part, counts)):
        return ()
    between = (text[x.phrase.end : y.phrase.start] for x, y in pairwise(counts))
    heads = {x.phrase.head for x in counts} - {"", *PLAIN}
    listed = all(map(_PARTED.search, between)) and _LAST.search(text, counts[-2].phrase.end)
    return counts if listed and len(heads) < 2 and not is_of_flow(counts) else ()


def _is_part(item: Quantity) -> bool:
    phrase = item.phrase
    own = phrase.base is None and not phrase.anaphor and not phrase.number.places
    return own and phrase.role in (TOTAL, REST)


def _whole(
    reading: Reading, row: Statement, parts: Sequence[Quantity], earlier: Sequence[Statement]
) -> Fraction | None:
    """The number that some parts nearly come to, where they come to none: one of their paragraph,
    the nearest before them if they are all, or the only one."""
    places, own = shared(reading, _places), Counter(x.value for x in parts)
    total, largest = sum(x.value for x in parts), max(own)
    place = reading.places.get(id(row.line), 0)
    if total < _LEAST or places.get(total) or 2 * largest == total:
        return None
    wholes = {
        value: places[value]
        for value in map(Fraction, _slips(total.numerator))
        if value > largest and len(places.get(value, ())) > own[value]
    }
    heads = {"", *PLAIN, *(x.phrase.head for x in parts)}
    counts = [x for other in earlier[:2] if other.line is row.line for x in other.counts]
    alike = {x.value for x in counts if x.phrase.head in heads or len(heads) == len(PLAIN) + 1}
    others = {x.value for x in counts} - alike
    around = {x.value for x in _around(reading, place) if x.unit == COUNT}
    # “Three wait for a day”: the part that is missing.
    wholes = {value: at for value, at in wholes.items() if value - total not in around}
    # “Forty letters were sent. Nineteen families …”: parts of something else.
    wholes = {value: at for value, at in wholes.items() if value not in others}
    if close := alike & {*wholes}:
        return close.pop() if len(close) == 1 else None
    closed = parts[-1].phrase.role == REST or _REST.search(row.sentence.text, parts[-2].phrase.end)
    if closed:
        ahead = {
            value: max((x for x in at if x < place), default=-1) for value, at in wholes.items()
        }
        return max((x for x in ahead if ahead[x] >= 0), key=ahead.__getitem__, default=None)
    # One more part may stand beside them, or one of them may be none.
    around |= {x.value for other in earlier for x in other.counts}
    more = {total + value for value in around} | {total - x.value for x in parts}
    if len(wholes) != 1 or any(len(places.get(x, ())) > own[x] for x in more):
        return None
    return next(iter(wholes))


def _named_whole(reading: Reading, row: Statement, parts: Sequence[Quantity]) -> Fraction | None:
    """The count of what a sentence names before its parts, `Looking at the complaints by outcome,
    38 were upheld, …`, where one of them mistyped parts them from it."""
    ahead = stems(row.sentence.text[: parts[0].phrase.start])
    index, places = shared(reading, _by_noun), shared(reading, _places)
    wholes = [index[noun] for noun in ahead if noun in index]
    values, total = [x.value for x in parts], sum(x.value for x in parts)
    if len(wholes) != 1 or total in places or max(values) * 2 == total:
        return None
    [whole] = wholes
    close = 0 < abs(total - whole) * _CLOSE <= whole and whole > max(values)
    return whole if close and is_of_one_slip(values, whole) else None


def _by_noun(reading: Reading) -> Mapping[str, Fraction]:
    """Stem of a noun → the largest count of it, if the report has that more than once."""
    places, largest = shared(reading, _places), {}
    for row in statements(reading):
        for x in row.counts if not _NONE_OF_TIME.search(row.sentence.text) else ():
            if _is_part(x) and x.phrase.head and x.phrase.head not in PLAIN:
                largest[x.phrase.head] = max(x.value, largest.get(x.phrase.head, x.value))
    return {noun: x for noun, x in largest.items() if len(places.get(x, ())) > 1}


def _places(reading: Reading) -> Mapping[Fraction, Sequence[int]]:
    """Each count of a report → the places of its lines."""
    index = defaultdict(list)
    for figure in figures(reading).rows:
        if figure.unit == COUNT:
            index[figure.value].append(figure.place)
    return index


def _around(reading: Reading, place: int) -> Sequence[Figure]:
    """The numbers of the lines near one."""
    rows = figures(reading).rows
    first, last = (
        bisect_left(rows, at, key=lambda x: x.place) for at in (place - _NEAR, place + _NEAR + 1)
    )
    return rows[max(first, last - _WIDE) : last]


def _slips(total: int) -> Iterator[int]:
    """Every number that a sum may be a slip for: ten more or less, a digit changed, or two of them
    swapped; none is a quarter more or less."""
    powers = [10**at for at in range(len(f"{total}"))]
    digits = [total // power % 10 for power in powers]
    made = {total + way * step for step in _STEPS for way in (1, -1)}
    made |= {
        total + (other - digit) * power
        for power, digit in zip(powers, digits, strict=True)
        for other in range(10)
    }
    made |= {
        total + (one - other) * (high - low)
        for (low, one), (high, other) in combinations(zip(powers, digits, strict=True), 2)
    }
    return (x for x in made if x > 0 and abs(total - x) * _QUARTER <= x and x != total)

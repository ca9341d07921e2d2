"""A change in per cent, `an increase of 63, or 6.5%`, against every two numbers of its passage that
it may be the change of."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product

from reports.checks.reading import Reading
from reports.equations.links import is_of_another, opens_new_subject
from reports.prose.asides import AIMS, CONDITIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.arithmetic import WRONG, extent, number_text, verdict
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.roles import BOUND, CHANGE

_CHANGE = re.compile(
    r"\b(?:(?P<up>rise|rose|risen|increas\w+|grew|grown|growth|gain\w*|climb\w*|"
    r"(?<=⟧ )(?:more|higher)|higher(?=\s+by\s+⟦)|"
    r"(?<!-)(?<!make )(?<!made )(?<!makes )up(?=\s+(?:by\s+)?⟦))|"
    r"(?:fall|fell|fallen|decreas\w+|reduc\w+|drop\w*|declin\w+|cut|"
    r"(?<=⟧ )(?:fewer|less|lower)|lower(?=\s+by\s+⟦)|(?<!-)down(?=\s+(?:by\s+)?⟦)))\b",
    re.I,
)
_ELSE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{CONDITIONS}|points?|inflation|as\s+against|share|"
    r"proportion|rate|response|per\s+⟦|slower|faster|"
    r"had\s+(?:two|⟦c\d+⟧)\s+(?:fewer|more))\b",
    re.I,
)
_NET = re.compile(r"\bnet\b|\b(?:more|fewer)\s+at\s+the\s+(?:end|close|finish)\b", re.I)
# Two numbers in hundreds were rounded.
_HUNDRED, _FAR = 100, 4
_BACK, _MOST, _MEND = 2, 10, "Correct the per cent, or the numbers that it is of."


def rates_of_change(reading: Reading) -> Iterator[Denial]:
    """A rate of change is that of two numbers of its passage, the earlier being its base; where the
    passage prints both and their difference it is proved."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
        item = shares[0] if len(shares) == 1 else None
        if item is None or not _is_rate(row, item):
            continue
        is_up = _way(row, item)
        near = [x for x in before(rows, place, _BACK) if x.line is row.line]
        own, others = [*filter(_is_value, row.quantities)], []
        for other in near:
            others += filter(_is_value, other.quantities)
        every = [*own, *others][:_MOST]
        if is_up is not None and (own or len(others) == 2) and _is_of(row, near, item, own):
            yield from _denied(item, every, is_up)


def _is_rate(row: Statement, item: Quantity) -> bool:
    other = _ELSE.search(row.sentence.text[: item.phrase.end + 30])
    return not other and item.phrase.number.bound in ("", "~", "<", ">") and 0 < item.value < 100


def _way(row: Statement, item: Quantity) -> bool | None:
    """True for a rise, False for a fall, None where a sentence has neither or both."""
    words = [*_CHANGE.finditer(row.sentence.text)]
    # “68%, with fewer answers” has no change.
    near = [x for x in words if x.start() <= item.phrase.end + 1]
    ways = {bool(x["up"]) for x in words}
    return ways.pop() if near and len(ways) == 1 else None


def _is_of(row: Statement, near: Sequence[Statement], item: Quantity, own) -> bool:
    """True unless a clause of its own, or another noun, has the rate: `and costs fell by 12%`."""
    ahead = [x for x in own if x.phrase.end <= item.phrase.start]
    between = row.sentence.text[ahead[-1].phrase.end if ahead else 0 : item.phrase.start]
    return not (opens_new_subject(between) or is_of_another([*near[::-1], row], item.phrase.end))


def _is_value(item: Quantity) -> bool:
    phrase = item.phrase
    counts = phrase.number.kind in (COUNT, MONEY) and phrase.role != BOUND
    return counts and not (phrase.number.bound or phrase.number.places) and item.value > 0


def _denied(item: Quantity, every: Sequence[Quantity], is_up: bool) -> Iterator[Denial]:
    if known := [*_of_known_change(item, every, is_up)]:
        if all(known):
            yield known[0]
        return
    pairs = [
        sorted(pair, key=lambda x: x.value)
        for pair in combinations(every, 2)
        if pair[0].phrase.number.kind == pair[1].phrase.number.kind
        and pair[0].value != pair[1].value
    ]
    number = item.phrase.number
    rates = (x for pair in pairs for x in _rates(*pair, is_up))
    likely = next((x for pair in pairs for x in _likely(item, *pair, is_up)), None)
    if likely and all(verdict(number, x - room, x + room) == WRONG for x, room in rates):
        says = f"{likely[1]} is {number_text(likely[0], 1)}%, but the report gives {number.words}."
        yield Denial.of(item, says, _MEND, is_proved=False)


def _of_known_change(item: Quantity, every: Sequence[Quantity], is_up: bool):
    """Of each two values whose difference the sentence prints the denial, None where the rate is
    that of the earlier: `283, the year before 241, so 42 more, a rise of 14.8%` is of the later."""
    gaps = [x for x in every if x.phrase.role == CHANGE and x.order == item.order]
    values, number = [x for x in every if x.phrase.role != CHANGE], item.phrase.number
    # “Nine left and 16 came, a net rise of seven” are flows, of neither of which it is a rate.
    is_net = _NET.search(item.sentence.text)
    for gap, pair in product(gaps, () if is_net else combinations(values, 2)):
        low, high = sorted(pair, key=lambda x: x.value)
        if high.value - low.value != gap.value or gap.phrase.number.kind != low.phrase.number.kind:
            continue
        base, later = (low, high) if is_up else (high, low)
        bases = {x.value for x in values} - {later.value}
        if any(
            verdict(number, rate, rate) != WRONG for rate in (gap.value * 100 / x for x in bases)
        ):
            yield None
            continue
        # “331 came and 157 went, so that it grew by 174, or 9.4%”: of another number than of these.
        if gap.value * 100 > base.value * number.value * _FAR:
            yield None
            continue
        rate = number_text(gap.value * 100 / base.value, 1)
        words = gap.phrase.number.words, base.phrase.number.words
        says = f"{words[0]} of {words[1]} is {rate}%, but the report gives {number.words}."
        yield Denial.of(item, says, _MEND)


def _likely(item: Quantity, low: Quantity, high: Quantity, is_up: bool):
    """(rate, how it comes about) of two numbers: a value and its change, or two values."""
    less, more = low.phrase.number.words, high.phrase.number.words
    is_change = low.phrase.role == CHANGE and high.phrase.role != CHANGE
    if is_change and low.order == item.order and low.value * 2 < high.value:
        yield low.value * 100 / high.value, f"A change of {less} from {more}"
    elif high.value <= low.value * 2 and CHANGE not in (low.phrase.role, high.phrase.role):
        base, words = (low, f"{less} to {more}") if is_up else (high, f"{more} to {less}")
        yield (high.value - low.value) * 100 / base.value, f"From {words}"


def _rates(low: Quantity, high: Quantity, is_up: bool) -> Iterator[tuple[Fraction, Fraction]]:
    """Each rate that two numbers may be the change of, and how far the truth may be from it: two
    values, or a change and the value before it or after it."""
    gap, room = high.value - low.value, Fraction(0)
    if low.phrase.number.kind == MONEY:
        room = sum(extent(x.phrase.number)[1] - x.value for x in (low, high)) * 100 / low.value
    elif low.value % _HUNDRED == high.value % _HUNDRED == 0:
        room = Fraction(100 * _HUNDRED) / low.value
    yield gap * 100 / (low.value if is_up else high.value), room
    yield low.value * 100 / high.value, room
    yield low.value * 100 / (gap if is_up else high.value + low.value), room
    yield high.value * 100 / (high.value + low.value), room

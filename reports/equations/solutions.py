"""Results of numbers in each form, and whether any equation of them explains one."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product

from reports.equations.markers import Form
from reports.equations.terms import Term, is_in_full
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.arithmetic import last_word, way_of
from reports.quantities.parts.balance_roles import CAME, WENT, beside, role_of

# So many numbers are laid together to explain one: in pairs, and in equations of so many.
_PAIRED, _MOST, _OF_ONE, _RUN = 16, 7, 4, 10
EACH = re.compile(
    r"\b(?:(?:each|every|per|an?)\s+(?P<time>day|week|month|quarter|year|hour)|each|every|apiece|"
    r"per(?!\s+cent)|times|(?:a|an)\s+(?:session|place|head|visit|night))\b|\bat\s+⟦m",
    re.I,
)
_MEAN = re.compile(
    r"\b(?:average|mean|half|halved|twice|double[ds]?|thirds?|quarters?|fifths?)\b", re.I
)
# What came to a number and what went, right behind it.
_VERB = r"(?:\s+[a-z]+){0,2}?\s+"
_CAME = re.compile(
    rf"{_VERB}(?:c[ao]me\s+(?:on|in)|joined|new|added|opened|arrived|recruited|appointed|taken\s+on|"
    r"gained|paid\s+in|received)\b",
    re.I,
)
_WENT = re.compile(
    rf"{_VERB}(?:c[ao]me\s+off|gone|went\s+(?:off|out|home)|left|closed|ended|resign\w+|lost|"
    r"withdr[ae]wn?|removed|retired|struck\s+(?:out|off)|paid\s+out|spent|taken\s+off|"
    r"moved\s+(?:on|away|out))\b",
    re.I,
)


@dataclass(frozen=True)
class Solution:
    """The result of some numbers, how that is written out, how far the truth may be from it, and
    what they count; `is_flow` where words name what was there, what came and what went."""

    value: Fraction
    words: str
    room: Fraction
    heads: frozenset[str] = frozenset({""})
    is_flow: bool = False
    unit: str = ""


def solutions(form: Form, operands: Sequence[Term]) -> list[Solution]:
    """The results of some numbers of one unit in a form, with all of them used."""
    rows, signs = [], [flow_sign(term) for term in operands]
    # Of a whole that its parts come to nothing is left: what is, is of another.
    most = max(term.value for term in operands)
    if form in (Form.REST, Form.OTHERS) and sum(term.value for term in operands) == 2 * most:
        return []
    # What came and what went lead from what was there to what is, which stands before them.
    if {1, -1} <= {*signs} and form != Form.DIFFERENCE:
        return [] if signs[0] else [_flow(operands, signs)]
    if form == Form.DIFFERENCE and len(operands) == 2:
        rows.append(_signed(sorted(operands, key=lambda x: -x.value), (1, -1)))
    if form in (Form.REST, Form.OTHERS, Form.RESULT):
        rows += _rests(operands, signs)
    if form in (Form.SUM, Form.RESULT):
        rows.append(_signed(operands, (1,) * len(operands)))
    return [row for row in rows if row.value > 0]


def _rests(operands: Sequence[Term], signs: Sequence[int]) -> Iterator[Solution]:
    """The rest that flows leave of the first number, or the parts of the largest."""
    if 1 in signs[1:]:
        if len(operands) > 2:
            yield _flow(operands, signs)
        return
    large = max(operands, key=lambda x: x.value)
    others = [term for term in operands if term is not large]
    yield _signed([large, *others], (1, *(-1,) * len(others)))


def from_opening(operands: Sequence[Term]) -> Sequence[Term]:
    """Some numbers without those before what was there first, where some came and some
    went."""
    signs = [flow_sign(term) for term in operands]
    if not {1, -1} <= {*signs}:
        return operands
    first = next(place for place, sign in enumerate(signs) if sign)
    return operands[max(0, first - 1) :]


def _flow(operands: Sequence[Term], signs: Sequence[int]) -> Solution:
    """The number at the end, of what was there first and what came and went."""
    made = _signed(operands, (1, *(sign or -1 for sign in signs[1:])))
    return replace(made, is_flow=0 not in signs[1:])


def flow_sign(term: Term) -> int:
    """1 for what came, -1 for what went, 0 for neither."""
    if term.item is None or term.unit not in (COUNT, MONEY):
        return 0
    if term.is_change and (way := last_word(term.ahead)):
        return way_of(way)
    near = beside(term.item)
    ways = [bool(pattern.match(near[1])) for pattern in (_CAME, _WENT)]
    if any(ways):
        return ways[0] - ways[1]
    role = role_of(*near, COUNT, term.row.sentence)
    return {CAME: 1, WENT: -1}.get(role, 0)


def products(factors: Sequence[Term], unit: str, time: str) -> list[Solution]:
    """The product of two numbers that are so many of so many: a sum of money where one is money,
    and where it is so many in a time, the other tells how often that was."""
    if time and time not in {x.unit for x in factors}:
        return []
    if len(factors) != 2 or (MONEY in {x.unit for x in factors}) != (unit == MONEY):
        return []
    first, last = factors
    if first.unit == last.unit == MONEY:
        return []
    rooms = [Fraction(0) if is_in_full(x.number) else x.room for x in factors]
    room = rooms[0] * last.value + rooms[1] * first.value
    return [Solution(first.value * last.value, f"{_text(first)} × {_text(last)}", room)]


def shares(parts: Sequence[Term]) -> list[Solution]:
    """The share of the larger that the smaller of two counts or sums is, in per cent."""
    if len(parts) != 2 or parts[0].unit != parts[1].unit:
        return []
    low, high = sorted(parts, key=lambda x: x.value)
    words = f"{_text(low)} ÷ {_text(high)}"
    return [Solution(low.value * 100 / high.value, words, Fraction(1, 2), unit="%")]


def _text(term: Term) -> str:
    return term.number.words


def _signed(operands: Sequence[Term], signs: Sequence[int]) -> Solution:
    value = sum(term.value * sign for term, sign in zip(operands, signs, strict=True))
    words = _text(operands[0])
    for term, sign in zip(operands[1:], signs[1:], strict=True):
        words += f" {'+' if sign > 0 else '−'} {_text(term)}"
    heads = frozenset({"", *(term.head for term in operands)})
    return Solution(value, words, sum(term.room for term in operands), heads)


def is_stated(target: Term, near: Sequence[Term]) -> bool:
    """True if a number is stated again near it."""
    return any(x.unit == target.unit and _meets(target, x.value, x.room) for x in near)


def is_explained(target: Term, near: Sequence[Term], heads: Collection[str], text: str) -> bool:
    """True if a number follows in any way from some of those near it that count the same things, or
    things without a name."""
    every = [x for x in near if x.unit == target.unit and x.item]
    if _OF_ONE <= len(every) <= _OF_ONE + 1 and target.value in _all_signed(every):
        return True
    alike = [x for x in every if len(heads) == 1 or x.head in heads][-_PAIRED:]
    room = max((term.room for term in alike), default=Fraction(0))
    sums = _sums([term.value for term in alike])
    return any(_meets(target, value, many * room) for value, many in sums) or any(
        _meets(target, value, room) for value in _ratios(near[-_MOST:], target, text)
    )


def _all_signed(items: Sequence[Term]) -> set[Fraction]:
    """The results of some numbers, each of them added or taken away."""
    return {
        sum(x.value * sign for x, sign in zip(items, signs, strict=True))
        for signs in product((1, -1), repeat=len(items))
    }


def _sums(values: Sequence[Fraction]) -> Iterator[tuple[Fraction, int]]:
    """(sum or difference, of how many) of pairs, of a few nearby, and of runs."""
    for first, last in combinations(values, 2):
        yield from ((first + last, 2), (abs(first - last), 2))
    for many in range(3, _OF_ONE + 1):
        for some in combinations(values[-_MOST:], many):
            for signs in product((1, -1), repeat=many - 1):
                rest = sum(x * sign for x, sign in zip(some[1:], signs, strict=True))
                yield abs(some[0] + rest), many
    for first in range(len(values)):
        for last in range(first + _OF_ONE + 1, min(len(values), first + _RUN) + 1):
            yield sum(values[first:last]), last - first


def _ratios(near: Sequence[Term], target: Term, text: str) -> Iterator[Fraction]:
    """Products and quotients of two numbers where a paragraph has a word for them and, for a per
    cent, their shares and changes."""
    is_mean = EACH.search(text) or _MEAN.search(text)
    for value, other in combinations([term.value for term in near if term.value], 2):
        if is_mean:
            yield from (value * other, value / other, other / value)
        if target.unit == PERCENT and not target.is_points:
            small, large = sorted((value, other))
            yield from (100 * small / large, 100 - 100 * small / large, 100 * large / small - 100)


def _meets(target: Term, value: Fraction, room: Fraction) -> bool:
    return abs(value - target.value) <= room + target.room

"""A whole, its parts in the sentences after it, and the rest: they add up."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import NO_PARTS, Denial, Quantity, Statement
from reports.quantities.passages import by_line
from reports.quantities.roles import TARGET

_REST = SentencePattern(
    r"\b(?:the\s+)?(?:remainder|rest|balance)\b[^⟦.;]{0,30}?⟦(?P<kind>[cmp])(?P<mark>\d+)⟧"
    r"|\bthe\s+(?:one\s+)?(?:remaining|other|last)\s+⟦(?P<other>[cmp])(?P<many>\d+)⟧(?!\s+(?:of|in)\b)"
    r"|\b(?P<one>(?:the|and)\s+(?:one\s+(?:remaining|other)|(?:remaining|last)\s+one))\b",
    re.I,
)
_NESTED = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|of\s+(?:these|them|those|which|whom)|"
    r"including|includ\w+|before|average|than|up\s+from|down\s+from|compared|would|"
    r"both|also|some\s+of|within|per)\b",
    re.I,
)
_MOST, _FEWEST, _HUNDRED, _REACH = 6, 2, 100, Fraction(1, 8)
_MEND = "Put the wrong number right."


def remainders_of_wholes(reading: Reading) -> Iterator[Denial]:
    """`£1.2m … will take £540,000 and … £385,000. The remainder, £375,000, …`: £275,000 is left."""
    for rows in by_line(reading).values():
        for place, row in enumerate(rows):
            matches = [*_REST.finditer(row.sentence.text)]
            if len(matches) == 1:
                yield from _denied(rows[: place + 1], row, matches[0])


def _denied(rows: Sequence[Statement], row: Statement, match: re.Match) -> Iterator[Denial]:
    mark = match["mark"] or match["many"]
    rest = row.sentence.thing(mark) if mark else None
    kind = rest.kind if rest else COUNT
    if rest and (rest.bound or kind not in (COUNT, MONEY, PERCENT)):
        return
    values = [
        item
        for other in rows
        for item in other.quantities
        if item.phrase.number.kind == kind and _is_part(item, row, match)
    ]
    text = " ".join(other.sentence.text for other in rows)[
        : None if len(rows) > 1 else match.start()
    ]
    last = rest.value if rest else Fraction(1)
    is_open = any(x.phrase.number.bound for x in values) or _is_rest_of_a_part(row, values, last)
    if is_open or _NESTED.search(text):
        return
    if kind == PERCENT:
        whole, parts = Fraction(_HUNDRED), values
    else:
        # A budget is a whole that is parted.
        first = next((x for x in rows[0].quantities if x.phrase.number.kind == kind), None)
        values = [first, *values] if first and first.phrase.role == TARGET else values
        if not values or _is_in_line(values):
            return
        whole, parts = values[0].value, values[1:]
    total = sum((x.value for x in parts), last)
    is_whole = whole > max((x.value for x in parts), default=whole)
    gap = abs(total - whole)
    # What is far from it, or is one of the parts, is of another whole.
    near = (len(parts) + 1 if kind == PERCENT else 0) < gap <= whole * _REACH
    near = near and gap not in {x.value for x in parts} | {last}
    if _FEWEST <= len(parts) <= _MOST and is_whole and near:
        texts = [x.phrase.number.words for x in parts] + [rest.words if rest else "one"]
        sums = f"{' + '.join(texts)} = {_written(total, kind)}"
        says = f"{sums}, but the whole is {_written(whole, kind)}."
        # Of sums of money one may be so much for each.
        yield Denial(row.line, rest or row.span, says, _MEND, is_proved=kind == COUNT)


def _is_rest_of_a_part(row: Statement, values: Sequence[Quantity], rest: Fraction) -> bool:
    """True of `found that day for 19 of the 22, and for the other 3 on the next`."""
    bases = {item.phrase.mark: item.value for item in row.quantities}
    return any(bases.get(x.phrase.base) == x.value + rest for x in values if x.order == row.order)


def _is_in_line(values: Sequence[Quantity]) -> bool:
    """True if the first number is given as the others of its sentence are, and so is no whole of
    them: `physical in 38, sexual in 14 and emotional in six`."""
    first, *others = values
    others = [x.phrase for x in others if x.sentence is first.sentence]
    lead, verb = _last_word(first.phrase.label), first.phrase.clause.partition(" ")[0]
    told_alike = lead and all(_last_word(x.label) == lead for x in others)
    bare = not first.phrase.head and all(x.clause.partition(" ")[0] in (verb, "") for x in others)
    return bool(others) and bool(told_alike or bare)


def _last_word(label: str) -> str:
    return label.rpartition(" ")[2].casefold()


def _is_part(item: Quantity, row: Statement, match: re.Match) -> bool:
    """True if a number may be the whole or a part of it, before the rest is given."""
    phrase = item.phrase
    few = phrase.article and item.value < _FEWEST
    before = item.sentence is not row.sentence or phrase.start < match.start()
    return before and phrase.role not in NO_PARTS and not few


def _written(value: Fraction, kind: str) -> str:
    text = number_text(value)
    return f"£{text}" if kind == MONEY else f"{text}%" if kind == PERCENT else text

"""The rest of a stock by the verbs of those that came and went: `we began with 12; two have left,
giving us 11`."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import by_line
from reports.quantities.roles import BOUND, MEAN, RATE, TARGET

_FIRST = re.compile(
    r"\b(?:beg[au]n|began|opened|started|entered)\b(?:[^⟦.;]|⟦d\d+⟧){0,50}\bwith\s+(?:[a-z]+\s+){0,2}$"
    r"|\bfrom\s+(?:an?\s+)?(?:[a-z]+\s+){0,2}(?:start|base|total|opening\s+[a-z]+)\s+of\s+$",
    re.I,
)
_LAST = re.compile(
    r"\b(?:giv(?:ing|es)|leav(?:ing|es)|left|mak(?:ing|es)|bring(?:ing|s))\s+(?:us\s+|the\s+[a-z]+\s+)?(?:with\s+|to\s+|a\s+total\s+of\s+)?$"
    r"|\b(?:so|thus|hence|therefore|accordingly|consequently)\b(?:[^⟦.;]|⟦d\d+⟧){0,50}$"
    r"|\b(?:ended|closed|finished)\b(?:[^⟦.;]|⟦d\d+⟧){0,50}\bwith\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_OUT = re.compile(
    r"^(?:\s+(?!and\b|but\b)[a-z]+){0,4}?\s+(?:ha[sd]\s+|have\s+)?(?:since\s+|now\s+|then\s+)?(?:left|leave|resigned|retired|ceased|"
    r"closed|moved\s+(?:on|out|away)|withdrew|withdrawn|lapsed|departed|stopped|gave\s+up|stood\s+down|dropped\s+out|expired)\b",
    re.I,
)
_IN = re.compile(
    r"^(?:\s+(?!and\b|but\b)[a-z]+){0,4}?\s+(?:ha[sd]\s+|have\s+)?(?:since\s+|now\s+|then\s+)?(?:joined|arrived|(?:were|was)\s+(?:recruited|"
    r"appointed|added|admitted|approved|opened|registered)|came\s+in|started|began)\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:target|budget|forecast|expected|if|would|last\s+year)\b|⟦[pm]", re.I)
_MOST, _MEND = 4, "Put the wrong number right."


def balances(reading: Reading) -> Iterator[Denial]:
    """A stock comes to its start with all that came and less all that went, by their verbs."""
    for rows in by_line(reading).values():
        items = [x for row in rows for x in row.quantities if x.phrase.number.kind == COUNT]
        first = next((at for at, x in enumerate(items) if _is(x, _FIRST)), None)
        if first is None:
            continue
        last = next((at for at, x in enumerate(items) if at > first + 1 and _is(x, _LAST)), None)
        if last is not None and not _is_of_others(rows, items[first], items[last]):
            yield from _denied(items[first], items[first + 1 : last], items[last])


def _is(item: Quantity, pattern: re.Pattern) -> bool:
    lead = item.sentence.text[max(0, item.phrase.start - 100) : item.phrase.start]
    roles = (BOUND, MEAN, RATE, TARGET)
    plain = item.phrase.role not in roles and not item.phrase.number.bound
    return plain and bool(pattern.search(lead))


def _is_of_others(rows: Sequence[Statement], first: Quantity, last: Quantity) -> bool:
    between = [x for x in rows if first.order <= x.order <= last.order]
    heads = {first.phrase.head, last.phrase.head} - {""}
    return len(heads) > 1 or any(_OTHERS.search(x.sentence.text) for x in between)


def _signs(item: Quantity) -> tuple[int, ...]:
    """The ways in which a number may have changed the stock."""
    behind = item.sentence.text[item.phrase.end :]
    if item.phrase.number.bound or item.phrase.base is not None:
        return (1, 0, -1)
    return (-1,) if _OUT.match(behind) else (1,) if _IN.match(behind) else (1, 0, -1)


def _denied(first: Quantity, flows: Sequence[Quantity], last: Quantity) -> Iterator[Denial]:
    signs = [_signs(x) for x in flows]
    sure = [(x, way[0]) for x, way in zip(flows, signs, strict=True) if len(way) == 1]
    if not sure or len(flows) > _MOST:
        return
    values = [x.value for x in flows]
    totals = {_sum(first.value, values, ways) for ways in product(*signs)}
    if last.value in totals:
        return
    # What no verb signs came where a sure one went.
    signed = [way[0] if len(way) == 1 else -sure[0][1] for way in signs]
    terms = "".join(
        f" {'+' if way > 0 else '−'} {x.phrase.number.words}"
        for x, way in zip(flows, signed, strict=True)
    )
    total = number_text(_sum(first.value, values, signed))
    says = f"{first.phrase.number.words}{terms} = {total}, but the report gives "
    yield Denial.of(last, f"{says}{last.phrase.number.words}.", _MEND)


def _sum(first: Fraction, values: Sequence[Fraction], signed: Sequence[int]) -> Fraction:
    return first + sum(x * way for x, way in zip(values, signed, strict=True))

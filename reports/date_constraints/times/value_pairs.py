"""Two values of one measure in a passage, and which of them is the earlier or another's: by dates,
by “a year ago” and “had been”, or by whom they are of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assurance.runtime.digits import UNITS, whole
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN
from reports.quantities.model import Quantity, Statement
from reports.quantities.roles import BOUND, CHANGE, RATE, TARGET

_PERIOD = r"(?:years?|quarters?|months?|half-years?|terms?|weeks?)"
_AGO = re.compile(
    rf"\b(?P<many>an?|one|the|{'|'.join(UNITS[2:])}|\d+)\s+{_PERIOD}\s+(?:ago|before|earlier|previously)\b",
    re.I,
)
_THEN = re.compile(
    rf"\b(?:last\s+{_PERIOD}|last\s+time|the\s+(?:previous|preceding|prior)\s+[a-z]+|the\s+{_PERIOD}\s+before|previously|before\s+that|"
    r"at\s+(?:first|the\s+(?:start|outset|beginning|last\s+[a-z]+))|began|begun|used\s+to|had|in\s+the\s+pilot|"
    r"the\s+last\s+(?:audit|review|survey|report|inspection|count|time|round|half-year)|(?:the\s+)?first\s+[a-z]+)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:now|today|this\s+[a-z]+|currently|at\s+present|latest|at\s+the\s+end|ended|closed|stands?)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:nation\w*|england|wales|english|region\w*|county|country|neighbours?|elsewhere|"
    r"(?:similar|comparable|comparator|other|like)\s+(?:authorities|councils|areas|boroughs|schools|services)|all\s+(?:councils|schools|children))\b",
    re.I,
)
_CLAUSES = re.compile(
    r"[.;]|,\s+(?:and|but|so|while|whereas|where|which|against|compared)\b|\b(?:while|whereas|against|compared)\b"
)
_NUMBERS = re.compile(rf"⟦[cpmx]\d+⟧(?!\s+{_PERIOD}\s+(?:ago|before|earlier)\b)")
_KINDS = (PERCENT, MONEY, SPAN, COUNT)
_FAR, _TWO = 4, 2


@dataclass(frozen=True)
class Value:
    """A value as a passage states it: a number, or the share that one is of its base."""

    exact: Fraction
    text: str
    item: Quantity


@dataclass(frozen=True)
class Pair:
    """What is, or ours, and what was, or others have."""

    own: Value
    other: Value
    is_of_time: bool


def pair_in(
    rows: Sequence[Statement], start: date | None = None, *, shares: bool = False
) -> Pair | None:
    """The only two values of one kind in the last sentences of some that have two, where it is sure
    which of them was before or is another's; `shares` for those of counts with their bases; the
    period of the report begins on `start`."""
    for first in range(len(rows) - 1, -1, -1):
        values = _values(rows[first:], shares)
        if len(values) >= _TWO:
            return _ordered(*values, start) if len(values) == _TWO else None
    return None


def _values(rows: Sequence[Statement], shares: bool) -> list[Value]:
    items = [x for row in rows for x in row.quantities]
    if shares:
        percents = [x for x in items if x.phrase.number.kind == PERCENT and _is_value(x)]
        return [_plain(x) for x in percents] or _shares(rows)
    for kind in _KINDS:
        chosen = [x for x in items if x.phrase.number.kind == kind and _is_value(x)]
        bases = {(x.order, x.phrase.base) for x in items if x.phrase.base is not None}
        chosen = [x for x in chosen if (x.order, x.phrase.mark) not in bases]
        heads = {x.phrase.head for x in chosen} - {""}
        # “31 days, where it had taken 27”.
        if kind == SPAN and len(chosen) == 1:
            bare = [x for x in items if x.phrase.is_stock and not x.phrase.head]
            chosen = [*chosen, *bare] if len(bare) == 1 else []
        if len(chosen) > 1 and (kind != COUNT or len(heads) < _TWO):
            return [_plain(x) for x in chosen]
    return []


def _shares(rows: Sequence[Statement]) -> list[Value]:
    """The share of each count that stands with its base, or right before one among the only two
    of its sentence."""
    made = []
    for row in rows:
        index = {x.phrase.mark: x for x in row.quantities}
        parts = [(x, index.get(x.phrase.base)) for x in row.counts if x.phrase.base is not None]
        among = re.search(
            r"⟦c(\d+)⟧[^⟦.;]{0,40}\b(?:among|from|for|in)\s+(?:the\s+|our\s+)?⟦c(\d+)⟧",
            row.sentence.text,
        )
        if not parts and among and len(row.counts) == _TWO:
            parts = [(index.get(whole(among[1])), index.get(whole(among[2])))]
        for part, base in parts:
            if part and base and 0 < part.value <= base.value:
                text = f"{part.phrase.number.words} of {base.phrase.number.words}"
                made.append(Value(Fraction(part.value) / base.value, text, part))
    return made


def _plain(item: Quantity) -> Value:
    return Value(Fraction(item.value), item.phrase.number.words, item)


def _is_value(item: Quantity) -> bool:
    """True for what was or is: no change, rate, bound, aim or time."""
    phrase = item.phrase
    behind = item.sentence.text[phrase.end : phrase.end + 20]
    is_time = phrase.number.kind == SPAN and re.match(
        r"\s+[a-z]+\s+(?:ago|before|earlier|old)\b", behind
    )
    plain = phrase.role not in (BOUND, CHANGE, RATE, TARGET) and phrase.number.bound in ("", "~")
    return plain and not is_time


def _ordered(first: Value, last: Value, start: date | None) -> Pair | None:
    """The two as a pair; None where it is not sure which is which, or they are of two measures."""
    if max(first.exact, last.exact) > _FAR * min(first.exact, last.exact):
        return None
    texts = [_clause(x.item) for x in (first, last)]
    others = [bool(_OTHER.search(x)) for x in texts]
    if others[0] != others[1]:
        return Pair(first, last, False) if others[1] else Pair(last, first, False)
    dated = all("⟦d" in x for x in texts)
    times = [_time(x.item, y, start, dated) for x, y in zip((first, last), texts, strict=True)]
    # “We opened 96 and closed 104” is of no two times.
    is_timed = dated or any(x and x[0] < 0 for x in times)
    if None in times or times[0] == times[1] or any(others) or not is_timed:
        return None
    return Pair(last, first, True) if times[0] < times[1] else Pair(first, last, True)


def _clause(item: Quantity) -> str:
    """The marked words of the clause of a value, between the numbers beside it."""
    text, phrase = item.sentence.text, item.phrase
    ahead = _NUMBERS.split(_CLAUSES.split(text[: phrase.start])[-1])[-1]
    behind = _NUMBERS.split(_CLAUSES.split(text[phrase.end :])[0])
    # “11 two years ago and 12 a year ago”: what follows “and” is of the next one.
    return f"{ahead} {behind[0].rpartition(' and ')[0] if len(behind) > 1 else behind[0]}"


def _time(item: Quantity, clause: str, start: date | None, dated: bool) -> tuple[int, int] | None:
    """When a value was, to be compared with another's: a date where both are `dated`, or how long
    ago."""
    days = [x for x in item.sentence.marks("d", clause) if x.first]
    if dated:
        return (days[0].first.toordinal(), 0) if len(days) == 1 else None
    ago = _AGO.search(item.sentence.said(clause))
    if ago:
        many = ago["many"].casefold()
        number = UNITS.index(many) if many in UNITS else whole(many) if many.isdecimal() else 1
        return -1, -number
    if _THEN.search(clause) or (start and any(x.last < start for x in days)):
        return -1, 0
    return 0, 1 if _NOW.search(clause) else 0

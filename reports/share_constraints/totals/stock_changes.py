"""A stock at the start of a time and at its end, with whatever came and went between them: some
way of adding and taking away comes to the last, whatever verbs the passage has."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from reports.checks.reading import Reading
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Denial, Quantity
from reports.quantities.passages import by_line
from reports.quantities.roles import BOUND, MEAN, RATE, TARGET

_PERIOD = r"(?:year|half[-\s]?year|quarter|period|month|term|time)"
# “We began October with 184”, “The quarter opened with 542 plans”, “On 1 April we had 214”.
_FIRST_AHEAD = re.compile(
    r"\b(?:beg[aiu]n|open(?:ed|s)?|start(?:ed|s)?|entered)\b(?:[^⟦.;]|⟦d\d+⟧){0,50}\bwith\s+(?:[a-z]+\s+){0,2}$"
    r"|^\W*(?:on|at)\s+(?:⟦d\d+⟧|the\s+(?:start|beginning)[^⟦.;,]{0,25}),?\s+(?:we|there|it|the\s+[a-z]+)\s+(?:had|were|was|stood\s+at)\s+$",
    re.I,
)
_FIRST_BEHIND = re.compile(
    rf"^[^⟦.;]{{0,50}}\b(?:when|as)\s+the\s+{_PERIOD}\s+(?:began|opened|started)\b"
    r"|^[^⟦.;]{0,40}\bhad\s+been\s+[^⟦.;]{0,30}\b(?:on|at)\s+(?:⟦d|the\s+(?:start|end)\b)",
    re.I,
)
# “Leaving 131”, “so that we had 191”, “the quarter closed with 559”, “On 31 March there were 142”.
_LAST_AHEAD = re.compile(
    r"\b(?:leaving|leaves?|left)\s+(?:us\s+(?:with\s+)?|a\s+total\s+of\s+|it\s+at\s+)?$"
    r"|\b(?:so(?:\s+that)?|which\s+means(?:\s+that)?)\b(?:[^⟦.;]|⟦d\d+⟧){0,60}$"
    r"|\b(?:closed|ended|finished)\b(?:[^⟦.;]|⟦d\d+⟧){0,50}\bwith\s+(?:[a-z]+\s+){0,2}$"
    r"|^\W*(?:on|at|by)\s+(?:⟦d\d+⟧|the\s+end\b[^⟦.;,]{0,30}),?\s+(?:we|there|it|the\s+[a-z]+)\s+(?:had|were|was|stood\s+at)\s+$",
    re.I,
)
_OTHERS = SentencePattern(
    r"\b(?:target|budget|forecast|expected|if|would|compared|last\s+year)\b|⟦[pm]", re.I
)
_FEWEST, _MOST, _LEAST = 1, 4, 10
_MEND = "Put the wrong number right."


def stock_changes(reading: Reading) -> Iterator[Denial]:
    """`We began with 184. 22 came and 12 moved on, so that we had 191`: 184 + 22 − 12 = 194."""
    for rows in by_line(reading).values():
        items = [x for row in rows for x in row.quantities if x.phrase.number.kind == COUNT]
        if len(items) < _FEWEST + 2 or any(_OTHERS.search(x.sentence.text) for x in rows):
            continue
        opening = next((at for at, x in enumerate(items) if _is_first(x)), None)
        closing = _closing(items, opening) if opening is not None else None
        if closing is not None:
            yield from _denied(items[opening], items[opening + 1 : closing], items[closing])


def _is_first(item: Quantity) -> bool:
    ahead, behind = _around(item)
    return _is_exact(item) and bool(_FIRST_AHEAD.search(ahead) or _FIRST_BEHIND.match(behind))


def _closing(items: Sequence[Quantity], opening: int) -> int | None:
    """The place of the stock at the end, behind what came and went."""
    for at in range(opening + 1 + _FEWEST, len(items)):
        if _is_exact(items[at]) and _LAST_AHEAD.search(_around(items[at])[0]):
            return at
    return None


def _around(item: Quantity) -> tuple[str, str]:
    text = item.sentence.text
    return text[max(0, item.phrase.start - 100) : item.phrase.start], text[item.phrase.end :]


def _is_exact(item: Quantity) -> bool:
    roles = (BOUND, MEAN, RATE, TARGET)
    return not item.phrase.number.bound and item.phrase.role not in roles and item.value >= 0


def _denied(first: Quantity, between: Sequence[Quantity], last: Quantity) -> Iterator[Denial]:
    heads = {first.phrase.head, last.phrase.head} - {""}
    flows = [x for x in between if _is_exact(x)]
    if len(heads) > 1 or not _FEWEST <= len(flows) <= _MOST or len(flows) != len(between):
        return
    if max(first.value, last.value) < _LEAST:
        return
    every = product((1, 0, -1), repeat=len(flows))
    if any(_sum(first, flows, signs) == last.value for signs in every if any(signs)):
        return
    # With every number counted once, some on either side, one slip of the pen is to explain it.
    for signs in product((1, -1), repeat=len(flows)):
        moved = [x.value * sign for x, sign in zip(flows, signs, strict=True)]
        both_ways = len(flows) == 1 or len(set(signs)) > 1
        if both_ways and is_of_one_slip((first.value, *moved), last.value):
            total = _sum(first, flows, signs)
            terms = "".join(
                f" {'+' if sign > 0 else '−'} {x.phrase.number.words}"
                for x, sign in zip(flows, signs, strict=True)
            )
            says = f"{first.phrase.number.words}{terms} = {number_text(total)}, but the report "
            yield Denial.of(last, f"{says}gives {last.phrase.number.words}.", _MEND)
            return


def _sum(first: Quantity, flows: Sequence[Quantity], signs):
    pairs = zip(flows, signs, strict=True)
    return first.value + sum(x.value * sign for x, sign in pairs)

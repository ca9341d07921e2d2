"""A difference, and the rest of a whole, against the two numbers right before them."""

import re
from collections.abc import Iterator, Sequence

from assurance.runtime.digits import whole
from reports.prose.numbers import COUNT, PERCENT, SPAN
from reports.prose.quantities.arithmetic import extent, number_text
from reports.prose.quantities.opposites import PAIRS
from reports.quantities.derivation.slips import SMALL, is_mistyped
from reports.quantities.grammar import CHANGE, RATE
from reports.quantities.model import Denial, Quantity, Statement, Sure

_MARK = r"⟦[cmqx](?P<mark>\d+)⟧"
_NOUN = (
    r"increase|decrease|rise|fall|drop|gain|loss|growth|reduction|difference|gap|change|"
    r"shortfall|surplus|deficit|over-?\s?spend|under-?\s?spend|improvement|decline"
)
# “An increase of 24”, “seven short”, “better by 19 points”.
_CUES = re.compile(
    rf"\b(?:{_NOUN})\s+(?:of|is|was)\s+(?:just\s+|only\s+)?{_MARK}"
    r"|\b(?:better|worse|higher|lower|more|fewer|up|down|rose|fell|grew|short)\s+by\s+"
    r"⟦[cmqx](?P<by>\d+)⟧"
    r"|⟦[cmqx](?P<first>\d+)⟧\s+(?:(?:percentage\s+)?points?\s+|minutes?\s+|days?\s+|weeks?\s+|months?\s+)?"
    r"(?:short|inside|below|above|better|worse|ahead|behind|outside|more|fewer|higher|lower)\b"
    r"(?!\s+(?:or|and)\b|\s+[a-z]+\s+(?:were|was|had|have|are|came)\b)",
    re.I,
)
_REST = re.compile(r"\b(?:the\s+)?(?:other|remaining)\s+⟦c(?P<mark>\d+)⟧(?!\s+[a-z]+s\b)", re.I)
# A comparison with what the paper does not state.
_WITH_ELSE = re.compile(
    r"\b(?:than|on|over|since|against)\s+(?:(?:in|at|on)\s+)?(?:the\s+)?(?:last|previous|same|year|usual|planned|"
    r"expected|forecast|england|national|our\s+neighbours)",
    re.I,
)
_NEAR = r"⟦c(?P<{name}>\d+)⟧(?P<{name}_noun>(?:[^⟦;:.]|⟦d\d+⟧){{0,45}}?)\b(?:{words})\b"
_PAIRS = tuple(
    tuple(re.compile(_NEAR.format(name="count", words=words), re.I) for words in pair)
    for pair in PAIRS
)
_MORE = re.compile(
    r"\b(?:unknown|not\s+known|not\s+recorded|others?|rest|withdrawn|both|open|pending)\b", re.I
)


def apart(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`On 1 May there were 83, on 1 November 97. That is 24 more.`"""
    text = row.sentence.text
    if _WITH_ELSE.search(text):
        return
    index = {item.phrase.mark: item for item in row.quantities}
    for match in (*_CUES.finditer(text), *_REST.finditer(text)):
        names = match.groupdict()
        item = index.get(whole(names.get("mark") or names.get("by") or names.get("first") or ""))
        pair = _pair(item, row, earlier) if item else None
        if pair is None or item.phrase.number.bound:
            continue
        low, high = extent(item.phrase.number)
        room = (high - low) / 2 + sum(
            (extent(x.phrase.number)[1] - extent(x.phrase.number)[0]) / 2 for x in pair
        )
        gap = abs(pair[0].value - pair[1].value)
        # What no slip parts from the difference is one of others.
        if abs(gap - item.value) > room and is_mistyped(item.value, gap):
            large, small = sorted(pair, key=lambda x: -x.value)
            says = (
                f"{large.phrase.number.words} − {small.phrase.number.words} = {number_text(gap)}, "
            )
            says += f"but the report gives {item.phrase.number.words}."
            yield Denial.of(
                item,
                says,
                "Put the number right, or name the two that it follows from.",
                Sure.JOINED if max(item.value, gap) >= SMALL else Sure.GUESSED,
            )
            return


def _unit(item: Quantity):
    """The unit of a number: a span has its word, points are per cents."""
    kind, head = item.phrase.number.kind, item.phrase.clause.partition(" ")[0].rstrip("s,.")
    if kind in ("points", PERCENT) or (kind == COUNT and head == "point"):
        return PERCENT
    return head if kind == SPAN else kind


def _pair(item: Quantity, row: Statement, earlier: Sequence[Statement]):
    """The two numbers alike that it may be of, in its sentence or the one or two before."""
    rows = []
    for other in (row, *earlier[:2]):
        if other.line is not row.line:
            break
        alike = [
            x
            for x in other.quantities
            if x is not item
            and _unit(x) == _unit(item)
            and x.phrase.role not in (RATE,)
            and x.value
        ]
        rows.append([x for x in alike if x.phrase.role != CHANGE or other is not row])
        if sum(map(len, rows)) >= 2:
            break
    matches = [x for group in rows for x in group]
    exact = len(matches) == 2 and matches[0].value != matches[1].value
    plain = exact and not any(x.phrase.number.bound for x in matches)
    heads = {x.phrase.head for x in matches} - {"", item.phrase.head}
    return (
        matches if plain and len(heads) < 2 and item.value < max(x.value for x in matches) else None
    )


def opposed(row: Statement, around: Sequence[Statement]) -> Iterator[Denial]:
    """`Of 240 forms 228 came in time. Twenty-two came late.`: the rest of a whole."""
    rows = (row, *around)
    for pair in _PAIRS:
        own = [pattern.search(row.sentence.text) for pattern in pair]
        near = [
            (match, other)
            for other in rows
            for match in (pair[0].search(other.sentence.text),)
            if match
        ]
        if not own[1] or not near:
            continue
        match, other = near[0]
        index = {(x.order, x.phrase.mark): x for each in rows for x in each.counts}
        last = index.get((row.order, whole(own[1]["count"])))
        first = index.get((other.order, whole(match["count"])))
        wholes = _wholes(rows, first, last) if first and last and first is not last else []
        if len(wholes) == 1 and not any(_MORE.search(x.sentence.text) for x in (row, other)):
            total = wholes[0]
            gap = first.value + last.value - total.value
            if gap and 4 * abs(gap) <= total.value:
                says = f"{first.phrase.number.words} + {last.phrase.number.words} = "
                says += f"{number_text(first.value + last.value)}, "
                says += f"but the report gives {total.phrase.number.words}."
                yield Denial.of(
                    last,
                    says,
                    "Put the wrong number right, or name the part that is missing.",
                    Sure.JOINED
                    if is_mistyped(last.value, total.value - first.value)
                    else Sure.GUESSED,
                )
                return


def _wholes(rows, first, last):
    """The one count that is larger than both, in these sentences."""
    every = [x for each in rows for x in each.counts if x not in (first, last)]
    return [x for x in every if x.value >= max(first.value, last.value)] if len(every) == 1 else []

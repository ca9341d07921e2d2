"""A change since a time before, where the count of that time is near it and the count of now, of
the same name, is elsewhere in the report."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EXPECTATIONS
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped, is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE

_PERIOD = r"(?:year|quarter|half-year|half|months?|term|period|report|time)"
# What makes the count of a clause that of a time before.
_THEN = re.compile(
    rf"\b(?:(?:last|previous|preceding|prior)\s+(?:financial\s+|calendar\s+|school\s+)?{_PERIOD}|{_PERIOD}s?\s+(?:before|earlier|ago|previously)|"
    rf"previously|before\s+that|{_PERIOD}\s+to\s+⟦d\d+⟧|had\s+been|in\s+⟦d\d+⟧|at\s+⟦d\d+⟧)",
    re.I,
)
_BY = re.compile(
    r"\b(?:(?P<up>increase|rise|growth|gain|more|up|rose|grew|increased|risen|grown)|(?P<down>decrease|fall|drop|reduction|decline|fewer|down|fell|fallen|"
    r"decreased|dropped|declined))\b",
    re.I,
)
_UNSURE = re.compile(
    rf"\b(?:{AIMS}|{EXPECTATIONS}|forecast|planned|net|average|each|month|week|among|aged|"
    r"of\s+(?:these|those|them|which|whom)|than\s+now)\b",
    re.I,
)
_THAN_NOW = re.compile(r"(?:\s+[a-z]+){0,2}\s+than\s+now\b", re.I)
_BACK, _FAR, _MOST, _LEAST = 2, 14, 3, 10
_MEND = "Put the change right, or one of the two numbers."


def changes_of_counts(reading: Reading) -> Iterator[Denial]:
    """`187 were received. … A year before there were 163, so that there was a rise of 34.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        changes = [x for x in row.quantities if x.phrase.role == CHANGE]
        if len(changes) != 1 or changes[0].phrase.number.kind != COUNT:
            continue
        change = changes[0]
        if change.phrase.number.bound or change.phrase.number.places or change.value < _MOST:
            continue
        passage = [row, *(x for x in before(rows, place, _BACK) if x.line is row.line)]
        thens = [x for other in passage for x in other.counts if _is_then(x)]
        texts = (
            row.sentence.text[: change.phrase.end + 1],
            *(x.sentence.text for x in passage[1:]),
        )
        than_now = _THAN_NOW.match(row.sentence.text, change.phrase.end)
        if len(thens) == 1 and not than_now and not any(map(_UNSURE.search, texts)):
            yield from _denied(change, thens[0], [row, *before(rows, place, _FAR)])


def _denied(change: Quantity, then: Quantity, near: Sequence[Statement]) -> Iterator[Denial]:
    matches = list(_BY.finditer(change.sentence.text))
    ways = {bool(x["up"]) for x in matches}
    alike = [x for row in near for x in row.counts if _is_stock(x, then)]
    nows = {x.value: x for x in alike if x.value != then.value and not _is_then(x)}
    values = {x.value for row in near for x in row.counts}
    gaps = {abs(a - then.value) for a in values}
    if len(nows) != 1 or len(ways) != 1 or change.value in gaps:
        return
    [now] = nows.values()
    gap = now.value - then.value
    is_near = is_mistyped(change.value, abs(gap)) or is_within(change.value, abs(gap), 2)
    if gap and is_near and (gap > 0) is ways.pop():
        says = f"{now.phrase.number.words} ({now.line.at}) against {then.phrase.number.words} is a "
        says += (
            f"change of {number_text(abs(gap))}, but the report gives {change.phrase.number.words}."
        )
        yield Denial.of(change, says, _MEND)


def _is_stock(item: Quantity, then: Quantity) -> bool:
    phrase = item.phrase
    whole = phrase.is_stock and phrase.base is None and not phrase.anaphor and not phrase.of
    return bool(
        whole and phrase.head and phrase.noun == then.phrase.noun and not phrase.number.bound
    )


def _is_then(item: Quantity) -> bool:
    ahead, behind = item.beside(".;", 90)
    plain = item.phrase.is_stock and item.phrase.head and item.value >= _LEAST
    return bool(plain and _THEN.search(f"{ahead} {behind}"))

"""A rise or fall of so many, against the two counts of the sentence before; and so many a month,
against the months that their sentence names."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.prose.dates import DAY
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import DIRECTION, UP, number_text, way_of
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Statement
from reports.quantities.roles import CHANGE

_SUBJECT = re.compile(
    r"^\W*(?:so\s+|thus\s+)?(?:it|this|that|they|(?:the|that|this)\s+(?:number|figure|total|count))\b",
    re.I,
)
# “… 188 now; in January it was 204”: what is written second was before.
_WAS = re.compile(
    r"\b(?:it|they|there|the\s+(?:number|figure|total))\s+(?:was|were|had\s+been|stood\s+at)\b|"
    r"\b(?:compared\s+with|against|up\s+from|down\s+from)\b|\b(?:year|quarter|month)\s+(?:before|earlier)\b",
    re.I,
)
_A_MONTH = re.compile(
    r"\b(?:average|mean|averag\w+)\b[^⟦.;:]{0,60}⟦c(?P<each>\d+)⟧\s+(?:[a-z]+\s+)?(?:in\s+each|each|a|every|per|in\s+every)\s+month\b",
    re.I,
)
_RANGE = re.compile(r"\b(?:between|from)\s+⟦d(?P<first>\d+)⟧\s+(?:and|to)\s+⟦d(?P<last>\d+)⟧", re.I)
_ROOM, _TIMES, _YEAR = Fraction(1, 8), 2, 12


def stepped(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`188 have one in June; in January it was 204. The number has risen by 16.`"""
    text = row.sentence.text
    words = list(re.finditer(DIRECTION, text, re.I))
    changes = [x for x in row.counts if x.phrase.role == CHANGE]
    if len(words) != 1 or len(changes) != 1 or len(row.counts) != 1 or not earlier:
        return
    then = _WAS.search(earlier[0].sentence.text)
    counts = earlier[0].counts
    if not _SUBJECT.match(text) or not then or len(counts) != 2 or re.search(r"\bnot\b", text):
        return
    now, last = counts
    if not now.phrase.end <= then.start() < last.phrase.start:
        return
    way = 1 if way_of(words[0]) == UP else -1
    if abs(now.value - last.value) == changes[0].value and (now.value - last.value) * way < 0:
        says = f"{now.phrase.number.words} against {last.phrase.number.words} before, but the "
        says += f"report uses “{words[0].group()}”."
        yield Denial(row.line, row.span, says, "Use the other word.")


def so_many_a_month(row: Statement) -> Iterator[Denial]:
    """`132 between 1 April and 31 December, on average 18 in each month`."""
    match, months = _A_MONTH.search(row.sentence.text), _months(row)
    if not match or not months:
        return
    each = row.sentence.thing(match["each"])
    totals = [x for x in row.counts if x.phrase.is_stock and x.phrase.number is not each]
    exact = [Fraction(x.value) / months for x in totals if x.phrase.number.kind == COUNT]
    near = [x for x in exact if is_within(x, each.value, _TIMES)]
    if near and all(abs(x - each.value) > x * _ROOM for x in exact):
        says = f"{number_text(near[0] * months)} over {months} months is "
        says += f"{number_text(near[0], 1)} a month, but the report gives {each.words}."
        yield Denial(row.line, each, says, "Put the wrong number right.")


def _months(row: Statement) -> int:
    """The whole months of the one range of days that a sentence names; 0 where it names none."""
    matches = list(_RANGE.finditer(row.sentence.text))
    if len(matches) != 1:
        return 0
    first, last = (row.sentence.thing(matches[0][name]) for name in ("first", "last"))
    if first.precision != DAY or last.precision != DAY or not (first.month and last.month):
        return 0
    months = last.month - first.month + 1
    return months if months > 0 else months + _YEAR

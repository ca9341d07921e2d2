"""`In every quarter the result was better than in the one before`: each step of a run of values."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assurance.runtime.digits import ORDINALS
from reports.prose.asides import AIMS, EXCEPTIONS
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.betterment import better_way
from reports.quantities.model import Denial, Quantity, Statement

_PERIOD = r"(?:quarter|month|year|term|half-year|week|period)"
_EACH = re.compile(
    rf"\b(?:(?P<all>(?:in|for)?\s*(?:every|each)(?:\s+of\s+the)?(?:\s+[a-z]+)?\s+{_PERIOD}s?)|(?P<none>(?:in\s+)?no\s+{_PERIOD}))\b[^⟦.;:]{{0,60}}?"
    r"\b(?:(?P<up>higher|more|greater|larger|up)|(?P<down>lower|fewer|less|smaller|down)|(?P<good>better|improve\w*)|(?P<bad>worse))\b"
    r"[^⟦.;:]{0,20}?\b(?:than|on)\b[^⟦.;:]{0,20}?\b(?:before|previous|last|preceding)\b"
    rf"|\b(?P<by>(?:(?P<rose>rose|risen|grew|grown|increased|climbed)|(?P<fell>fell|fallen|dropped|decreased|declined)|(?P<improved>improved)))"
    rf"\s+(?:in\s+)?(?:(?:every|each)\s+{_PERIOD}|{_PERIOD}\s+(?:by|on|after)\s+{_PERIOD})\b",
    re.I,
)
_PLACES = ORDINALS[:6]
_PLACE = re.compile(
    rf"\b(?:{'|'.join(_PLACES)})\b|\bquarter\s+⟦x|\b(?:autumn|spring|summer)\b|⟦d", re.I
)
_UNSURE = re.compile(rf"\b(?:{AIMS}|{EXCEPTIONS}|but|not|nearly|almost)\b", re.I)
_LEAST = 3


def runs(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A run of values goes the way that a sentence gives each of its steps."""
    match = _EACH.search(row.sentence.text)
    if not match or _UNSURE.search(row.sentence.text) or len(row.quantities) > 0:
        return
    run = next((run for other in earlier[:1] if len(run := _run(other)) >= _LEAST), [])
    way = _way(match, earlier[0].sentence.text) if run else 0
    steps = [(b.value - a.value) * way for a, b in pairwise(run)]
    if not way or not steps:
        return
    wrong = any(x > 0 for x in steps) if match["none"] else any(x <= 0 for x in steps)
    if wrong:
        values = ", ".join(number_text(item.value, item.phrase.number.places) for item in run)
        says = f"The values before are {values}, but the report has "
        says += f"“{row.sentence.said(match.group()).strip()}”."
        yield Denial(row.line, row.span, says, "Write what the numbers show.")


def _run(row: Statement) -> list[Quantity]:
    """The values of a sentence that go through periods in their order; none where they do not."""
    shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
    values = shares or [x for x in row.counts if x.phrase.is_stock and x.phrase.base is None]
    places = len(_PLACE.findall(row.sentence.text))
    order = [row.sentence.text.casefold().find(word) for word in _PLACES]
    stated = [at for at in order if at >= 0]
    return values if places >= len(values) and stated == sorted(stated) else []


def _way(match: re.Match, text: str) -> int:
    """1 for up, -1 for down; of better and worse, by what the values are of."""
    if match["up"] or match["rose"]:
        return 1
    if match["down"] or match["fell"]:
        return -1
    return better_way(text) * (-1 if match["bad"] else 1)

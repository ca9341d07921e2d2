"""A length of time within or beyond a limit that its sentence states, in the same unit."""

import re
from collections.abc import Iterator

from reports.constraints.steps.values import unit_of
from reports.prose.numbers import COUNT, SPAN
from reports.quantities.grammar import CHANGE
from reports.quantities.model import Denial, Quantity, Statement

_LIMIT = (
    r"(?:time\s+)?(?:limits?|thresholds?|timescales?|deadlines?|maximum|ceiling|cap|targets?|"
    r"standards?)"
)
_STATED = re.compile(
    rf"⟦x(?P<ahead>\d+)⟧\s+(?:[a-z]+\s+)?{_LIMIT}\b"
    rf"|\b{_LIMIT}(?:\s+(?:is|was|of|set\s+at|up\s+to|being)){{1,2}}\s+⟦(?P<kind>[xc])(?P<behind>\d+)⟧",
    re.I,
)
_VERDICT = re.compile(
    r"\b(?:(?P<within>within|inside|under|below|shorter\s+than|quicker\s+than|faster\s+than|ahead\s+of|met|meets?)"
    r"|beyond|outside|over|above|exceed(?:s|ed|ing)?|longer\s+than|slower\s+than|breach(?:es|ed|ing)?|"
    r"miss(?:es|ed|ing)?|past)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|never|no|none|nor|neither|all|most|many|some|each|every|if|should|will|would|must|"
    r"more\s+than|less\s+than|fewer\s+than)\b",
    re.I,
)
# What lies between the two: “three days outside target”.
_BY_SO_MUCH = re.compile(r"^\s+(?:outside|inside|over|under|above|below|beyond|within)\b", re.I)
_MEND = "Write what the numbers show, or put the number right."


def limits(row: Statement) -> Iterator[Denial]:
    """`Averaged 24 weeks, beyond the 26-week limit`: one value against one limit."""
    text = row.sentence.text
    verdicts, stated = list(_VERDICT.finditer(text)), list(_STATED.finditer(text))
    if len(verdicts) != 1 or len(stated) != 1 or _UNSURE.search(text):
        return
    mark = stated[0]["ahead"] or stated[0]["behind"]
    limit = next((x for x in row.quantities if str(x.phrase.mark) == mark), None)
    values = [item for item in row.quantities if item is not limit and not _is_gap(item)]
    if limit is None or len(values) != 1 or values[0].phrase.number.kind != SPAN:
        return
    value = values[0]
    alike = limit.phrase.number.kind == COUNT or unit_of(limit) == unit_of(value)
    if not alike or value.phrase.number.bound or value.phrase.role == CHANGE:
        return
    is_within = value.value <= limit.value
    if is_within != bool(verdicts[0]["within"]):
        says = f"The report uses “{verdicts[0].group()}”, but the value is "
        says += f"{value.phrase.number.words} against {limit.phrase.number.words}."
        yield Denial(row.line, row.span, says, _MEND)


def _is_gap(item: Quantity):
    """Whether a number is how far a value is from its limit."""
    return bool(_BY_SO_MUCH.match(item.sentence.text[item.phrase.end :]))

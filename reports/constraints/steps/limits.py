"""A length of time within or beyond a limit that its sentence states, in the same unit."""

import re
from collections.abc import Iterator

from reports.quantities.model import Denial, Statement

_LIMIT = (
    r"(?:time\s+)?(?:limits?|thresholds?|timescales?|deadlines?|maximum|ceiling|cap|targets?|"
    r"standards?)"
)
_LENGTH = (
    r"⟦[xc](?P<{0}>\d+)⟧"
    r"(?:[-\s](?P<{0}_unit>(?:working\s+)?(?:minute|hour|day|week|month|year))s?\b)?"
)
_STATED = re.compile(
    rf"{_LENGTH.format('ahead')}\s+(?:[a-z]+\s+)?{_LIMIT}\b"
    rf"|\b{_LIMIT}(?:\s+(?:is|was|of|set\s+at|up\s+to|being)){{1,2}}\s+{_LENGTH.format('behind')}",
    re.I,
)
_VALUE = re.compile(_LENGTH.format("value"), re.I)
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
    limit = stated[0]["ahead"] or stated[0]["behind"]
    unit = stated[0]["ahead_unit"] or stated[0]["behind_unit"]
    values = [match for match in _VALUE.finditer(text) if match["value"] != limit]
    values = [match for match in values if not _BY_SO_MUCH.match(text[match.end() :])]
    if len(values) != 1 or not values[0]["value_unit"] or row.sentence.marks("pmq"):
        return
    limit, value = (row.sentence.thing(mark) for mark in (limit, values[0]["value"]))
    if value.bound or (unit or values[0]["value_unit"]).casefold() != values[0]["value_unit"]:
        return
    is_within = value.value <= limit.value
    if is_within != bool(verdicts[0]["within"]):
        says = f"The report uses “{verdicts[0].group()}”, but the value is "
        says += f"{value.words} against {limit.words}."
        yield Denial(row.line, row.span, says, _MEND)

"""A mean for each of so many, of a total that its own sentence gives: `7,040 contacts make an
average of 38 for each of the 184 days`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.quotients import is_wrong_quotient
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_FOR_EACH = SentencePattern(
    r"⟦[cm](?P<total>\d+)⟧(?P<between>[^⟦.;]{1,80}?)\b(?:average|mean)\s+of\s+(?:(?:about|some|just|under|over)\s+)*⟦[cm](?P<mean>\d+)⟧"
    r"\s+(?:[a-z]+\s+){0,2}?(?:for|to|in|on|at)\s+(?:each|every\s+one)\s+of\s+(?:the|these|those|its|our)\s+⟦[cx](?P<many>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{CONDITIONS}|{EXPECTATIONS}|against)\b", re.I)


def means_for_each(reading: Reading) -> Iterator[Denial]:
    """A mean is the total over how many there are, where one sentence has all three."""
    for row in statements(reading):
        match = _FOR_EACH.search(row.sentence.text)
        if match is None or _OTHERS.search(match.group()):
            continue
        total, mean, many = (row.sentence.thing(match[x]) for x in ("total", "mean", "many"))
        if any(x.bound for x in (total, many)) or many.value <= 1:
            continue
        if is_wrong_quotient(mean, total, many):
            exact = number_text(total.value / many.value, max(mean.places, 1))
            says = f"{total.words} over {many.words} is {exact}, but the report gives "
            yield Denial(
                row.line, mean, f"{says}{mean.words}.", "Correct the mean, or its numbers."
            )

"""So many occasions of so long each: `open on 30, for three hours each time, so for 90 hours in
all`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EXPECTATIONS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_TIMES = SentencePattern(
    r"⟦[cx](?P<many>\d+)⟧(?P<between>[^⟦.;:]{0,60}?)\b(?:of|for|lasting|lasted|taking|took|gave|offered)\s+⟦[cx](?P<each>\d+)⟧\s+"
    r"(?P<unit>hours?|days?|nights?|minutes?|weeks?|sessions?|places?)\s+(?:each(?:\s+time)?|apiece|at\s+a\s+time|every\s+time|a\s+time)\b"
    r"[^⟦.;:]{0,60}?⟦[cx](?P<all>\d+)⟧\s+(?:(?P=unit)|[a-z]+)(?=\s+(?:in\s+all|in\s+total|altogether)\b)",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{CONDITIONS}|{EXPECTATIONS}|except|but|at\s+least|up\s+to)\b", re.I)


def occasions(reading: Reading) -> Iterator[Denial]:
    """The time of so many occasions of one length is the product that the sentence prints."""
    for row in statements(reading):
        match = _TIMES.search(row.sentence.text)
        if match is None or _OTHERS.search(match.group()):
            continue
        many, each, every = (row.sentence.thing(match[x]) for x in ("many", "each", "all"))
        true = many.value * each.value
        if not any(x.bound for x in (many, each, every)) and true != every.value:
            says = f"{many.words} × {each.words} = {number_text(true)}, but the report gives "
            yield Denial(row.line, every, f"{says}{every.words}.", "Put the wrong number right.")

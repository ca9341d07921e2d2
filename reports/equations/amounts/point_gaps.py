"""How many points a share is from another of its sentence: `72.0%, which is three percentage points
short of our target of 75%`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.number_forms import half_unit
from reports.quantities.model import Denial
from reports.quantities.passages import statements

_GAP = re.compile(
    r"⟦p(?P<now>\d+)⟧,?\s+(?:(?:which|this|that)\s+(?:is|was)\s+)?(?:just\s+|only\s+|still\s+)?(?:⟦q(?P<gap>\d+)⟧|⟦c(?P<word>\d+)⟧\s+percentage\s+points?)"
    r"\s+(?:short\s+of|below|under|above|over|beyond|(?:higher|lower|more|less|better|worse)\s+than)"
    r"\s+(?:(?:the|our|its|their|that|a)\s+)?(?:[a-z-]+\s+){0,3}?⟦p(?P<other>\d+)⟧",
    re.I,
)
_MEND = "Correct the points, or one of the two shares."


def point_gaps(reading: Reading) -> Iterator[Denial]:
    """The denials of points that are not between the two shares next to them."""
    for row in statements(reading):
        for match in _GAP.finditer(row.sentence.text):
            marks = match["now"], match["gap"] or match["word"], match["other"]
            now, gap, other = map(row.sentence.thing, marks)
            if now.bound or gap.bound or other.bound:
                continue
            true = abs(now.value - other.value)
            if abs(true - gap.value) > sum(map(half_unit, (now, gap, other))):
                places = max(now.places, other.places)
                says = f"Between {now.words} and {other.words} are {number_text(true, places)} "
                says += f"points, but the report gives {gap.words}."
                yield Denial(row.line, gap, says, _MEND)

"""A whole that a paper states, and the parts that it tells of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reports.checks.reading import Line
from reports.checks.rule import Fault, Severity, fault
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import number_text, plain

BRACKETS = re.compile(r"\([^()]*\)")
NAMES_ALL = re.compile(
    r"\b(?:compris|made\s+up|consist|broken\s+down|break\s*down|split|divided|as\s+follows|namely)\w*",
    re.I,
)
UNKNOWN = re.compile(
    r"\b(?:the\s+rest|remainder|remaining|others|another|several|some|a\s+few|including|includes|"
    r"among|such\s+as|for\s+example|e\.g|more\s+than\s+one|overlap|both|either|double)\b",
    re.I,
)
NESTED = re.compile(
    r"\bof\s+(?:them|these|those|whom|which)\b|^\s*(?:including|of\s+which)\b", re.I
)
ONE_PART = re.compile(
    r"^\W*(?:(?:and|the|a|just|only|further|other|remaining|final|last)\s+)*(?:one|a\s+single)\b",
    re.I,
)
NIL = re.compile(r"^\W*(?:and\s+)?(?:no|none|nil|zero)\b", re.I)


@dataclass(frozen=True)
class Parts:
    """A whole and what is told of its parts; `complete` where they must be all of it."""

    whole: Number
    values: tuple[Fraction, ...]
    complete: bool
    severity: Severity | None = None

    @property
    def total(self) -> Fraction:
        """What the parts come to."""
        return sum(self.values, Fraction(0))

    def denies(self, near: Fraction) -> bool:
        """Whether the parts do not make the whole, and must be all of it or come near to it."""
        separate = abs(self.total - self.whole.value)
        if not separate or self.whole.bound or len(self.values) < 2:
            return False
        least = Fraction(2 if self.whole.value < 20 else 3)
        return self.complete or separate <= max(least, self.whole.value * near)


def sum_fault(line: Line, parts: Parts) -> Iterator[Fault]:
    """The fault of parts that do not come to their whole."""
    counted = " + ".join(number_text(value) for value in parts.values)
    gap = parts.whole.value - parts.total
    separate = f"{number_text(abs(gap))} {'missing' if gap > 0 else 'too many'}"
    says = (
        f"{counted} = {number_text(parts.total)}, and the paper says {plain(parts.whole)} "
        f"({separate})."
    )
    mend = "Put the wrong number right, or name the part that is missing."
    whole = parts.whole
    yield fault(line, whole, says, mend, severity=parts.severity)

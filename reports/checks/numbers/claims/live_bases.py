"""Per cents typed behind the live figure whose share they state."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict
from reports.prose.quantities.phrases import stems

# “50 young people aged 14 to 18 were 24% of all looked-after children”.
_STATED = re.compile(
    r"[^.;:(),%]{0,80}\b(?:is|are|was|were|being|made\s+up|represent\w*|account\w*\s+for)\s+$", re.I
)
# The whole in at most four words, each of them a word of what the figure is out of.
_OF = re.compile(
    r"\s+of\s+(?:all|the|our)?\s*(?P<whole>[a-z’'-]+(?:\s+[a-z’'-]+){0,2})\s*(?=[.,;:)]|$)", re.I
)


@rule("share-of-live-figure", Severity.ERROR, "C02; sources of error 3")
def typed_shares(reading: Reading, _known) -> Iterator[Fault]:
    """A per cent typed behind a live figure is that figure divided by its base."""
    for line in reading.prose():
        for number in line.numbers if line.live else ():
            live = _share_of(line, number)
            if live is None:
                continue
            exact = Fraction(100 * live.entry.count, live.entry.base_count)
            if verdict(number, exact, exact) == WRONG:
                right = f"{number_text(exact, number.places)}%"
                says = (
                    f"{live.entry.text} of {live.entry.base_count:,} is {right}, but the text "
                    f"gives {number.words}."
                )
                yield fault(line, number, says, "Quote the figure as a per cent.")


def _share_of(line: Line, number: Number) -> LiveFigure | None:
    """The live figure whose share of its own base a typed per cent states."""
    typed = number.kind == PERCENT and not number.bound and line.entry_at(number.start) is None
    before = [live for live in line.live if live.end <= number.start] if typed else ()
    whole = _OF.match(line.text, number.end) if before else None
    live = before[-1] if whole else None
    if live is None or not live.entry.count or not live.entry.base_count:
        return None
    text = stems(whole["whole"].replace("-", " "))
    states = _STATED.fullmatch(line.text, live.end, number.start)
    return live if states and text and text <= stems(live.entry.out_of) else None

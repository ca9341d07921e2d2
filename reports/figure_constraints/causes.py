"""“Because of the strategy of 2017 we look after 196”: a cause that came after the count."""

import re
from collections.abc import Iterator

from assurance.runtime.periods import say_day
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.claims.figure_days import ends_of
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.asides import CONDITIONS, EXPECTATIONS
from reports.prose.dates import Mention

_CAUSE = re.compile(
    r"\b(?:because\s+of|due\s+to|thanks\s+to|owing\s+to|"
    r"as\s+a\s+(?:direct\s+)?(?:result|consequence)\s+of|"
    r"following|in\s+response\s+to|brought\s+about\s+by|caused\s+by|driven\s+by|a\s+result\s+of|"
    r"since\s+the\s+(?:introduction|adoption|launch|opening)\s+of)\b",
    re.I,
)
_HEDGED = re.compile(
    rf"\b(?:{CONDITIONS}|{EXPECTATIONS}|forecast|may|plan\w*|likely|prepar\w+\s+for|ahead\s+of|"
    r"before|until|by)\b",
    re.I,
)
# So much may be between a cause and its date.
_REACH = 90
_MEND = "Name a cause that came before the figure, or quote a later figure."


@rule("cause-after-count", Severity.ERROR, "decisions §2", family="numbers")
def causes(reading: Reading, _known) -> Iterator[Fault]:
    """A cause that is given for a live figure came before the figure’s date."""
    yield from faults_around(reading, _late)


def _late(line: Line) -> Iterator[Fault]:
    for sentence in line.sentences:
        lives = [item for item in line.live if sentence.holds(item.start)]
        days = [ends[1] for item in lives if (ends := ends_of(item))]
        dated = _dated_cause(line, sentence) if days else None
        if dated and dated.first > max(days):
            text = line.text[dated.start : dated.end]
            says = f"{lives[0].entry.text} was counted to {say_day(max(days))}, before its "
            yield fault(line, (dated.start, dated.end), f"{says}cause of {text}.", _MEND)


def _dated_cause(line: Line, sentence) -> Mention | None:
    """The date of what a sentence names as a cause."""
    cause = _CAUSE.search(line.text, sentence.start, sentence.end)
    if not cause or _HEDGED.search(line.text, cause.end(), min(sentence.end, cause.end() + _REACH)):
        return None
    rows = line.dates_in(cause.end(), min(sentence.end, cause.end() + _REACH))
    stop = re.search(r"[,;:]", line.text[cause.end() : sentence.end])
    last = cause.end() + stop.start() if stop else sentence.end
    return next((item for item in rows if item.first and item.start < last), None)

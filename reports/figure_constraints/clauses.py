"""The clause of a sentence that a live figure is in."""

import re
from collections.abc import Iterator

from reports.checks.context import CheckContext, no_values
from reports.checks.reading import Line, LiveFigure
from reports.checks.rule import Fault, fault
from reports.papers.typed_numbers import SETTLE

_CLAUSE = re.compile(r"[;()]|\b(?:while|whereas|but|compared|than)\b", re.I)


def clause_around(line: Line, live: LiveFigure) -> tuple[str, str]:
    """The words of a figure's own clause before and behind it, as far as the next figure."""
    sentence = line.sentence_at(live.start)
    others = [item for item in line.live if sentence.holds(item.start) and item is not live]
    first = max([sentence.start, *(item.end for item in others if item.end <= live.start)])
    last = min([sentence.end, *(item.start for item in others if item.start >= live.end)])
    before, after = line.text[first : live.start], line.text[live.end : last]
    stops = [*_CLAUSE.finditer(before)]
    stop = _CLAUSE.search(after.replace(",", ";"))
    return before[stops[-1].end() if stops else 0 :], after[: stop.start() if stop else None]


def has_source(line: Line, start: int, end: int) -> bool:
    """True if a source is named for words of a line."""
    return any(start <= at < end and source for at, source in line.sources)


def why_ask(phrase: str, live: LiveFigure) -> str:
    """The sentence that asks for the source of words about a figure."""
    return f"“{phrase}” is of {live.entry.text}, with no record or source behind it. {SETTLE}"


def without_source(
    line: Line, span: tuple[int, int], live: LiveFigure, known: CheckContext, mend: str
) -> Iterator[Fault]:
    """The fault of words about a figure which no record bears out, where records are known and no
    source is named for the words."""
    if known.values is not no_values and not has_source(line, *span):
        yield fault(line, span, why_ask(line.text[slice(*span)].strip(), live), mend)

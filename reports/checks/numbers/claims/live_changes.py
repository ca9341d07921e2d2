"""Changes that are counted, and the words for the way they went."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assurance.figures.keys import current_key
from reports.checks.figure_texts import faults_around, is_over
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.prose.quantities.arithmetic import last_word, way_of

# “rose by 22”, “a fall of just 22”.
_LEADS = re.compile(
    r"\b(?:by|of)\s+(?:(?:just|only|about|around|some|nearly|almost|over)\s+)*$", re.I
)
# “22 more children than”, “22 fewer”.
_FOLLOWS = re.compile(
    r"\s+(?:[a-z’'-]+\s+){0,4}?(?:(?P<up>more|higher)|(?P<down>fewer|less|lower))\b(?!\s+than\s+\d)",
    re.I,
)
_WAYS = {1: "a rise", -1: "a fall", 0: "no change"}


@rule("live-change-denied", Severity.ERROR, "C15; source of error 9a")
def live_changes(reading: Reading, _known) -> Iterator[Fault]:
    """A change that is counted has the words for the way that it went."""
    entries = {entry.number: entry for entry in reading.figures}
    yield from faults_around(reading, lambda line: _in_line(reading, line, entries))


def _in_line(reading: Reading, line: Line, entries: Mapping[str, Entry]) -> Iterator[Fault]:
    for live in line.live:
        known = _told(live.entry, entries)
        word = _word(line, live, is_over(reading, line)) if known else None
        if word and way_of(word) != known.way:
            says = (
                f"The report uses “{word.group(word.lastgroup)}”, but {live.entry.text} is "
                f"{_WAYS[known.way]} from {known.earlier} to {known.later}."
            )
            mend = "Use the word for what was counted, or print both numbers."
            yield fault(line, live, says, mend)


@dataclass(frozen=True)
class _Change:
    """Which way a number went between two times, in words: 1 where it rose, -1 where it fell."""

    way: int
    earlier: str
    later: str


def _told(entry: Entry, entries: Mapping[int, Entry]) -> _Change | None:
    """The change that a figure is the amount of; None where it is not one of one thing between two
    times, or something of it is not shown."""
    spans = defaultdict(list)
    for number in entry.made_of if entry.is_difference else ():
        part = entries.get(number)
        if part is None or part.count is None:
            return None
        spans[part.start, part.end].append(part)
    if len(spans) != 2:
        return None
    (_, earlier), (_, later) = sorted(spans.items())
    if _things(earlier) != _things(later):
        return None
    change = sum(item.count for item in later) - sum(item.count for item in earlier)
    return _Change((change > 0) - (change < 0), earlier[0].when, later[0].when)


def _things(parts):
    return sorted((current_key(item.key), item.member, item.cohort) for item in parts)


def _word(line: Line, live: LiveFigure, is_over: bool) -> re.Match | None:
    """The word for a direction that a figure is the amount of."""
    ends = [item.end for item in line.live if item.end <= live.start]
    start = max([line.sentence_at(live.start).start, *ends])
    before = line.text[start : live.start].rpartition(";")[2]
    # “Rise in children looked after: 22” is over the amount.
    if is_over or _LEADS.search(before):
        return last_word(before)
    return _FOLLOWS.match(line.text, live.end)

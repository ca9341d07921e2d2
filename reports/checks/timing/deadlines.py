"""What is told as still to be done by a day that the words before it name, and that is gone."""

import re
from collections.abc import Iterator
from datetime import date

from reports.checks.reading import Line, Reading
from reports.checks.timing.due import is_gone
from reports.prose.dates import Mention
from reports.prose.marks import Sentence

_NOW = r"(?:now\s+|also\s+|all\s+|still\s+|indeed\s+|therefore\s+|only\s+|currently\s+)*"
_FUTURE = (
    rf"(?:will(?!\s+have\s+been\b)|shall|(?:is|are|remains?)\s+{_NOW}(?:(?:going|about|ready|in\s+hand|on\s+(?:course|track)|"
    r"due|expected|planned|scheduled|likely|set|intended|confident|able)\s+)?(?:to|of|that)|"
    r"(?:has|have)\s+(?:yet|still)\s+to|(?:plans?|intends?|aims?|hopes?|expects?|means?|promises?)\s+to)"
)
_DAY = r"(?:date|day|time|month|deadline|point|week|quarter|term)"
# “By then”, “before that day”, “in time for it”: the day that was named last.
_THEN = (
    rf"(?:(?:by|before|until|in\s+time\s+for|in|on|at|from|within)\s+(?:that|the\s+same|the\s+said|the\s+agreed|the\s+due)\s+{_DAY}"
    r"|(?:by|before|until|in\s+time\s+for)\s+then|(?:by|before|in\s+time\s+for)\s+(?:the|this|its|our|their)\s+"
    r"(?:deadline|due\s+date|target\s+date)|(?:meet|keep|make|met|kept)\s+(?:to\s+)?(?:that|the|this|its|our|their)\s+(?:date|day|deadline|due\s+date|target(?:\s+date)?)"
    r"|as\s+(?:planned|promised|agreed|intended|asked|required)(?=\W*$)|(?:in|on)\s+time(?=\W*$))"
)
_CLAIM = re.compile(
    rf"\b(?P<future>{_FUTURE})\b[^.;:]{{0,90}}?\b(?P<then>{_THEN})\b"
    rf"|\b(?P<opened>{_THEN}),?\s+[^.;:]{{1,60}}?\b(?P<later>{_FUTURE})\b"
    rf"|\b(?P<state>(?:is|are|remains?)\s+{_NOW}on\s+(?:course|track|schedule|target)(?:\s+(?:for|to\s+\w+)\s+(?:it|that|this|then))?)(?=\W*$)",
    re.I,
)
# What the day was: one by which something was to be done, or from which something was to be.
_DUE = re.compile(
    r"\b(?:due|deadline|promised|wanted|asked|was\s+to|were\s+to|would|should|had\s+to|must|agreed|required|undertook|"
    r"undertaken|set|planned|intended|expected|target|fell|falls|by|before|no\s+later\s+than)\b",
    re.I,
)
# Another day that “then” may mean, which no date names.
_ANOTHER = re.compile(
    r"\b(?:next|later|after|until|spring|summer|autumn|winter|term|end\s+of|extended|extension|moved|postponed|"
    r"deferred|revised|years?|months?|weeks?|since|new\s+(?:date|deadline))\b",
    re.I,
)
_THOUGHT = re.compile(
    r"\b(?:said|stated|noted|predicted|forecast|told|wrote|whether|if|thought|believed)\b", re.I
)
_LATE = re.compile(
    r"\b(?:late|missed|slipp\w+|overdue|not\s+(?:done|met|ready|finished)|cannot|no\s+longer|failed)\b",
    re.I,
)
_FARTHEST = 2


def by_a_day_gone(reading: Reading, line: Line) -> Iterator[tuple[tuple[int, int], str, Mention]]:
    """(where, its words, the day that is gone) of each promise of a line that names its day by
    “then” or “that date”."""
    if not line.dates or reading.dated is None:
        return
    for place, sentence in enumerate(line.sentences):
        match = _CLAIM.search(line.text, sentence.start, sentence.end)
        item = match and _day_meant(line, place, sentence, match, reading.dated)
        if item:
            yield match.span(), match[0].strip(), item


def _day_meant(line: Line, place: int, sentence: Sentence, match, day: date) -> Mention | None:
    """The last day that is named before a promise, where it was one to be kept and is gone."""
    if line.dates_in(match.start(), match.end()) or line.dates_in(match.end(), sentence.end):
        return None
    first = line.sentences[max(0, place - _FARTHEST)].start
    before = line.dates_in(first, match.start())
    if not before or not is_gone(before[-1], day):
        return None
    item = before[-1]
    own = line.sentence_at(item.start)
    between = line.text[item.end : match.start()]
    if _ANOTHER.search(between) or _LATE.search(line.text, item.end, sentence.end):
        return None
    if _THOUGHT.search(line.text, max(sentence.start, item.end), match.start()):
        return None
    return item if _DUE.search(line.text, own.start, item.start) else None

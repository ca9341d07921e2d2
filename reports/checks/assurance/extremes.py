"""A number that is called the highest or lowest, or doubled or halved, against what records have of
it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assurance.runtime.digits import whole
from assurance.runtime.periods import months_after, say_day
from reports.checks.assurance.courses import named_series
from reports.checks.context import CheckContext, RecordedSeries
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.marks import Sentence
from reports.prose.numbers import value_of
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.courses import DOWN, UP, CourseClaim

_TOP, _BOTTOM = (
    r"high(?:er|est)?|greater|greatest|larger|largest|many",
    (r"low(?:er|est)?|smaller|smallest|fewest|few(?:er)?"),
)
_CLAIM = SentencePattern(
    rf"\bnever\s+been\s+(?:so\s+|as\s+)?(?:(?P<never_up>{_TOP})|(?P<never_down>{_BOTTOM}))\b"
    r"|\bat\s+(?:its|their|the)\s+(?:(?P<its_up>highest)|(?P<its_down>lowest))(?:\s+(?:level|point|number))?\b"
    r"|\b(?:its|their|the)\s+(?:(?P<ever_up>highest|largest)|(?P<ever_down>lowest|smallest))"
    r"(?:\s+(?:level|point|number))?(?=\s+(?:ever|since|on\s+record|yet|(?:in|for)\s+[a-z\d]+\s+years?)\b)"
    r"|\b(?:record|all[\s-]time)\s+(?:(?P<record_up>high)|(?P<record_down>low))\b"
    r"|\b(?:(?P<than_up>more)|(?P<than_down>fewer))(?=(?P<rest>\s[^.;:]{0,60}?\sthan\s+(?:ever|at\s+any\s+time))\b)"
    r"|\b(?:(?P<times_up>doubled|trebled|tripled)|(?P<times_down>halved))\b(?!\s+from\b)",
    re.I,
)
# What is aimed at, asked or foretold is claimed of nothing.
_DENIED = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|{EXPECTATIONS}|could|whether|if|one\s+of|among|second|third)\b",
    re.I,
)
_BREAK = re.compile(r"[;:()\n]|\b(?:while|whereas|but|although|though|because)\b|,\s+and\b", re.I)
_SINCE = re.compile(r"\bsince\s+(?:the\s+(?:end|beginning|start)\s+of\s+)?$", re.I)
_YEARS = re.compile(
    r"\b(?:in|for|over)\s+(?:the\s+(?:last|past)\s+)?(?P<count>\d{1,2}|[a-z]+)\s+years?\b", re.I
)
_MOST_YEARS = 50
# A number is nowhere near its double or its half below, or above, these.
_NEARLY_DOUBLE, _NEARLY_HALF = 1.5, 0.67
_MEND = "Describe how it changed, or leave the claim out."


@rule("extreme-unlike-records", Severity.WARNING, "decisions §11; source of error 9a")
def extremes(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """Numbers that are called the highest or lowest are so in the records, and doubled or halved.

    The records are asked whatever numbers are near the claim; none of theirs is repeated.
    """
    for line in reading.prose() if known.series else ():
        for sentence in line.sentences:
            match = _CLAIM.search(sentence.text)
            denial = match and _denial_of(reading, line, sentence, match, known.series)
            if denial:
                end = match.end((match["rest"] and "rest") or 0)
                place = sentence.start + match.start(), sentence.start + end
                claim = sentence.text[match.start() : end]
                says = f"The report claims “{claim}”, but in the records {denial}."
                yield fault(line, place, says, _MEND)


def _denial_of(reading: Reading, line: Line, sentence: Sentence, match, known) -> str:
    """The contradiction of a claim by the records; empty where they have none."""
    text = sentence.text
    first = _first_day(reading, line, sentence)
    if first is None or _DENIED.search(f"{text[: match.start()]} {text[match.end() :]}"):
        return ""
    breaks = [0, *(item.end() for item in _BREAK.finditer(text)), len(text)]
    [name] = [name for name, value in match.groupdict().items() if value and name != "rest"]
    kind, _, way = name.partition("_")
    claim = CourseClaim(
        *match.span(),
        first=max(item for item in breaks if item <= match.start()),
        last=min(item for item in breaks if item >= match.end()),
        way={"up": UP, "down": DOWN}[way],
    )
    series = named_series(text, claim, known)
    last = reading.dated or date.max
    points = [point for point in series.points if first <= point[0] <= last] if series else ()
    if len(points) < 2:
        return ""
    if kind == "times":
        return _no_multiple(series, claim.way, points)
    return _not_extreme(series, claim.way, points, is_beyond=kind == "than")


def _first_day(reading, line, sentence) -> date | None:
    """The start date of the time that a claim is of; None where it names a time that is past."""
    named = [item for item in line.dates_in(sentence.start, sentence.end) if item.first]
    if named:
        is_since = _SINCE.search(sentence.text[: named[0].start - sentence.start])
        return named[0].first if is_since and len(named) == 1 else None
    if reading.dated and (match := _YEARS.search(sentence.text)):
        count = match["count"]
        years = (whole(count) if count.isdigit() else value_of(count)) or 0
        return months_after(reading.dated, -12 * years) if 0 < years <= _MOST_YEARS else date.min
    return date.min


def _not_extreme(series: RecordedSeries, way: str, points: Sequence, *, is_beyond: bool) -> str:
    """The earlier date when it was beyond its last value, or as far where it `is_beyond`."""
    sign = 1 if way == UP else -1
    *earlier, (_day, value) = points
    furthest = max(earlier, key=lambda point: sign * point[1])
    gap = sign * (furthest[1] - value)
    if gap > 0:
        word = "higher" if way == UP else "lower"
        return f"“{series.names[0]}” was {word} on {say_day(furthest[0])}"
    if gap == 0 and is_beyond:
        return f"“{series.names[0]}” was the same on {say_day(furthest[0])}"
    return ""


def _no_multiple(series: RecordedSeries, way: str, points: Sequence) -> str:
    """How far it went since its lowest or highest value, where that is no double and no half."""
    *earlier, (day, value) = points
    least = (min if way == UP else max)(earlier, key=lambda point: point[1])
    near = value >= _NEARLY_DOUBLE * least[1] if way == UP else value <= _NEARLY_HALF * least[1]
    if near or not least[1]:
        return ""
    step = value - least[1]
    verb = "rose" if step > 0 else "fell" if step < 0 else "did not change"
    far = ", by less than that" if step * (1 if way == UP else -1) > 0 else ""
    return f"“{series.names[0]}” {verb} from {say_day(least[0])} to {say_day(day)}{far}"

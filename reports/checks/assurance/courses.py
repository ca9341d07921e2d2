"""What a paper claims of the course of a measure or a count, against what records hold of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from assurance.runtime.digits import whole
from assurance.runtime.periods import months_after, say_day
from reports.checks.context import CheckContext, RecordedSeries
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Sentence
from reports.prose.numbers import value_of
from reports.prose.quantities.courses import BETTER, DOWN, UP, WORSE, CourseClaim, course_claims
from reports.prose.quantities.phrases import stem

_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
# Words of a title that say how it is counted, not of what.
_HOW = frozenset(
    stem(word)
    for words in (
        "percent per cent percentage share number proportion rate average total of the in a an our",
        "all and who are to for with",
    )
    for word in words.split()
)
# What may stand between what is counted and its course.
_BETWEEN = frozenset(
    stem(word)
    for words in (
        "has have had been is was are were be being the a an our in of number numbers share",
        "proportion percentage rate total level trend figure count we see seen saw there now also",
        "shown shows show which that its overall performance at on it by and again still",
        "nearly almost more than about reached hit",
    )
    for word in words.split()
)
_OF = stem("of")
# What may follow where no narrower group is meant.
_AFTER = re.compile(
    r"\W*(?:$|[,.;:(–—]|(?:has|have|had|is|was|were|are|since|over|during|from|between|for|at|by|and|"
    r"while|this|last|now|we|than\s+(?:ever|at\s+any)|keeps?|kept|reached|hit|each|every|year|time|on|to|as|again|steadily|continu\w+|consistently|rose|fell)\b|"
    r"in\s+(?:the\s+(?:last|past|period|year|half-year|city|county|council|borough|district|area)|each|"
    r"every|\d))",
    re.I,
)
_LAST = re.compile(
    r"\b(?:in|over|during|for|within)\s+the\s+(?:last|past)\s+(?P<count>\d{1,3}|[a-z]+)\s+(?P<unit>years?|months?)\b",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:(?:in|over|during|throughout|within)\s+(?:the|this)\s+(?:period|half-year|year|quarter)|"
    r"this\s+(?:period|half-year|year|quarter))\b",
    re.I,
)
# So many words stand between those of a title; so many claims of a sentence are weighed; so many
# months go back at most.
_TITLE_WINDOW, _MOST, _LONGEST = 3, 10, 600
_MEND = "Describe how it changed, or leave the claim out."


@rule(
    "course-unlike-records",
    Severity.WARNING,
    "decisions §11; source of error 9a",
    follows=("growth-without-numbers", "series-denied", "growth-unlike-survey"),
)
def courses(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """Numbers that are written as rising or falling do so in the records.

    The records are asked whatever numbers stand near the claim; none of theirs is repeated.
    """
    for line in reading.prose() if known.series else ():
        for sentence in line.sentences:
            for claim in course_claims(sentence.text)[:_MOST]:
                series = named_series(sentence.text, claim, known.series)
                points = _points(reading, line, sentence, claim, series.points) if series else ()
                denial = _denial(claim, series, points) if len(points) > 1 else ""
                if denial:
                    place = sentence.start + claim.start, sentence.start + claim.end
                    says = (
                        f"The report claims “{line.text[slice(*place)]}”, but in the records "
                        f"{denial}."
                    )
                    yield fault(line, place, says, _MEND)
                    break


def named_series(
    text: str, claim: CourseClaim, series: Sequence[RecordedSeries]
) -> RecordedSeries | None:
    """The one series that the clause of a claim names, and no narrower group of it."""
    words = [
        (stem(item[0]), item.start(), item.end())
        for item in _WORD.finditer(text, claim.first, claim.last)
    ]
    matches = [
        item for item in series if any(_names(text, claim, words, name) for name in item.names)
    ]
    return matches[0] if len(matches) == 1 else None


def _names(text, claim, words, name):
    """Whether the words of a title stand together beside a claim, and nothing narrows them."""
    title = {stem(word) for word in _WORD.findall(name)} - _HOW
    places = [place for place, (word, *_) in enumerate(words) if word in title]
    for at, first in enumerate(places):
        near = places[at : at + len(title) + _TITLE_WINDOW]
        span = [place for place in near if place < first + len(title) + _TITLE_WINDOW]
        if title and {words[place][0] for place in span} == title:
            return _is_whole(text, claim, words, (first, span[-1]))
    return False


def _is_whole(text, claim, words, span):
    """Whether a title at `span` of a clause's words is said of all that it names."""
    first, last = span
    starts = [start for _word, start, _end in words]
    if words[first][1] < claim.start:
        between = words[last + 1 : bisect_right(starts, claim.start - 1)]
        # “The cost of children looked after” is no number of them.
        before = words[max(0, first - 1) : first]
        if before and before[0][0] == _OF:
            before = words[max(0, first - 2) : first]
    else:
        between, before = words[bisect_right(starts, claim.end - 1) : first], []
    plain = all(word in _BETWEEN | _HOW for word, *_ in (*between, *before))
    return plain and bool(_AFTER.match(text[words[last][2] :]))


def _denial(claim: CourseClaim, series: RecordedSeries, points) -> str:
    """What some points of the records say against a claim; empty where they bear it out."""
    way = {UP: 1, DOWN: -1, BETTER: series.better, WORSE: -series.better}[claim.way]
    if not way:
        return ""
    for earlier, later in pairwise(points):
        step = way * (later[1] - earlier[1])
        if step < 0 or (step == 0 and claim.each):
            return _step(series, earlier, later)
    return "" if points[0][1] != points[-1][1] else _step(series, points[0], points[-1])


def _step(series, earlier, later):
    verb = (
        "rose" if later[1] > earlier[1] else "fell" if later[1] < earlier[1] else "did not change"
    )
    return f"“{series.names[0]}” {verb} from {say_day(earlier[0])} to {say_day(later[0])}"


def _points(reading, line, sentence, claim, points):
    """The points that a claim is of: of the time that its sentence names, of years where it counts
    years, the last few where it says how many steps."""
    first, last = _scope(reading, line, sentence)
    points = [point for point in points if point[0] <= last]
    if first:
        since = [point for point in points if point[0] >= first]
        earlier = [point for point in points if point[0] < first][-1:]
        points = since if len(since) > 1 else earlier + since
    if claim.yearly and points:
        day = points[-1][0]
        points = [
            point for point in points if (point[0].month, point[0].day) == (day.month, day.day)
        ]
    return points[-claim.steps - 1 :] if claim.steps else points


def _scope(reading: Reading, line: Line, sentence: Sentence) -> tuple[date | None, date]:
    """(first day or None, last day) of what a sentence speaks of."""
    dated = reading.dated or date.max
    named = [item for item in line.dates_in(sentence.start, sentence.end) if item.first]
    if named:
        last = max(item.last for item in named) if len(named) > 1 else dated
        return min(item.first for item in named), last
    if reading.dated and (match := _LAST.search(sentence.text)):
        count = match["count"]
        number = whole(count) if count.isdigit() else value_of(count)
        months = (number or 0) * (12 if match["unit"].casefold().startswith("year") else 1)
        return months_after(dated, -months) if 0 < months <= _LONGEST else None, dated
    if reading.period and _PERIOD.search(sentence.text):
        return reading.period
    return None, dated

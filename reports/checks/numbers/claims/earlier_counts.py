"""A count of the last paper that a sentence has for another day, or for other people."""

import re
from collections.abc import Iterator
from datetime import date
from math import trunc

from assurance.runtime.periods import months_after
from reports.checks.context import CheckContext, EarlierFigure
from reports.checks.numbers.claims.last_paper import is_day, unlike
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.content import content
from reports.prose.dates import DAY
from reports.prose.marks import Marked
from reports.prose.numbers import value_of

# Smaller counts may be of anything.
_LEAST = 30
# “451 children on 30 June”; “on 30 June, we had 451”.
_COUNT_FIRST = re.compile(
    r"⟦c(?P<count>\d+)⟧\s+(?:[a-z’-]+\s+){0,6}?(?:on|at|as\s+at)\s+⟦d(?P<day>\d+)⟧", re.I
)
_DAY_FIRST = re.compile(
    r"\b(?:on|at|as\s+at)\s+⟦d(?P<day>\d+)⟧(?P<between>[^⟦.;:()]{1,70}?)⟦c(?P<count>\d+)⟧", re.I
)
# What parts a day from the number behind it: another clause, or a change from then.
_APART = re.compile(
    r"\b(?:and|but|from|by|after|since|than|against|while|whereas|of\s+the|compared|up|down)\b",
    re.I,
)
# “The count that climbed from 451 to 484 is that of children with a plan”.
_IS_OF = re.compile(
    r"⟦c(?P<count>\d+)⟧(?:\s+to\s+⟦c\d+⟧)?(?:\s+(?!of\b)[a-z’-]+){0,6}?\s+(?:is|was|were|are)\s+"
    r"(?:(?:that|those|the\s+(?:number|count)|a\s+count)\s+of\s+)?(?P<who>[a-z’-]+\s+[^⟦.;:,()]{3,60})",
    re.I,
)
_THEN = re.compile(
    r"⟦c(?P<count>\d+)⟧\s+(?:children\s+|people\s+)?(?P<far>⟦[cx]\d+⟧|a|one|two|three|six|nine|twelve)\s+"
    r"(?P<unit>months?|years?)\s+(?:earlier|before|previously|ago)\b",
    re.I,
)
_MEND = "Put the day, the people or the number right."


@rule(
    "earlier-count-moved",
    Severity.WARNING,
    "source of error 7",
    follows=("unlike-earlier-paper", "scope-changed", "direction-denied", "change-denied"),
)
def moved(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A count that the last paper had is of the day and the people that it was of there."""
    large = [item for item in known.told if (item.count or 0) >= _LEAST and _end(item)]
    earlier = [item for item in large if is_day(item) and not item.member]
    by_count = {item.count: item for item in earlier}
    # Two things of which the last paper counted as many cannot be known apart.
    twice = {item.count for item in earlier if by_count[item.count] is not item}
    for line, sentence in reading.sentences() if earlier else ():
        if reading.period:
            yield from _of_another_day(line, sentence, by_count, twice, reading.period)
        yield from _of_others(line, sentence, by_count, twice)
        yield from _unlike_then(reading, line, sentence, earlier)


def _end(item: EarlierFigure):
    try:
        return date.fromisoformat(item.end)
    except ValueError:
        return None


def _of_another_day(line: Line, sentence: Marked, by_count, twice, period) -> Iterator[Fault]:
    """`On 30 June 2017 we had 451`, where that was the count of 31 March."""
    days = {mark.first for mark in sentence.marks("d")}
    for pattern in (_COUNT_FIRST, _DAY_FIRST):
        for match in pattern.finditer(sentence.text):
            day, number = sentence.thing(match["day"]), sentence.thing(match["count"])
            item = by_count.get(number.value)
            between = match.groupdict().get("between") or ""
            if not item or number.value in twice or _APART.search(between) or number.bound:
                continue
            near = content(item.words) & content(f"{sentence.text} {' '.join(line.trail)}")
            # On the last day of the period there may be as many again.
            known = day.precision == DAY and day.first and day.first < period[1]
            if near and known and _end(item) not in days:
                says = (
                    f"The paper has {number.words} for {day.words}, and “{item.paper}” had it for "
                    f"{_end(item):%-d %B %Y}."
                )
                yield fault(line, number, says, _MEND)
                return


def _of_others(line: Line, sentence: Marked, by_count, twice) -> Iterator[Fault]:
    """`The 451 were children with a plan`, where 451 were those looked after."""
    for match in _IS_OF.finditer(sentence.text):
        number = sentence.thing(match["count"])
        item = by_count.get(number.value)
        if not item or number.value in twice or number.bound:
            continue
        who, own = content(match["who"]), content(item.words)
        for other in by_count.values():
            others = content(other.words)
            apart = who & (others - own)
            if other is not item and who & own & others and apart and not who & (own - others):
                says = (
                    f"The paper has {number.words} for “{match['who'].strip()}”, and "
                    f"“{item.paper}” had it for “{item.words}”."
                )
                yield fault(line, number, says, _MEND)
                return


def _unlike_then(reading: Reading, line: Line, sentence: Marked, earlier) -> Iterator[Fault]:
    """`1,237 on 30 September, as against 1,240 six months previously`: it was 1,204 then."""
    match = _THEN.search(sentence.text)
    days = [mark.first for mark in sentence.marks("d") if mark.first and mark.precision == DAY]
    if not days and reading.period:
        days = [reading.period[1]]
    if not match or len(set(days)) != 1:
        return
    number, far = sentence.thing(match["count"]), _far(sentence, match)
    spoken = content(sentence.text)
    for item in earlier:
        named, many = content(item.words), months_after(days[0], -far)
        is_it = len(named & spoken) * 2 > len(named) and (many.year, many.month) == _month(item)
        is_near = abs(number.value - item.count) * 10 <= item.count
        if is_it and is_near and number.value != item.count and not number.bound:
            yield unlike(line, number.start, number.words, item)
            return


def _far(sentence: Marked, match):
    """How many months back a sentence goes."""
    wording = match["far"]
    if wording.startswith("⟦"):
        many = sentence.thing(wording[2:-1]).value
    else:
        many = 1 if wording.casefold() == "a" else value_of(wording) or 1
    return trunc(many) * (12 if match["unit"].casefold().startswith("year") else 1)


def _month(item: EarlierFigure):
    return _end(item).year, _end(item).month

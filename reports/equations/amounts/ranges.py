"""A mean outside the least and the most that its sentence gives, or a least above the most: `from
three weeks to 21, with an average of 23`, `the youngest was 16, the eldest 17, on average 15`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXCEPTIONS, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import Number
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

_NUMBER = r"⟦[cxmpq](?P<{}>\d+)⟧"
_WITHOUT = r"(?:[^⟦.;:]|⟦d\d+⟧)"
_UNIT = r"(?:[\s-]+(?P<{}>minute|hour|day|week|month|year|mile|night|point|session|visit)s?\b)?"
_FROM_TO = SentencePattern(
    rf"\b(?:(?P<both>between)|rang\w+|ran|runs?|var(?:y|ied|ies|ying)|spread|lay|stretch\w*|spann\w+|from|anywhere)\b{_WITHOUT}{{0,40}}?"
    rf"{_NUMBER.format('least')}{_UNIT.format('first')}{_WITHOUT}{{0,25}}?\b(?:to|(?(both)and|to)|up\s+to)\s+(?:[a-z]+\s+){{0,3}}?"
    rf"{_NUMBER.format('most')}{_UNIT.format('last')}",
    re.I,
)
_MEAN = SentencePattern(
    rf"\b(?:average|averag(?:ed|es|ing)|mean|median|typical\w*|mid-?point)\b(?!\s+(?:for|of|in|at|across)\s+(?:the\s+)?(?:england|region\w*|nation\w*|neighbour\w*|"
    rf"other|all\s+authorities|last|previous))"
    rf"(?:\s+(?:for|of|over|across)\s+(?:the|these|those|all)\s+⟦c\d+⟧)?{_WITHOUT}{{0,50}}?{_NUMBER.format('mean')}{_UNIT.format('unit')}",
    re.I,
)
_LEAST = (
    r"youngest|shortest|smallest|lowest|fewest|quickest|fastest|cheapest|least|minimum|lightest|"
    r"briefest|nearest"
)
_MOST = (
    r"eldest|oldest|longest|largest|highest|most|greatest|slowest|dearest|maximum|biggest|heaviest|"
    r"furthest|farthest"
)
_ENDS = tuple(
    SentencePattern(
        rf"\b(?:{first})\b{_WITHOUT}{{0,45}}?{_NUMBER.format(names[0])}{_UNIT.format('first')}{_WITHOUT}{{0,40}}?"
        rf"(?:;\s+|\band\b|,|\bto\b){_WITHOUT}{{0,20}}?\b(?:{last})\b{_WITHOUT}{{0,45}}?{_NUMBER.format(names[1])}{_UNIT.format('last')}",
        re.I,
    )
    for first, last, names in (
        (_LEAST, _MOST, ("least", "most")),
        (_MOST, _LEAST, ("most", "least")),
    )
)
# A mean of more, or of others, than those whose range it is.
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{EXCEPTIONS}|{EXPECTATIONS}|standard|"
    r"compared|against|than|leaving\s+out|without|total|cost|per|handbook|"
    r"recommend\w*|should|limit|rose|fell|risen|fallen|up|down|increas\w+|"
    r"decreas\w+|improv\w+|changed|moved|went)\b",
    re.I,
)
_CLOSED = 4
_MEND = "Correct the mean, or one of the two ends."


def means_of_ranges(reading: Reading) -> Iterator[Denial]:
    """`Waits ran from three weeks to 21, with an average of 23.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        ends = next(_ends(row), None)
        if ends is not None:
            least, most, _unit, span = ends
            if least.value > most.value and least.kind == most.kind and not _is_from_to(span):
                says = f"The least is {least.words} here, and the most {most.words}."
                yield Denial(row.line, least, says, _MEND, is_proved=False)
        if "verage" not in row.sentence.text and not _MEAN.search(row.sentence.text):
            continue
        if ends is None and (earlier := just_before(rows, place)):
            ends, span = next(_ends(earlier), None), None
        if ends is not None:
            yield from _outside(row, *ends[:3], span)


def _is_from_to(match: re.Match) -> bool:
    return _FROM_TO.made(match)


def _ends(row: Statement) -> Iterator[tuple[Number, Number, str, re.Match]]:
    """(least, most, their unit, where) of each range of a sentence."""
    for shape in (*_ENDS, _FROM_TO):
        for match in shape.finditer(row.sentence.text):
            least, most = (row.sentence.thing(match[name]) for name in ("least", "most"))
            units = {(match[name] or "").casefold() for name in ("first", "last")} - {""}
            text = row.sentence.text[max(0, match.start() - 40) : match.end()]
            if len(units) < 2 and not _OTHERS.search(text) and not (least.bound or most.bound):
                yield least, most, "".join(units), match


def _outside(row: Statement, least: Number, most: Number, unit: str, span) -> Iterator[Denial]:
    text = row.sentence.text
    means = [x for x in _MEAN.finditer(text) if span is None or not _overlap(x, span)]
    if len(means) != 1 or least.value > most.value:
        return
    mean = row.sentence.thing(means[0]["mean"])
    other = (means[0]["unit"] or "").casefold()
    between = text[min(means[0].start(), span.end() if span else 0) : means[0].end()]
    if _OTHERS.search(between) or (unit and other and unit != other) or mean.bound:
        return
    kinds = {least.kind, most.kind, mean.kind}
    if len(kinds & {"money", "percent", "points"}) and len(kinds) > 1:
        return
    if not least.value <= mean.value <= most.value:
        says = f"A mean of {mean.words} is not between {least.words} and {most.words}."
        # Its sentence has the two ends, the mean and how many they are of, and no more.
        is_closed = span is not None and len(row.quantities) <= _CLOSED
        yield Denial(row.line, mean, says, _MEND, is_proved=is_closed)


def _overlap(first: re.Match, other: re.Match) -> bool:
    return first.start() < other.end() and other.start() < first.end()

"""How long something took, lasted or came after, against every two days of its passage: `from 30
June to 15 August, both days included. That is 41 days`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, islice

from assurance.meetings.clear_days import working_days_between
from reports.checks.reading import Reading
from reports.date_constraints.orders.found_before import has_wrong_length
from reports.date_constraints.orders.moments import Moment, moments, pairs
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements

_LENGTH = SentencePattern(
    r"(?:⟦[cx](?P<mark>\d+)⟧|\b(?P<one>an?|one))[\s-]+(?P<unit>(?:working\s+|calendar\s+|clear\s+)?day|night|(?:working\s+)?week|fortnight|month|year)s?\b"
    r"(?:\s+and\s+(?:⟦[cx](?P<more>\d+)⟧|(?P<single>an?|one))\s+(?P<rest>day|week|month)s?\b|(?!\s+and\s+(?:⟦|an?\s)))",
    re.I,
)
# What is asked, usual or counted of some, and no time between two days.
_LIMIT = re.compile(
    r"\b(?:within|limit\s+(?:of|is)|target\s+(?:of|is)|standard\s+(?:of|is)|at\s+least|every|each|up\s+to|per|aged|last|previous|"
    r"next|first|past|average|mean|median|typical\w*|normal\w*|usual\w*|allow\w*|maximum|minimum|over|under|about|some|around|"
    r"nearly|almost|roughly|or|than|another|further|extra|additional|final|same|these|those|the|all|months?|weeks?|years?|"
    r"one\s+in|of\s+the|and|ago|within\s+the|remaining|other)\s*$",
    re.I,
)
_OUTSIDE = re.compile(r"\b(?:outside|beyond|inside)\s+(?:the|its|our)\s+[a-z]+\s+of\s*$", re.I)
_NO_LENGTH = re.compile(
    r"[’']?\s*(?:from\s+(?:today|now)\b|old|olds|ago|notice|each|apiece|a\s+week|per|between|apart|in\s+which|rule|limit|target|standard|period\s+allowed|"
    r"of\b(?!\s+(?:the|it)\b)|maximum|minimum|cycle|intervals?|or|average|plan|programme|course|contract)\b|-old",
    re.I,
)
# “1,098 twelve months earlier and 1,051 on 30 June 2022” is of no two days that are there.
_AND_AGAIN = re.compile(r"\s*(?:earlier|before)\s*,?\s+and\s+(?:[a-z]+\s+){0,3}⟦c", re.I)
# “Each visit took two days”, “a plan was made for six months on 5 June”.
_EACH = re.compile(r"\b(?:each|every|no|none|most|some)\b[^.;]*$", re.I)
_FOR = re.compile(r"\bfor\s+$", re.I)
# What follows a length that runs from one day to another: “seven weeks later”, “nine days late”.
_WAY = re.compile(
    r"\s*(?:later|afterwards|after|on(?=[\s,]+(?:on\s+)?⟦d)|late|overdue|beyond|behind|past|earlier|before|ahead|inside|early|"
    r"short\s+of|in\s+advance)\b(?!\s+than\b|[^.;]{0,40}\b(?:birthday|anniversary|next|previous)\b)",
    re.I,
)
_TO_A_THING = re.compile(
    r"\s*(?:before|after)\s+(?:the|our|their|its|his|her)\s+((?:[a-z]+\s+){0,2}[a-z]+)\b(?!\s+(?:of|on)\s+⟦d)",
    re.I,
)
_RELATED = re.compile(r"\s*(?:before|after|later|earlier|ahead|early|late)\b", re.I)
_BESIDE = re.compile(
    r"⟧(?:\)|\s+(?:and|who|which)\s+(?:was|is|were))?\s*[,(;–—-]?\s*(?:(?:which|that)\s+(?:is|was)\s+|just\s+|only\s+|exactly\s+|and\s+so\s+)*$"
    r"|⟧\s+and\s+(?:[a-z]+\s+){0,3}(?:was|were|is|are)\s+$",
    re.I,
)
_ON = re.compile(
    r"\s*,?\s*(?:(?:on|in|at|by)\s+)?(?:the\s+)?(?:(?:end|start)\s+of\s+)?⟦d|\s+(?:at|by)\s+the\s+(?:end|start|close)\s+of\s+⟦d",
    re.I,
)
_LATER = re.compile(r"\s*(?:later|afterwards|after|on)\b", re.I)
_LASTING = re.compile(
    r"(?:\b(?:(?:stay|period|total|gap|delay|wait|interval|spell|stretch|run|pause|absence|span|time)\s+of|lasted|lasts|lasting|took|taking|stayed|staying|"
    r"(?:that|which|this)\s+(?:is|was|makes?|made|comes\s+to)|making|in\s+all|altogether|open|closed|shut|vacant|empty|missing|absent|away|"
    r"took\s+up|waited|lived|spent|gone|had\s+been|ran|running|in\s+(?:use|post|force|place|operation))\s+(?:for\s+)?(?:exactly\s+|just\s+|only\s+|a\s+total\s+of\s+)?|⟧,\s+|⟧\s\()$",
    re.I,
)
_LASTED = re.compile(r"\s*(?:in\s+(?:all|total)|altogether|long\b|inclusive|(?:,\s*)?both\s)", re.I)
_BOTH_ENDS = re.compile(
    r"\b(?:both\s+(?:days|dates|ends|included|inclusive|counted)|both\s*[),;.]|inclusive|counting\s+both)\b",
    re.I,
)
_SINCE = re.compile(r"\b(?:since|still|so\s+far|to\s+date|now|remains?)\b", re.I)
# “Open on weekdays”, “with the bank holiday”.
_WEEKDAYS = re.compile(
    r"\b(?:weekdays?|weekends?\s+(?:left\s+out|excluded|apart|aside)|(?:without|excluding|leaving\s+out)\s+weekends|bank\s+holidays?|monday\s+to\s+friday)\b",
    re.I,
)
_DAYS = {"week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}
# By how much of its unit a length may be off: `three weeks` are said of nineteen days.
_ROOM = {"week": 0.6, "fortnight": 0.4, "month": 0.7, "year": 0.75}
_BACK, _MOST, _LONGEST, _MEND = 2, 12, 1000, "Correct the dates, or the time between them."


def lengths(reading: Reading) -> Iterator[Denial]:
    """`The second arrived on 20 October and left on 3 November, a stay of 12 nights.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for match in islice(_LENGTH.finditer(row.sentence.text), _MOST):
            value, rest = _value(row, match["mark"], match["one"]), 0
            if match["rest"]:
                rest = _value(row, match["more"], match["single"])
            if None in (value, rest) or not _is_between(row, match):
                continue
            near = [x for x in before(rows, place, _BACK) if x.line is row.line]
            if _is_to_unnamed(row, match, near):
                continue
            own, earlier = moments(reading, row), [moments(reading, x) for x in near]
            if _is_of_another_clause(row, match, own):
                continue
            if not _is_linked(row, match, own, earlier):
                continue
            # “From 4 September to 8 January, a gap of 18 weeks. The slowest took 47 days.”
            if not own and near and _LENGTH.search(near[0].sentence.text):
                continue
            days = [*own, *(x for ends in earlier for x in ends)]
            text = " ".join(x.sentence.text for x in (row, *near[:1]))
            is_right = _is_right(reading, match, (value, rest), days[:_MOST], text)
            if not (is_right or has_wrong_length(reading, row)):
                yield _denied(row, match, own if len(own) > 1 else days)


def _value(row: Statement, mark: str | None, one: str | None):
    if one:
        return 1
    number = row.sentence.thing(mark)
    whole = number.value.denominator == 1 and not number.bound
    return number.value if whole and 0 < number.value <= _LONGEST else None


def _is_between(row: Statement, match: re.Match) -> bool:
    """True if a length is one between two dates, by the words before and behind it."""
    text = row.sentence.text
    ahead, behind = text[max(0, match.start() - 40) : match.start()], text[match.end() :][:60]
    if (
        _NO_LENGTH.match(behind)
        or _AND_AGAIN.match(behind)
        or any(x.search(ahead) for x in (_OUTSIDE, _LIMIT, _EACH))
    ):
        return False
    way, lasting = _WAY.match(behind), _LASTING.search(ahead)
    if _RELATED.match(behind) and not way:
        return False
    if way and _FOR.search(ahead):
        return False
    if way:
        # “Was cleared two days later and met him on 21 May”: of a day that is not told.
        return bool(_BESIDE.search(ahead) or _ON.match(behind[way.end() :]))
    return bool(not match["one"] and (lasting or _LASTED.match(behind)))


def _is_to_unnamed(row: Statement, match: re.Match, near: Sequence[Statement]) -> bool:
    """True if a length goes up to a thing without a date that no sentence near names: `118 days
    before the count`."""
    thing = _TO_A_THING.match(row.sentence.text, match.end())
    around = [row.sentence.text[: match.start()], *(x.sentence.text for x in near)]
    return bool(thing) and not stems(thing[1]) & stems(" ".join(around))


def _is_of_another_clause(row: Statement, match: re.Match, own: Sequence[Moment]) -> bool:
    """True if every day of a sentence stands in a clause of it that has a length of its own: `the
    shortest took two days; the longest, from 3 May to 9 May, took six`."""
    text = row.sentence.text
    start, end = text.rfind(";", 0, match.start()) + 1, f"{text};".find(";", match.end())
    lengths = islice(_LENGTH.finditer(text), _MOST)
    has_another = any(not start <= x.start() < end for x in lengths)
    return has_another and bool(own) and not any(start <= x.start < end for x in own)


def _is_linked(row: Statement, match: re.Match, own: Sequence[Moment], earlier) -> bool:
    """True if two days are by a length: in its sentence, or the one right before; the first of
    them before it where it is so much `later`."""
    near = len(own) + len(earlier[0] if earlier else ())
    way = _WAY.match(row.sentence.text, match.end())
    if way and _LATER.match(way.group()):
        near = sum(x.start < match.start() for x in own) + len(earlier[0] if earlier else ())
        near += bool(_ON.match(row.sentence.text, way.end()))
    if near < 2 or not (own or match.start() < 40):
        return False
    return all(x.is_day for x in own) and all(x.is_day for ends in earlier[:1] for x in ends)


def _is_right(reading: Reading, match: re.Match, value, days, text: str) -> bool:
    """True if so long a time is between two of some days, or one of them and the report."""
    is_inclusive, is_since = _BOTH_ENDS.search(text), _SINCE.search(text)
    ends = {reading.dated, *(reading.period or ())} - {None}
    unit = " ".join(match["unit"].casefold().split()).replace("working week", "week")
    spans = [
        (early[0], late[0])
        for first, last in combinations(days, 2)
        for early, late in pairs(first, last)
    ]
    exact = [*spans]
    if not exact or is_since:
        spans += [(time[0], end) for day in days for time in day.times for end in ends]
    if match["rest"]:
        least, (value, rest) = match["rest"].casefold(), value
        days = float(value) * _DAYS.get(unit, 1) + float(rest) * _DAYS.get(least, 1)
        room = _ROOM.get(least, 1) * _DAYS.get(least, 1)
        return any(abs(abs((end - start).days) - days) <= room for start, end in spans)
    value = value[0]
    units = (unit, "working day") if unit == "day" and _WEEKDAYS.search(text) else (unit,)
    if is_inclusive and unit.endswith("day") and not unit.startswith("working"):
        return any(abs((end - start).days) + 1 == value for start, end in exact)
    return any(is_so_long(x, value, *sorted(pair)) for pair in spans for x in units)


def is_so_long(unit: str, value, start: date, end: date) -> bool:
    """True if a length, in a unit of one word, is the time between two dates as one counts it."""
    days = (end - start).days
    if unit == "working day":
        passed = working_days_between(start, end)
        return passed is None or abs(passed - value) <= 1
    if unit == "night":
        return days == value
    if unit in _DAYS:
        return min(abs(x / _DAYS[unit] - float(value)) for x in (days, days + 1)) <= _ROOM[unit]
    return days - 1 <= value <= days + 1


def _denied(row: Statement, match: re.Match, days: Sequence[Moment]) -> Denial:
    length = row.sentence.said(match.group())
    near = sorted(days, key=lambda x: abs(x.start - match.start()))[:2]
    texts = " and ".join(dict.fromkeys(x.text for x in sorted(near, key=lambda x: x.start)))
    says = f"The report has {length}, but between {texts} it is another."
    span = row.sentence.thing(match["mark"]) if match["mark"] else row.span
    return Denial(row.line, span, says, _MEND)

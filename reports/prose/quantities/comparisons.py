"""Words that compare a count with an earlier time: “one more than last year”, “well above the
number in July 2015”, “keeps climbing”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import months_after
from assurance.runtime.typography import with_capital
from reports.prose.dates import NAMED, Mention, dates, month_number
from reports.prose.numbers import SMALL, value_of
from reports.prose.seasons import YearTime, year_times

_MUCH = (
    r"(?:(?:well|far|much|slightly|just|many|considerably|significantly|sharply|somewhat|a\s+(?:little|bit|lot|few)|"
    r"still|even|rather)\s+)*"
)
_UP = r"above|higher|more|greater|larger|up|ahead\s+of|in\s+excess\s+of"
_DOWN = r"below|lower|fewer|less|smaller|down|short\s+of|behind"
_SAME = (
    r"(?:exactly\s+|just\s+)?as\s+(?:many|high|low)(?:\s+[a-z]+){0,2}?\s+as|the\s+same(?:\s+(?:number|figure|total|level))?(?:\s+[a-z]+)?\s+as|"
    r"(?:has|have)\s+(?:not|hardly|barely|scarcely)\s+(?:really\s+)?(?:changed|moved)|"
    r"(?:has|have)\s+(?:been|stayed|remained)\s+(?:so|that\s+way|the\s+same|there|like\s+(?:that|this)|at\s+that\s+level)|"
    r"unchanged|no\s+(?:change|different)|level\s+with|equal\s+to|(?:identical|equivalent)\s+to"
)
_TIMES = (
    r"(?P<times>twice|double|three\s+times|treble|four\s+times|half)\s+(?:as\s+(?:many|much|high)(?:\s+[a-z]+){0,2}?\s+as|"
    r"(?:the\s+)?(?:number|figure|total|level|count|what\s+it\s+was))"
)
_FILL = (
    r"(?:than|on|from|since|it|they|that|those|was|were|had|been|the|number|numbers|figure|count|total|level|of|for|in|at|"
    r"as|there|we|our|looked|after|children|end|start|beginning|back|compared|with|to|ever|all|the\s+whole|early|late|new|counted|recorded|reported|what)"
)
_AGO_UNIT = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}
_NUMBER = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "six": 6,
    "nine": 9,
    "twelve": 12,
    "eighteen": 18,
}
_AGO = (
    r"(?:(?P<many>a|one|two|three|six|nine|twelve|eighteen|\d{1,2})\s+(?P<unit>year|half-year|quarter|month)s?\s+"
    r"(?:ago|before|earlier|previously|back|prior)|(?P<then>this\s+time\s+last\s+year|the\s+year\s+before|last\s+year|(?:in\s+)?the\s+(?:previous|preceding|prior)\s+year)|"
    rf"(?:last|the\s+previous|the\s+preceding)\s+(?P<last>half[\s-]year|six\s+months|quarter|month|spring|summer|autumn|winter|Easter|Christmas|{NAMED})|"
    r"(?P<report>(?:the|our|in\s+the)\s+(?:last|previous)\s+(?:report|paper|update|time)|last\s+time|at\s+the\s+last\s+(?:count|census|audit)))\b"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_COMPARED = re.compile(
    rf"(?:\b(?:(?P<by>{SMALL})|(?:an?|one)\s+(?P<part>{'|'.join(_PARTS)}))\s+)?\b{_MUCH}(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<same>{_SAME})|{_TIMES})\b",
    re.I,
)
_BETWEEN = re.compile(rf"[\s,]*(?:{_FILL}\b[\s,]*){{0,9}}$", re.I)
_AGO_AT = re.compile(_AGO, re.I)
_RISES = (
    r"climb\w*|ris(?:e|es|ing|en)|grow(?:s|ing|n)?|increas(?:e|es|ing)|mount(?:s|ing)?|swell(?:s|ing)?|soar(?:s|ing)?|creep(?:s|ing)?\s+up|"
    r"go(?:es|ing)?\s+up|gone\s+up|on\s+(?:the\s+(?:rise|increase|up)|(?:its|the|their)\s+way\s+up|an\s+upward\s+\w+)|upwards?|been\s+raised"
)
_FALLS = (
    r"fall(?:s|ing|en)?|dropp?(?:s|ing|ed)?|declin(?:e|es|ing)|decreas(?:e|es|ing)|shrink(?:s|ing)?|dwindl(?:e|es|ing)|creep(?:s|ing)?\s+down|"
    r"go(?:es|ing)?\s+down|(?:gone|come|coming)\s+down|on\s+(?:the\s+(?:wane|decline|down)|(?:its|the|their)\s+way\s+down|a\s+downward\s+\w+)|downwards?|(?:been\s+)?(?:cut|reduced|lowered|brought\s+down|trimmed)"
)
# What goes on, as of the count that was just given.
_GOES_ON = re.compile(
    r"\b(?:keeps?|kept|continu(?:es?|ed|ing)(?:\s+to)?|go(?:es)?\s+on|went\s+on|carr(?:y|ies)\s+on|still|is|are|has(?:\s+been)?|have(?:\s+been)?|"
    r"remains?|shows?\s+no\s+sign\s+of\s+not)\s+(?:(?:now|still|always|steadily|slowly|rapidly|fast|again|on|to|gradually|ever|clearly)\s+)*"
    rf"(?:(?P<up>{_RISES})|(?P<down>{_FALLS}))\b"
    r"|\b(?:(?:second|third|fourth|fifth|sixth)\s+(?:successive|consecutive)|"
    r"for\s+the\s+\w+\s+\w+\s+(?:running|in\s+a\s+row))\b"
    rf"[^.;]{{0,60}}?\b(?:(?P<up3>{_RISES}|rose|grew)|(?P<down3>{_FALLS}|fell))\b"
    r"|\b(?:on\s+(?:the\s+(?P<up2>rise|increase|up)|(?P<down2>wane|decline)))\b",
    re.I,
)
# “Is broadly stable”, and how far such a count may have moved.
_STEADY = re.compile(
    r"\b(?:is|are|was|were|remains?|remained|stays?|stayed|(?:has|have)\s+(?:been|stayed|remained))\s+"
    r"(?P<about>(?:broadly|largely|fairly|relatively|quite|almost|mostly|generally)\s+)?"
    r"(?:stable|steady|constant|level|static|flat)\b(?!\s+(?:with|of))",
    re.I,
)
_NEAR, _ABOUT = 0.05, 0.1
_FACTORS = {"twice": 2, "double": 2, "three times": 3, "treble": 3, "four times": 4, "half": 0.5}
# About so many days a time “a year ago” may be off.
_SLACK = 16


@dataclass(frozen=True)
class Comparison:
    """A comparison from `start` to `end` of a text: `way` is 1 (more), -1 (fewer), 0 (the same);
    `by` how many, None where it gives none; `factor` of a multiple; `near` how far, as a share, the
    same may be; `time` the words for when, as a match, a mention of a date or the words for a
    season."""

    start: int
    end: int
    way: int
    time: object = None
    by: int | None = None
    factor: float | None = None
    near: float = 0.01

    def spans(self, first: date, last: date) -> list[tuple[date, date]]:
        """The stretches of time that it may mean, of a count from `first` to `last`."""
        if isinstance(self.time, Mention):
            return [(self.time.first, self.time.last)]
        if isinstance(self.time, re.Match):
            return _ago(self.time, first, last)
        if isinstance(self.time, YearTime):
            return [x for x in self.time.spans(last) if x[1] < last][-1:]
        return []


def comparisons(text: str) -> Iterator[Comparison]:
    """The comparisons of a text with another time that it names."""
    named = [*dates(text)]
    for match in _COMPARED.finditer(text):
        time = _time_behind(text, match.end(), named)
        if time is None:
            continue
        end = time.end() if isinstance(time, re.Match) else time.end
        way = 1 if match["up"] else -1 if match["down"] else 0
        times = " ".join((match["times"] or "").casefold().split())
        by = _number(match["by"]) if match["by"] and way else None
        factor = _FACTORS.get(times)
        if match["part"] and way:
            factor = 1 + way / _PARTS[match["part"].casefold()]
        yield Comparison(match.start(), end, way, time, by, factor)


def courses(text: str) -> Iterator[Comparison]:
    """The words of a text for which way something goes on going."""
    for match in _GOES_ON.finditer(text):
        way = 1 if match["up"] or match["up2"] or match["up3"] else -1
        yield Comparison(match.start(), match.end(), way)
    for match in _STEADY.finditer(text):
        near = _ABOUT if match["about"] else _NEAR
        yield Comparison(match.start(), match.end(), 0, near=near)


def _time_behind(text: str, at: int, named):
    """The time that a comparison is with, right behind it."""
    for item in named:
        if item.start >= at and item.first and _BETWEEN.fullmatch(text, at, item.start):
            return item
    match = _AGO_AT.search(text, at)
    if match and _BETWEEN.fullmatch(text, at, match.start()):
        return match
    rows = sorted(year_times(text), key=lambda item: item.start)
    return next((x for x in rows if x.start >= at and _BETWEEN.fullmatch(text, at, x.start)), None)


def _number(text: str) -> int | None:
    return whole(text) if text.isdecimal() else value_of(text)


def _ago(match: re.Match, first: date, last: date) -> list[tuple[date, date]]:
    if match["report"]:
        return []
    if match["then"]:
        return [
            stretch_before(first, last, 12),
            (date(last.year - 1, 1, 1), date(last.year - 1, 12, 31)),
        ]
    if match["unit"]:
        many = _NUMBER.get(match["many"].casefold()) or whole(match["many"])
        return [stretch_before(first, last, many * _AGO_UNIT[match["unit"].casefold()])]
    return _last(match["last"].casefold(), first, last)


def _last(word: str, first: date, last: date) -> list[tuple[date, date]]:
    months = {"half-year": 6, "half year": 6, "six months": 6, "quarter": 3, "month": 1}.get(word)
    if months:
        return [stretch_before(first, last, months)]
    for time in year_times(with_capital(word) if month_number(word) else word):
        spans = [x for x in time.spans(last) if x[1] < first or x[1] < last]
        return spans[-1:]
    return []


def stretch_before(first: date, last: date, months: int) -> tuple[date, date]:
    """The same stretch of time so many months before; of one date the days about it."""
    if first == last:
        then, slack = months_after(first, -months), timedelta(_SLACK if months > 1 else 8)
        return then - slack, then + slack
    after = months_after(last + timedelta(1), -months)
    return months_after(first, -months), after - timedelta(1)

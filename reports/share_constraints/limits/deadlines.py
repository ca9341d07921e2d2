"""What is called late, on time or not yet due, against the day that it was to be done by, the day
that it was done on and the day of the report: `by 30 September … signed on 21 November and so kept
to the date`, `all dated 31 December … the seventh is not yet due`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assurance.runtime.periods import say_day
from reports.checks.reading import Reading
from reports.prose.dates import Mention
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_TO = (
    r"(?:due|deadline|promised|planned|agreed|expected|supposed|meant|scheduled|should|would|was\s+to|were\s+to|is\s+to|are\s+to|"
    r"target\s+date|dated?|complet\w+|to\s+be\s+[a-z]+)"
)
_BY = re.compile(
    rf"\b{_TO}\b[^⟦.;]{{0,80}}?\b(?:by|before|of|for|on|is|was|no\s+later\s+than|not\s+later\s+than|until|at)\s+"
    r"(?:the\s+)?(?:end\s+of\s+)?(?:(?P<season>Easter|Whitsun|spring|summer|autumn|Christmas)\s+)?⟦d(?P<mark>\d+)⟧",
    re.I,
)
_SOME_TIME = r"(?:an?|one|two|three|four|five|six|several|⟦[cx]\d+⟧)\s+(?:day|week|month|year)s?\s+"
_LATE = (
    rf"overdue|{_SOME_TIME}late|late|past\s+(?:its|their)\s+dates?|behind\s+(?:time|schedule)|"
    r"missed\s+(?:its|the|their)\s+(?:date|deadline)s?"
)
_TIMELY = (
    rf"{_SOME_TIME}(?:early|ahead)|"
    r"on\s+time|in\s+(?:good\s+)?time|on\s+schedule|early(?=\s*(?:[.,;:)]|$|(?:and|but|by)\b))|ahead\s+of\s+(?:time|schedule)|"
    r"kept\s+to\s+(?:the|its|their|this|that)\s+(?:date|deadline|time|promise)s?|met\s+(?:the|its|their|this|that)\s+(?:date|deadline)s?"
)
_TO_COME = r"not\s+yet\s+due|not\s+due(?:\s+yet)?"
_VERDICT = re.compile(
    rf"\b(?:(?P<late>{_LATE})|(?P<timely>{_TIMELY})|(?P<to_come>{_TO_COME}))\b(?!\s+(?:for|of|in|autumn|spring|summer|winter|march|may|signs?|results?|"
    r"indications?|evidence|days|years|help|stages?|intervention|warnings?|feedback|figures?|data|impressions?|findings|learning|childhood)\b)",
    re.I,
)
_IS = re.compile(r"\b(?:is|are|remains?|still)\b[^.;:⟦]{0,30}$", re.I)
_DONE = re.compile(
    r"\b(?:signed|opened|published|finished|completed|done|delivered|held|made|sent|began|started|launched|adopted|agreed|"
    r"approved|appeared|closed|moved|took\s+place|came|was|were|went)\b[^⟦.;]{0,40}?\b(?:on|in)\s+⟦d(?P<mark>\d+)⟧",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:if|unless|nor|neither|never|almost|nearly|some|most|extended|postponed|revised|new\s+date|not\s+(?:on\s+time|late|overdue)|"
    r"because)\b",
    re.I,
)
_SEASONS = {"easter": 4, "whitsun": 6, "spring": 6, "summer": 9, "autumn": 12, "christmas": 12}
# A report so many years before what it calls late has a wrong date of its own.
_FAR = 2
_BACK, _MEND = 3, "Use the word that the dates show, or put the date right."


def deadlines(reading: Reading) -> Iterator[Denial]:
    """`It was to open by Easter 2014. Building has begun. The hub is on time`, in September."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        verdicts = [*_VERDICT.finditer(row.sentence.text)]
        if len(verdicts) != 1 or _UNSURE.search(row.sentence.text):
            continue
        near = [x for x in rows[max(0, place - _BACK) : place + 1] if x.line is row.line]
        due = _due(near)
        if due:
            yield from _denied(reading, row, near, verdicts[0], *due)


def _due(near: Sequence[Statement]) -> tuple[Mention, str, date] | None:
    """The one date by which a passage has something to be done, its words and its last day."""
    rows = [(row, x) for row in near for x in _BY.finditer(row.sentence.text)]
    if len(rows) != 1:
        return None
    row, match = rows[0]
    mention = row.sentence.thing(match["mark"])
    if not mention.last:
        return None
    season = _SEASONS.get((match["season"] or "").casefold())
    last = mention.last if not season else date(mention.last.year, season, 28)
    label = f"{match['season'] or ''} {mention.words}".strip()
    return mention, label, last


def _denied(
    reading: Reading, row: Statement, near, verdict: re.Match, due: Mention, by: str, last: date
) -> Iterator[Denial]:
    done = [
        other.sentence.thing(x["mark"])
        for other in near
        for x in _DONE.finditer(other.sentence.text)
        if other.sentence.thing(x["mark"]) is not due
    ]
    done = [x for x in done if x.first and x.first.year >= last.year - 1]
    is_now = _IS.search(row.sentence.text[: verdict.start()])
    if len(done) == 1 and not verdict["to_come"] and not is_now:
        day, event = done[0].first, f"was done on {done[0].words}"
        is_late = None if done[0].first <= last <= done[0].last else day > last
    elif not done and is_now and reading.dated and last.year - reading.dated.year < _FAR:
        day, event = reading.dated, f"is not done on {say_day(reading.dated)}"
        is_late = day > last
    else:
        return
    if is_late is not None and is_late != bool(verdict["late"]):
        says = f"What was to be done by {by} {event}, but the report has "
        yield Denial(row.line, row.span, f"{says}“{verdict.group()}”.", _MEND)

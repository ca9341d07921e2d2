"""The one day or period that a sentence names, wherever the sentence leaves no doubt of it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.runtime.digits import whole
from assurance.runtime.periods import When, months_after
from reports.prose.dates import DAY, MONTH, YEARS, Mention, dates
from reports.prose.numbers import value_of

# What makes a number that of an earlier time.
_SAME_TIME = (
    r"the\s+same\s+(?:half|quarter|period|months?|weeks?|term|time|point|date)\s+(?:of|in|last|a)\b"
)
THEN = re.compile(
    rf"\b(?:before|last|previous\w*|earlier|had\s+been|ago|reported|{_SAME_TIME})\b", re.I
)
# “In 2023-24 it was 104 of 286.”
THEN_IT_WAS = re.compile(r"\W*in\s+⟦[dx]\d+⟧,?\s+(?:it|they)\s+(?:was|were)\b", re.I)
# “16 more than at 31 March 2023”: the date behind it is of another number.
COMPARED = r"\b(?:than|since|from|against|compared\s+(?:with|to))\b"
_COMPARED = re.compile(COMPARED, re.I)
# “174 of the episodes falling in January” tells when they were, and no way that a number went.
NOT_THEN = r"(?!\s+(?:in|within|between|on)\s+⟦d)"
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.I)
_TO = re.compile(r"\s*(?:to|and|until|till|through|up\s+to|-|–|—)\s*(?:the\s+)?(?:end\s+of\s+)?$")
_SINCE = re.compile(
    r"\b(?:ever\s+)?since\s+(?:the\s+(?:beginning|start)\s+of\s+)?(?:the\s+)?$", re.I
)
_SINCE_REPORT = re.compile(
    r"\b(?:ever\s+)?since\s+(?:(?:the|our|its)\s+)?(?:(?:last|previous)\s+report|last\s+report(?:ing|ed))"
    r"(?:\s+to\s+(?:the\s+|this\s+)?committee)?\b",
    re.I,
)
# “The six months to 30 September 2015”: a count of months that ends on a day.
# Months of the longest period that somebody counts in months.
_LONGEST = 36
_MONTHS = {"quarter": 3, "half-year": 6, "half year": 6, "year": 12}
_SPAN = re.compile(
    r"\b(?:the\s+|last\s+|full\s+)*(?P<span>[a-z]+[\s-]months|\d{1,2}\s+months|quarter|half[\s-]year"
    r"|year)\s+(?:to|ending|ended|that\s+ended)\s+(?:on\s+)?(?:the\s+)?(?:end\s+of\s+)?$",
    re.I,
)
_IN = re.compile(
    r"\b(?:in|during|over|throughout|within|for|of)\s+(?:the\s+)?"
    r"(?:(?:month|(?:financial|calendar|whole|full)\s+year|year)\s+(?:of\s+)?)?$",
    re.I,
)
_HALF_OPEN = re.compile(
    r"\b(?:since|before|until|till|after|to|from|between)\s+(?:the\s+)?(?:end\s+of\s+)?$", re.I
)


def before_comparison(text: str) -> str:
    """The words of a text up to what its number is compared with: a date behind that is not its
    own."""
    return _COMPARED.split(text, maxsplit=1)[0]


@dataclass(frozen=True)
class NamedTime:
    """What a sentence names (`when`) and the stretch of it that does."""

    when: When
    start: int
    end: int


def named_time(sentence: str) -> NamedTime | None:
    """The day or period of a sentence that names one; None where it names none, several or half
    of one, such as “since 2014”."""
    mentions = dates(sentence)
    if not mentions or len(mentions) > 2 or any(item.impossible for item in mentions):
        return None
    if len(mentions) == 2:
        return _between(sentence, *mentions)
    [item] = mentions
    if not item.first:
        return None
    before = sentence[: item.start]
    if span := _SPAN.search(before):
        return _ending(item, span)
    if _HALF_OPEN.search(before):
        return None
    if item.precision == DAY:
        return NamedTime(When.at(item.last), item.start, item.end)
    opens = _IN.search(before)
    if not opens or (item.precision == YEARS and _is_long(item)):
        return None
    return NamedTime(When(item.first, item.last), opens.start(), item.end)


def time_since(sentence: str, until: date, reported: date | None = None) -> NamedTime | None:
    """The period to `until` from the one day or month that a sentence says something is “since”,
    the last such where it names no year, or from the day after the last report (`reported`); None
    where it names another time too, or a year alone: of which day of it is open."""
    mentions = dates(sentence)
    if not mentions and reported and reported < until:
        opens = _SINCE_REPORT.search(sentence)
        when = When(reported + timedelta(1), until)
        return opens and NamedTime(when, opens.start(), opens.end())
    if len(mentions) != 1 or mentions[0].precision not in (DAY, MONTH):
        return None
    [item] = mentions
    opens = _SINCE.search(sentence[: item.start])
    first = None if item.impossible else item.first or _in_year_of(item, until)
    if not opens or not first or first > until:
        return None
    return NamedTime(When(first, until), opens.start(), item.end)


def _between(sentence, opening, closing):
    """The period from one day or month to another; the first may leave its year to the second."""
    opens = _FROM.search(sentence[: opening.start])
    joined = _TO.fullmatch(sentence[opening.end : closing.start])
    if not opens or not joined or not closing.last or opening.precision not in (DAY, MONTH):
        return None
    first = opening.first or _in_year_of(opening, closing.last)
    if not first or first > closing.last or closing.precision not in (DAY, MONTH):
        return None
    return NamedTime(When(first, closing.last), opens.start(), closing.end)


def _in_year_of(opening: Mention, last: date):
    """The last such day or month on or before `last`."""
    for year in (last.year, last.year - 1):
        day = min(opening.day or 1, monthrange(year, opening.month)[1])
        if (first := date(year, opening.month, day)) <= last:
            return first
    return None


def _ending(item, span):
    """The months that end with a day or month."""
    text = span["span"].casefold()
    count = text.removesuffix("months").strip(" -")
    months = _MONTHS.get(text) or (whole(count) if count.isdigit() else value_of(count))
    if not months or months > _LONGEST or item.precision not in (DAY, MONTH):
        return None
    after = item.last + timedelta(1)
    # The day after the last of a month is the first of the next, whichever month that is.
    return NamedTime(When(months_after(after, -months), item.last), span.start(), item.end)


def _is_long(item):
    return (item.last - item.first).days > 366

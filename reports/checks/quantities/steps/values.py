"""The values that a sentence compares, and which of two was first."""

import re

from reports.checks.quantities.grammar import CHANGE, MEAN, TOTAL
from reports.checks.quantities.model import Quantity, Statement
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN

BUDGET = re.compile(r"\b(?:budget\w*|planned|allocat\w+|against|set\s+aside)\b", re.I)
# Whether more of what a sentence speaks of is better: late and missing things, things done.
_LESS_IS_BETTER = re.compile(
    r"\b(?:inadequate|late|missing|overdue|reoffen\w+|vacanc\w+|absen\w+|wait\w*|turnover|left|sick\w*|"
    r"excluded|exclusions?|suspensions?|re-?referr\w+|delay\w*|backlog|breach\w*|complaints?|accidents?|failed|caseloads?|without)\b",
    re.I,
)
_MORE_IS_BETTER = re.compile(
    r"\b(?:[oi]n\s+time|in\s+date|complete[d]?|good|up\s+to\s+date|stab\w+|attend\w*|satisf\w+|trained|"
    r"safe|seen|within|timel\w+|pass\w*|response|reviewed)\b",
    re.I,
)
_OLD = re.compile(
    r"\b(?:from|than|after|was|had\s+been|were|last|previous|before|earlier|on|the|against|compared\s+(?:with|to))\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
THEN = re.compile(r"\b(?:before|last|previous\w*|earlier|had\s+been|ago|reported)\b", re.I)
_CALLED_THEN = re.compile(
    r"\b(?:last|previous|preceding)\s+(?:half-?)?(?:year|quarter|period|report|month|term|time)\b|\bin\s+the\s+"
    r"first\b|\b(?:earlier|originally|ago)\b",
    re.I,
)
_CALLED_NOW = re.compile(
    r"\b(?:now|currently|today|at\s+present|this\s+(?:half-?)?(?:year|quarter|period|month|term|time))\b"
    r"|\bin\s+the\s+second\b",
    re.I,
)
NOW = re.compile(r"\b(?:now|to|currently|is|are|latest|at)\s+(?:[a-z]+\s+)?$", re.I)
_REASON = re.compile(r"\b(?:because|as|since|when|while|whilst|so|and|but)\b", re.I)
_DATE_BEHIND = re.compile(r"(?:[^⟦(]|\([^)]*\))*?⟦d(\d+)⟧")
_DATE_OPENS, _DATE_LEADS = (
    re.compile(r"\W*(?:in|on|at|by)\s+⟦d", re.I),
    re.compile(r"⟦d(\d+)⟧[^⟦]*$"),
)
_QUARTER_BEHIND = re.compile(r"(?:[^⟦(]|\([^)]*\))*?\bquarter\s+⟦x(\d+)⟧")


def main_values(row: Statement, kind: str = "") -> list[Quantity]:
    """The values that a sentence compares: its per cents, else its counts that are no bases, else
    its lengths of time; with a bare number beside a length of time."""
    bases = {item.phrase.base for item in row.quantities}
    exact = [
        item
        for item in row.quantities
        if item.phrase.role in (TOTAL, MEAN) and item.phrase.mark not in bases and not is_rate(item)
    ]
    shares = [item for item in exact if item.phrase.number.kind == PERCENT and kind != COUNT]
    spans = [item for item in exact if item.phrase.number.kind == SPAN]
    spans = [item for item in spans if unit_of(item) == unit_of(spans[0])]
    counts = [item for item in exact if item.phrase.number.kind == COUNT]
    if spans:
        return sorted((*spans, *(item for item in counts if not item.phrase.head)), key=start_of)
    sums = [item for item in exact if item.phrase.number.kind == MONEY]
    return shares or counts or ([] if BUDGET.search(row.sentence.text) else sums)


def values_of(row: Statement, kind=""):
    """The values of a sentence, without those that explain an amount of change behind it."""
    values, text = main_values(row, kind), row.sentence.text
    amounts = [item.phrase.end for item in row.quantities if item.phrase.role == CHANGE]
    reason = _REASON.search(text, min(amounts)) if amounts else None
    return [item for item in values if not reason or item.phrase.start < reason.start()]


def pair_of(row: Statement):
    """(what was, what is) where a sentence has two values and says which came first."""
    values = values_of(row)
    if len(values) != 2:
        return None
    first, second = values
    text = row.sentence.text
    between = text[first.phrase.end : second.phrase.start]
    if re.search(r"\bfrom\s+(?:[a-z]+\s+){0,2}$", text[: first.phrase.start]):
        return first, second
    times = [_time_of(item, values) for item in values]
    if times[0] != times[1]:
        return (first, second) if times[0] < times[1] else (second, first)
    if NOW.search(between[-12:]) and _day_of(first):
        return first, second
    dates = _day_of(first), _day_of(second)
    if all(dates) and dates[0] != dates[1]:
        return (first, second) if _is_earlier(*dates) else (second, first)
    if _OLD.search(between) or THEN.search(text[second.phrase.end :][:40]):
        return second, first
    return None


def _time_of(item: Quantity, values):
    """-1 for what the words around a value call of then, 1 for now, else nought."""
    text = item.sentence.text
    ends = [other.phrase.end for other in values if other.phrase.end <= item.phrase.start]
    starts = [other.phrase.start for other in values if other.phrase.start >= item.phrase.end]
    lead = re.split(r"[,;:]|\band\b", text[max(ends, default=0) : item.phrase.start])[-1]
    around = lead + re.split(r"[,;:]", text[item.phrase.end : min(starts, default=len(text))])[0]
    then, now = _CALLED_THEN.search(around), _CALLED_NOW.search(around)
    return 0 if bool(then) == bool(now) else -1 if then else 1


def _day_of(item: Quantity):
    """(year, month, quarter) of the date right behind a value, before the next value; each nought
    where it is not said, and None where no date is."""
    text = item.sentence.text[item.phrase.end :][:80]
    if match := _QUARTER_BEHIND.match(text):
        return 0, 0, item.sentence.thing(match[1]).words
    lead = re.search(r"⟦d(\d+)⟧[^⟦]*(?:⟦[^d][^⟦]*)?$", item.sentence.text[: item.phrase.start])
    # “In 2014 there were 46, and in 2015 31”: each date stands before what it is of.
    own = _DATE_LEADS.search(item.sentence.text[: item.phrase.start])
    if _DATE_OPENS.match(item.sentence.text) and own:
        match = own
    else:
        match = _DATE_BEHIND.match(text) or (lead if ";" in item.sentence.text else None)
    day = item.sentence.thing(match[1]) if match else None
    return (day.year, day.month, str(day.day)) if day and (day.year or day.month) else None


def _is_earlier(day, other):
    """Whether one date is before another; one without a year is of the other's."""
    if not (day[0] and other[0]):
        day, other = (0, *day[1:]), (0, *other[1:])
    return day < other


def is_rate(item: Quantity):
    """Whether a number is what a rate is of: `58 per 10,000`."""
    return item.sentence.text[: item.phrase.start].endswith("per ")


def unit_of(item: Quantity):
    return item.phrase.clause.partition(" ")[0].rstrip("s")


def start_of(item: Quantity):
    return item.phrase.start


def better_way(text: str) -> int:
    """1 where more of what a text speaks of is better, -1 where less is, 0 where that is unsure."""
    less, more = bool(_LESS_IS_BETTER.search(text)), bool(_MORE_IS_BETTER.search(text))
    return more - less

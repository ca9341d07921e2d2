"""`A year before the number was 386`: what an earlier report counted, named by its time."""

import re
from collections.abc import Iterator, Sequence
from math import trunc

from reports.checks.context import EarlierFigure
from reports.checks.reading import Reading
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Quantity, Statement, earlier_stocks
from reports.quantities.nouns import noun_of
from reports.quantities.roles import CHANGE

_THEN = re.compile(
    r"(?<!\w)(?:(?P<year>(?:a|one|the)\s+year)|⟦[cx](?P<months>\d+)⟧\s+months|the\s+(?:quarter|half-year))\s+"
    r"(?:before|earlier|ago|previously)\b|\b(?:a|one)\s+year\s+(?:on\s+)?from\b|\bthe\s+previous\s+(?:year|quarter|period|report)\b"
    r"|\bat\s+the\s+(?:same|last)\s+(?:point|time|year\s+end)\b|\blast\s+(?:year|time)\b|\bat\s+the\s+start\s+of\s+the\s+year\b",
    re.I,
)
_GENERIC = re.compile(r"\b(?:number|figure|total|count|population|there|it|they)\b", re.I)
_AT_LAST = re.compile(r"\b(?:was|were|had\s+been|stood\s+at|of|the)\s+(?:[a-z]+\s+)?$", re.I)
_AMOUNT = re.compile(
    r"\s+(?:(?P<up>more|higher|up)|(?P<down>fewer|less|lower|down))\s+(?:than|on)\b(?:[^⟦.;:]|⟦d\d+⟧){0,50}",
    re.I,
)
# “Contacts, which had numbered 214 when we last reported, …”
_LAST = re.compile(
    r"\bwhen\s+(?:we|i|it|this|members|councillors|the\s+[a-z-]+)\s+(?:(?:was|were)\s+)?last\s+[a-z]+|"
    r"\blast\s+reported\b",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:had\s+(?:been|numbered)|numbered|was|were|stood\s+at|came\s+to)\s+$", re.I
)
_NEAR, _LEAST, _YEAR = 4, 20, 12


def since_then(reading: Reading, row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """A number of then, or a change since then, is that of the report that counted it."""
    printed = earlier_stocks(reading, _LEAST)
    if not printed or not row.counts:
        return
    mentioned = stems(" ".join(x.sentence.said() for x in (row, *earlier[:1])).replace("-", " "))
    named = [(item, stems(item.words.replace("-", " "))) for item in printed]
    heads = [head for item, _ in named for head in noun_of(item.words)[-1:]]
    for item, own in named:
        head = "".join(noun_of(item.words)[-1:])
        if head and (heads.count(head) == 1 or own <= mentioned):
            yield from _number(row, earlier, item, head)
            yield from _last_reported(row, item, head)
            yield from _change(row, item, head)


def _number(row: Statement, earlier, item: EarlierFigure, head) -> Iterator[Denial]:
    """`Twelve months earlier the number was 386.`"""
    text = row.sentence.text
    when = _THEN.search(text)
    start = when.end() if when else 0
    own = [x for x in row.counts if x.phrase.is_stock and x.phrase.start >= start]
    now = [x for x in (earlier[0].counts if earlier else ()) if x.phrase.is_stock]
    if not when or len(own) != 1 or any(x.value == item.count for x in row.counts):
        return
    ahead = text[when.end() : own[0].phrase.start]
    is_bare = _GENERIC.search(ahead) and _AT_LAST.search(ahead)
    is_bare = is_bare and not own[0].phrase.head and len(now) == 1 and now[0].phrase.head == head
    if is_bare and _is_near(own[0].value, item.count) and _fits(row, earlier[0], when, item):
        yield _denial(own[0], own[0].phrase.number.words, item)


def _last_reported(row: Statement, item: EarlierFigure, head) -> Iterator[Denial]:
    """`Contacts, which had numbered 214 when we last reported, came to 247.`"""
    text = row.sentence.text
    last = _LAST.search(text)
    stocks = [x for x in row.counts if x.phrase.is_stock] if last else []
    if not stocks or head not in stems(row.sentence.said()):
        return
    nearest = min(
        stocks, key=lambda x: max(x.phrase.start - last.end(), last.start() - x.phrase.end)
    )
    first, end = sorted((nearest.phrase.start, last.start()))
    bare = _NUMBERED.search(text[: nearest.phrase.start]) and not nearest.phrase.number.bound
    bare = bare and not re.search(r"[;:]", text[first:end])
    if bare and nearest.value != item.count and _is_near(nearest.value, item.count):
        yield _denial(nearest, nearest.phrase.number.words, item)


def _change(row: Statement, item: EarlierFigure, head) -> Iterator[Denial]:
    """`1,395 were begun, 155 more than in 2021/22.`"""
    text = row.sentence.text
    changes = [
        x for x in row.counts if x.phrase.role == CHANGE and _AMOUNT.match(text, x.phrase.end)
    ]
    values = [x for x in row.counts if x.phrase.is_stock and x.phrase.head == head]
    if len(changes) != 1 or len(values) != 1 or not _is_then(row, changes[0], item):
        return
    change, now = changes[0], values[0]
    way = 1 if _AMOUNT.match(text, change.phrase.end)["up"] else -1
    then = now.value - change.value * way
    if then != item.count and _is_near(then, item.count):
        yield _denial(change, f"{now.phrase.number.words} and {change.phrase.number.words}", item)


def _is_then(row: Statement, change: Quantity, item: EarlierFigure) -> bool:
    """True if a change is from the time of an earlier report, by its date or its year."""
    behind = _AMOUNT.match(row.sentence.text, change.phrase.end).group()
    days = row.sentence.marks("d", behind)
    return len(days) == 1 and days[0].last is not None and days[0].last.isoformat() == item.end


def _fits(row: Statement, other: Statement, when: re.Match, item: EarlierFigure) -> bool:
    """True if the report before counted at the time that is so long before the date named."""
    months = trunc(row.sentence.thing(when["months"]).value) if when["months"] else None
    months = _YEAR if when["year"] else months
    days = [day.last for day in (*other.sentence.marks("d"), *row.sentence.marks("d")) if day.last]
    if months is None:
        return True
    ends = {(day.year * _YEAR + day.month - months) for day in days}
    return any(
        item.end[:7] == f"{(end - 1) // _YEAR:04}-{(end - 1) % _YEAR + 1:02}" for end in ends
    )


def _is_near(value, count) -> bool:
    return abs(value - count) * _NEAR <= count


def _denial(at: Quantity, numbers: str, item: EarlierFigure) -> Denial:
    says = f"The report gives {numbers}, but “{item.paper}” had {item.text} for that time."
    return Denial.of(at, says, "Use the earlier value, or write that it was corrected.")

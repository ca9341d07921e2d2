"""Each per cent of a sentence with the count that it tells of, and the base where one is named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.prose.marks import text_before
from reports.prose.numbers import COUNT, MONEY, PERCENT
from reports.prose.quantities.arithmetic import (
    share,
    verdict,
)
from reports.prose.quantities.claims import CLAIM
from reports.prose.quantities.phrases import DISTANCE
from reports.quantities.model import Quantity, Statement
from reports.quantities.roles import BOUND, CHANGE

_AMOUNTS = (COUNT, MONEY, PERCENT)
_UNREAD = re.compile(r"⟦[xdq]\d+⟧")
_ANOTHER = re.compile(
    r"\b(?:increas|decreas|rise|rising|rose|fall|fell|up|down|compar|against|target|than|last|previous|"
    r"nation|average|from|while|whereas|but|reduc|chang|similar|neighbour|england|region|further|"
    r"another|so\s+that|had\s+been|was\s+already|only\s+to)\w*|\bimprov\w+\s+(?:from|to|by|on)\b",
    re.I,
)
# “41% of the 132” and “41% of the budget of £2m” have their base behind them.
_OF = re.compile(
    r"^\)?\s+(?:out\s+)?of\s+(?:(?:the|our|all|these|those|its|a\s+total\s+of)\s+)*"
    r"(?:[a-z-]+\s+(?:of\s+)?)?$",
    re.I,
)
OF_OTHERS = re.compile(
    r"\)?\s+of\s+(?!(?:the\s+)?(?:total|whole|them|these|those|all|cohort|sample|panel|case)\b"
    r"|(?:that|this)\s+(?:group|number|total|cohort)\b)",
    re.I,
)
OF_THESE = re.compile(r"\s+of\s+(?:whom|which|these|those|them)\b", re.I)
RATE = re.compile(
    r"\b(?:rate|share|proportion|take-up|uptake|turnout|occupancy|(?:return|response)\s+(?:of|was|is))\b",
    re.I,
)
_AGAINST = re.compile(r"\bagainst\s+(?:an?\s+|the\s+)?(?:target|plan|total)\s+of\s+$", re.I)
IN_A_PART = re.compile(
    r"\s+(?:of\s+those\s+(?:of|aged)|(?:of\s+those\s+)?(?:in|for|at|among|from|by))\s+"
    r"(?:the\s+)?[a-z]+[^()⟦]*\)",
    re.I,
)
# “Three or more placements” counts no children.
_OR_MORE = re.compile(r"(?:or|and)\s+(?:more|over|above|fewer|less|older|under)\b", re.I)
OF_OR_MORE = re.compile(rf"of\s+[a-z]+\s+{_OR_MORE.pattern}", re.I)
# “Within 26 weeks”: a limit that nobody was counted by.
_WITHIN = re.compile(r"\bwithin\s+(?:the\s+)?$", re.I)
_OPENS = re.compile(r"[(\[]\s*(?:n\s?=\s?)?$", re.I)
# “88% of the 391 children, or 344 children”.
_OR_SO_MANY = re.compile(
    r"^[^⟦;:.()]{0,60},\s+(?:or|that\s+is|which\s+is)\s+(?:(?:about|some|just|only)\s+)?$", re.I
)
# What may stand between a count and its share: where its base is known, and where it is not.
_LEADS = re.compile(
    r"^[^⟦;:]{0,90}?(?:[(\[,=–—]|\s-\s|\bor\b|\bis\b|\bequals?\b|\brepresent\w*|\bequat\w+|\baccount\w*|"
    r"\bmak\w+)[^⟦;:]{0,40}$",
    re.I,
)
_BESIDE = re.compile(
    r"^(?:[^⟦;:.]{0,60}?)(?:\(|,\s+(?:or\s+|which\s+is\s+|that\s+is\s+|at\s+)?(?:an?\s+(?:[a-z-]+\s+){0,2}(?:rate|share|proportion|take-up|turnout)\s+of\s+)?|,?\s+or\s+|"
    r"\s+is\s+|\s[–—-]\s|in\s+)$",
    re.I,
)
_AND = re.compile(r",\s+(?:and|but|while|whereas)\s+$", re.I)
_DID = re.compile(r"\s+(?:[a-z]+ed|were|was|are|had|have|took|went|came|left|began)\b", re.I)
_BACK = re.compile(
    r"^[^⟦;:.)]{0,80}(?:[(\[]\s*(?:n\s?=\s?)?|[,–—]\s*(?:or\s+|(?:that|which)\s+is\s+)?)$", re.I
)


@dataclass(frozen=True)
class Share:
    """A per cent with the count that it tells of, and its base where the sentence names one."""

    count: Quantity
    percent: Quantity
    base: Quantity | None


def shares_of(row: Statement) -> Iterator[Share]:
    """Each per cent of a sentence that stands beside its count, in whichever order."""
    items = [item for item in row.quantities if item.phrase.number.kind in _AMOUNTS]
    items = [item for item in items if not _is_limit(item) and not _is_measure(row, item)]
    # “29 took from 11 to 20 (31.5%)”: the end of a range counts nothing.
    items = [item for item in items if not _ends_a_range(item)]
    percents = [item for item in items if is_percent(item)]
    if percents and re.search(r"\brespectively\b", row.sentence.text, re.I):
        yield from _in_order(items, percents)
        return
    for place, item in enumerate(items):
        if is_percent(item) and not _has_own_verb(row, items, place):
            pair = _count_of(row, items, place)
            if pair and pair[0].phrase.number.bound in ("", "~"):
                yield Share(pair[0], item, None if _is_of_another(row, *pair) else pair[1])


def _is_of_another(row: Statement, count: Quantity, base: Quantity | None):
    """Whether a count is `of these`, and these are not its base but were told in between."""
    if not base or not OF_THESE.match(row.sentence.text, count.phrase.end):
        return False
    return any(base.phrase.end <= item.phrase.start < count.phrase.start for item in row.counts)


def _ends_a_range(item: Quantity) -> bool:
    return item.phrase.role == BOUND and not item.phrase.number.bound and not is_percent(item)


def _is_limit(item: Quantity) -> bool:
    """True for `three or more`, `95% of sessions or more` and `all but three`."""
    limit = (OF_OR_MORE if is_percent(item) else _OR_MORE).match(item.phrase.clause)
    return bool(limit) or item.sentence.text[: item.phrase.start].endswith("all but ")


def _is_measure(row: Statement, item: Quantity) -> bool:
    """True for a distance, and for a number that something happened within."""
    ahead = text_before(row.sentence.text, item.phrase.start)
    return not is_percent(item) and bool(
        DISTANCE.match(item.phrase.clause) or _WITHIN.search(ahead)
    )


def is_percent(item: Quantity) -> bool:
    """Whether it is a per cent."""
    return item.phrase.number.kind == PERCENT


def _has_own_verb(row: Statement, items: Sequence[Quantity], place: int) -> bool:
    """True for `70 were closed within a year, and 43.8% ended between six and 12 months`."""
    ahead = between(row, items[place - 1], items[place]) if place else ""
    done = _DID.match(row.sentence.text, items[place].phrase.end)
    return bool(done and _AND.search(ahead))


def _in_order(items, percents):
    """The shares that *respectively* lays beside as many counts of a base."""
    counts = [item for item in items if item.phrase.base is not None and not is_percent(item)]
    bases = {item.phrase.mark: item for item in items}
    if len(counts) >= len(percents):
        for count, percent in zip(counts, percents, strict=False):
            yield Share(count, percent, bases[count.phrase.base])


def _count_of(row: Statement, items: Sequence[Quantity], place: int):
    """(the count that a per cent tells of, the base that the sentence names or None), or None."""
    left = items[place - 1] if place and not is_percent(items[place - 1]) else None
    right = items[place + 1] if place + 1 < len(items) else None
    right = right if right and not is_percent(right) else None
    behind = between(row, left, items[place]) if left else ""
    ahead = between(row, items[place], right) if right else ""
    earlier = items[place - 2] if place > 1 else None
    if left and earlier and is_percent(earlier) and _OF.match(between(row, earlier, left)):
        left = None
    bases = {item.phrase.mark: item for item in items}
    if left and left.phrase.role == CHANGE:
        return None
    if right and _OF.match(ahead):
        further = items[place + 2] if place + 2 < len(items) else None
        if further and not is_percent(further) and _is_repeated(row, right, further):
            part = _part_of(items, left)
            return (further, right) if part is None else _with_lead(part, right, behind)
        return _with_lead(_part_of(items, left) or left, right, behind)
    opened = left and _OPENS.search(behind)
    # “40 of 80 files (60% in the north)” tells of a part of them.
    if opened and IN_A_PART.match(row.sentence.text, items[place].phrase.end):
        return None
    if right and not opened and _BACK.match(ahead) and not _is_of_another_claim(ahead):
        return right, bases.get(right.phrase.base)
    if not left or (_ANOTHER.search(behind) and not opened):
        return None
    count, base = left, bases.get(left.phrase.base)
    if earlier and (
        earlier.phrase.base == left.phrase.mark or _AGAINST.search(between(row, earlier, left))
    ):
        count, base = earlier, left
    others = OF_OTHERS.match(row.sentence.text[items[place].phrase.end :])
    if base and _LEADS.match(behind) and (opened or not others):
        return count, base
    if earlier and RATE.search(behind) and not is_percent(earlier):
        return (left, earlier) if earlier.value >= left.value else None
    return (
        (left, None) if not base and _BESIDE.match(behind) and not (others and not opened) else None
    )


def _is_of_another_claim(ahead: str) -> bool:
    """True if what stands before a count compares, or claims a share of its own: `care for 10%, but
    are nearly a third of those far away (16 of 52)`."""
    return bool(_ANOTHER.search(ahead)) or any(x["fraction"] for x in CLAIM.finditer(ahead))


def _part_of(items: Sequence[Quantity], base: Quantity | None):
    """“41 of the 63, that is 5.7 per cent of the 715”: the count whose base a number is."""
    return next((item for item in items if base and item.phrase.base == base.phrase.mark), None)


def _is_repeated(row: Statement, base: Quantity, count: Quantity) -> bool:
    """True if a count behind a base is the share of it in numbers: in brackets, or behind “or” and
    of the same things."""
    text, heads = between(row, base, count), {base.phrase.head, count.phrase.head}
    return bool(_OPENS.search(text) or (_OR_SO_MANY.match(text) and len(heads - {""}) == 1))


def _with_lead(count: Quantity | None, base: Quantity, behind: str):
    """A count with its base, where what stands between it and its share leads to that."""
    leads = count and ")" not in behind and _LEADS.match(behind) and not _ANOTHER.search(behind)
    return (count, base) if leads else None


def between(row: Statement, first: Quantity, second: Quantity) -> str:
    """What stands between two quantities of a sentence, without marks of dates and names."""
    return _UNREAD.sub("", row.sentence.text[first.phrase.end : second.phrase.start])


def verdict_of(item: Share, base: Quantity) -> str:
    """Whether a share is right, cut or wrong for a base; nothing where it can be of none."""
    number = base.phrase.number
    if not base.value or number.kind != item.count.phrase.number.kind:
        return ""
    return verdict(item.percent.phrase.number, *share(item.count.phrase.number, number))

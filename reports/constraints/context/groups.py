"""Groups of a passage that a later clause speaks of by their number: both, all three, agreed and
turned down, `of the 188, 97 went once, 58 two to four times`."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from assurance.runtime import digits
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.parts.sums import unlike_sum
from reports.quantities.parts.terms import ONES
from reports.quantities.roles import TOTAL

_NUMBER = "Put the wrong number right."
_YES = (
    r"agreed|accepted|approved|upheld|supported|granted|allowed|confirmed|passed|adopted|endorsed|ratified|"
    r"successful|succeeded|met|kept"
)
_NO = (
    r"turned\s+down|refused|rejected|declined|dismissed|overturned|overruled|not\s+(?:agreed|accepted|approved|upheld|"
    r"supported|granted|allowed|confirmed|passed|adopted|met|kept)|failed|unsuccessful|missed|broken|deferred"
)
_PAIR = re.compile(
    rf"\b(?:{_YES})\b[^⟦.;:]{{0,25}}⟦c(?P<first>\d+)⟧[^⟦.;:]{{0,25}}?(?:,|\band\b|\bbut\b)[^⟦.;:]{{0,40}}?\b(?:{_NO})\b[^⟦.;:]{{0,15}}⟦c(?P<second>\d+)⟧"
    rf"|⟦c(?P<third>\d+)⟧[^⟦.;:]{{0,30}}?\b(?:{_YES})\b[^⟦.;:]{{0,15}}(?:,|;|\band\b|\bbut\b)\s+(?:[a-z]+\s+){{0,2}}⟦c(?P<fourth>\d+)⟧[^⟦.;:]{{0,30}}?\b(?:{_NO})\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:others?|rest|remaining|withdrawn|pending|further|another|also|each)\b", re.I
)
_ALL = re.compile(
    r"\b(?:(?P<both>both)|all\s+⟦c(?P<count>\d+)⟧)(?=\s+of\s+(?:the|these|those|them|our)\b)"
    r"|^\W*(?:(?P<the_two>both)|all\s+⟦c(?P<the_few>\d+)⟧)(?=\s+(?:were|was|are|have|had|now)\b)",
    re.I,
)
_OPENS = re.compile(r"^\W*(?:only\s+|just\s+)?⟦c(?P<count>\d+)⟧", re.I)
_LISTED = re.compile(r",\s[^,.;]{2,60}\sand\s")
_ALL_OF_SO_MANY = re.compile(
    r"\ball\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?⟦c(?P<count>\d+)⟧", re.I
)
_BUT = re.compile(r"\b(?:but|except|nearly|almost|not)\b", re.I)
_WHILE = re.compile(
    r"\b(?:while|whereas|whilst|but|and)\s+(?:the\s+(?:other|last)\s+)?(?P<one>one\s+)?(?:⟦c\d+⟧\s+)?"
    r"(?:[a-z]+\s+){0,2}?(?:remain\w*|did\s+not|was\s+not|were\s+not|had\s+not|has\s+not|have\s+not|failed|is\s+still|"
    r"was\s+still|are\s+still|were\s+still)\b",
    re.I,
)
_DATES = re.compile(r"⟦d\d+⟧(?:(?:,\s+(?:and\s+)?|\s+and\s+)⟦d\d+⟧)+")
_FEW, _NEAR = 10, 3
_BANDS = re.compile(
    r"\b(?:once|twice|times|or\s+(?:more|over|fewer|less|older)|and\s+over|to)\b", re.I
)
_ALL_IN = re.compile(
    r"\b(?:(?P<both>both)|all|each)(?:\s+of\s+(?:them|these|which))?(?:\s+(?:were|was|fell|held|being))?\s+in\s+"
    r"⟦d(?P<mark>\d+)⟧",
    re.I,
)


def answered(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`It recommended 26. The council agreed to 24 and turned down four`: the parts of a whole."""
    match = _PAIR.search(row.sentence.text)
    if not match or _MORE.search(row.sentence.text) or not earlier or len(row.counts) > 3:
        return
    marks = [match[name] for name in ("first", "second", "third", "fourth") if match[name]]
    parts = [row.sentence.thing(mark) for mark in marks]
    own = [x for x in row.counts if x.phrase.number not in parts]
    wholes = own or [x for x in earlier[0].counts if x.phrase.is_stock]
    total = sum(part.value for part in parts)
    ones = len(ONES.findall(row.sentence.text))
    known = {x.value for other in (row, *earlier[:2]) for x in other.counts}
    whole = wholes[-1] if wholes else None
    # “Four were closed, three were upheld and two were not”: of the nine of the sentence before.
    known |= {total} & {value - sum(x.value for x in own) for value in known if own}
    if whole is None or total in known or whole.value < max(part.value for part in parts):
        return
    # “Of the six, one was upheld, three in part and two were not.”
    if any(total + more == whole.value for more in range(1, ones + 1)):
        return
    if abs(whole.value - total) <= _NEAR or is_mistyped(whole.value, total):
        says = f"{' + '.join(part.words for part in parts)} = {number_text(total)}, "
        says += f"but the report gives {whole.phrase.number.words}."
        yield Denial(row.line, parts[-1], says, _NUMBER)


def all_of_a_few(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Two of the episodes were long. All three of the young people were found.`"""
    text = row.sentence.text
    match = _ALL.search(text)
    passage = [row, *earlier[:1]] if match else []
    if not match or any(_LISTED.search(other.sentence.text) for other in passage):
        return
    stated = match["count"] or match["the_few"]
    many = row.sentence.thing(stated).value if stated else 2
    ahead = [x for x in row.counts if x.phrase.end <= match.start()]
    others = [x for other in earlier[:2] for x in other.counts]
    first = _opening(row, ahead)
    if first is None and not ahead and earlier:
        first = _opening(earlier[0], earlier[0].counts)
    values = [x.value for x in (ahead or others)]
    reckoned = {abs(a - b) for a, b in combinations(values, 2)}
    reckoned |= {a + b for a, b in combinations(values, 2)}
    if first is None or not 1 < many <= _FEW or many in values or not 1 < first.value <= _FEW:
        return
    if first.value != many and many not in reckoned:
        word = f"all {row.sentence.thing(stated).words}" if stated else "both"
        says = f"The report has {first.phrase.number.words} here, and then “{word}”."
        yield Denial(row.line, row.span, says, _NUMBER)


def _opening(row: Statement, counts: Sequence[Quantity]) -> Quantity | None:
    """The one small count that a sentence opens with, and tells the rest of."""
    match = _OPENS.match(row.sentence.text)
    first = [x for x in counts if match and x.phrase.mark == digits.whole(match["count"])]
    return first[0] if first and first[0].phrase.role == TOTAL else None


def bands_of_a_whole(row: Statement) -> Iterator[Denial]:
    """`Of the 188, 97 went once, 78 two to four times and 22 five or more`: more than there are."""
    parts = [x for x in row.counts if x.phrase.base is not None and x.phrase.role == TOTAL]
    bases = {x.phrase.base for x in parts}
    parts = [x for x in parts if _begins_a_clause(x)]
    if len(bases) != 1 or len(parts) < _NEAR or _MORE.search(row.sentence.text):
        return
    whole = row.sentence.thing(bases.pop())
    total = sum(x.value for x in parts)
    tails = [row.sentence.text[x.phrase.end : x.phrase.end + 40] for x in parts]
    banded = sum(bool(_BANDS.search(tail.partition(",")[0])) for tail in tails)
    if total > whole.value and banded >= len(parts) - 1:
        yield Denial.of(parts[-1], unlike_sum(parts, whole.words), _NUMBER)


def _begins_a_clause(item: Quantity) -> bool:
    ahead = item.sentence.text[: item.phrase.start]
    return bool(re.search(r"(?:,|;|\band|\bwhile)\s+$", ahead))


def all_of_a_split(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`Eleven passed, while one did not. All of the twelve passed.`"""
    match = _ALL_OF_SO_MANY.search(row.sentence.text)
    if not match or not earlier or _BUT.search(row.sentence.text[: match.end() + 20]):
        return
    whole, other = row.sentence.thing(match["count"]), earlier[0]
    contrast = _WHILE.search(other.sentence.text)
    values = [x.value for x in other.counts if x.value != whole.value]
    values += [1] * bool(contrast and contrast["one"] and len(values) == 1)
    if contrast and len(values) == 2 and sum(values) == whole.value:
        says = f"The report has {number_text(values[0])} and {number_text(values[1])} of "
        says += (
            f"{whole.words} in the sentence before, and “{row.sentence.said(match.group())}” here."
        )
        yield Denial(row.line, row.span, says, _NUMBER)


def dates_within(row: Statement) -> Iterator[Denial]:
    """`On 6 April and 11 May 2016, both in May`: days that are not all in the month named."""
    match = _ALL_IN.search(row.sentence.text)
    month = row.sentence.thing(match["mark"]) if match else None
    if month is None or month.day or not month.month:
        return
    days = row.sentence.marks("d", row.sentence.text[: match.start()])
    days = [day for day in days if day.day and day.month]
    many = 2 if match["both"] else len(days)
    outside = [day for day in days if day.month != month.month]
    if 1 < len(days) == many and outside:
        says = f"The report has “{row.sentence.said(match.group())}”, but names "
        yield Denial(
            row.line, row.span, f"{says}{outside[0].words}.", "Right the date or the month."
        )


def dates_twice(row: Statement) -> Iterator[Denial]:
    """`On 5 March, 12 March and 12 March 2020`: a date named twice in a list of days."""
    for match in _DATES.finditer(row.sentence.text):
        days = row.sentence.marks("d", match.group())
        named = [(day.month, day.day) for day in days if day.month and day.day]
        twice = next((day for day in named if named.count(day) > 1), None)
        years = {day.year for day in days if day.year}
        if twice and len(years) < 2:
            words = next(day.words for day in days if (day.month, day.day) == twice)
            says = f"The report names “{words}” twice in one list of dates."
            yield Denial(row.line, row.span, says, "Right one date.")

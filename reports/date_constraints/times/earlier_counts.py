"""A number that is of the time of the last report, against what that report counted."""

import re
from collections.abc import Iterator

from reports.checks.context import EarlierFigure
from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EXPECTATIONS, OTHER_AREAS
from reports.prose.content import content
from reports.prose.named_times import before_comparison
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Quantity, Statement, earlier_stocks
from reports.quantities.nouns import noun_of
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE

_TIME = (
    r"(?:year|quarter|half-year|month|term|summer|autumn|winter|spring|"
    r"january|february|march|april|june|july|august|september|october|november|december)"
)
# What shows that a number behind it is of then: “up from 214”, “a year earlier it had been 214”.
_BEFORE = re.compile(
    rf"(?:\b(?:up|down|rose|risen|fell|fallen|grown|grew|increased|decreased|dropped|moved|gone|went|changed)\s+from|"
    r"\bfrom|\bagainst|\bcompared\s+(?:with|to)|\bcompares\s+with|\binstead\s+of|\bthan|\bin\s+place\s+of|\bsince|"
    rf"\b(?:(?:a|one|the)\s+{_TIME}|⟦[cx]\d+⟧\s+months|twelve\s+months|six\s+months)\s+(?:before|earlier|ago|previously)\b[^⟦.;]{{0,50}}|"
    rf"\b(?:last|previous|preceding)\s+{_TIME}\b[^⟦.;]{{0,50}}|\bpreviously\b[^⟦.;]{{0,30}}|\bhad\s+(?:been|numbered|stood\s+at|had|come\s+to)|"
    r"\bused\s+to\s+(?:be|have)|"
    r"\b(?:at\s+the\s+time\s+of|in)\s+(?:our|the)\s+(?:last|previous)\s+report\b[^⟦.;]{0,50}|"
    r"\bat\s+(?:that|the\s+same|this)\s+(?:time|point|date)\b[^⟦.;]{0,50})\s*"
    r"(?:(?:the|a|an|some|only|just|its|our|their|there|it|was|were|we|had|been|total|number|figure|of|in|at|:)\s+){0,6}$",
    re.I,
)
# “214 a year ago”, “the 214 of last summer”.
_BEHIND = re.compile(
    rf"^(?:\s+(?!and\b|but\b|of\s+(?:these|them|those|which|whom)\b)[a-z’'-]+){{0,6}}?,?\s+\(?(?:(?:a|one)\s+{_TIME}|⟦[cx]\d+⟧\s+months|twelve\s+months|six\s+months)\s+(?:before|earlier|ago|previously)\b"
    rf"|^(?:\s+(?!and\b|but\b)[a-z’'-]+){{0,6}}?\s+(?:(?:of|in|at|by|for|during)\s+)?(?:the\s+)?(?:last|previous|preceding)\s+{_TIME}\b"
    rf"|^(?:\s+(?!and\b|but\b)[a-z’'-]+){{0,6}}?\s+(?:the\s+{_TIME}\s+before|previously\b|at\s+(?:that|the\s+same)\s+(?:time|point))",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXPECTATIONS}|planned|average|mean|per\s+cent|budget|capacity)\b",
    re.I,
)
_ENDS = re.compile(
    rf"[⟦,;:.()]|\b(?:in|at|on|by|to|and|but|who|which|a|one|{_TIME}|last|the|previous\w*|there|it)\b",
    re.I,
)
_OF_TIME = content("time last year quarter number figure same total today now then")
# “from 200 on 1 July 2015”: a date of its own, whatever the words ahead say.
_OWN_DATE = re.compile(r"(?:\s+(?!and\b|but\b)[a-z’'-]+){0,3}?\s+(?:on|at|in|to)\s+⟦d\d+⟧", re.I)
# What tells no count of a report from another.
_PLAIN = stems("whose which was were is are been had has have in on at for from to by with and or")
_NEAR, _LEAST, _BACK = 3, 8, 2


def earlier_counts(reading: Reading) -> Iterator[Denial]:
    """`Up from 241`, where the last report counted 214, and no number of this one is that."""
    printed = earlier_stocks(reading, _LEAST)
    stated = (
        {number.value for line in reading.lines for number in line.numbers} if printed else set()
    )
    missing = [item for item in printed if item.count not in stated]
    rows = statements(reading) if missing else ()
    heads = {item.words: "".join(noun_of(item.words)[-1:]) for item in printed}
    for item in missing:
        near = [
            quantity
            for place, row in enumerate(rows)
            for quantity in row.counts
            if _is_of_then(row, quantity, item)
            and _is_of_thing(row, before(rows, place, _BACK), item, heads)
            and _may_be(quantity, item, printed)
        ]
        if len({x.value for x in near}) == 1:
            number = near[0].phrase.number.words
            says = f"The report gives {number}, but “{item.paper}” had {item.text} for that time."
            mend = "Use the earlier value, or write that it was corrected."
            yield Denial.of(near[0], says, mend)


def _is_of_then(row: Statement, item: Quantity, earlier: EarlierFigure) -> bool:
    """True if the words around a number, or a date of its clause, are of the time before."""
    number = item.phrase.number
    if item.is_live or item.phrase.role == CHANGE or number.kind != COUNT or number.bound:
        return False
    # “A year ago it was 54 out of 236”: a part of what it stands beside.
    if item.phrase.base is not None:
        return False
    text = row.sentence.text
    own = _OWN_DATE.match(text, item.phrase.end)
    days = row.sentence.marks("d", own[0]) if own else ()
    if any(day.last and day.last.isoformat() != earlier.end for day in days):
        return False
    ahead, behind = (
        text[max(0, item.phrase.start - 140) : item.phrase.start],
        text[item.phrase.end :],
    )
    ahead = re.split(r"[.;:](?=\s)", ahead)[-1]
    if _OTHERS.search(ahead[-60:]) or _is_of_more(behind, earlier):
        return False
    if _BEFORE.search(ahead) or _BEHIND.match(behind):
        return True
    # “In March 2022 there were 241”: the last date before it, or the first right behind it.
    days = (
        row.sentence.marks("d", ahead)[-1:]
        or row.sentence.marks("d", before_comparison(behind[:40]))[:1]
    )
    return any(day.last and day.last.isoformat() == earlier.end for day in days)


def _is_of_more(behind: str, earlier: EarlierFigure) -> bool:
    """True if a number counts less than what was counted then."""
    rest = _ENDS.split(behind, maxsplit=1)[0]
    return bool(content(rest) - content(earlier.words) - _OF_TIME)


def _is_of_thing(row: Statement, near, item: EarlierFigure, heads) -> bool:
    """True if a sentence, or one right before it, names what an earlier report counted."""
    own = stems(item.words.replace("-", " "))
    head = heads[item.words]
    here = stems(row.sentence.said().replace("-", " "))
    there = here.union(
        *(stems(x.sentence.said().replace("-", " ")) for x in near if x.line is row.line)
    )
    rivals = [words for words, other in heads.items() if other == head and words != item.words]
    others = [own - stems(words.replace("-", " ")) for words in rivals]
    # Of two counts of the same noun, a word that the other has not must stand there.
    rest = own - {head} - _PLAIN
    return head in there and (not rest or rest & there) and all(words & there for words in others)


def _may_be(item: Quantity, earlier: EarlierFigure, printed) -> bool:
    """True if a number is near what was counted, and is no other count of an earlier report."""
    is_near = abs(item.value - earlier.count) * _NEAR <= earlier.count
    return is_near and all(item.value not in (x.count, x.base) for x in printed)

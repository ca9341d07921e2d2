"""How many came and how many went, against the change in how many there are, which is a number or
two counts in whichever order: `410. It had been 385. 96 joined, 71 left`."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.numbers import SPAN
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import is_mistyped
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE

_CAME = re.compile(
    r"\b(?:joined|added|welcomed|arrived|came\s+(?:in|to\s+us|into)|recruited|registered|admitted|started|were\s+approved|newly\s+approved|"
    r"new\s+(?:ones|starters|cases)|opened|lodged|took\s+on|taken\s+on|entered|began)\b",
    re.I,
)
_WENT = re.compile(
    r"\b(?:left|said\s+goodbye\s+to|removed|taken\s+off|came\s+off|ceased|resigned|deregistered|withdrew|departed|moved\s+(?:on|out|away)|"
    r"went|closed|ended|stopped|retired|discharged|lost)\b",
    re.I,
)
_THEN = re.compile(
    r"\b(?:had\s+been|(?:a|the|one)\s+(?:year|quarter|half-year)\s+(?:before|earlier|ago)|previously|last\s+(?:year|time|report)|began|"
    r"opened|started|at\s+the\s+(?:start|beginning)|against|compared\s+with)\b",
    re.I,
)
_COMPARED = re.compile(r"\b(?:against|compared\s+with)\b", re.I)
_MORE = re.compile(r"\s*(?:[a-z]+\s+)?(?:more|higher|up)\b", re.I)
_FEWER = re.compile(r"\s*(?:[a-z]+\s+)?(?:fewer|lower|down|less)\b", re.I)
_OTHERS = re.compile(
    r"\b(?:of\s+(?:them|these|whom|which)|including|others?|net|average|each|target|also|both)\b",
    re.I,
)
_BACK, _PAIR, _LEAST, _NEAR, _MEND = 3, 2, 3, 30, "Put the wrong number right."


def net_flows(reading: Reading) -> Iterator[Denial]:
    """`271 households, eight more than a year ago. 34 joined and 36 left.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        flow = _flow(row)
        near = before(rows, place, _BACK) if flow else ()
        gaps = set(_gaps(near, flow)) if flow else ()
        if flow and len(gaps) == 1:
            yield from _denied(*flow, gaps.pop())


def _flow(row: Statement) -> tuple[Quantity, Quantity] | None:
    """(who came, who went) of a sentence that has these two counts alone."""
    counts = [x for x in row.counts if x.phrase.is_stock and x.value >= _LEAST]
    # “During those six months” is a time, and no count.
    counted = [x for x in row.quantities if x.phrase.number.kind != SPAN]
    if len(counts) != _PAIR or len(counted) != _PAIR or _OTHERS.search(row.sentence.text):
        return None
    sides = [_side(x) for x in counts]
    if sides == [1, -1]:
        return counts[0], counts[1]
    return (counts[1], counts[0]) if sides == [-1, 1] else None


def _side(item: Quantity) -> int:
    """1 for who came, -1 for who went, by the verb right before a count, else the one behind it."""
    ahead, behind = item.beside(".;,", 60)
    for text in (ahead.split(" and ")[-1][-_NEAR:], behind.split(" and ")[0]):
        came, went = bool(_CAME.search(text)), bool(_WENT.search(text))
        if came != went:
            return 1 if came else -1
    return 0


def _gaps(near: Sequence[Statement], flow: Sequence[Quantity]):
    """By how many there are more than before, as the sentences before a flow of the same have it:
    `15 mainstream households were approved` is no part of all that there are more."""
    changes = [x for row in near for x in row.counts if x.phrase.role == CHANGE]
    stocks = [x for row in near for x in row.counts if x.phrase.is_stock and x.phrase.base is None]
    named = {word for item in flow for word in item.phrase.noun}
    for x in changes if len(changes) == 1 and named <= stems(changes[0].sentence.text) else ():
        behind = x.sentence.text[x.phrase.end :]
        ways = [bool(shape.match(behind)) for shape in (_MORE, _FEWER)]
        if ways[0] != ways[1]:
            yield x.value * (1 if ways[0] else -1)
    heads = {x.phrase.head for x in stocks} - {""}
    if len(stocks) == _PAIR and len(heads) < _PAIR and not changes:
        then = [_is_of_then(x) for x in stocks]
        if then[0] != then[1]:
            was, now = stocks if then[0] else stocks[::-1]
            yield now.value - was.value


def _is_of_then(item: Quantity) -> bool:
    """True if the words before a count, or right behind it, are of the time before: what it is
    compared with is another."""
    ahead, behind = item.beside(".;", 60)
    return bool(_THEN.search(ahead) or _THEN.search(_COMPARED.split(behind)[0]))


def _denied(came: Quantity, went: Quantity, gap) -> Iterator[Denial]:
    if came.value - went.value == gap or not gap:
        return
    likely = [(came, went.value + gap), (went, came.value - gap)]
    if any(right > 0 and is_mistyped(item.value, right) for item, right in likely):
        values = came.phrase.number.words, went.phrase.number.words
        word = "more" if gap > 0 else "fewer"
        says = f"{values[0]} came and {values[1]} went, but the report has "
        says += f"{number_text(abs(gap))} {word} than before."
        yield Denial.of(went, says, _MEND)

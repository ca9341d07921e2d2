"""Those that came in less those that went out, and spending less its budget: `57 came and 48 left,
a net increase of nine`, `the budget was £4.6 million and £4.8 million was spent`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS
from reports.prose.marks import MARK
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

_WORDS = r"(?:[^⟦.;:]|⟦d\d+⟧){0,70}?"
_IN = (
    r"came|come|joined|began|begun|started|opened|arrived|entered|approved|appointed|recruited|"
    r"admitted|registered|added"
)
_OUT = (
    r"left|ended|closed|ceased|resigned|retired|went|departed|deregistered|discharged|withdrew|"
    r"removed|finished"
)
_NET = SentencePattern(
    rf"(?:⟦c(?P<came>\d+)⟧{_WORDS}\b(?:{_IN})\b|\b(?:{_IN})\b{_WORDS}⟦c(?P<in>\d+)⟧){_WORDS}\b(?:and|while|but|against)\s+"
    rf"{_WORDS}(?:⟦c(?P<left>\d+)⟧{_WORDS}\b(?:{_OUT})\b|\b(?:{_OUT})\b{_WORDS}⟦c(?P<out>\d+)⟧)"
    r"[^⟦.;:]{0,30}\bnet\s+(?P<way>increase|rise|gain|growth|fall|loss|decrease|reduction|drop)\s+of\s+⟦c(?P<net>\d+)⟧",
    re.I,
)
_BUDGET = SentencePattern(
    rf"\b(?:budget|allocation)\b{_WORDS}⟦m(?P<planned>\d+)⟧{_WORDS}⟦m(?P<spent>\d+)⟧{_WORDS}\b(?:spent|outturn)\b"
    rf"|\b(?:spent|spending|outturn|cost)\b{_WORDS}⟦m(?P<came>\d+)⟧{_WORDS}\b(?:against|budget)\b{_WORDS}⟦m(?P<meant>\d+)⟧",
    re.I,
)
_GAP = SentencePattern(
    r"\b(?:(?P<over>overspen[dt]\w*)|(?P<under>underspen[dt]\w*))\s+(?:was\s+|is\s+)?(?:of\s+|by\s+)?⟦m(?P<gap>\d+)⟧",
    re.I,
)
_UP = re.compile(r"increase|rise|gain|growth", re.I)
_OF_MORE = re.compile(rf"\b(?:{CONDITIONS}|forecast\w*|expected|plan(?:s|ned)?\s+to)\b", re.I)
_MEND = "Put the wrong number right, or the word for its direction."


def net_changes(reading: Reading) -> Iterator[Denial]:
    """The denials of a net change and of an overspend that the two numbers near it deny."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if _OF_MORE.search(row.sentence.text):
            continue
        if match := _NET.search(row.sentence.text):
            yield from _unlike_net(row, match)
        if match := _GAP.search(row.sentence.text):
            yield from _unlike_gap(row, match, just_before(rows, place))


def _unlike_net(row: Statement, match: re.Match) -> Iterator[Denial]:
    marks = match["came"] or match["in"], match["left"] or match["out"], match["net"]
    came, left, net = map(row.sentence.thing, marks)
    if any(x.bound for x in (came, left, net)):
        return
    true = came.value - left.value
    if true != (net.value if _UP.match(match["way"]) else -net.value):
        says = f"{came.words} less {left.words} is {number_text(true)}, but the report gives a net "
        yield Denial(row.line, net, f"{says}{match['way']} of {net.words}.", _MEND)


def _unlike_gap(row: Statement, match: re.Match, before: Statement | None) -> Iterator[Denial]:
    """The denial of an overspend whose amount is that by which less was spent, or the reverse."""
    gap = row.sentence.thing(match["gap"])
    for other in filter(None, (before, row)):
        money = [x for x in MARK.finditer(other.sentence.text) if x[1] == "m"]
        found = _BUDGET.search(other.sentence.text)
        if found is None or len(money) != (3 if other is row else 2):
            continue
        names = ("planned", "spent") if found["planned"] else ("meant", "came")
        planned, spent = (other.sentence.thing(found[name]) for name in names)
        over = spent.value - planned.value
        if abs(over) == gap.value and over and (over > 0) != bool(match["over"]):
            word = "more" if over > 0 else "less"
            says = f"{spent.words} is {gap.words} {word} than {planned.words}, but the report has "
            yield Denial(row.line, row.span, f"{says}“{(match['over'] or match['under'])}”.", _MEND)

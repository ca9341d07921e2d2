"""How far and which way one number lies from another of its sentence, in words of the two."""

import re
from collections.abc import Iterator

from reports.equations.steps.levels import WORD
from reports.prose.quantities.arithmetic import Change, number_text
from reports.quantities.model import Denial, Statement

_UP = r"rose|risen|rises?|grew|grown|increas\w+|climbed|went\s+up|gone\s+up"
_DOWN = r"fell|fallen|falls?|dropped|decreas\w+|declined|reduced|cut|went\s+down|gone\s+down"
_FROM_TO = (
    r"from\s+⟦(?P<kind>[cpm])(?P<first>\d+)⟧(?:[^⟦;.:]|⟦d\d+⟧){0,40}?\s+"
    r"to\s+⟦(?P=kind)(?P<last>\d+)⟧"
)
# “Reduced by more than 60%, from 150 to 70”.
_BY_MORE = re.compile(
    rf"\b(?:{_UP}|{_DOWN})\b[^⟦;.:]{{0,60}}?\bby\s+(?P<bound>more\s+than|over|at\s+least)\s+⟦p(?P<share>\d+)⟧,?\s+{_FROM_TO}",
    re.I,
)
# “412 days, 14 days longer than the target of 426”.
_THAN_AIM = re.compile(
    r"⟦(?P<kind>[cpmx])(?P<value>\d+)⟧[^⟦;.:]{0,60}?[,(]\s*⟦[cpmxq](?P<gap>\d+)⟧(?:\s+(?:days?|weeks?|months?|hours?|"
    r"percentage\s+points?|points?|[a-z]+))?\s+(?:(?P<up>longer|more|higher|above|over)|"
    r"(?P<down>shorter|less|fewer|lower|below|under))\s+(?:than\s+)?(?:the|our|its|a)\s+"
    r"(?:[a-z]+\s+){0,2}?(?:target|limit|standard|threshold|plan|aim|maximum|minimum)\s+(?:of|is|was)\s+⟦[cpmx](?P<aim>\d+)⟧",
    re.I,
)
# “Turnover fell from 16% to 13% and vacancies from 11% to 12%”: one verb for both.
_BOTH_WENT = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+{_FROM_TO}(?:[^⟦;.:,]|⟦d\d+⟧){{0,20}}?,?\s+(?:and|as\s+did)\s+"
    r"(?:(?!\b(?:was|were|is|are|rose|fell|grew|went|[a-z]+ed)\b)[a-z’-]+\s+){1,5}?"
    r"from\s+⟦(?P<other>[cpm])(?P<one>\d+)⟧[^⟦;.:]{0,40}?\s+to\s+⟦(?P=other)(?P<two>\d+)⟧",
    re.I,
)
# “It fell from 26 to 19 in June, and by September to 23”: the verb is still that.
_AND_ON = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+{_FROM_TO}(?:[^⟦;.:,]|⟦d\d+⟧){{0,20}},?\s+(?:and|then)\s+"
    r"(?:(?:by|in|then|further|again)\s+(?:[a-z]+\s+|[A-Z][a-z]+\s+|⟦d\d+⟧\s+)?)?to\s+⟦(?P=kind)(?P<end>\d+)⟧",
    re.I,
)
# “82 of 196 (42%), more than in 2017, when 88 of 188 answered (47%)”.
_WHEN = re.compile(
    r"^(?P<now>[^;.:]{3,160}?),\s+(?P<up>more|higher)?(?P<down>fewer|less|lower)?\s+than\s+(?:in\s+⟦d\d+⟧|"
    r"(?:last|the\s+previous)\s+(?:year|time|survey)),\s+when\s+(?P<then>[^;.:]{3,160})\W*$",
    re.I,
)
_CHANGE = "Put the change right."
_HUNDRED = 100


def extents(row: Statement) -> Iterator[Denial]:
    """The denials of the distance that is stated of two numbers, and of the way that one went."""
    yield from (*_by_more(row), *_than_aim(row), *_both_went(row), *_went_on(row), *_when(row))


def _by_more(row: Statement):
    for match in _BY_MORE.finditer(row.sentence.text):
        first, last, share = (row.sentence.thing(match[x]) for x in ("first", "last", "share"))
        if first.value and (change := abs(last.value - first.value) * _HUNDRED / first.value):
            is_more = (
                change >= share.value if match["bound"] == "at least" else change > share.value
            )
            if not is_more:
                says = f"From {first.words} to {last.words} is {number_text(change, 1)}%, "
                yield Denial(
                    row.line, share, f"{says}and not {match['bound']} {share.words}.", _CHANGE
                )


def _than_aim(row: Statement):
    for match in _THAN_AIM.finditer(row.sentence.text):
        value, gap, aim = (row.sentence.thing(match[x]) for x in ("value", "gap", "aim"))
        way = 1 if match["up"] else -1
        if any(x.bound for x in (value, gap, aim)) or value.value - aim.value == gap.value * way:
            continue
        says = f"It is {value.words} against {aim.words}, "
        word = match["up"] or match["down"]
        yield Denial(row.line, gap, f"{says}but the report gives {gap.words} {word}.", _CHANGE)


def _both_went(row: Statement):
    for match in _BOTH_WENT.finditer(row.sentence.text):
        first, last = row.sentence.thing(match["one"]), row.sentence.thing(match["two"])
        if Change(first, last, 0, "").true_way == (1 if match["down"] else -1):
            says = f"The report uses “{match['up'] or match['down']}” of both, but one went from "
            yield Denial(row.line, last, f"{says}{first.words} to {last.words}.", WORD)


def _went_on(row: Statement):
    for match in _AND_ON.finditer(row.sentence.text):
        last, end = row.sentence.thing(match["last"]), row.sentence.thing(match["end"])
        if end.value != last.value and (end.value > last.value) != bool(match["up"]):
            says = f"The report uses “{match['up'] or match['down']}”, but it went on from "
            yield Denial(row.line, end, f"{says}{last.words} to {end.words}.", WORD)


def _when(row: Statement):
    match = _WHEN.match(row.sentence.text)
    if not match or not (match["up"] or match["down"]):
        return
    now, then = ([row.sentence.marks(x, match[name]) for x in "cp"] for name in ("now", "then"))
    pairs = [(a[0], b[0]) for a, b in zip(now, then, strict=True) if a and b]
    # Where counts and shares part, either may be meant.
    if {Change(b, a, 0, "").true_way for a, b in pairs} == {-1 if match["up"] else 1}:
        first, last = pairs[-1]
        says = f"It is {first.words}, and was {last.words}, but the report uses "
        yield Denial(row.line, last, f"{says}“{match['up'] or match['down']}”.", WORD)

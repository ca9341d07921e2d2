"""How far a value is above or below an aim, where both are near: `sickness was 9.4 days. This is
1.4 days above the target of 8.0 days`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

_NUMBER = r"⟦[cmpqx](?P<{}>\d+)⟧"
_UNIT = r"(?:\s+(?:percentage\s+)?(?:point|day|week|hour|month|place|visit|case)s?)?"
_AIM = r"(?:target|limit|ceiling|standard|aim|maximum|minimum|threshold|average|budget|plan)"
_GAP = SentencePattern(
    rf"{_NUMBER.format('gap')}{_UNIT}\s+(?:(?P<up>above|over|more\s+than|higher\s+than|beyond)|"
    r"(?P<down>below|under|less\s+than|fewer\s+than|lower\s+than|short\s+of))\s+"
    rf"(?:the|our|its|their)\s+(?:[a-z’'-]+\s+){{0,3}}?{_AIM}\s+(?:of\s+|,\s*)?{_NUMBER.format('aim')}",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{EARLIER_TIMES}|{CONDITIONS})\b", re.I)
_MEND = "Use the word that the two numbers show, or correct them."


def gaps_from_aims(reading: Reading) -> Iterator[Denial]:
    """The denials of a value above an aim that is as far below it, and the reverse."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _GAP.search(row.sentence.text)
        if match and not _OTHERS.search(row.sentence.text):
            yield from _denied(row, match, just_before(rows, place))


def _denied(row: Statement, match: re.Match, before: Statement | None) -> Iterator[Denial]:
    gap, aim = (row.sentence.thing(match[name]) for name in ("gap", "aim"))
    own = [x.phrase.number for x in row.quantities if x.phrase.end <= match.start()]
    near = own or [x.phrase.number for x in (before.quantities if before else ())]
    up, down = ([x for x in near if x.value == aim.value + sign * gap.value] for sign in (1, -1))
    right, wrong = (up, down) if match["up"] else (down, up)
    if wrong and not right and gap.value and not (gap.bound or aim.bound):
        word = "below" if match["up"] else "above"
        says = f"{wrong[0].words} is {gap.words} {word} {aim.words}, but the report has "
        yield Denial(row.line, row.span, f"{says}“{match['up'] or match['down']}”.", _MEND)

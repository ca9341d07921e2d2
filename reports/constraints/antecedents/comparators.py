"""`The England figure is 10%, so we are below it`: our share against that of others."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, NEGATIONS
from reports.prose.numbers import PERCENT
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.betterment import better_way
from reports.quantities.model import Denial, Statement

_OTHERS = (
    r"(?:england|national|english|regional|region|nation|neighbours?[’']?|comparators?|statistical\s+neighbours?|"
    r"country|countries|similar\s+(?:councils|authorities|areas))"
)
_FIGURE = re.compile(
    rf"\b{_OTHERS}\b[^⟦.;]{{0,50}}?\b(?:is|was|at|of|stands\s+at|stood\s+at)\s+(?:[a-z]+\s+)?⟦p(?P<other>\d+)⟧",
    re.I,
)
_VERDICT = re.compile(
    r"\b(?:we|ours|our\s+[a-z]+|it|the\s+(?:county|city|borough|council|district|figure|rate|share))\s+(?:(?:is|are|was|were|do|does|did|stands?|fares?)\s+)?"
    r"(?:therefore\s+|thus\s+|still\s+|now\s+)?(?:(?:just|slightly|well|a\s+little|far|somewhat|marginally)\s+)?"
    r"(?:(?P<up>above|higher\s+than|over)|(?P<down>below|lower\s+than|under)|(?P<good>better)|(?P<bad>worse))\b"
    r"(?!\s+⟦|\s+(?:the\s+)?target)",
    re.I,
)
_UNSURE = re.compile(rf"\b(?:{AIMS}|{EARLIER_TIMES}|{NEGATIONS}|{CONDITIONS})\b", re.I)
_MEND = "Write what the numbers show."


def against_others(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """Our one share is above or below the one of others that the sentence gives."""
    figure, verdict = _FIGURE.search(row.sentence.text), _VERDICT.search(row.sentence.text)
    if not figure or not verdict or _UNSURE.search(row.sentence.text):
        return
    other = row.sentence.thing(figure["other"])
    own = [x.value for x in row.sentence.marks("p") if x is not other]
    near = earlier[0] if earlier and earlier[0].section == row.section else None
    values = own or ([x.value for x in near.sentence.marks("p")] if near else [])
    if len(values) != 1 or other.kind != PERCENT or other.bound or values[0] == other.value:
        return
    text = f"{near.sentence.text if near else ''} {row.sentence.text[: verdict.start()]}"
    way = 1 if verdict["up"] else -1 if verdict["down"] else better_way(text)
    way = -way if verdict["bad"] else way
    if way and (values[0] - other.value) * way < 0:
        says = f"The report compares {number_text(values[0], 1)}% with {other.words} and has "
        yield Denial(row.line, row.span, f"{says}“{verdict.group()}”.", _MEND)

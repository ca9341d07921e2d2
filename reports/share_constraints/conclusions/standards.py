"""A standard that is called met or missed, against the standard and every value near it."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.betterment import is_less_better
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements
from reports.quantities.roles import CHANGE, RATE

_NAME = r"(?:standard|target|goal|aim|threshold|benchmark|expectation|requirement|minimum)"
# “Our standard is that 85% should be”, “against a target of 90%”, “the plan looks for 65%”.
_STANDARD = re.compile(
    rf"\b{_NAME}\b[^⟦.;]{{0,60}}⟦p(?P<behind>\d+)⟧|⟦p(?P<ahead>\d+)⟧\s+(?:[a-z]+\s+)?{_NAME}\b"
    r"|\b(?:expect\w*|aims?|aimed|promised?|undertook|looks?|meant|want\w*|supposed)\s+(?:for|to|that|us|at)\b"
    r"[^⟦.;]{0,40}⟦p(?P<hoped>\d+)⟧",
    re.I,
)
_THE = rf"\s+(?:(?:the|our|its|their|that|this|both)\s+)(?:[a-z-]+\s+){{0,2}}?{_NAME}s?\b"
_MET = re.compile(
    rf"\b(?:met|meets?|meeting|reach(?:ed|es)?|exceed(?:ed|s)?|passed|pass(?:es)?|beat(?:en|s)?|past|above|over|beyond|"
    rf"achiev(?:ed|es)?|clear\s+of|ahead\s+of|up\s+to|surpass(?:ed|es)?|better\s+than|hit){_THE}"
    rf"|\b{_NAME}\s+(?:was|is|has\s+been|had\s+been|were)\s+(?:now\s+|therefore\s+|thus\s+|comfortably\s+|just\s+)?"
    r"(?:met|reached|achieved|exceeded|passed|beaten)\b",
    re.I,
)
_MISSED = re.compile(
    rf"\b(?:miss(?:ed|es)?|below|under|short\s+of|beneath|behind|fail(?:ed|s)?|lower\s+than|worse\s+than)"
    rf"(?:\s+to\s+(?:meet|reach|achieve))?{_THE}"
    rf"|\b{_NAME}\s+(?:was|is|has\s+been)\s+(?:[a-z]+\s+)?missed\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|never|n[’']t|no|nor|neither|without|if|would|should|will|may|might|could|must|need\w*|almost|nearly|until|"
    r"yet|hope\w*|expect\w*|only|alone|either|some|other|but|although|though|half|most|all|each|every)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:no\s+(?:more|higher)\s+than|at\s+most|not\s+exceed\w*|maximum|ceiling|limit|fewer\s+than|less\s+than|up\s+to|nation\w*|england|region\w*|neighbours?|last\s+year|elsewhere)\b",
    re.I,
)
_REACH, _MEND = 4, "Use the word that the values show."


def standards(reading: Reading) -> Iterator[Denial]:
    """A standard that is called met has a value of its passage that meets it, a missed one none."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        met, missed = _MET.search(row.sentence.text), _MISSED.search(row.sentence.text)
        if bool(met) == bool(missed) or _NOT.search(row.sentence.text):
            continue
        # Which of two numbers of one sentence is the better is read with that sentence.
        if _STANDARD.search(row.sentence.text):
            continue
        near = [x for x in rows[max(0, place - _REACH) : place + 1] if x.section == row.section]
        standard = _standard(near)
        text = " ".join(x.sentence.said() for x in near)
        if standard is None or is_less_better(text) or _OTHERS.search(text):
            continue
        values = [x for y in near for x in _values(y, standard)]
        yield from _denied(row, met or missed, bool(met), standard, values)


def _standard(near: Sequence[Statement]) -> Number | None:
    """The one standard that some sentences state."""
    stated = {}
    for row in near:
        for match in _STANDARD.finditer(row.sentence.text):
            number = row.sentence.thing(match["behind"] or match["ahead"] or match["hoped"])
            stated[number.value] = number
    return next(iter(stated.values())) if len(stated) == 1 else None


def _values(row: Statement, standard: Number) -> Iterator[Number]:
    for item in row.quantities:
        number = item.phrase.number
        plain = item.phrase.role not in (CHANGE, RATE) and not number.bound
        if number.kind == PERCENT and plain and number.value != standard.value:
            yield number


def _denied(
    row: Statement, match: re.Match, is_met: bool, standard: Number, values: Sequence[Number]
) -> Iterator[Denial]:
    against = [x for x in values if (x.value < standard.value) == is_met]
    if values and len(against) == len(values):
        says = f"The standard is {standard.words} and the values near it are "
        says += f"{', '.join(x.words for x in values)}, but the report has "
        yield Denial(row.line, row.span, f"{says}“{row.sentence.said(match.group())}”.", _MEND)

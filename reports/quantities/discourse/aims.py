"""An aim that was reached or missed, against the value that a passage has of the same things."""

import re
from collections.abc import Iterator, Sequence

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.prose.content import roots
from reports.prose.numbers import COUNT, MONEY, PERCENT, SPAN
from reports.prose.quantities.betterment import is_less_better
from reports.quantities.discourse.members import near_before
from reports.quantities.grammar import BOUND, CHANGE
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements

_AIM = r"(?:target|aim|goal|ambition|standard|benchmark|threshold|objective)"
_OF = re.compile(
    rf"\b{_AIM}\s+(?:[a-z]+\s+){{0,4}}?(?:of|at|is|was|to\s+[a-z]+)\s+(?P<least>at\s+least\s+)?⟦[cpmx](?P<mark>\d+)⟧|⟦[cpmx](?P<mark2>\d+)⟧\s+{_AIM}\b",
    re.I,
)
_VERDICT = re.compile(
    rf"\b(?:it|this|that|we|which|the\s+(?:[a-z]+\s+)?{_AIM})\s+(?:has|have|had|was|were|is|are)?\s*(?P<adverb>(?:therefore|thus|now|so|again|comfortably|easily|already|still)\s+)*"
    r"(?P<not>not\s+(?:yet\s+|quite\s+)?)?(?P<adverb2>(?:now|yet|again|already)\s+)?(?:been\s+)?(?P<how>met|reached|achieved|attained|hit|exceeded|surpassed|beaten|missed|out\s+of\s+reach)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:if|unless|will|would|should|until|by\s+⟦d|next|unlikely|likely|hope|expect|each|every|both|all|of\s+the\s+⟦)\b",
    re.I,
)
_MOST = re.compile(
    r"\b(?:at\s+most|no\s+more\s+than|maximum|fewer|less|lower|below|under|within|reduc\w+|cut|down)\b",
    re.I,
)
_BACK, _SHARED, _ROUND = 7, 2, 2
_MEND = "Use the word that the values show."


def aims(reading: Reading) -> Iterator[Denial]:
    """`That is 57%. The council set itself a target of 60%. It has now been met.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        match = _VERDICT.search(row.sentence.text)
        if match and not _UNSURE.search(row.sentence.text):
            yield from _denied(row, match, near_before(rows, place, _BACK))


def _denied(row: Statement, match, near: Sequence[Statement]) -> Iterator[Denial]:
    source, aim = next(
        ((x, item) for x in (row, *near[:1]) for item in [_aim(x)] if item), (None, None)
    )
    if (
        source is None
        or is_less_better(source.sentence.said())
        or _MOST.search(source.sentence.text)
    ):
        return
    value = _value(source, aim, (row, *near))
    if value is None or is_less_better(value.sentence.said()):
        return
    is_met = match["how"].casefold() not in ("missed", "out of reach") and not match["not"]
    above = match["how"].casefold() in ("exceeded", "surpassed", "beaten")
    truth = value.value > aim.value if above else value.value >= aim.value
    if truth != is_met:
        words = value.phrase.number.words
        says = f"The aim is {aim.phrase.number.words} and the report has {words} before, but "
        says += f"it has “{row.sentence.said(match.group()).strip()}”."
        yield Denial(row.line, row.span, says, _MEND)


def _aim(row: Statement) -> Quantity | None:
    match = _OF.search(row.sentence.text)
    marks = match and whole(match["mark"] or match["mark2"])
    return next((x for x in row.quantities if match and x.phrase.mark == marks), None)


def _value(source, aim, rows) -> Quantity | None:
    """The one value near that is of the kind of an aim, in words that its sentence shares."""
    for row in rows:
        if row is source and len(row.quantities) != 2:
            continue
        kinds = [
            x
            for x in row.quantities
            if x is not aim and x.phrase.number.kind == aim.phrase.number.kind
        ]
        plain = [
            x for x in kinds if x.phrase.role not in (CHANGE, BOUND) and not x.phrase.number.bound
        ]
        if (
            len(plain) != 1
            or len(kinds) != 1
            or aim.phrase.number.kind not in (COUNT, PERCENT, MONEY, SPAN)
        ):
            if kinds:
                return None
            continue
        small, large = sorted((plain[0].value, aim.value))
        text = " ".join(x.sentence.text for x in rows if x.order in (row.order, row.order - 1))
        shared = roots(text) & roots(source.sentence.text)
        near = row is source or row.order == source.order - 1
        if large <= small * _ROUND and (len(shared) >= _SHARED or near):
            return plain[0]
        return None
    return None

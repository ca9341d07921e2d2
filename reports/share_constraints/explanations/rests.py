"""The rest of a whole in any words, and of a whole in any sentence, heading or table before it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime.digits import whole
from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.number_forms import unlike
from reports.quantities.derivation.figures import Figure
from reports.quantities.derivation.slips import is_plain_slip, is_slip
from reports.quantities.model import Denial, Quantity, Statement, Sure
from reports.quantities.passages import statements
from reports.quantities.roles import CHANGE, MEAN, RATE, REST, TARGET
from reports.share_constraints.explanations.known import (
    Known,
    is_explained,
    known,
    runs_before,
    stock,
)

_T = r"⟦c(?P<mark>\d+)⟧"
# What makes a number the rest of a whole, by words that any rest has.
_CUES = tuple(
    SentencePattern(text, re.I)
    for text in (
        rf"\b(?:therefore|thus|hence|consequently|accordingly|so\s+that|which\s+means|that\s+means)\b,?(?:[^⟦.;:]|⟦d\d+⟧){{0,60}}?{_T}",
        rf"\b(?:the|these|those|and|with|only|its|our)\s+(?:other|remaining|last)\s+{_T}(?!\s*(?:%|weeks|days|months|years))",
        rf"{_T}\s+(?:[a-z]+\s+)?(?:others|remaining)\b",
        rf"\b(?:the|all)\s+(?:[a-z]+\s+)?(?:others|rest|remainder|balance)\b[^⟦.;:]{{0,40}}{_T}",
        rf"\b(?:leaving|leaves|all\s+but|all\s+except|except\s+for)\s+(?:[a-z]+\s+){{0,3}}?{_T}",
        rf"\bthe\s+{_T}(?:\s+[a-z]+){{0,3}}?\s+(?:that|which|who|whom|where)\b[^⟦.;:]{{0,50}}\b(?:not|no|never)\b",
        rf"\bthe\s+{_T}\s+for\s+(?:whom|which)\b[^⟦.;:]{{0,50}}\b(?:not|no|never)\b",
    )
)
# What is likely a rest where the part beside it has the opposite.
_DENIED = re.compile(
    rf"{_T}(?:\s+[a-z]+){{0,3}}?\s+(?:(?:were|was|are|is|have|had|has|did|do|does|could)\s+)?"
    r"(?:still\b|not\b|yet\b|never\b|no\b|declined|refused|missed|outstanding|without)"
    rf"|\b(?:declined|refused|turned\s+(?:it\s+|this\s+)?down)\b[^⟦.;:]{{0,30}}⟦c(?P<mark_behind>\d+)⟧"
    rf"|\bstill\b[^⟦.;:,]{{0,40}}⟦c(?P<mark_still>\d+)⟧",
    re.I,
)
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|compared|than|some\s+of|also|both|"
    r"overlap\w*|more\s+than\s+one|at\s+least|each|average)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:]")
_BACK, _WHOLES, _SMALL, _FEW = 4, 4, 10, 20
_MEND = "Put the wrong number right, or name the part that is missing."


def rests(reading: Reading) -> Iterator[Denial]:
    """`Sixty-two went missing. Thirty-three live at home, 21 are in care, and the 18 others were
    placed here`: 62 less 33 and 21 are 8."""
    every, rows = known(reading), statements(reading)
    for place, row in enumerate(rows):
        for item, is_sure in _claimed(row):
            figure = every.of(item)
            # “It covers 585 people, each in one post”: what follows says more of them.
            text, end = row.sentence.text, item.phrase.end
            clause = text[:end] + _CLAUSE.split(text[end:])[0]
            if figure and not _OTHERS.search(clause):
                yield from _denied(every, rows, place, item, figure, is_sure)


def _claimed(row: Statement) -> Iterator[tuple[Quantity, bool]]:
    """Each number that is a rest, and whether its own words show it."""
    index = {x.phrase.mark: x for x in row.quantities}
    for pattern in (*_CUES, _DENIED):
        for match in pattern.finditer(row.sentence.text):
            mark = next(x for x in match.groups() if x is not None)
            item = index.get(whole(mark))
            if (
                item
                and item.phrase.number.bound == ""
                and item.phrase.role not in (RATE, CHANGE, MEAN, TARGET)
            ):
                yield item, pattern is not _DENIED or item.phrase.role == REST
                return


def _denied(
    every: Known,
    rows: Sequence[Statement],
    place: int,
    item: Quantity,
    figure: Figure,
    is_sure: bool,
) -> Iterator[Denial]:
    phrase = item.phrase
    if phrase.base is not None or phrase.anaphor or (not is_sure and figure.value < _SMALL):
        return
    if is_explained(every, figure):
        return
    for total, parts in _wholes(every, rows, place, figure, is_sure):
        parted = sum(x.value for x in parts)
        left = total.value - parted
        # “In 14 of the other 25. In six … The last five”: all of them are parts of the 25.
        whole_of_all = total.value + parted + figure.value
        if left != figure.value and any(x.value == whole_of_all for x in every.before(figure)):
            return
        if left > 0 and left != figure.value and _is_meant(every, left, figure, total, parts):
            terms = " − ".join(x.number.words for x in (total, *parts))
            says = (
                f"{terms} = {unlike(left, item.phrase.number)}, but the report gives "
                f"{item.phrase.number.words}."
            )
            values = [x.value for x in (figure, *parts)]
            slips = min(values) >= _SMALL and is_plain_slip(figure.value, left)
            yield Denial.of(item, says, _MEND, Sure.JOINED, is_proved=slips)
            return


def _wholes(
    every: Known, rows: Sequence[Statement], place: int, figure: Figure, is_sure: bool
) -> Iterator[tuple[Figure, Sequence[Figure]]]:
    """(whole, its other parts) that may be meant, the likeliest first."""
    first = max(0, place - _BACK)
    near = {id(x.line) for x in (rows[first : place + 1] if is_sure else rows[place : place + 1])}
    before = [x for x in every.before(figure) if stock(every, x)]
    parts = [x for x in before if id(x.line) in near and x.row < 0 and not every.is_base(x)]
    own = [x for x in parts if x.group == figure.group]
    for run in runs_before(parts):
        ahead = parts[-len(run) - 1] if len(run) < len(parts) else None
        if len(run) < len(own) or (ahead and ahead.group == run[0].group):
            continue
        head = every.head(run[0])
        earlier = [x for x in before if x not in run and x.value > max(y.value for y in run)]
        alike = [
            x
            for x in earlier
            if (_is_alike(head, every.head(x)) or x.line is figure.line)
            and (x.row < 0 or every.is_total(x))
            and (x.group != run[0].group or every.is_base(x))
        ]
        for base in alike[::-1][:_WHOLES]:
            yield base, run


def _is_meant(
    every: Known, left: Fraction, figure: Figure, total: Figure, parts: Sequence[Figure]
) -> bool:
    """True if the rest is near enough to the number to be meant, or both are few of a part that is
    of those who were named before."""
    items = [every.item(x) for x in parts]
    named = len(items) == 1 and items[0] and items[0].phrase.anaphor
    if figure.value < _SMALL and not named and total.line is not figure.line:
        return False
    return is_slip(left, figure.value) or bool(named and max(left, figure.value) < _FEW)


def _is_alike(head: str, other: str) -> bool:
    return not head or not other or head == other

"""A number that a paragraph presents as a consequence of others must follow from them."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from reports.checks.reading import Reading
from reports.equations.links import is_of_another
from reports.equations.markers import Form, Marker, markers
from reports.equations.operands import Consequence
from reports.equations.shares import denied_share, shares_of_change
from reports.equations.solutions import Solution, is_explained, is_stated
from reports.equations.terms import Term, terms, with_room
from reports.prose.asides import AIMS, EXPECTATIONS, OTHER_AREAS
from reports.prose.numbers import MONEY
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.number_forms import unlike
from reports.prose.quantities.phrases import PEOPLE, stems
from reports.quantities.derivation.slips import is_plain_slip
from reports.quantities.model import Denial, Statement, constraint
from reports.quantities.parts.balance import is_of_flow
from reports.quantities.passages import by_line, unless_silent

# So many sentences back a number is still a consequence of.
_BACK = 3
_MEND = "Put the wrong number right, or name the numbers that it follows from."
# What a number is compared with that the paragraph does not state.
_ELSE = re.compile(
    r"\b(?:than|on|over|since|against|from)\s+(?:(?:in|at|on|for)\s+)?(?:the\s+|a\s+|our\s+)?"
    r"(?:last|previous|same|year|usual|planned|expected|forecast|england|national|neighbours?|average|"
    r"⟦d|before|earlier)",
    re.I,
)
_OTHERS = re.compile(rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXPECTATIONS}|forecast|planned|budget)\b", re.I)
# “The budget was £412,000”: its number is here.
_WITH_NUMBER = re.compile(rf"{_OTHERS.pattern}[^⟦.;,]{{0,40}}⟦[cmp]", re.I)
_ONE = re.compile(r"\b(?:one|another|a\s+(?:further|second|third|single|fourth))\b", re.I)
_NOT_ALL = re.compile(
    r"\s+(?:(?:out\s+)?of\b(?!\s+(?:them|these|those)\b)|(?:more|further|additional|extra|new)\b)",
    re.I,
)
_LISTED = re.compile(
    r"⟦c\d+⟧\s+(?:are|were|is|was|had|have)\s+[^⟦.;:]{1,60},\s+⟦c\d+⟧\s+(?:are|were|is|was|had|have)\s+[^⟦.;:,]{1,60}\s+and\s+$",
    re.I,
)
# How far a slip or a wrong sum is at most from what is meant; a difference is read more surely.
_MOST = 12
_NEAR, _LEAST = {True: Fraction(3, 5), False: Fraction(1, 2)}, 3


@constraint("consequence-denied", "C02; sources of error 1 and 6")
def consequences(reading: Reading) -> Iterator[Denial]:
    """A number that is presented as a consequence follows from the numbers of its paragraph."""
    for rows in filter(None, by_line(reading).values()):
        yield from unless_silent(rows[0], _of_paragraph, rows[1:])


def _of_paragraph(first: Statement, others: Sequence[Statement]) -> Iterator[Denial]:
    rows = (first, *others)
    marked = [(place, x) for place, row in enumerate(rows) for x in markers(row.sentence)]
    changes = [(place, x) for place, row in enumerate(rows) for x in shares_of_change(row)]
    every = with_room([x for row in rows for x in terms(row)]) if marked or changes else ()
    for place, marker in marked:
        yield from _denied(rows[: place + 1], rows, marker, every)
    for place, share in changes:
        if not _ELSE.search(rows[place].sentence.text, share.span[1]):
            yield from denied_share(_passage(rows[: place + 1]), share, every)


def _passage(rows: Sequence[Statement]) -> Sequence[Statement]:
    """The last of some sentences with those right before it."""
    return rows[-_BACK - 1 :]


def _denied(
    before: Sequence[Statement], rows: Sequence[Statement], marker: Marker, every: Sequence[Term]
) -> Iterator[Denial]:
    row = before[-1]
    target = next((x for x in every if x.row is row and x.start == marker.start), None)
    if target is None or not _can_follow(target, before, marker.form):
        return
    # “263 are boys, 241 are girls and fifteen were still awaited” tells of three alike.
    if _LISTED.search(row.sentence.text[: target.start]):
        return
    made = Consequence(target, marker.form, every).solutions(_passage(before))
    near = [x for x in every if x is not target]
    if not made or is_stated(target, near):
        return
    nearest = min(made, key=lambda x: abs(x.value - target.value))
    # “58 came and 49 left, so that it was 181”: what was there first is in another paragraph.
    largest = all(x.value < target.value for x in row.counts if x.phrase.start != target.start)
    if not nearest.is_flow and largest and is_of_flow(row.counts):
        return
    values = [x.value for x in near]
    if target.value in {a * b for a, b in combinations(values[:_MOST], 2)}:
        return
    explained = not nearest.is_flow and is_explained(target, near, nearest.heads, _text(rows))
    if not explained and _is_meant(target, nearest, rows, _NEAR[marker.form == Form.DIFFERENCE]):
        says = f"{nearest.words} = {_written(target, nearest)}, but the report gives "
        # Other numbers of the paragraph may be those that it follows from, unless a slip shows.
        says, is_slip = f"{says}{target.number.words}.", is_plain_slip(target.value, nearest.value)
        yield Denial(row.line, target.number, says, _MEND, is_proved=is_slip)


def _text(rows: Sequence[Statement]) -> str:
    return " ".join(row.sentence.text for row in rows)


def _can_follow(target: Term, before: Sequence[Statement], form: Form) -> bool:
    """True if a number of the last of some sentences may follow from those that they state."""
    if target.number.bound or target.is_aim or not target.value:
        return False
    if form != Form.DIFFERENCE and target.ahead.endswith("from "):
        return False
    if form == Form.DIFFERENCE:
        if is_of_another(before, target.end):
            return False
        texts = _WITH_NUMBER.sub(" ", target.ahead), target.behind
        others = {x[0].casefold() for text in texts for x in _OTHERS.finditer(text)}
        known = _text(before[:-1]).casefold()
        is_other = any(x not in known for x in others) and len(before) > 1
        return not (is_other or _ELSE.match(target.behind) or _ELSE.search(target.behind))
    if form != Form.RESULT or not target.head:
        return form != Form.RESULT or not _NOT_ALL.match(target.behind)
    text = f"{_text(before[:-1])} {target.ahead}"
    named = target.head in stems(text) or (target.head == "person" and PEOPLE.search(text))
    return bool(named) and not _NOT_ALL.match(target.behind)


def _is_meant(target: Term, solution: Solution, rows: Sequence[Statement], near: Fraction) -> bool:
    """True if a number is not what others come to, and near enough to it to be meant for it; not
    where “one”, which is read as no number, may part them."""
    gap = abs(solution.value - target.value)
    if gap <= solution.room + target.room or (gap == 1 and _ONE.search(_text(rows))):
        return False
    return gap <= max(_LEAST, max(solution.value, target.value) * near)


def _written(target: Term, solution: Solution) -> str:
    """The value of a solution as the report would print it."""
    if target.unit == MONEY:
        return unlike(solution.value, target.number)
    places = 0 if solution.value.denominator == 1 else max(1, target.number.places)
    return f"{number_text(solution.value, places)}{solution.unit}"

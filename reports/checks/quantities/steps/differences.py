"""So many more or fewer than a number that stands elsewhere: before it, or in a table."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.quantities.derivation.slips import is_mistyped
from reports.checks.quantities.grammar import CHANGE, TOTAL
from reports.checks.quantities.model import Denial, Quantity, Statement, earlier_figures
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.repeats.roots import stems_in, worded
from reports.checks.quantities.tables import TOTAL as WHOLE
from reports.checks.quantities.tables import tables_near
from reports.checks.reading import Reading, shared
from reports.prose.numbers import COUNT, MONEY
from reports.prose.quantities.arithmetic import number_text

_UP = r"more|higher|greater|above|up|larger|over"
_DOWN = r"fewer|less|lower|below|down|smaller|under|short\s+of"
# `five fewer than now`, `that is 7.5 more`, `eleven up on`.
_MORE = re.compile(
    rf"^(?:\s+(?!had\b|were\b|was\b|have\b|are\b)[a-z]+){{0,2}}?\s+(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<rest>[^⟦.;:]{{0,60}})",
    re.I,
)
_THIS = re.compile(
    r"^\W*(?:that|this|it|which|the\s+(?:total|number|figure))\s+(?:is|was|makes|made|represents)\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_THAN = re.compile(r"^\s*(?:than|on|from)\b", re.I)
# What the other number is not told of: a level, a hope, or others.
_ELSEWHERE = re.compile(
    r"\b(?:nation\w*|england|region\w*|neighbours?|target|budget\w*|allow\w*|limit|standard|aim\w*|expect\w*|planned|"
    r"should|would|could|need\w*|if|each|average|every|half\s+(?:the|of|as|that)|usual\w*|hoped?)\b",
    re.I,
)
_THEN = re.compile(
    r"\b(?:now|then|today|before|earlier|previous\w*|last|ago|year|quarter|half|summer|month|term|⟦d\d+⟧)|⟦d\d+⟧",
    re.I,
)
_OF_THESE = re.compile(r"\b(?:of\s+(?:these|those|them|the)\b|of\s+⟦)", re.I)
_NEAR, _FAR, _ROOM = 3, 10, 3


def differences(reading: Reading) -> Iterator[Denial]:
    """So many more than a number leads to another that the paper has."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for item in row.quantities:
            phrase = item.phrase
            if phrase.role != CHANGE or phrase.number.bound or item.value < 1:
                continue
            match = _MORE.match(row.sentence.text[phrase.end : phrase.end + 120])
            if (
                phrase.number.kind in (COUNT, MONEY)
                and match
                and not _ELSEWHERE.search(row.sentence.text)
            ):
                yield from _against(reading, rows, place, item, match)


def _against(reading: Reading, rows, place, item: Quantity, match):
    row, way = rows[place], 1 if match["up"] else -1
    own = [x for x in _values(row, item) if x is not item]
    if len(own) != 1 or own[0].value == item.value:
        return
    base = own[0]
    is_this = (
        _THIS.match(row.sentence.text[: item.phrase.start])
        and base.phrase.start > item.phrase.start
    )
    if is_this:
        wanted = base.value + way * item.value
        candidates = [
            x.value
            for other in before(rows, place, _NEAR)
            for x in _values(other, item)
            if _is_main(x)
        ]
    elif base.phrase.start < item.phrase.start and _THEN.search(row.sentence.text):
        wanted = base.value - way * item.value
        candidates = [*_alike(reading, rows, place, item, base)]
    else:
        return
    if not candidates or wanted in shared(reading, _every):
        return
    for value in candidates:
        gap = value - base.value if is_this else base.value - value
        if gap * way > 0 and _is_near(item, gap * way):
            ends = f"{number_text(value, _places(value))} and {base.phrase.number.words}"
            says = f"Between {ends} lie {number_text(gap * way, _places(gap))}, but the report "
            says += f"gives {item.phrase.number.words}."
            yield Denial.of(item, says, "Put the difference or one of its two numbers right.")
            return


def _is_near(item: Quantity, gap: Fraction):
    close = abs(item.value - gap) <= _ROOM or abs(item.value - gap) == 10
    return close or is_mistyped(item.value, gap, item.phrase.number.kind)


def _places(value: Fraction):
    return 0 if value.denominator == 1 else 1


def _values(row: Statement, item: Quantity):
    """The numbers of a sentence that are of the kind of a difference, without other changes."""
    kind = item.phrase.number.kind
    alike = [
        x for x in row.quantities if x.phrase.number.kind == kind and not x.phrase.number.bound
    ]
    return [x for x in alike if x is item or x.phrase.role == TOTAL]


def _is_main(item: Quantity):
    """Whether a number is no part of what its sentence tells of a whole."""
    opened = _OF_THESE.search(item.sentence.text[: item.phrase.start])
    return item.phrase.base is None and not item.phrase.anaphor and not opened


def _alike(reading: Reading, rows, place, item: Quantity, base: Quantity) -> Iterator[Fraction]:
    """The numbers near by that are told in the words of the one that a difference is from."""
    own = stems_in(worded(base.sentence.text, base.sentence))
    for table in tables_near(reading, base.line):
        for at, cells in enumerate(table.numbers):
            for column, cell in enumerate(cells):
                if (
                    not cell
                    or column >= len(table.headings)
                    or cell.kind != item.phrase.number.kind
                ):
                    continue
                head, label = stems_in(table.headings[column]), table.rows[at]
                named = stems_in(label) & own or WHOLE.match(label)
                if head & own and named:
                    yield cell.value
    for other in before(rows, place, _FAR):
        for x in _values(other, item):
            # “Held by agency staff: 12.0” is told of in front of its colon.
            lead = re.split(r"⟦[cmp]\d+⟧|;", x.sentence.text[: x.phrase.start])[-1]
            words = stems_in(worded(f"{lead} {x.phrase.clause}", x.sentence))
            head = not (x.phrase.head and base.phrase.head) or x.phrase.head == base.phrase.head
            is_one = x.phrase.head and x.phrase.head == base.phrase.head
            if head and words & own and (is_one or len(words & own) >= min(2, len(words))):
                yield x.value


def _every(reading: Reading) -> frozenset[Fraction]:
    """Every number of a paper, and what the papers before it counted."""
    prose = {x.value for row in statements(reading) for x in row.quantities}
    cells = {
        x.value
        for grid in reading.grids
        for cells in grid.rows
        for line in cells
        for x in line.numbers
    }
    return frozenset(
        prose | cells | {Fraction(x.count) for x in earlier_figures(reading) if x.count}
    )

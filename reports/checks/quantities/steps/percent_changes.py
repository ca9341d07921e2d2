"""A change in per cent whose two numbers stand apart: in the sentences before it, or in a table."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from reports.checks.quantities.derivation.slips import is_mistyped
from reports.checks.quantities.grammar import BOUND, TOTAL
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import before, statements
from reports.checks.quantities.steps.values import is_rate, pair_of
from reports.checks.quantities.tables import TOTAL as WHOLE
from reports.checks.quantities.tables import Shown, names_loosely, tables_near
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, PERCENT, Number
from reports.prose.quantities.arithmetic import WRONG, number_text, rounded, verdict

_UP = (
    r"increas\w+|rise|rose|risen|rising|grew|grow|grown|growth|more|higher|greater|up|larger|longer|added|gain\w*|climb\w*|"
    r"dearer|above|swell\w*|swollen|expan\w+"
)
_DOWN = (
    r"decreas\w+|fall|fell|fallen|falling|drop\w*|fewer|less|lower|down|smaller|shorter|declin\w+|reduc\w+|cut|"
    r"shrank|shrunk|loss|lost|cheaper|below|saving"
)
_STEP = r"(?:by|of|is|was|amounts?\s+to|comes?\s+to|equals?|being)\s+(?:[a-z]+\s+){0,2}"
# A word of direction that leads to the share: `demand has grown by`, `the increase is`.
_AHEAD = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?:\s+[a-z]+){{0,4}}?,?\s+{_STEP}$", re.I
)
_BRACKET = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+\(?$", re.I)
# And one that follows it: `15% less`, `4.7% more numerous`, `8% up on the year before`.
_BEHIND = re.compile(
    rf"^\s*(?:[a-z]+\s+){{0,1}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?!\s+(?:the|our|its)\s+target)",
    re.I,
)
# What a share is of, where it is no change: “30% of the increase”.
_OF = re.compile(r"^\s+(?:points?|of\s+(?:the|these|our|all|those|its|their))\b", re.I)
_OTHERS = re.compile(
    r"\b(?:nation\w*|england|region\w*|neighbours?|target|budget\w*|aim\w*|expect\w*|should|would|inflation|"
    r"hope\w*|plan(?:s|ned)?\s+to|by\s+⟦d\d+⟧\s+we)\b",
    re.I,
)
_YEAR_AGO = re.compile(
    r"\b(?:before|last|previous\w*|earlier|ago|had\s+been|was\s+then|compar\w+|against|then)\b|\bthe\s+same\s+(?:[a-z]+\s+){1,2}(?:of|in|a|last)\b",
    re.I,
)
_NOW = re.compile(r"\b(?:now|this\s+year|today|currently|the\s+number\s+(?:was|is))\b", re.I)
_FAR, _NEAR, _POINTS, _ROOM = 8, 3, 12, Fraction(1, 2)


def percent_changes(reading: Reading) -> Iterator[Denial]:
    """A change in per cent is that of two numbers near it, where two are the ones that it is of."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        if "⟦p" not in row.sentence.text or _OTHERS.search(row.sentence.text):
            continue
        shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
        for item in shares[:2]:
            way = _way(item)
            if way and not item.phrase.number.bound and len(shares) == 1:
                yield from _against(reading, rows, place, item, way)


def _way(item: Quantity) -> int:
    """1 where it is told as more, -1 as less, 0 where it is no change."""
    text, phrase = item.sentence.text, item.phrase
    after = text[phrase.end : phrase.end + 40]
    before_it = text[max(0, phrase.start - 90) : phrase.start]
    if _OF.match(after):
        return 0
    for match in (_BEHIND.match(after), _AHEAD.search(before_it), _BRACKET.search(before_it)):
        if match:
            return 1 if match["up"] else -1
    return 0


def _against(reading: Reading, rows, place, item: Quantity, way: int):
    row = rows[place]
    pairs = [*_pairs(reading, rows, place, item)]
    near = [x.value for other in (row, *before(rows, place, _FAR)) for x in other.quantities]
    every = {*near, *_cells(reading, row)}
    told = item.phrase.number
    if not pairs or any(_bears(told, *pair, way) for pair in permutations(every, 2)):
        return
    for then, now in pairs:
        exact = Fraction(abs(now.value - then.value) * 100) / then.value
        right = rounded(exact, told.places)
        near_it = abs(right - told.value) <= _POINTS and abs(right - told.value) <= right * _ROOM
        if (now.value > then.value) is (way > 0) and (near_it or is_mistyped(told.value, right)):
            says = f"From {then.words} to {now.words} is a change of "
            says += f"{number_text(right, told.places)}%, but the report gives {told.words}."
            yield Denial.of(item, says, "Put the change right.")
            return


def _bears(told: Number, then: Fraction, now: Fraction, way: int):
    """Whether one number is so many per cent more than another, or less where that is told."""
    if then <= 0 or now < 0 or (now - then) * way <= 0 or now > 4 * then:
        return False
    exact = Fraction(abs(now - then) * 100) / then
    return verdict(told, exact, exact) != WRONG


def _pairs(reading: Reading, rows, place, item: Quantity) -> Iterator[tuple[Number, Number]]:
    """(what was, what is), the likeliest first."""
    row = rows[place]
    own = _stocks(row)
    if len(own) == 2:
        yield from _in_order(row, own)
    elif len(own) == 1:
        for other in before(rows, place, _NEAR):
            stocks = _stocks(other)
            alike = [x for x in stocks if _may_be_one(own[0], x)]
            # Several numbers of a sentence are mostly parts of what was told before.
            if len(alike) == 1 or (alike and alike[0] is stocks[0] and len(stocks) < 3):
                then = _YEAR_AGO.search(row.sentence.text) or row.sentence.marks("d")
                pair = (own[0], alike[0]) if then else (alike[0], own[0])
                yield tuple(x.phrase.number for x in pair)
                return
    elif not own:
        for other in before(rows, place, 1):
            stocks = _stocks(other)
            if len(stocks) == 2:
                yield from _in_order(other, stocks)
                return
        yield from _of_table(reading, row)


def _stocks(row: Statement) -> list[Quantity]:
    """The counts or sums of a sentence that may be of two times."""
    bases = {x.phrase.base for x in row.quantities}
    kinds = (COUNT, MONEY)
    every = [
        x for x in row.quantities if x.phrase.number.kind in kinds and not x.phrase.number.bound
    ]
    every = [x for x in every if _is_stated(x) and not is_rate(x) and x.value > 1]
    every = [x for x in every if x.phrase.mark not in bases and x.phrase.base is None]
    return [x for x in every if not x.phrase.anaphor]


def _is_stated(item: Quantity):
    """Whether a number is a value: that of `fell from 80 to 68` is no end of a range."""
    is_from = item.sentence.text[: item.phrase.start].endswith("from ")
    return item.phrase.role == TOTAL or (item.phrase.role == BOUND and is_from)


def _may_be_one(one: Quantity, other: Quantity):
    """Whether two numbers may count one thing at two times."""
    heads = {one.phrase.head, other.phrase.head} - {""}
    alike = one.phrase.number.kind == other.phrase.number.kind and len(heads) < 2
    return (
        alike
        and one.value != other.value
        and max(one.value, other.value) < 3 * min(one.value, other.value)
    )


def _in_order(row: Statement, pair: Sequence[Quantity]):
    """The two numbers of a sentence in the order of time, where they may count one thing."""
    if not _may_be_one(*pair):
        return
    text = row.sentence.text
    if told := pair_of(row):
        yield tuple(x.phrase.number for x in told)
        return
    if text[: pair[0].phrase.start].endswith("from "):
        yield tuple(x.phrase.number for x in pair)
        return
    ahead, behind = text[: pair[0].phrase.end], text[pair[0].phrase.end : pair[1].phrase.start]
    if _YEAR_AGO.search(ahead) and (";" in behind or _NOW.search(behind)):
        yield tuple(x.phrase.number for x in pair)


def _of_table(reading: Reading, row: Statement) -> Iterator[tuple[Number, Number]]:
    """The first and the last period of the one row that is named, or of the total."""
    tables = [x for x in tables_near(reading, row.line) if not x.is_list and len(x.periods) == 2]
    if len(tables) != 1:
        return
    table, said = tables[0], row.sentence.said()
    rows = [at for at, label in enumerate(table.rows) if label and names_loosely(said, label)]
    rows = rows or [at for at, label in enumerate(table.rows) if WHOLE.match(label)]
    if len(rows) == 1:
        cells = [table.numbers[rows[0]][at] for at, _ in table.periods]
        if all(cells) and {x.kind for x in cells} <= {COUNT, MONEY} and cells[0].value:
            yield tuple(cells)


def _cells(reading: Reading, row: Statement) -> set[Fraction]:
    """The numbers of the tables near a sentence."""
    tables: Sequence[Shown] = tables_near(reading, row.line)
    return {x.value for table in tables for cells in table.numbers[:12] for x in cells[:6] if x}

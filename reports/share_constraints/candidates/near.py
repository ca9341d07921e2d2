"""The numbers near a claim that it may be of: of its sentence, of those before it, of tables."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from reports.checks.reading import Reading, shared
from reports.prose.numbers import COUNT, PERCENT, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.claims import CLAIM, claim_of
from reports.quantities.model import Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.roles import CHANGE
from reports.quantities.tables import TOTAL, shown_tables, tables_near

# What is only supposed, planned or said of part of the things is no claim that can be denied.
UNSURE = SentencePattern(
    r"\b(?:if|unless|would|should\s+have|will|(?-i:may)|might|could|cannot|expect(?:s|ed)?\s+to|aims?\s+to|hopes?|hoped|"
    r"forecast|predict\w*|until|neither|nor|either|rather\s+than|instead\s+of)\b",
    re.I,
)
# “80 against 74 in the year before”: what others have, or what was.
_OTHERS = re.compile(
    r"\b(?:nation\w*|england|english|region\w*|neighbours?|comparators?|last\s+year|previous\w*|(?:year|half-year|quarter|"
    r"period|term)\s+(?:before|earlier|ago)|(?:before|earlier)\b)",
    re.I,
)
# “May stood at 75 and June was below the average of 70.”
_OWN_SUBJECT = re.compile(
    r"\b(?:and|but|while|whilst|whereas)\s+(?!(?:is|was|are|were|so|thus|therefore|that|this|it|we|has|have|now|still|which|"
    r"fell|falls|misses|exceeds?|met|meets?)\b)[a-z’'\s]{2,40}?\b(?:is|was|were|are|stood|ran|has|had)\b",
    re.I,
)
_UNIT = re.compile(r"(?:minute|hour|day|night|week|fortnight|month|term|year)", re.I)
_LEAD, _TAIL = 45, 45
_STOPS = re.compile(r"[,;:.()]|⟦[cpmxq]\d+⟧")


def is_supposed(row: Statement, match: re.Match) -> bool:
    """True if what is claimed there is only supposed or planned, in its clause or before it."""
    text = row.sentence.text
    behind = re.split(r"[,;:]", text[match.end() :], maxsplit=1)[0]
    return bool(UNSURE.search(text[: match.end()] + behind))


def has_own_subject(row: Statement, start: int, end: int) -> bool:
    """True if a clause with a subject of its own begins between a value and what is claimed."""
    return bool(_OWN_SUBJECT.search(row.sentence.said(row.sentence.text[start:end])))


def passage(rows: Sequence[Statement], place: int, back: int) -> list[Statement]:
    """A sentence and up to so many before it in its section, the nearest first."""
    near = rows[max(0, place - back) : place + 1][::-1]
    return [row for row in near if row.section == rows[place].section]


def values(row: Statement, kind: str) -> list[Quantity]:
    """The exact numbers of a kind in a sentence that are no changes."""
    return [
        x
        for x in row.quantities
        if x.phrase.number.kind == kind
        and x.phrase.role != CHANGE
        and x.phrase.number.bound in ("", "~")
    ]


def is_of_others(item: Quantity) -> bool:
    """True for the number of other councils, or of a time before."""
    text, phrase = item.sentence.text, item.phrase
    lead = _STOPS.split(text[max(0, phrase.start - _LEAD) : phrase.start])[-1]
    tail = _STOPS.split(text[phrase.end : phrase.end + _TAIL])[0]
    return bool(_OTHERS.search(lead) or _OTHERS.search(tail))


def unit_of(number: Number) -> str:
    """Its kind, with the unit of a length of time."""
    unit = _UNIT.search(number.words) if number.kind == SPAN else None
    return f"{number.kind} {unit[0].casefold() if unit else ''}".strip()


def shares(row: Statement) -> Iterator[Fraction]:
    """Every share of a hundred that a sentence gives, in figures, as two counts or in words."""
    yield from (x.value for x in row.sentence.marks("p"))
    for part, whole in _with_wholes(row):
        if 0 < part.value <= whole.value:
            yield Fraction(part.value * 100) / whole.value
    for match in CLAIM.finditer(row.sentence.text):
        claim = claim_of(match) if match["fraction"] else None
        if claim and not (match["over"] or match["under"]):
            yield (claim.least + claim.most) * 50


def _with_wholes(row: Statement) -> Iterator[tuple[Quantity, Number]]:
    """Each count of a sentence with the number of the whole that it is of."""
    for item in row.counts:
        whole = None if item.phrase.base is None else row.sentence.thing(item.phrase.base)
        if whole is not None and whole.kind == COUNT and whole.value:
            yield item, whole


def cells(reading: Reading, row: Statement, kind: str) -> list[Fraction]:
    """The numbers of a kind in the tables near a sentence."""
    return [
        number.value
        for table in tables_near(reading, row.line)
        for cells_of_row in table.numbers
        for number in cells_of_row
        if number and number.kind == kind
    ]


def totals(reading: Reading, kind: str) -> Mapping[Fraction, str]:
    """Number → the words of its table, of each row of totals in a report."""
    return shared(reading, _totals).get(kind, {})


def _totals(reading: Reading) -> dict[str, dict[Fraction, str]]:
    made: dict[str, dict[Fraction, str]] = {}
    for table in shown_tables(reading):
        for label, numbers in zip(table.rows, table.numbers, strict=True):
            for head, x in zip(table.headings, numbers, strict=False):
                if x and TOTAL.match(label):
                    made.setdefault(x.kind, {})[x.value] = f"{table.text} {head}"
    return made


def frequencies(reading: Reading, kind: str) -> Mapping[Fraction, int]:
    """Number → how often the sentences of a report give it."""
    return shared(reading, _frequencies)[kind]


def _frequencies(reading: Reading) -> dict[str, Counter[Fraction]]:
    made: dict[str, Counter[Fraction]] = defaultdict(Counter)
    for row in statements(reading):
        for item in row.quantities:
            made[item.phrase.number.kind][item.value] += 1
    return made


def counts_of(reading: Reading, heads: Iterable[str]) -> set[Fraction]:
    """The counts of a report that are called by one of some nouns."""
    index = shared(reading, _by_head)
    return set().union(*(index.get(head, ()) for head in heads))


def _by_head(reading: Reading) -> dict[str, set[Fraction]]:
    made: dict[str, set[Fraction]] = defaultdict(set)
    for row in statements(reading):
        for item in row.counts:
            if item.phrase.head and item.phrase.is_stock:
                made[item.phrase.head].add(item.value)
    return made


def percent_kind(kind: str) -> str:
    """The kind of the numbers between which an amount of some kind lies: points lie between per
    cents."""
    return PERCENT if kind == "points" else kind

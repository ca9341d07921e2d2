"""A per cent next to its count, and a mean, whose whole is in any sentence, list or table."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import ITEM, Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import (
    WRONG,
    number_text,
    rounded,
    verdict,
)
from reports.prose.quantities.phrases import DISTANCE
from reports.quantities.derivation.bases import are_of_one_whole
from reports.quantities.derivation.figures import Figure
from reports.quantities.derivation.slips import is_slip, is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.ranges import is_in_stated_range
from reports.quantities.roles import MEAN
from reports.share_constraints.explanations.known import Known, known, stock

# “(97%)”, “, or 80%”, “, that is 68%”.
_APPOSED = re.compile(
    r"(?:\(\s*(?:about\s+|or\s+|just\s+(?:over|under)\s+)?|[,(–—-]\s*(?:or|i\.e\.|that\s+is|which\s+is|namely|equal\s+to|equivalent\s+to)"
    r"(?:\s+(?:about|only|just|to|a\s+rate\s+of))*\s+)⟦p(?P<mark>\d+)⟧(?!\s+(?:more|fewer|less|higher|lower|up|down|in\s+⟦d|of\s+an?\s+(?:average|mean|total)\s+of\s+⟦))",
    re.I,
)
_OTHERS = SentencePattern(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|compared|"
    r"(?:more|fewer|less|higher|lower)\s+than\s+(?!⟦c)|rose|fell|increase\w*|"
    r"decrease\w*|reduction|rise|fall|up|down|change\w*|budget|grew|grown|drop\w*)\b",
    re.I,
)
_OUT_OF = re.compile(r"\bof(?:\s+(?:the|all|these|our))?$", re.I)
_OF_A_SET = re.compile(r"^\W*(?:of|among|amongst|out\s+of)\s+(?:the|those|all|these|our)\b", re.I)
_ONE_IN = re.compile(
    r"\bone\s+(?:[a-z]+\s+)?(?:(?:in|for|to|out\s+of)\s+every|in)\s+⟦c(?P<mark>\d+)⟧(?!\s+(?:days|weeks|months|years))",
    re.I,
)
# “On average, then, a child was missing 3.2 times”, “a household therefore offers 2.6 places”.
_MEANT = SentencePattern(
    r"\b(?:average|averag\w+|mean|each|every|apiece)\b|^\W*(?:[a-z]+,?\s+)?an?\s+[a-z]+\s+(?:therefore|then|thus|so)\b",
    re.I,
)
_NO_MEAN = re.compile(
    r"\bper\b(?!\s+cent)|\b(?:median|rate|equivalent|FTE|index|score|aged?)\b|\bevery\s+⟦"
    r"|\b(?:may|might|could|can)\s+each\b",
    re.I,
)
_NEAR, _BACK, _FEWEST, _WIDE, _TIMES = 3, 3, 4, 60, Fraction(5, 2)
_MEND = "Correct the number, or state what it is out of."


def shares_elsewhere(reading: Reading) -> Iterator[Denial]:
    """`A plan was in place for 197 children (91%)`, of the 203 children of another section."""
    every = known(reading)
    for row in statements(reading):
        if not _OTHERS.search(row.sentence.text):
            apposed = [*_apposed(row)]
            if are_of_one_whole((x.phrase.number, share) for x, share in apposed):
                continue
            for count, number in apposed:
                yield from _denied(every, row, count, number)


def _apposed(row: Statement) -> Iterator[tuple[Quantity, Number]]:
    """(count, per cent behind it) where the sentence does not state what it is out of."""
    bases = {x.phrase.base for x in row.quantities}
    for match in _APPOSED.finditer(row.sentence.text):
        amounts = [x for x in row.quantities if x.phrase.number.kind in (COUNT, MONEY)]
        earlier = [x for x in amounts if x.phrase.end <= match.start()]
        count = earlier[-1] if earlier else None
        number = row.sentence.thing(match["mark"])
        if count is None or number.bound or count.phrase.number.bound:
            continue
        phrase = count.phrase
        own = phrase.base is None and phrase.mark not in bases and not _OUT_OF.search(phrase.label)
        if own and (phrase.is_stock or phrase.is_sum):
            yield count, number


def _denied(every: Known, row: Statement, count: Quantity, number: Number) -> Iterator[Denial]:
    figure = every.of(count)
    if figure is None or number.value >= 100 or not figure.value:
        return
    counts = {x.value for x in row.counts} or {figure.value}
    wholes = every.other_values(figure) | _sums(every, figure)
    if any(_fits(number, c, w) for c in counts for w in wholes if w):
        return
    for base in _bases(every, row, figure, count):
        exact = figure.value * 100 / base.value
        share = rounded(exact, number.places)
        is_set = _OF_A_SET.match(row.sentence.text) and base.section == figure.section
        if is_slip(share, number.value) or is_set:
            says = f"{count.phrase.number.words} of {base.number.words} is "
            says += f"{number_text(share, number.places)}%, but the report gives {number.words}."
            yield Denial(row.line, number, says, _MEND)
            return


def _fits(number: Number, count: Fraction, base: Fraction) -> bool:
    share = count * 100 / base
    return any(verdict(number, x, x) != WRONG for x in (share, 100 - share))


def _sums(every: Known, figure: Figure) -> set[Fraction]:
    """The sum of the numbers of its sentence, or of its list."""
    is_item = figure.line.kind == ITEM
    alike = [x for x in every.alike(figure) if x.passage == figure.passage]
    own = [x.value for x in alike if x.group == figure.group or (is_item and x.line.kind == ITEM)]
    return {sum(own) + figure.value}


def _bases(every: Known, row: Statement, figure: Figure, count: Quantity) -> list[Figure]:
    """The nearest larger counts of the same, or of something unnamed, that one may be out of."""
    larger = [x for x in every.before(figure) if x.value > figure.value and stock(every, x)]
    head = every.head(figure)
    alike = [
        x for x in larger if every.head(x) == head or (not head and x.section == figure.section)
    ]
    alike = [x for x in alike if x.row < 0 or every.is_total(x)]
    return alike[::-1][:_NEAR]


def means_elsewhere(reading: Reading) -> Iterator[Denial]:
    """`Between them they account for 141 episodes. On average a child was missing 3.2 times`, where
    62 children were counted."""
    every, rows = known(reading), statements(reading)
    for place, row in enumerate(rows):
        match = _MEANT.search(row.sentence.text)
        if match and not _OTHERS.search(row.sentence.text):
            items = [x for x in row.quantities if _is_mean(x)]
            if len(items) == 1:
                yield from _mean_denied(every, rows, place, items[0])


def ratios_elsewhere(reading: Reading) -> Iterator[Denial]:
    """`312 people enquired … 24 households were approved, or one for every 19 enquiries.`"""
    every, rows = known(reading), statements(reading)
    for place, row in enumerate(rows):
        match = _ONE_IN.search(row.sentence.text)
        if match and not _OTHERS.search(row.sentence.text):
            number = row.sentence.thing(match["mark"])
            near = {id(x.line) for x in rows[max(0, place - _BACK) : place + 1]}
            counts = [x for x in every.near(row.line, _WIDE) if x.unit == COUNT]
            counts = [x for x in counts if x.number is not number]
            close = [x for x in counts if id(x.line) in near and x.row < 0 and x.value > 1]
            own = [x for x in close if x.group == ("sentence", row.order)]
            yield from _ratio_denied(row, number, own or close, close, counts)


def _ratio_denied(row: Statement, number: Number, parts, close, counts) -> Iterator[Denial]:
    pairs = [(a, b) for a in counts for b in close if a.value > b.value]
    # “About one in four” may be a little more or less.
    if any(abs(a.value / b.value - number.value) * 12 <= number.value for a, b in pairs):
        return
    slips = {
        (a.value, b.value): rounded(a.value / b.value, 0)
        for a in close
        for b in parts
        if a.value > b.value and is_slip(rounded(a.value / b.value, 0), number.value)
    }
    if len(slips) == 1 and not number.bound and number.value > _FEWEST:
        [((first, last), exact)] = slips.items()
        says = f"{number_text(first)} over {number_text(last)} is {number_text(exact)}, but the "
        yield Denial(row.line, number, f"{says}report gives {number.words}.", _MEND)


def _is_mean(item: Quantity) -> bool:
    number = item.phrase.number
    plain = number.kind in (COUNT, MONEY) and number.bound in ("", "~")
    means = item.phrase.role == MEAN or bool(number.places and number.kind == COUNT)
    is_length = DISTANCE.match(item.phrase.clause)
    return plain and means and not is_length and not _NO_MEAN.search(item.sentence.text)


def _mean_denied(
    every: Known, rows: Sequence[Statement], place: int, item: Quantity
) -> Iterator[Denial]:
    number, row = item.phrase.number, rows[place]
    spans = [x for other in rows[max(0, place - 1) : place + 1] for x in other.quantities]
    if any(x.phrase.number.kind == SPAN and x.value > number.value for x in spans):
        return
    if is_in_stated_range(row, number.value):
        return
    near = {id(x.line) for x in rows[max(0, place - _BACK) : place + 1]}
    others = [x for x in every.near(row.line, _WIDE) if x.number is not number and x.value > 0]
    close = [x for x in others if id(x.line) in near and x.row < 0]
    sums, counts = ([x for x in close if x.unit == unit] for unit in (number.kind, COUNT))
    totals, groups = _totals(every, item, others), _groups(every, item, others)
    cells = [x for x in others if x.row >= 0 and x.unit == number.kind]
    known_pairs = [(a, b) for a in (*totals, *sums, *cells) for b in (*groups, *counts)]
    if any(_is_ratio(number, a.value / b.value) for a, b in known_pairs):
        return
    pairs = [(a, b) for a in totals or sums for b in groups or counts if b.value >= _FEWEST]
    slips = {}
    for a, b in pairs:
        exact = rounded(a.value / b.value, number.places)
        likely = is_within(number.value, exact, _TIMES)
        if likely and every.head(a) != every.head(b) and is_slip(exact, number.value):
            slips[a.value, b.value] = (a, b, exact)
    if len(slips) == 1 and number.value > 1:
        [(a, b, exact)] = slips.values()
        says = f"{a.number.words} over {b.number.words} is {number_text(exact, number.places)}, "
        yield Denial(row.line, number, f"{says}but the report gives {number.words}.", _MEND)


def _totals(every: Known, item: Quantity, others: Sequence[Figure]) -> list[Figure]:
    """The numbers of what there are so many of for each."""
    own = every.head_of(item)
    return [x for x in others if own and every.head(x) == own and x.unit == item.phrase.number.kind]


def _groups(every: Known, item: Quantity, others: Sequence[Figure]) -> list[Figure]:
    """The counts of a group that a noun of the sentence names, so many for each of it."""
    own, text = every.head_of(item), item.sentence.text
    rest = [x for x in others if x.unit == COUNT and every.head(x) != own]
    named = [x for x in rest if every.is_named(x, text)]
    return [x for x in named if x.row < 0] or named


def _is_ratio(number: Number, exact: Fraction) -> bool:
    """True if a quotient rounds to a number, or nearly, where “about” precedes it."""
    unit = Fraction(1, 10**number.places)
    return abs(exact - number.value) <= unit * (Fraction(3, 2) if number.bound else Fraction(1, 2))

"""So much or so many for each of some things, against the total near it and the count of them,
wherever the report has that: `£3,024 in all, or £54 for each application`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from reports.checks.reading import CELL, Reading, shared
from reports.prose.asides import AIMS, CONDITIONS, EARLIER_TIMES, EXPECTATIONS, OTHER_AREAS
from reports.prose.content import words_of
from reports.prose.numbers import COUNT, MONEY, SPAN, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import WRONG, extent, number_text, verdict
from reports.prose.quantities.phrases import stem
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import before, statements
from reports.quantities.repeats.mentions import mentions
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import BOUND, CHANGE, MEAN, TARGET
from reports.quantities.tables import TOTAL, shown_tables
from reports.share_constraints.tallies import tallies

_WORD = r"[a-z][a-z-]+"
# “£54 for each application”, “1.8 days for every suspension”, “£50,000 a place”.
_BEHIND = re.compile(
    rf"^(?:\s+[a-z]+){{0,3}}?,?\s+(?:(?:for|to|on|in)\s+(?:each|every)|to\s+an?|per|an?)\s+(?P<unit>(?:{_WORD}\s+){{0,2}}?{_WORD})(?=[’',.;:)]|\s|$)",
    re.I,
)
# “Each officer was responsible for an average of 11.4 children”, “each child’s folder cost £28”.
_AHEAD = re.compile(
    rf"\b(?:each|every|an?\s+average|the\s+average)\s+(?P<unit>(?:{_WORD}\s+){{0,2}}?{_WORD})(?:[’']s)?\s[^⟦.;]{{3,60}}$",
    re.I,
)
_TO_EACH = re.compile(r"(?:\s+[a-z]+)?\s+(?:to\s+(?:an?|each|every)|for\s+(?:each|every))\s", re.I)
_AVERAGE = SentencePattern(r"\b(?:average|averag\w+|mean|each|every|apiece|per|an?)\b", re.I)
_MEAN_OF = SentencePattern(r"\b(?:average|mean)\b", re.I)
_OTHERS = SentencePattern(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{CONDITIONS}|{EXPECTATIONS}|forecast|limit|"
    r"ceiling|guid\w+|threshold|than|against|compared|up\s+to|maximum|minimum|fixed|"
    r"fee|rate\s+of|from)\b",
    re.I,
)
_TIMES = words_of(
    "day week month year hour minute night quarter term half annum time cent session mile head"
    " pound third fifth tenth hundred thousand million total little further few lot number"
)
_BACK, _FAR, _MANY, _ABOUT = 2, Fraction(3, 2), 4, 2
_MEND = "Put the wrong number right."


@dataclass(frozen=True)
class _Base:
    """A count of the report and the words by which a table or a sentence has it."""

    number: Number
    at: str


def named_means(reading: Reading) -> Iterator[Denial]:
    """`The fees came to £3,024, an average of £54 for each application`, of the 63 of page one."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for item in row.quantities:
            units = _units(item) if _may_be_mean(item) else ()
            totals = _totals(reading, rows, place, item) if units else ()
            bases = _bases(reading, units, item) if totals else ()
            near = (row, *before(rows, place, 1)) if totals and not bases else ()
            bases = bases or _labelled(reading, near, item)
            if bases and not _is_borne(reading, units, item, totals):
                yield from _denied(item, totals, bases, _near(rows, place, item))


def _may_be_mean(item: Quantity) -> bool:
    phrase, text = item.phrase, item.sentence.text
    kind = phrase.number.kind in (COUNT, MONEY, SPAN)
    plain = phrase.role not in (CHANGE, TARGET) and phrase.number.bound in ("", "~")
    return bool(kind and plain and _AVERAGE.search(text) and not _OTHERS.search(text))


def _units(item: Quantity) -> tuple[str, ...]:
    """The stems of what a number is for each of; nothing where it is for each length of time."""
    text, phrase = item.sentence.text, item.phrase
    match = _BEHIND.match(text[phrase.end :])
    mean = match and (
        phrase.number.kind == MONEY
        or phrase.number.places
        or phrase.role == MEAN
        or _TO_EACH.match(text, phrase.end)
    )
    match = match if mean else _AHEAD.search(text[: phrase.start])
    stems = [stem(word) for word in match["unit"].split()] if match else []
    # “For each child placed here”: the noun may stand before its participle.
    return () if not stems or _TIMES & {*stems[:1], *stems[-1:]} else tuple(stems)


def _totals(reading, rows, place, item: Quantity) -> list[Number]:
    """The sum or count that is shared out: in the sentence, else in the nearest before that has
    one, else the one total of the table over it."""
    kinds = (MONEY,) if item.phrase.number.kind == MONEY else (COUNT, SPAN)
    near = [x for x in before(rows, place, _BACK) if x.line is rows[place].line]
    for row in (rows[place], *near):
        counts_near = [x for x in row.quantities if _is_total(x, item, kinds)]
        if counts_near:
            return [x.phrase.number for x in counts_near]
    if kinds == (MONEY,):
        return _over(reading, rows[place], item) if not near else []
    # “Each officer had 11.4 children on average”, of those whom the paper counts most often.
    whole = tallies(reading).wholes.get(item.phrase.head)
    return [whole.phrase.number] if whole and whole.value > item.value else []


def _is_total(other: Quantity, item: Quantity, kinds) -> bool:
    phrase = other.phrase
    plain = phrase.role not in (BOUND, CHANGE, TARGET) and not phrase.number.bound
    # “£2,220 for each of 27, and £67,732 for the office” is of other things.
    plain = plain and (other.order != item.order or phrase.start < item.phrase.start)
    alike = (
        item.phrase.number.kind == MONEY
        or item.phrase.head in ("", phrase.head)
        or other.order != item.order
    )
    return bool(
        other is not item
        and phrase.number.kind in kinds
        and plain
        and alike
        and other.value > item.value
    )


def _over(reading: Reading, row: Statement, item: Quantity) -> list[Number]:
    place = reading.places.get(id(row.line), 0)
    over = reading.lines[place - 1] if place else None
    if over is None or over.kind != CELL or "total" not in row.sentence.text.casefold():
        return []
    table = next(
        (x for x in shown_tables(reading) if x.grid.rows and x.grid.rows[-1][-1] is over), None
    )
    totals = (
        [x for at, x in enumerate(table.numbers) if TOTAL.match(table.rows[at])] if table else []
    )
    return [x for x in totals[-1] if x and x.value > item.value] if len(totals) == 1 else []


def _bases(reading: Reading, units: Sequence[str], item: Quantity) -> tuple[_Base, ...]:
    """The counts of the report of things of one of some names; nothing where it has many."""
    index = shared(reading, _by_name)
    unit = next((unit for unit in reversed(units) if unit in index), "")
    counts_near = [x for value, x in index.get(unit, {}).items() if value > 1]
    whole = tallies(reading).wholes.get(unit)
    if len(counts_near) > _MANY and whole:
        counts_near = [x for x in counts_near if x.number.value == whole.value]
    return tuple(x for x in counts_near if x.number is not item.phrase.number)


def _labelled(reading: Reading, near: Sequence[Statement], item: Quantity) -> tuple[_Base, ...]:
    """The one count elsewhere of which the sentences of a mean have all words, two or more:
    “independent and non-maintained schools: 118”."""
    here = stems_in(" ".join(row.sentence.said() for row in near))
    lines = [row.line for row in near]
    counts = mentions(reading) if near and item.phrase.number.kind == MONEY else ()
    alike = [
        x
        for x in counts
        if x.number.kind == COUNT and x.line not in lines and not x.number.bound
        if len(x.near) >= _ABOUT and x.near <= here and not x.scopes
    ]
    most = max((len(x.near) for x in alike), default=0)
    values = {x.value: _Base(x.number, x.line.at) for x in alike if len(x.near) == most}
    return tuple(values.values()) if len(values) == 1 else ()


def _is_borne(reading: Reading, units, item: Quantity, totals) -> bool:
    """True if the number of any of the things bears a mean, or some sentence has both of them."""
    index, number = shared(reading, _by_name), item.phrase.number
    every = [x.number for unit in units for x in index.get(unit, {}).values()]
    if any(_holds(number, t, b) for b in every for t in totals):
        return True
    pairs = shared(reading, _pairs_by_name)
    return any(
        _holds(number, *pair) for unit in units for pair in pairs.get((item.phrase.head, unit), ())
    )


def _pairs_by_name(reading: Reading):
    """(stem of a name, stem of another) → each two counts of things of those names that one
    sentence has: “207 children, from 115 families”."""
    index: dict[tuple[str, str], list] = {}
    for row in statements(reading):
        counts = [x for x in row.counts if x.phrase.head][:_MANY]
        for first, other in permutations(counts, 2):
            if first.phrase.head != other.phrase.head:
                pair = first.phrase.number, other.phrase.number
                index.setdefault((first.phrase.head, other.phrase.head), []).append(pair)
    return index


def _by_name(reading: Reading):
    """Stem of a name → value → the first count of things of that name."""
    index: dict[str, dict] = {}
    for row in statements(reading):
        for x in row.quantities:
            if x.phrase.number.kind == COUNT and x.phrase.head and not x.phrase.number.places:
                base = _Base(x.phrase.number, x.line.at)
                index.setdefault(x.phrase.head, {}).setdefault(x.value, base)
    for table in shown_tables(reading):
        for heading, cells in zip(
            table.headings[1:], zip(*(x[1:] for x in table.numbers), strict=False), strict=False
        ):
            for cell in cells:
                named = heading.split()[:1] + heading.split()[-1:]
                for word in named if cell and cell.kind == COUNT else ():
                    index.setdefault(stem(word), {}).setdefault(
                        cell.value, _Base(cell, table.grid.at)
                    )
    return index


def _near(rows, place, item: Quantity) -> list[Number]:
    """Every count of the sentence and the two before it, of which it may be as well."""
    near = (rows[place], *before(rows, place, _BACK))
    return [x.phrase.number for row in near for x in row.quantities if x is not item]


def _denied(item: Quantity, totals, bases: Sequence[_Base], near) -> Iterator[Denial]:
    number = item.phrase.number
    # “£1,800 for each pupil, and we keep £730” of £2,530.
    neighbours = {x.value for x in near if x.kind == number.kind}
    if any(number.value + x in neighbours for x in neighbours):
        return
    every = [*(x.number for x in bases), *near]
    if len(bases) > _MANY or any(_holds(number, t, b) for t in totals for b in every):
        return
    pairs = [
        (t, b) for t in totals for b in bases if t.value / b.number.value <= number.value * _FAR
    ]
    pairs = [(t, b) for t, b in pairs if number.value <= t.value / b.number.value * _FAR]
    if len({(t.value, b.number.value) for t, b in pairs}) == 1:
        total, base = pairs[0]
        exact = Fraction(total.value) / base.number.value
        says = f"{total.words} over {base.number.words} ({base.at}) is "
        says += f"{number_text(exact, max(1, number.places))}, but the report gives {number.words}."
        is_mean = _MEAN_OF.search(item.sentence.text)
        yield Denial.of(item, says, _MEND, is_proved=bool(is_mean))


def _holds(number: Number, total: Number, base: Number) -> bool:
    if not base.value or base.kind not in (COUNT, SPAN):
        return False
    low, high = (x / base.value for x in extent(total))
    if verdict(number, low, high) != WRONG:
        return True
    # “About £7,800” is rounded as far as it has noughts.
    text = f"{number.value.numerator}"
    step = 10 ** (len(text) - len(text.rstrip("0"))) if number.value.denominator == 1 else 0
    return abs(total.value / base.value - number.value) * _ABOUT <= step

"""A count of a passage that is about one row of a table, whichever of its sentences names the row:
`August was the busiest month. In that month 43 children were missing`, where it has 34."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, islice

from reports.checks.reading import Reading, shared
from reports.prose.asides import NEGATIONS
from reports.prose.numbers import COUNT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.grades import in_order
from reports.prose.quantities.phrases import stems
from reports.quantities.derivation.slips import is_mistyped, is_within
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import root, stems_of
from reports.quantities.roles import TOTAL as STATED
from reports.quantities.selections import is_counted_in, is_of_table, rows_counted, rows_named
from reports.quantities.tables import TOTAL, Shown, tables_near

# What goes on about the row that was named before: “In that month”, “Of their 72 staff”.
_GOES_ON = SentencePattern(
    r"^\W*(?:there|here|it|they|these|those|this|that|its|their|(?:in|at|of|for|on)\s+(?:that|this|these|"
    r"those|such|its|their|them))\b|\bsuch\b",
    re.I,
)
# What a row does not count: others, a mean, a range, several years.
_OF_OTHERS = re.compile(
    rf"\b(?:{NEGATIONS}|no|none|without|others?|rest|remain\w*|residual|both|together|"
    r"between|from|to|average|mean|span|per|each|an?\s+(?:day|week|month|year)|"
    r"years|except\w*|including|further|more|fewer|than)\b",
    re.I,
)
_OF_LONGER = SentencePattern(r"\b(?:years|quarters|together|altogether|over\s+time)\b", re.I)
_PEOPLE = frozenset(("child", "person", "people", "young", "pupil", "student"))
_BACK, _FEW, _FEWEST, _CLOSE = 2, 10, 2, Fraction(5, 4)
# So many cells of a row are added to each other.
_MOST = 30
# A sentence of so many counts parts something by other names.
_SEVERAL = 3
_LETTER = re.compile(r"(?!(?:both|other|none|either)$).*[^\W\d_]{3}", re.I)
_MEND = "Use the table’s value, or explain the difference."


def topic_rows(reading: Reading) -> Iterator[Denial]:
    """A count in a passage that names one row of a table is in that row, unless it is elsewhere."""
    rows, known = statements(reading), shared(reading, _times_given)
    for place, row in enumerate(rows):
        items = [x for x in row.counts if _is_own(x, known)]
        if _OF_LONGER.search(row.sentence.text):
            continue
        passage = [row]
        if _GOES_ON.search(row.sentence.text):
            passage += [x for x in before(rows, place, _BACK) if x.line is row.line]
        for table in tables_near(reading, row.line) if items else ():
            at = None if table.is_list else _topic(table, passage)
            if at is not None and is_of_table(row, table):
                yield from _denied(row, items, passage, table, at)


def _times_given(reading: Reading) -> Mapping[Fraction, int]:
    """How often the sentences of a report give each count."""
    return Counter(x.value for row in statements(reading) for x in row.counts)


def _is_own(item: Quantity, known: Mapping[Fraction, int]) -> bool:
    """True if a number counts something and is nowhere else."""
    phrase = item.phrase
    around = " ⟦ ".join(item.beside(",;:.", 60))
    return bool(
        phrase.is_stock
        and phrase.role == STATED
        and not _OF_OTHERS.search(around)
        and phrase.base is None
        and not phrase.anaphor
        and not phrase.number.bound
        and not phrase.number.places
        and (item.value < _FEW or known[item.value] == 1)
    )


def _topic(table: Shown, passage: Sequence[Statement]) -> int | None:
    """The place of the one row that a passage is about; None where it names several or none."""
    named = {at for row in passage for at in rows_named(table, row.sentence.said())}
    named &= {*rows_counted(table)}
    # “Good” and “2” are words of any sentence.
    if len(named) != 1 or len(table.rows) <= _FEWEST or in_order(table.rows):
        return None
    return next((at for at in named if _LETTER.match(table.rows[at])), None)


def _denied(row, items, passage, table: Shown, at: int) -> Iterator[Denial]:
    cells = _cells(table, at)
    passage_values = {x.value for other in passage for x in other.quantities}
    every = {x.value for numbers in table.numbers for x in numbers if x} | _reckoned(table, at)
    label, spoken = stems(table.rows[at]), stems(row.sentence.said())
    own = {x.value for x in row.quantities if x.value >= _FEW}
    is_pinned = bool({x.value for x in cells.values()} & own)
    for item in items:
        meant = [x for x in _meant(table, at, item, cells) if x.value not in passage_values]
        near = [x for x in meant if _is_slip(item.value, x.value, len(cells))]
        if item.value in every or len({x.value for x in near}) != 1:
            continue
        # “37 children are waiting” names no row “Children in care”.
        more = label - {item.phrase.head}
        if more and more != label and not more & spoken:
            continue
        is_vague = item.value < _FEW or not item.phrase.head or len(row.counts) >= _SEVERAL
        if is_vague and not is_pinned:
            continue
        says = f"For “{table.rows[at]}” the table ({table.grid.at}) has {near[0].words}, but the "
        yield Denial.of(item, f"{says}report gives {item.phrase.number.words}.", _MEND)


def _is_slip(value: Fraction, other: Fraction, cells: int) -> bool:
    """True if a number may be another one by mistake: mistyped, or that of a row of one number."""
    return is_mistyped(value, other) or (
        cells == 1 and min(value, other) >= _FEW and is_within(value, other, _CLOSE)
    )


def _cells(table: Shown, at: int) -> dict[int, Number]:
    """Column → the count that a row has in it."""
    return {place: x for place, x in enumerate(table.numbers[at]) if x and x.kind == COUNT}


def _meant(table: Shown, at: int, item: Quantity, cells) -> list[Number]:
    """The cells of a row that count what a number counts: of the column that is named for it, else
    of all where the table counts such."""
    head = root(item.phrase.head) if item.phrase.head else ""
    own = [x for place, x in cells.items() if head in stems_of(table.headings[place])]
    if head and own:
        return own
    is_counted = is_counted_in(table, item.phrase.head, {"", *PLAIN, *_PEOPLE})
    return [*cells.values()] if is_counted else []


def _reckoned(table: Shown, at: int) -> set[Fraction]:
    """What the cells of a row come to, and what the table has besides them."""
    values = [x.value for x in islice(_cells(table, at).values(), _MOST)]
    made = {abs(a + way * b) for a, b in combinations(values, 2) for way in (1, -1)}
    totals = [x for place, x in enumerate(table.numbers) if TOTAL.match(table.rows[place])]
    for whole in totals:
        made |= {
            a.value - b.value for a, b in zip(whole, table.numbers[at], strict=False) if a and b
        }
    return made

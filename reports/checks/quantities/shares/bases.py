"""What a share is of, where its sentence does not say: in a list, by `of them`, in the passage."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reports.checks.numbers.passages import opened
from reports.checks.quantities.grammar import OPENING_BASE, PLAIN, noun_of
from reports.checks.quantities.model import Quantity, Statement
from reports.checks.quantities.passages import before, by_line, statements
from reports.checks.quantities.shares.pairs import Share, shares_of, verdict_of
from reports.checks.reading import Reading
from reports.prose.content import words_of
from reports.prose.quantities.arithmetic import (
    RIGHT,
)
from reports.prose.quantities.phrases import phrase_after, stem, stems

# So many sentences may stand between a share and its base.
FAR = 4
OF_THEM = re.compile(r"\bof\s+(?:whom|which|these|those|them)\b", re.I)
# Names of a whole that say nothing of what is in it.
COHORTS = words_of("sample cohort panel")
_OF_THESE = re.compile(r"^\W*(?:out\s+)?of\s+(?:these|those|them)\b", re.I)
_OF_THOSE = re.compile(
    r"\bof\s+(?:those|the\s+[a-z]+)\s+(?:who|that|which)\s+(?P<verb>[a-z]+)", re.I
)


def base_of_them(rows: Sequence[Statement], place: int, item: Share) -> Quantity | None:
    """The one count that `of them` points back to, in its sentence or the one before."""
    row, start = rows[place], item.count.phrase.start
    own = [other for other in row.quantities if other.phrase.start < start]
    own = [other for other in own if other.phrase.is_stock or other.phrase.is_sum]
    if own and OF_THEM.search(row.sentence.text[own[-1].phrase.end : item.percent.phrase.start]):
        return own[-1] if own[-1].value >= item.count.value else None
    if own or not item.count.phrase.anaphor:
        return None
    earlier = [other for row in before(rows, place, 1) for other in row.counts]
    alone = len(earlier) == 1 and earlier[0].value >= item.count.value
    return earlier[0] if alone else None


def bases_of_lists(reading: Reading) -> Mapping[int, Quantity]:
    """id of an item → the base that the line over its list states, or that half its shares fit."""
    index, result = by_line(reading), {}
    for listing, lead in opened(reading):
        rows = index.get(id(lead), ())
        if not rows:
            continue
        items = [row for entry in listing.items for row in index.get(id(entry), ())[:1]]
        shares = [item for row in items for item in shares_of(row)]
        near = [*rows[-1].counts]
        stated = near[:1] if OPENING_BASE.match(rows[-1].sentence.text) else ()
        if not stated and _OF_THESE.match(rows[-1].sentence.text):
            every = statements(reading)
            far = before(every, rows[-1].order - 1, FAR)
            near += [item for row in far for item in reversed(row.counts)]
        base = next((item for item in stated or near if stated or _bears(item, shares)), None)
        if base and (stated or len(near) == 1 or _OF_THESE.match(rows[-1].sentence.text)):
            result |= {id(entry): base for entry in listing.items}
    return result


def _bears(base: Quantity, shares):
    """Whether half of some shares or more are of a base, or their counts come to it."""
    right = [item for item in shares if verdict_of(item, base) == RIGHT]
    total = sum(item.count.value for item in shares)
    return len(shares) > 1 and (len(right) * 2 >= len(shares) or total == base.value)


def likely_bases(rows: Sequence[Statement], place: int, item: Share) -> list[Quantity]:
    """What a share may be of: a count before it of what it names, else what was counted last."""
    phrase, value = item.count.phrase, item.count.value
    if who := _who(rows, place, item.count):
        return [who]
    after = rows[place].sentence.text[item.percent.phrase.end :]
    noun = phrase.noun or (noun_of(phrase_after(after, 1)) if after.startswith(") ") else ())
    named = phrase.of | frozenset(noun) - PLAIN | item.percent.phrase.of
    # “83% of the sample” is of the greatest count before it, whatever that counts.
    if item.percent.phrase.of & COHORTS:
        near = [other for row in before(rows, place, FAR) for other in row.counts]
        near = [other for other in near if other.phrase.is_stock and other.value > value]
        return [max(near, key=lambda other: other.value)] if near else []
    # A count with a share of its own is a part, as this one is.
    parts = [other.count for other in shares_of(rows[place])]
    own = [other for other in _stocks(rows[place]) if other.phrase.start < phrase.start]
    own = [other for other in own if other not in parts]
    stocks = own + [other for row in before(rows, place, FAR) for other in _stocks(row)]
    for other in stocks:
        alike = named and other.phrase.head in named
        if other.phrase.head and other.value >= value > 0 and (alike or not (named or phrase.of)):
            return [other]
    sole = {other.value: other for other in stocks}
    only = next(iter(sole.values())) if len(sole) == 1 else None
    return [only] if only and only.value > value and not phrase.anaphor else []


def _stocks(row: Statement):
    """The counts of a sentence that can be a base, the last first."""
    items = reversed(row.quantities)
    return [item for item in items if item.phrase.is_stock or item.phrase.is_rough]


def _who(rows, place, count: Quantity):
    """The count before that has the verb of `of those who replied`, or None."""
    match = _OF_THOSE.search(rows[place].sentence.text)
    if not match:
        return None
    near = (item for row in before(rows, place, FAR) for item in reversed(row.counts))
    bears = (item for item in near if stem(match["verb"]) in stems(item.phrase.clause))
    return next((item for item in bears if item.value >= count.value), None)


def others_of(rows: Sequence[Statement], place: int) -> Iterator[Quantity]:
    """Every quantity of the section of a sentence that may bear its share; none where the base is
    named by what it did, which is then the only one that counts."""
    if not _OF_THOSE.search(rows[place].sentence.text):
        section = rows[place].section
        yield from (item for row in rows if row.section == section for item in row.quantities)

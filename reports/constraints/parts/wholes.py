"""Parts against their whole: in brackets, in a row, in a list, over several sentences."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from fractions import Fraction
from itertools import chain, islice

from reports.checks.numbers.passages import leads
from reports.checks.reading import SIDE_BY_SIDE, Reading, shared
from reports.constraints.lists import LISTED
from reports.constraints.parts.labels import divided_by_labels
from reports.constraints.parts.larger import (
    larger_at_last,
    larger_than_before,
    larger_than_beside,
    larger_than_nested,
    larger_than_opening,
    larger_than_whole,
)
from reports.constraints.parts.other_sums import is_another_sum, is_counted
from reports.constraints.parts.paragraphs import divisions_of_paragraphs
from reports.constraints.parts.remainders import goes_on_to_others, is_of_ones, rests_behind
from reports.constraints.parts.rows import comes_out
from reports.constraints.parts.so_far import are_counts_so_far, came_besides
from reports.constraints.parts.spread import rest_after, spread, together
from reports.constraints.parts.weights import denial
from reports.prose.numbers import COUNT
from reports.prose.patterns import SentencePattern
from reports.quantities.model import Denial, constraint, guesses
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import balances, is_of_balance
from reports.quantities.parts.bands import has_bands, in_bands
from reports.quantities.parts.counted_near import is_of_both, is_of_nearer, leaves_much_out
from reports.quantities.parts.division import Division
from reports.quantities.parts.lists import SOME_OF_TWO, divided_by_lists, items_of_parts
from reports.quantities.parts.series import bracketed, has_overlap, in_a_row, sum_at_end
from reports.quantities.passages import before, statements, unless_silent
from reports.quantities.roles import REST
from reports.share_constraints.totals.flows import flows

# Sentences around it that may name what a whole is a part of.
_NEAR, _FARTHEST, _PASSAGE, _PAIR, _CLOSE = 6, 40, 12, 2, 8
_ONE_OPENS = re.compile(r"\W*(?:in\s+)?one\b", re.I)
_NO_PARTS = SentencePattern(
    r"\b(?:average|mean|median)\s+of\s+⟦|⟧\s+[a-z ]*would\s+be\b|\bwould\s+have\s+been\s+⟦", re.I
)
# “… and some have no date”, “… and the statement named above”: not all are told.
_LEFT_OPEN = re.compile(
    r"[,;]\s+(?:and|but|while)\s+(?:some|others|several|a\s+few)\b(?!\s+⟦)"
    r"|\s+and\s+(?:the|that|this)\s+(?:[a-z]+\s+){1,4}(?:already|above|mentioned|named|described)\b",
    re.I,
)
_BEEN = re.compile(r"(had|was|were|has|have)\b", re.I)
_AND_ONE = re.compile(r"\band\s+one\s+(had|was|has)\s+(?:not|still|yet)\b", re.I)
_THESE = re.compile(r"\W*(?:these|this|they|the\s+(?:total|sum))\b", re.I)

_LARGER = (larger_than_beside, larger_than_opening, larger_than_nested)


@constraint(
    "parts-of-whole", "C02; source of error 6", follows=("small-number", "percent-of-count")
)
def parts_of_wholes(reading: Reading) -> Iterator[Denial]:
    """Parts add up to the whole that the sentence or list states."""
    divided, denied = {}, []
    for current, wrong in _divisions(reading):
        divided |= {_whole_of(item): _distance(item) for item in current}
        denied += wrong
    yield from balances(reading)
    rows = statements(reading)
    most = defaultdict(int)
    for place, row in enumerate(rows):
        yield from (*larger_than_whole(row), *larger_at_last(row))
        for larger in _LARGER:
            # Only behind “of the” it is sure of which whole a number is a part.
            yield from guesses(larger(row))
        yield from guesses(larger_than_before(rows, place, most))
        yield from unless_silent(row, flows, before(rows, place, 2))
        for item in row.counts:
            for known in (item.phrase.head, row.section):
                most[known] = max(most[known], item.value)
    firsts = {}
    for item in denied:
        firsts.setdefault(_whole_of(item), item)
    stated = {part.order for item in firsts.values() for part in item.parts}
    for place, row in enumerate(rows):
        if row.order not in stated:
            earlier = before(rows, place, _PASSAGE)
            yield from guesses(divisions_of_paragraphs(reading, row, earlier))
    for whole, item in firsts.items():
        # What the parts beside it come to needs no others, nor does “54 + 5 × 2 = 64” add up.
        nearest = _distance(item) <= divided.get(whole, _distance(item))
        if nearest and "×" not in item.whole.sentence.text and not is_another_sum(reading, item):
            # What is more than all without the “one” is so with it.
            is_short = item.total <= item.whole.value
            unsure = is_counted(reading, item) or (is_short and _is_with_one(item))
            yield from guesses([denial(item)]) if unsure else [denial(item)]


def _divisions(reading):
    """(those that hold, those that are denied) of the divisions of each sentence and of lists."""
    rows, listed = statements(reading), {*leads(reading), *items_of_parts(reading)}
    lists = {id(item): at for at, row in enumerate(reading.lists) for item in row.items}
    for place, row in enumerate(rows):
        if has_overlap(row.sentence.text) or _NO_PARTS.search(row.sentence.text):
            continue
        if has_bands(row):
            yield _weighed(reading, in_bands(rows, place))
            continue
        yield _weighed(reading, bracketed(row), every=True)
        divisions = (*sum_at_end(row), *(x for x in in_a_row(row) if not _names_things(x)))
        own = id(row.line) in listed
        # An item of a list is a part of what stands over the list, or divides a whole of its own.
        divisions += tuple(
            item
            for item in spread(rows, place, row)
            if item.whole.line is row.line or not (own or _is_listed_apart(item, lists))
        )
        if rest := rest_after(rows, place):
            divisions = tuple(item.with_rest(rest) for item in divisions)
        # “These come to 358, because 40 are counted twice.”
        behind = [(x.sentence.text, x.counts) for x in rows[place + 1 : place + 2]]
        sums = {x.value for text, counts in behind if _THESE.match(text) for x in counts}
        if behind and SOME_OF_TWO.match(behind[0][0]):
            continue
        divisions = (x for x in divisions if x.total not in sums)
        rests = rests_behind(rows, place)
        divisions = (x for x in divisions if abs(x.whole.value - x.total) not in rests)
        divisions = tuple(
            x for x in divisions if not (goes_on_to_others(x) or is_of_ones(rows, place, x))
        )
        if with_one := [x for x in divisions if _is_with_one(x)]:
            divisions = with_one
        yield _weighed(reading, divisions)
        yield _weighed(reading, together(rows, place, row))
    yield _weighed(reading, divided_by_lists(reading), every=True)
    yield _weighed(reading, divided_by_labels(rows), every=True)


def _names_things(division: Division) -> bool:
    """True if things are named with counts of others: `three terms: a visit by two members`."""
    own = {"", *PLAIN, division.whole.phrase.head}
    alone = len(division.parts) == 1 and division.parts[0].phrase.head not in own
    return division.whole.phrase.head in LISTED and alone


def _is_with_one(division: Division) -> bool:
    """True if the last of parts in a row is a single one, with the verb of the others: `21 had been
    in time, two had been late and one had not been done`."""
    verbs = [_BEEN.match(x.phrase.clause) for x in division.parts]
    alike = division.unnumbered and all(verbs) and len(verbs) > 1
    last = _AND_ONE.search(division.text) if alike else None
    return bool(last and last[1].casefold() in {x[1].casefold() for x in verbs})


def _is_listed_apart(division: Division, lists):
    """Whether its whole is in a list in which no part of it stands."""
    own = lists.get(id(division.whole.line))
    return own is not None and own != lists.get(id(division.parts[0].line))


def _weighed(reading, divisions, every=False):
    """Those that hold, and the first that is denied where none of them holds; or each by itself."""
    divisions = tuple(divisions)
    current = [item for item in divisions if item.holds]
    if current and not every:
        return current, []
    stocks = shared(reading, _stocks)
    denied = (
        x
        for x in divisions
        if x.is_denied()
        and not _is_of_another(x, stocks)
        and (_is_with_one(x) or not comes_out(reading, x))
    )
    return current, [*denied] if every else [*islice(denied, 1)]


def _distance(division):
    return max(part.order for part in division.parts) - division.whole.order


def _whole_of(division):
    return division.whole.order, division.whole.phrase.mark


def _is_of_another(division: Division, stocks: Mapping):
    """Whether its numbers have another meaning: what is missing stands beside the parts, the parts
    come to another count beside the whole, or with the whole to what was counted near it."""
    whole, items = division.whole, (division.whole, *division.parts)
    counts = [item for item in items if item.phrase.number.kind == COUNT]
    is_balance = is_of_balance(counts) and not division.is_exceeded
    if is_balance or _is_told_elsewhere(division, stocks) or _has_parts_of_a_part(division):
        return True
    gap = abs(division.total - whole.value)
    if are_counts_so_far(division.parts) or gap in came_besides(division.parts):
        return True
    if division.near is None and any(
        number.value == division.total for number in whole.sentence.marks("c")
    ):
        return True
    orders, own = {item.order for item in items}, {*map(id, items)}
    neighbours = {x.value for order in orders for x in stocks[order] if id(x) not in own}
    # “Two of the seven are good, four fair. One is poor.” “… In one it was both.”
    last = max(items, key=lambda x: x.order)
    behind = last.line.text[last.sentence.end :]
    one_more = gap == 1 and _ONE_OPENS.match(behind)
    near = range(max(whole.order - _NEAR, max(orders) - _FARTHEST), max(orders) + _NEAR)
    if division.has_rest:
        alike = stocks[whole.phrase.head][:SIDE_BY_SIDE]
        counted = chain(alike, *(stocks[order] for order in near))
        more = {x.value for x in counted if id(x) not in own}
        rests = (x.value for x in division.parts if x.phrase.role == REST)
        if any(whole.value + rest in more for rest in (*rests, division.parts[-1].value)):
            return True
    linked = any(item.phrase.anaphor for item in division.parts)
    return (
        gap in neighbours
        or _is_sum_of_one_line(division, {whole.value, *neighbours})
        or any(whole.value - division.total + x.value in neighbours for x in division.parts)
        or one_more
        or leaves_much_out(division)
        or is_of_nearer(division, stocks)
        or (not linked and is_of_both(division, stocks, near))
        or division.total == 2 * whole.value
    )


def _is_sum_of_one_line(division: Division, near: Set[Fraction]) -> bool:
    """True if those of its parts that one line has come to a count near it by themselves, and the
    others do not all but come to the whole."""
    lines = defaultdict(list)
    for part in division.parts:
        lines[part.line.where].append(part.value)
    sums = [sum(values) for values in lines.values() if len(values) > _PAIR]
    rests = [division.total - value for value in sums if len(lines) > 1 and value in near]
    return any(abs(rest - division.whole.value) * _CLOSE > rest for rest in rests)


def _has_parts_of_a_part(division: Division) -> bool:
    """True if some parts in a row come to the one before them: `131 were in work or learning: 17 at
    university, 52 at college and 62 in work`."""
    values = [x.value for x in division.parts]
    return any(
        sum(values[first + 1 : last]) == values[first]
        for first in range(len(values) - _PAIR)
        for last in range(first + 1 + _PAIR, len(values) + 1)
        if _opens_a_list(*division.parts[first : first + 2])
    )


def _opens_a_list(first, second) -> bool:
    """True if a colon is between two numbers of a sentence."""
    is_one = first.sentence is second.sentence
    return is_one and ":" in first.sentence.text[first.phrase.end : second.phrase.start]


def _is_told_elsewhere(division: Division, stocks: Mapping):
    """True if its parts come to the count just before them, its whole is a number of times, or some
    have no number."""
    if division.total < division.whole.value and _LEFT_OPEN.search(division.text):
        return True
    # “Together they were missing 163 times” is no sum of children.
    heads = {x.phrase.head for x in division.parts} - {"", "time", *PLAIN}
    first = min(division.parts, key=lambda x: x.order)
    # “There were 129 departures. Forty-one went home, …”
    before = {x.value for x in stocks[first.order - 1] if x.line is first.line}
    return division.total in before or bool(division.whole.phrase.head == "time" and heads)


def _stocks(reading):
    """Order of a sentence, and head of a noun → the counts there, and of that name."""
    index = defaultdict(list)
    for row in statements(reading):
        for item in row.quantities:
            # “In three groups” counts no members of them.
            if item.phrase.is_stock and item.phrase.head not in LISTED:
                index[row.order].append(item)
                index[item.phrase.head or row.order].append(item)
    return index

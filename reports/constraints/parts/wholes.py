"""Parts against their whole: in brackets, in a row, in a list, over several sentences."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from reports.checks.numbers.passages import leads
from reports.checks.reading import SIDE_BY_SIDE, Reading, shared
from reports.constraints.lists import LISTED
from reports.constraints.parts.labels import divided_by_labels
from reports.constraints.parts.paragraphs import divisions_of_paragraphs
from reports.constraints.parts.remainders import is_of_ones, rests_behind
from reports.constraints.parts.rows import comes_out
from reports.constraints.parts.so_far import are_counts_so_far, came_besides
from reports.constraints.parts.spread import rest_after, spread, together
from reports.constraints.parts.weights import denial
from reports.documents.entries import STATED
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Statement, constraint
from reports.quantities.nouns import PLAIN
from reports.quantities.parts.balance import balances, is_of_balance
from reports.quantities.parts.bands import has_bands, in_bands
from reports.quantities.parts.counted_near import OF_THEM, is_of_both, is_of_nearer, leaves_much_out
from reports.quantities.parts.division import Division
from reports.quantities.parts.lists import SOME_OF_TWO, divided_by_lists, items_of_parts
from reports.quantities.parts.series import OVERLAP, bracketed, in_a_row, sum_at_end
from reports.quantities.passages import before, statements, unless_silent
from reports.quantities.roles import REST
from reports.share_constraints.totals.flows import flows

_OF_NAMED = re.compile(
    r"\W*(?:out\s+)?of\s+(?:the|these|those)\s+(?P<noun>(?:(?!(?:in|on|at|of|with|from|by|for)\b)"
    r"[a-z]+\s){0,2}[a-z]+s),?\s+(?=⟦)",
    re.I,
)
_OF_SOME = re.compile(
    r"\s+of\s+(?:the|those)\s+(?:[a-z]+\s+){1,3}?(?:who|which|that|whose|from|in|of|with|at|on)\b",
    re.I,
)
# “312 readings of 156 files”, “the 101 were made up of 39”: the second is no base of the first.
_OF_OTHERS = re.compile(
    r"\b(?:made\s+up|consist\w*|compris\w+|those|each|among)\b|^\s+[a-z]+s\s+of\s+$|,\s+of\s+$",
    re.I,
)
_SIZE, _SMALL = (
    re.compile(r"\s+(?:children|people|siblings|brothers|sisters|members|pupils)\b", re.I),
    10,
)
# “Planned / done: 45 / 42; 20 / 21.”
_PAIRS = re.compile(r"[a-z]\s?/\s?[a-z]+:", re.I)
_FEWER, _TWICE = 3, 2
# Sentences around it that may name what a whole is a part of.
_NEAR, _FARTHEST, _PASSAGE = 6, 40, 12
_OF_THESE = re.compile(r"\W*of\s+(?:these|them|those),?\s+$", re.I)
_ONE_OPENS = re.compile(r"\W*(?:in\s+)?one\b", re.I)
_NO_PARTS = re.compile(r"\b(?:average|mean|median)\s+of\s+⟦|⟧\s+[a-z ]*would\s+be\b", re.I)
_THESE = re.compile(r"\W*(?:these|this|they|the\s+(?:total|sum))\b", re.I)


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
        yield from (*_larger_than_whole(row), *_larger_than_beside(row))
        yield from _larger_than_before(rows, place, most)
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
            yield from divisions_of_paragraphs(row, before(rows, place, _PASSAGE))
    for whole, item in firsts.items():
        # What the parts beside it come to needs no others, nor does “54 + 5 × 2 = 64” add up.
        nearest = _distance(item) <= divided.get(whole, _distance(item))
        if nearest and "×" not in item.whole.sentence.text:
            yield denial(item)


def _divisions(reading):
    """(those that hold, those that are denied) of the divisions of each sentence and of lists."""
    rows, listed = statements(reading), {*leads(reading), *items_of_parts(reading)}
    lists = {id(item): at for at, row in enumerate(reading.lists) for item in row.items}
    for place, row in enumerate(rows):
        if OVERLAP.search(row.sentence.text) or _NO_PARTS.search(row.sentence.text):
            continue
        if has_bands(row):
            yield _weighed(reading, in_bands(rows, place))
            continue
        yield _weighed(reading, bracketed(row), every=True)
        divisions = (*sum_at_end(row), *in_a_row(row))
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
        divisions = tuple(x for x in divisions if not is_of_ones(rows, place, x))
        yield _weighed(reading, divisions)
        yield _weighed(reading, together(rows, place, row))
    yield _weighed(reading, divided_by_lists(reading), every=True)
    yield _weighed(reading, divided_by_labels(rows), every=True)


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
        if x.is_denied() and not _is_of_another(x, stocks) and not comes_out(reading, x)
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
    if is_of_balance([item for item in items if item.phrase.number.kind == COUNT]):
        return True
    if _is_told_elsewhere(division, stocks):
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
        or any(whole.value - division.total + x.value in neighbours for x in division.parts)
        or one_more
        or leaves_much_out(division)
        or is_of_nearer(division, stocks)
        or (not linked and is_of_both(division, stocks, near))
        or division.total == 2 * whole.value
    )


def _is_told_elsewhere(division: Division, stocks: Mapping):
    """True if its parts come to the count just before them, or its whole is a number of times."""
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


def _may_be_part(row, item, base):
    """True where a number is not so much larger than the one after “of” that they are no pair."""
    numbers = [
        row.line.entry_at(number.start) for number in (item.phrase.number, base.phrase.number)
    ]
    counted = all(entry is not None and entry.key != STATED for entry in numbers)
    return counted or not base.value or item.value < base.value * _TWICE


def _larger_than_whole(row: Statement):
    index = {item.phrase.mark: item for item in row.quantities}
    for item in row.quantities:
        base = index.get(item.phrase.base)
        near = base and base.phrase.mark - item.phrase.mark == 1
        counts = near and item.phrase.is_count and base.phrase.is_count
        # “4.5 Each of the four …” is the number of a paragraph.
        counts = counts and not item.phrase.number.places
        # What is many times as many is no part of it, unless both are counted: “17 groups of four”.
        if counts and base.value < item.value and _may_be_part(row, item, base):
            between = row.sentence.text[item.phrase.end : base.phrase.start]
            in_pairs = between.strip() == "/" and _PAIRS.search(row.sentence.text)
            # “Three of two children and one of three”: groups by their size.
            behind = row.sentence.text[base.phrase.end :]
            in_groups = between == " of " and _SIZE.match(behind) and base.value < _SMALL
            if in_pairs or in_groups or _OF_OTHERS.search(between):
                continue
            pair = f"{item.phrase.number.words} of {base.phrase.number.words}"
            says = f"{pair}: the part is larger than the whole."
            yield Denial.of(item, says, "Check both numbers.")


def _larger_than_beside(row: Statement):
    """`There were 148 homes, and 161 of these are in town`: more than the one count before it."""
    for place, item in enumerate(row.counts):
        if not item.phrase.is_stock or not OF_THEM.match(row.sentence.text, item.phrase.end):
            continue
        ahead = [x for x in row.counts[:place] if x.phrase.is_stock]
        alone = len(ahead) == 1 and ahead[0].phrase.head and ahead[0].phrase.base is None
        if alone and ahead[0].value < item.value <= ahead[0].value * _FEWER:
            says = f"{item.phrase.number.words} is more than the {ahead[0].phrase.said} that it "
            yield Denial.of(item, f"{says}is of.", "Check both numbers.")


def _larger_than_before(rows, place, most):
    """`There are 290 places. They fill 307 of these places`: more than the last count of them, and
    than all that was counted before and may be meant; `most` is the most by its noun or section."""
    row = rows[place]
    opening, counts = _OF_NAMED.match(row.sentence.text), row.counts
    largest = max((item.value for item in counts), default=0)
    for item in counts:
        if not item.phrase.is_stock or item.value < largest:
            continue
        begins = opening and opening.end() == item.phrase.start
        named = stems(opening["noun"]) if begins else item.phrase.of
        known = named or (item is counts[0] and OF_THEM.match(row.sentence.text, item.phrase.end))
        opens = _OF_THESE.match(row.sentence.text[: item.phrase.start])
        known = known or (opens and item is counts[0])
        if not known or _OF_SOME.match(row.sentence.text, item.phrase.end):
            continue
        whole = _counted_before(rows, place, named)
        if not whole or not whole.phrase.head:
            continue
        # What is several times as many is of another group.
        counted = max(most[head] for head in (named or {row.section}))
        if counted < item.value <= whole.value * _FEWER:
            says = f"{item.phrase.number.words} is more than the {whole.phrase.said} "
            says += f"({whole.line.at}) that it is of."
            yield Denial.of(item, says, "Check both numbers.")


def _counted_before(rows, place, named):
    """The last count of what is named; of what is not, the one count of the sentence before."""
    near = [[x for x in row.counts if x.phrase.is_stock] for row in before(rows, place, 2)]
    if not named:
        return near[0][0] if near and len(near[0]) == 1 else None
    return next((x for counts in near for x in counts if x.phrase.head in named), None)

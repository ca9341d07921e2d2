"""Parts against their whole: in brackets, in a row, in a list, over several sentences."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import leads
from reports.checks.quantities.model import Denial, Statement, constraint
from reports.checks.quantities.parts.bands import has_bands, in_bands
from reports.checks.quantities.parts.division import Division, denial
from reports.checks.quantities.parts.lists import divided_by_lists, items_of_parts
from reports.checks.quantities.parts.series import OVERLAP, bracketed, in_a_row, sum_at_end
from reports.checks.quantities.parts.spread import rest_after, spread, together
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.prose.quantities.phrases import stems

_OF_NAMED = re.compile(
    r"\W*(?:out\s+)?of\s+(?:the|these|those)\s+(?P<noun>(?:(?!(?:in|on|at|of|with|from|by|for)\b)"
    r"[a-z]+\s){0,2}[a-z]+s),?\s+(?=⟦)",
    re.I,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those)\b(?!\s+⟦)", re.I)
_OF_SOME = re.compile(
    r"\s+of\s+(?:the|those)\s+(?:[a-z]+\s+){1,3}?(?:who|which|that|whose|from|in|of|with|at|on)\b",
    re.I,
)
_THESE = re.compile(r"\W*(?:these|this|they|the\s+(?:total|sum))\b", re.I)


@constraint(
    "parts-of-whole", "C02; source of error 6", follows=("small-number", "percent-of-count")
)
def parts_of_wholes(reading: Reading) -> Iterator[Denial]:
    """Parts add up to the whole that the sentence or list states."""
    divided, denied = {}, []
    for held, wrong in _divisions(reading):
        divided |= {_whole_of(item): _distance(item) for item in held}
        denied += wrong
    rows = statements(reading)
    for place, row in enumerate(rows):
        yield from _larger_than_whole(row)
        yield from _larger_than_before(rows, place)
    firsts = {}
    for item in denied:
        firsts.setdefault(_whole_of(item), item)
    for whole, item in firsts.items():
        # What the parts beside it come to needs no others.
        if _distance(item) <= divided.get(whole, _distance(item)):
            yield denial(item)


def _divisions(reading):
    """(those that hold, those that are denied) of the divisions of each sentence and of lists."""
    rows, listed = statements(reading), {*leads(reading), *items_of_parts(reading)}
    for place, row in enumerate(rows):
        if OVERLAP.search(row.sentence.text):
            continue
        if has_bands(row):
            yield _weighed(in_bands(rows, place))
            continue
        yield _weighed(bracketed(row), every=True)
        divisions = (*sum_at_end(row), *in_a_row(row))
        own = id(row.line) in listed
        # An item of a list is a part of what stands over the list, or divides a whole of its own.
        divisions += tuple(
            item for item in spread(rows, place, row) if not own or item.whole.line is row.line
        )
        if rest := rest_after(rows, place):
            divisions = tuple(item.with_rest(rest) for item in divisions)
        # “These come to 358, because 40 are counted twice.”
        after = rows[place + 1 : place + 2]
        after = [other for other in after if _THESE.match(other.sentence.text)]
        sums = {item.value for other in after for item in other.counts}
        divisions = tuple(item for item in divisions if item.total not in sums)
        yield _weighed(divisions)
        yield _weighed(together(rows, place, row))
    yield _weighed(divided_by_lists(reading), every=True)


def _weighed(divisions, every=False):
    """Those that hold, and the first that is denied where none of them holds; or each by itself."""
    divisions = tuple(divisions)
    held = [item for item in divisions if item.holds]
    if held and not every:
        return held, []
    denied = [item for item in divisions if item.is_denied() and not _is_of_another(item)]
    return held, denied if every else denied[:1]


def _distance(division):
    return max(part.order for part in division.parts) - division.whole.order


def _whole_of(division):
    return division.whole.order, division.whole.phrase.mark


def _is_of_another(division: Division):
    """Whether parts of a later sentence come to another count beside their whole."""
    counts = division.whole.sentence.marks("c") if division.near is None else ()
    return any(number.value == division.total for number in counts)


def _larger_than_whole(row: Statement):
    index = {item.phrase.mark: item for item in row.quantities}
    for item in row.quantities:
        base = index.get(item.phrase.base)
        near = base and base.phrase.mark - item.phrase.mark == 1
        if near and item.phrase.is_count and base.phrase.is_count and item.value > base.value:
            pair = f"{item.phrase.number.words} of {base.phrase.number.words}"
            says = f"{pair}: the part is larger than the whole."
            yield Denial.of(item, says, "Check both numbers.")


def _larger_than_before(rows, place):
    """`There are 290 places. They fill 307 of these places`: more than the last count of them."""
    text = rows[place].sentence.text
    opening = _OF_NAMED.match(text)
    most = 0
    for item in rows[place].counts:
        begins = opening and opening.end() == item.phrase.start
        named = stems(opening["noun"]) if begins else item.phrase.of
        known = named or _OF_THEM.match(text, item.phrase.end)
        known = known and not _OF_SOME.match(text, item.phrase.end)
        if item.phrase.is_stock and known and item.value > most:
            whole = _counted_before(rows, place, named)
            if whole and whole.phrase.head and whole.value < item.value:
                says = f"{item.phrase.number.words} is more than the {whole.phrase.said} "
                says += f"({whole.line.at}) that it is of."
                yield Denial.of(item, says, "Check both numbers.")
        most = max(most, item.value)


def _counted_before(rows, place, named):
    """The last count of what is named; of what is not, the one count of the sentence before."""
    near = [[x for x in row.counts if x.phrase.is_stock] for row in before(rows, place, 2)]
    if not named:
        return near[0][0] if near and len(near[0]) == 1 else None
    return next((x for counts in near for x in counts if x.phrase.head in named), None)

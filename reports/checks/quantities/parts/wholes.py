"""Parts against their whole: in brackets, in a row, in a list, over several sentences."""

import re
from collections.abc import Iterator

from reports.checks.numbers.passages import leads
from reports.checks.quantities.model import Denial, Statement, constraint
from reports.checks.quantities.parts.division import Division, denial
from reports.checks.quantities.parts.lists import divided_by_lists, items_of_parts
from reports.checks.quantities.parts.series import OVERLAP, bracketed, in_a_row, sum_at_end
from reports.checks.quantities.parts.spread import rest_after, spread, together
from reports.checks.quantities.passages import statements
from reports.checks.reading import Reading

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
    for row in statements(reading):
        yield from _larger_than_whole(row)
    for item in {_whole_of(item): item for item in reversed(denied)}.values():
        # What the parts beside it come to needs no others.
        if _distance(item) <= divided.get(_whole_of(item), _distance(item)):
            yield denial(item)


def _divisions(reading):
    """(those that hold, those that are denied) of the divisions of each sentence and of lists."""
    rows, listed = statements(reading), {*leads(reading), *items_of_parts(reading)}
    for place, row in enumerate(rows):
        if OVERLAP.search(row.sentence.text):
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

"""Averages, against the total and the number that they are of."""

from collections.abc import Iterator

from reports.checks.quantities.grammar import MEAN, TOTAL
from reports.checks.quantities.model import Denial, Quantity, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT, SPAN
from reports.prose.quantities.arithmetic import WRONG, number_text, verdict


@constraint("mean-denied", "C03; source of error 5", follows=("two-values",))
def means(reading: Reading) -> Iterator[Denial]:
    """An average is its total divided by the number that it is of."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        averages = [item for item in row.quantities if item.phrase.role == MEAN]
        averages = [item for item in averages if item.phrase.number.kind != SPAN] or averages
        if len(averages) != 1 or averages[0].phrase.number.kind == PERCENT:
            continue
        counts = _countable(row.quantities)
        for other in before(rows, place, 1) if len(counts) < 2 else ():
            earlier = _countable(other.quantities)
            # “Two advisers have 30 each” is of those two.
            if {item.phrase.head for item in counts} & {item.phrase.head for item in earlier}:
                break
            counts = [*earlier, *counts]
        yield from _mean(averages[0], counts)


def _countable(items):
    """The counts and lengths of time that an average can be of."""
    lengths = [item for item in items if item.phrase.number.kind == SPAN]
    totals = [item for item in lengths if item.phrase.role == TOTAL]
    return [item for item in items if item.value and (_is_amount(item) or item in totals)]


def _is_amount(item: Quantity):
    return item.phrase.is_stock or item.phrase.is_sum


def _mean(average: Quantity, counts):
    """The denial of an average that no two of the numbers near it bear and two all but bear."""
    number = average.phrase.number
    pairs = [(a, b) for a in counts[:6] for b in counts[:6] if a.value > b.value > 2]
    if len(counts) < 2 or any(_bears(number, a.value / b.value) for a, b in pairs):
        return
    near = [(a, b) for a, b in pairs if abs(a.value / b.value - number.value) * 2 <= number.value]
    if len(near) == 1 and len(counts) <= 3:
        total, base = near[0]
        right = number_text(total.value / base.value, max(number.places, 1)).removesuffix(".0")
        says = (
            f"{total.phrase.said} over {base.phrase.said} is {right} each, and the paper says "
            f"{number.words}."
        )
        yield Denial.of(average, says, "Put the average right, or say what it is of.")


def _bears(number, exact):
    return verdict(number, exact, exact) != WRONG or abs(exact - number.value) * 40 <= exact

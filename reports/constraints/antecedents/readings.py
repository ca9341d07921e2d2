"""Each reading of a sentence against what the sentences before it named, in turn."""

from collections.abc import Iterator, Sequence

from reports.checks.reading import Reading
from reports.constraints.antecedents.aims import against_aims, against_numbers
from reports.constraints.antecedents.comparators import against_others
from reports.constraints.antecedents.dates import dates_named, things_dated
from reports.constraints.antecedents.earlier_reports import since_then
from reports.constraints.antecedents.exceptions import exceptions
from reports.constraints.antecedents.group_shares import group_shares
from reports.constraints.antecedents.means import means_of_groups, means_of_values
from reports.constraints.antecedents.quantifiers import quantified
from reports.constraints.antecedents.runs import runs
from reports.constraints.antecedents.share_moves import share_moves
from reports.constraints.antecedents.sides import sides
from reports.date_constraints.times.earlier_changes import earlier_changes
from reports.date_constraints.times.earlier_counts import earlier_counts
from reports.quantities.model import Denial, Statement, guesses, of_readings
from reports.quantities.passages import before, statements, unless_silent

# Those that found faults in papers which no rule was built with, and left right papers in peace.
_PROVED = (
    against_aims,
    against_numbers,
    dates_named,
    quantified,
    exceptions,
    runs,
    share_moves,
    group_shares,
)
_OTHERS = (against_others, things_dated, means_of_groups, means_of_values)
# So many sentences before one may have named what it speaks of.
_FAR = 12


def claims_of_antecedents(reading: Reading) -> Iterator[Denial]:
    """The claims of sentences that what was named before them denies."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        earlier = before(rows, place, _FAR)
        yield from unless_silent(row, _by_words, earlier)
        yield from since_then(reading, row, earlier)
    yield from guesses(sides(reading))
    yield from earlier_changes(reading)
    yield from earlier_counts(reading)


def _by_words(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    yield from of_readings(_PROVED, _OTHERS, row, earlier)

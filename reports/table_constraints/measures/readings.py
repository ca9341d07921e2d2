"""Each reading of a claim about the rows of a table by every measure of them, in turn."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.quantities.model import Denial, guesses
from reports.table_constraints.claims.superlatives import superlatives
from reports.table_constraints.derived_values.readings import READINGS as OF_VALUES
from reports.table_constraints.measures.row_pairs import row_pairs
from reports.table_constraints.measures.row_ranks import row_ranks
from reports.table_constraints.measures.row_sums import row_sums
from reports.table_constraints.measures.tallies import tallies


def claims_of_measures(reading: Reading) -> Iterator[Denial]:
    """The claims about rows that no measure of their table bears."""
    ranked = {(id(denial.line), denial.span) for denial in superlatives(reading)}
    for denial in row_ranks(reading):
        # A row that is no more than called the largest is compared by its column already.
        if (id(denial.line), denial.span) not in ranked:
            yield from guesses([denial])
    yield from tallies(reading)
    yield from row_pairs(reading)
    yield from guesses(row_sums(reading))
    # Each names its row, its columns and what they come to.
    for read in OF_VALUES:
        yield from read(reading)

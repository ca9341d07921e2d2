"""Each reading of the cells of a table near a sentence, in turn."""

from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.quantities.model import Denial, of_readings
from reports.table_constraints.cells.column_means import column_means, column_quotients
from reports.table_constraints.cells.graded_cells import graded_cells
from reports.table_constraints.cells.money_rows import money_rows
from reports.table_constraints.cells.only_rows import only_rows
from reports.table_constraints.cells.period_sums import period_sums
from reports.table_constraints.cells.possessives import possessives
from reports.table_constraints.cells.row_counts import row_counts
from reports.table_constraints.cells.row_moves import row_moves
from reports.table_constraints.cells.row_shares import row_shares
from reports.table_constraints.cells.row_steps import row_steps
from reports.table_constraints.cells.row_universals import row_universals
from reports.table_constraints.cells.rows_before import rows_before
from reports.table_constraints.cells.selected_sums import selected_sums
from reports.table_constraints.claims.moves import moves
from reports.table_constraints.claims.parts import parts
from reports.table_constraints.claims.steps import steps
from reports.table_constraints.claims.superlatives import superlatives
from reports.table_constraints.grids.told_rows import told_rows
from reports.table_constraints.periods.all_periods import all_periods
from reports.table_constraints.periods.latest_steps import latest_steps
from reports.table_constraints.periods.steps_between import moves_of_rows, steps_between
from reports.table_constraints.rows.based_shares import based_shares
from reports.table_constraints.rows.named_values import named_values
from reports.table_constraints.rows.pairs_of_rows import pairs_of_rows
from reports.table_constraints.rows.topic_rows import topic_rows

# Those that found more faults of authors whose reports they were not built with than right papers
# of such authors they warned of.
_PROVED = (superlatives, money_rows, row_counts, moves_of_rows)
_PROVED += (row_moves, steps)
# This says itself what is proved of what it finds.
_PROVED += (graded_cells,)
_OTHERS = (
    topic_rows,
    parts,
    named_values,
    moves,
    row_shares,
    based_shares,
    latest_steps,
    column_means,
    period_sums,
    possessives,
    row_steps,
    only_rows,
    row_universals,
    rows_before,
    told_rows,
    pairs_of_rows,
    selected_sums,
    all_periods,
    steps_between,
    column_quotients,
)


def claims_of_cells(reading: Reading) -> Iterator[Denial]:
    """The claims about rows, columns and periods of tables near that their cells deny."""
    yield from of_readings(_PROVED, _OTHERS, reading)

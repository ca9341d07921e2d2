"""Legal holds join the list of what keeps records from removal, and the schedule the period for
which children's rows of returns are kept."""

from assurance.looked_after.row_periods import PERIODS
from assurance.records.withdrawals.holds import HOLDS
from reports.data_protection.held_rows import held_rows
from reports.data_protection.refusals import child_rows_end


def register() -> None:
    """Registers what data protection adds."""
    HOLDS.append(held_rows)
    PERIODS.append(child_rows_end)

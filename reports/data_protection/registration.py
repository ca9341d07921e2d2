"""Legal holds join the list of what keeps records from removal."""

from assurance.records.withdrawals.holds import HOLDS
from reports.data_protection.held_rows import held_rows


def register() -> None:
    """Registers what data protection adds."""
    HOLDS.append(held_rows)

"""The date until which children's rows of a return are kept, as every page gives it: by the period
that the app of data protection joins in its registration."""

from collections.abc import Callable
from datetime import date

from assurance.looked_after.models.returns import Return
from assurance.runtime.periods import say_day

# Each gives, of a council on a date, the function from the date of import to the end of the period;
# None where no policy of the council removes rows.
PERIODS: list[Callable[[object, date], Callable[[date], date] | None]] = []
NO_POLICY = "Kept. No retention policy removes them"


def period_end(council, on: date) -> Callable[[date], date] | None:
    """The function from a date of import to the end of the period in force on `on`, or None."""
    ends = [end for period in PERIODS if (end := period(council, on))]
    return ends[0] if ends else None


def row_state(record: Return, end: Callable[[date], date] | None, on: date) -> str:
    """The state of the rows of a return: kept, due for removal or removed, with the date."""
    if record.rows_removed_on:
        return f"Removed on {say_day(record.rows_removed_on)}"
    if end is None:
        return NO_POLICY
    until = end(record.created_on)
    state = "Kept until" if until > on else "Due for removal since"
    return f"{state} {say_day(until)}"

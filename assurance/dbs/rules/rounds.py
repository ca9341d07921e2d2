"""When the next audit of the register is due."""

from datetime import date

from assurance.dbs.rules.statuses import due_on
from assurance.runtime.periods import say_day


def next_audit(last: date | None, months: int | None, day: date) -> tuple[str, bool]:
    """When the next audit of the register is due, in words, and whether it is late on `day`."""
    if months is None:
        return "No interval between audits is recorded in the re-check policy in force", False
    every = "every month" if months == 1 else f"every {months} months"
    if last is None:
        return f"None has been recorded; the policy asks for one {every}", True
    due = due_on(last, months)
    if due < day:
        return f"It was due on {say_day(due)} ({every}) and is late", True
    return f"Due on {say_day(due)} ({every})", False

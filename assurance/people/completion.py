"""An action of any register that one person marks as done and another checks."""

from assurance.records import history, writes
from assurance.records.personal import Personal
from assurance.records.refusals import refuse_if

# The fields of an action that no one has marked as done.
NOT_MARKED = {"finished_on": None, "marked_done_on": None, "marked_done_by": None}


def take_mark_off(action, reason: str) -> tuple:
    """Takes the mark off `action`, which is locked and waits for its check; gives what changed, and
    the `reason`, for history. Refuses an empty reason."""
    refuse_if(None if reason.strip() else "Describe what still has to be done", "reason")
    changes = writes.update(action, NOT_MARKED)
    return *changes, *history.changes({}, {"reason": reason}, {"reason": Personal.MAY})

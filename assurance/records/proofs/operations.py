"""Taking rows into history as they are now, when the program was not what wrote them last."""

from django.db import connection, transaction

from assurance.records import history
from assurance.records.proofs.faults import look_at_rows
from assurance.records.refusals import refuse_if
from assurance.runtime.databases.written import note

NO_REASON = "Say why the rows are right as they are."


@transaction.atomic
def adopt(*, council, because: str, by, on) -> int:
    """Writes the digests of every row of `council` that history has none of, or another, as it is
    now; how many. Refuses without a reason, which stays in history.

    Run once after an upgrade from a program without digests; afterwards only for rows that somebody
    has looked at: what is adopted is named by nothing any more but this entry.
    """
    refuse_if("" if because.strip() else NO_REASON)
    faults = look_at_rows(council, begins=True).faults
    for item in faults:
        note(connection, item.model, [item.key])
    history.record(
        "history.adopt",
        about=council,
        by=by,
        on=on,
        changes=history.impersonal_changes({"rows": len(faults)}),
        reason=because,
    )
    return len(faults)

"""What keeps whoever writes and whoever approves apart in the database itself, on SQLite and on
PostgreSQL: nobody's approval stands who edited the paper in that round, and nobody edits what they
approved in it. The report author's sign-off alone may be by who wrote.

A migration that changes one of the two tables lifts the guard first and places it again
afterwards: SQLite makes a changed table anew, and its triggers go with the old one.
"""

from assurance.records import database

APPROVAL, EDITING = "approvals_approval", "papers_papereditor"
_EDITED = (
    f"NEW.kind <> 'author' AND EXISTS (SELECT 1 FROM {EDITING} WHERE paper_id = NEW.paper_id "
    "AND round = NEW.round AND editor_id = NEW.approver_id)"
)
_APPROVED = (
    f"EXISTS (SELECT 1 FROM {APPROVAL} WHERE paper_id = NEW.paper_id AND round = NEW.round "
    "AND approver_id = NEW.editor_id AND void_on IS NULL AND kind <> 'author')"
)
_OWN = "no one approves text that they edited"
# table → event → (when it is refused, the words of the refusal).
_GUARD = database.RowGuard(
    {
        APPROVAL: {
            "INSERT": (_EDITED, _OWN),
            "UPDATE": (f"NEW.void_on IS NULL AND {_EDITED}", _OWN),
        },
        EDITING: {"INSERT": (_APPROVED, "no one edits text that they approved")},
    }
)
place, lift = _GUARD.place, _GUARD.lift

"""What keeps whoever writes and whoever approves apart in the database itself, on SQLite and on
PostgreSQL: nobody's approval stands who edited the paper in that round, and nobody edits what they
approved in it. The report author's sign-off alone may be by who wrote.

A migration that changes one of the two tables lifts the guard first and places it again
afterwards: SQLite makes a changed table anew, and its triggers go with the old one.
"""

from assurance.records import database
from reports.editions.database_guard import on_postgresql, on_sqlite

APPROVAL, EDITING = "approvals_approval", "papers_papereditor"
_EDITED = (
    f"NEW.kind <> 'author' AND EXISTS (SELECT 1 FROM {EDITING} WHERE paper_id = NEW.paper_id "
    "AND round = NEW.round AND editor_id = NEW.approver_id)"
)
_APPROVED = (
    f"EXISTS (SELECT 1 FROM {APPROVAL} WHERE paper_id = NEW.paper_id AND round = NEW.round "
    "AND approver_id = NEW.editor_id AND void_on IS NULL AND kind <> 'author')"
)
# (table, event, when it is refused, the words of the refusal).
_REFUSED = (
    (APPROVAL, "INSERT", _EDITED, "nobody approves what they edited"),
    (APPROVAL, "UPDATE", f"NEW.void_on IS NULL AND {_EDITED}", "nobody approves what they edited"),
    (EDITING, "INSERT", _APPROVED, "nobody edits what they approved"),
)


def place(connection):
    """Places every guard."""
    database.run(connection, PLACING)


def lift(connection):
    """Takes every guard off again."""
    database.run(connection, LIFTING)


def _each(write, rows=_REFUSED):
    return tuple(statement for row in rows for statement in write(*row))


def _off_sqlite(table, event, _refused, _text):
    yield f"DROP TRIGGER IF EXISTS {table}_no_{event.lower()}"


def _off_postgresql(table, event, _refused, _text):
    yield f"DROP TRIGGER IF EXISTS {table}_no_{event.lower()} ON {table}"
    yield f"DROP FUNCTION IF EXISTS {table}_no_{event.lower()}()"


# Per vendor, what places the guards, what lifts them.
PLACING = {"sqlite": _each(on_sqlite), "postgresql": _each(on_postgresql)}
LIFTING = {"sqlite": _each(_off_sqlite), "postgresql": _each(_off_postgresql)}

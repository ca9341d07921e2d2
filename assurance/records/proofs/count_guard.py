"""The triggers by which the database itself counts the entries of history as they are written, in
a table of its own, on SQLite and on PostgreSQL.

The count goes on by one where the entry follows the one that was counted last, and never back: who
cuts the end of history off, and sets its head back, leaves a count that is too high; entries that
are written afterwards do not follow what was counted. On PostgreSQL the function counts with the
rights of the owner of the tables: the service can read the count and nothing else. Placed by
migrations; a changed trigger needs a new migration.
"""

from assurance.records.database import RowGuard, run
from assurance.records.history_guard import HISTORY

COUNT = "records_historycount"
ONLY_ON = f"{COUNT} only goes on"
_GUARD = RowGuard(
    {
        COUNT: {
            "UPDATE": ("NEW.council <> OLD.council OR NEW.seq <> OLD.seq + 1", ONLY_ON),
            "DELETE": ("1 = 1", ONLY_ON),
        }
    }
)
_INSERT = f"""
    INSERT INTO {COUNT} (council, seq, digest) VALUES (NEW.council, NEW.seq, NEW.digest)
    ON CONFLICT (council) DO UPDATE SET seq = EXCLUDED.seq, digest = EXCLUDED.digest
    WHERE {COUNT}.seq + 1 = EXCLUDED.seq AND {COUNT}.digest = NEW.prev;
"""
_COUNTING = {
    "sqlite": [f"CREATE TRIGGER {HISTORY}_count AFTER INSERT ON {HISTORY} BEGIN {_INSERT} END"],
    "postgresql": [
        f"""
        CREATE OR REPLACE FUNCTION {HISTORY}_count() RETURNS trigger AS $$
        BEGIN {_INSERT} RETURN NULL; END
        $$ LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
        """,
        f"""
        CREATE TRIGGER {HISTORY}_count AFTER INSERT ON {HISTORY}
        FOR EACH ROW EXECUTE FUNCTION {HISTORY}_count()
        """,
    ],
}
_UNCOUNTED = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {HISTORY}_count"],
    "postgresql": [
        f"DROP TRIGGER IF EXISTS {HISTORY}_count ON {HISTORY}",
        f"DROP FUNCTION IF EXISTS {HISTORY}_count()",
    ],
}


def place(connection):
    """Has the database count entries, and refuse to set the count back."""
    run(connection, _COUNTING)
    _GUARD.place(connection)


def lift(connection):
    """Takes the triggers off again."""
    _GUARD.lift(connection)
    run(connection, _UNCOUNTED)

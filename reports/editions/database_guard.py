"""What keeps an edition as it was issued in the database itself, on SQLite and on PostgreSQL.

From its freezing on an edition's words cannot change; from its publication on neither can
anything of it, and it cannot be deleted. Who writes and who approves are kept apart by
`reports.approvals.database_guard`. Placed by migrations; a changed trigger needs a new migration.
"""

from assurance.records import database

EDITION, FILE, PROVENANCE = "editions_edition", "editions_editionfile", "editions_provenance"

_FROZEN_COLUMNS = ("paper_id", "number", "title", "document", "digest", "issued_on", "frozen_at")
_MOVED = " OR ".join(f"NEW.{name} <> OLD.{name}" for name in _FROZEN_COLUMNS)
_PUBLISHED = (
    f"EXISTS (SELECT 1 FROM {EDITION} WHERE id = {{row}}.edition_id AND published_at IS NOT NULL)"
)
# table → event → (when it is refused, the words of the refusal).
_REFUSED = {
    EDITION: {
        "UPDATE": (f"OLD.published_at IS NOT NULL OR {_MOVED}", "an edition cannot change"),
        "DELETE": ("OLD.published_at IS NOT NULL", "an edition cannot be deleted"),
    },
    **{
        table: {
            "INSERT": (_PUBLISHED.format(row="NEW"), "an edition cannot change"),
            "UPDATE": ("1 = 1", "an edition cannot change"),
            "DELETE": (_PUBLISHED.format(row="OLD"), "an edition cannot be deleted"),
        }
        for table in (FILE, PROVENANCE)
    },
}


def place(connection):
    """Places every guard."""
    database.run(connection, PLACING)


def lift(connection):
    """Takes every guard off again."""
    database.run(connection, LIFTING)


def on_sqlite(table, event, refused, text):
    """What refuses `event` on `table` where `refused` holds, with `words`, on SQLite."""
    yield f"""
        CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} WHEN {refused}
        BEGIN SELECT RAISE(ABORT, '{text}'); END
        """


def on_postgresql(table, event, refused, text):
    """The same on PostgreSQL."""
    name = f"{table}_no_{event.lower()}"
    value = "OLD" if event == "DELETE" else "NEW"
    yield f"""
        CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$
        BEGIN
          IF {refused} THEN RAISE EXCEPTION '{text}'; END IF;
          RETURN {value};
        END
        $$ LANGUAGE plpgsql
        """
    yield f"""
        CREATE TRIGGER {name} BEFORE {event} ON {table}
        FOR EACH ROW EXECUTE FUNCTION {name}()
        """


def _each(write):
    for table, events in _REFUSED.items():
        for event, (refused, text) in events.items():
            yield from write(table, event, refused, text)


def _place_on_postgresql():
    yield from _each(on_postgresql)
    yield """
        CREATE OR REPLACE FUNCTION reports_no_truncate() RETURNS trigger AS $$
        BEGIN RAISE EXCEPTION 'an edition cannot be deleted'; END
        $$ LANGUAGE plpgsql
        """
    for table in (EDITION, FILE, PROVENANCE):
        yield f"""
            CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION reports_no_truncate()
            """


def _lift_on_postgresql():
    for table in (EDITION, FILE, PROVENANCE):
        yield f"DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}"
    yield "DROP FUNCTION IF EXISTS reports_no_truncate()"
    for table, events in _REFUSED.items():
        for event in events:
            yield f"DROP TRIGGER IF EXISTS {table}_no_{event.lower()} ON {table}"
            yield f"DROP FUNCTION IF EXISTS {table}_no_{event.lower()}()"


def _lift_on_sqlite():
    for table, events in _REFUSED.items():
        for event in events:
            yield f"DROP TRIGGER IF EXISTS {table}_no_{event.lower()}"


# Per vendor, what places the guards and what lifts them.
PLACING = {"sqlite": tuple(_each(on_sqlite)), "postgresql": tuple(_place_on_postgresql())}
LIFTING = {"sqlite": tuple(_lift_on_sqlite()), "postgresql": tuple(_lift_on_postgresql())}

"""The guard that makes history append-only in the database itself, on SQLite and on PostgreSQL.

Placed by migrations; a changed trigger needs a new migration. Somebody who owns the database can
lift it: that is what the chain and the printed head digests are for.
"""

HISTORY = "records_historyentry"

# Per vendor, what places the guard and what lifts it; `{table}` is the table's name.
PLACING = {
    "sqlite": [
        """
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
        """,
        """
        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
        """,
    ],
    "postgresql": [
        """
        CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger AS $$
        BEGIN RAISE EXCEPTION '{table} is append-only'; END
        $$ LANGUAGE plpgsql
        """,
        """
        CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_refuse()
        """,
        """
        CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()
        """,
    ],
}
LIFTING = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS {table}_no_update",
        "DROP TRIGGER IF EXISTS {table}_no_delete",
    ],
    "postgresql": [
        "DROP TRIGGER IF EXISTS {table}_no_change ON {table}",
        "DROP TRIGGER IF EXISTS {table}_no_truncate ON {table}",
        "DROP FUNCTION IF EXISTS {table}_refuse()",
    ],
}


def place(connection, table=HISTORY):
    """Makes `table` append-only: UPDATE, DELETE and (PostgreSQL) TRUNCATE of it are refused."""
    _run(connection, PLACING, table)


def lift(connection, table=HISTORY):
    """Takes the guard off `table` again."""
    _run(connection, LIFTING, table)


def _run(connection, statements, table):
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement.format(table=table))

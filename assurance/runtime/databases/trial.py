"""A trial: whatever is written within it is read again within it, and no table of the database is
written, so that others may write meanwhile.

The first statement that would write a table makes a temporary one of its name with its rows. Both
databases look there first, for every later statement of the connection, and forget it at the end.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from assurance.runtime.databases.written import Keys

# A name of two parts, as in the statements below, is of a copy already.
WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?(?![\w".])')
# What a table made of another one's words cannot have: the other end is no temporary table.
REFERENCES = re.compile(
    r' REFERENCES "[^"]+" \("[^"]+"\)(?: ON DELETE [A-Z]+(?: [A-Z]+)?)?'
    r"(?: DEFERRABLE INITIALLY DEFERRED)?"
)


@contextmanager
def trial() -> Iterator[None]:
    """Takes back all that is written within; the rows that the transaction around it has written
    stay known."""
    written, connection.written = connection.written, defaultdict(Keys)
    with _without_lock():
        try:
            with transaction.atomic():
                with connection.execute_wrapper(_write_copies):
                    yield
                transaction.set_rollback(True)
        finally:
            connection.written = written


def write_copy(table: str):
    """Within a trial, makes sure that what is written to `table` goes to its copy; for a module
    that writes past Django's cursors."""
    if _write_copies in connection.execute_wrappers and not _IS_COPIED[connection.vendor](table):
        _COPY[connection.vendor](table)


@contextmanager
def _without_lock():
    # SQLite's transactions begin with its one lock; one that only reads must not.
    usual = getattr(connection, "transaction_mode", None)
    connection.transaction_mode = None
    try:
        yield
    finally:
        connection.transaction_mode = usual


def _write_copies(execute, sql, parameters, many, context):
    if match := WRITES.match(sql):
        write_copy(match[1])
    return execute(sql, parameters, many, context)


def _is_copied_by_sqlite(table):
    return bool(_rows("SELECT 1 FROM sqlite_temp_master WHERE name = %s", [table]))


def _is_copied_by_postgresql(table):
    text = "SELECT relpersistence FROM pg_class WHERE oid = to_regclass(%s)"
    return _rows(text, [connection.ops.quote_name(table)]) == [("t",)]


def _copy_of_sqlite(table):
    [(text,)] = _rows("SELECT sql FROM main.sqlite_master WHERE name = %s", [table])
    made = REFERENCES.sub("", text).replace("CREATE TABLE", "CREATE TEMPORARY TABLE", 1)
    name = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(made)
        cursor.execute(f"INSERT INTO temp.{name} SELECT * FROM main.{name}")


def _copy_of_postgresql(table):
    name = connection.ops.quote_name(table)
    [(schema,)] = _rows(
        "SELECT quote_ident(nspname) FROM pg_namespace JOIN pg_class ON relnamespace = "
        "pg_namespace.oid WHERE pg_class.oid = to_regclass(%s)",
        [name],
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE {name} (LIKE {schema}.{name} "
            "INCLUDING DEFAULTS INCLUDING IDENTITY INCLUDING CONSTRAINTS)"
        )
        cursor.execute(f"INSERT INTO pg_temp.{name} SELECT * FROM {schema}.{name}")
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence(%s, 'id'), "
            f"greatest((SELECT max(id) FROM {name}), 0) + 1)",
            [f"pg_temp.{name}"],
        )


def _rows(text, parameters):
    with connection.cursor() as cursor:
        cursor.execute(text, parameters)
        return cursor.fetchall()


_IS_COPIED = {"sqlite": _is_copied_by_sqlite, "postgresql": _is_copied_by_postgresql}
_COPY = {"sqlite": _copy_of_sqlite, "postgresql": _copy_of_postgresql}

"""Rows written by one statement for many, as both databases take them fastest.

Django's own way writes the words of a statement anew for each few hundred rows. Here each value of
a field is made ready once, however many rows have it.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat

from django.db import connection
from django.db.models import Field, Model
from psycopg2.extras import execute_values

from assurance.runtime.databases.written import note

# Rows of one statement of PostgreSQL.
OF_ONE_STATEMENT = 1_000


def insert(model: type[Model], rows: Sequence[Model]):
    """Writes new `rows` of `model`, and gives each its key."""
    if not rows:
        return
    keys = _NEXT_KEYS[connection.vendor](model, len(rows))
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
    columns = [list(map(_reader(field), rows)) for field in fields]
    names = [field.column for field in fields]
    _FILL[connection.vendor](model._meta.db_table, names, zip(*columns, strict=True))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias
    note(connection, model, keys)


def _reader(field: Field) -> Callable:
    """What gives a row's value of `field` as the database takes it."""
    ready = {}
    is_plain = type(field).pre_save is Field.pre_save

    def read(row):
        value = getattr(row, field.attname) if is_plain else field.pre_save(row, True)
        try:
            # 1 and True are one key, and not one value.
            key = (value.__class__, value)
            if key not in ready:
                ready[key] = field.get_db_prep_save(value, connection)
        except TypeError:
            return field.get_db_prep_save(value, connection)
        return ready[key]

    return read


def _keys_of_sqlite(model, number):
    # The transaction has the database to itself from its first row on.
    table, key = map(connection.ops.quote_name, (model._meta.db_table, model._meta.pk.column))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = %s "
            f"UNION ALL SELECT coalesce(max({key}), 0) FROM {table}",
            [model._meta.db_table],
        )
        last = max(row[0] for row in cursor.fetchall())
    return range(last + 1, last + number + 1)


def _keys_of_postgresql(model, number):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [
                connection.ops.quote_name(model._meta.db_table),
                model._meta.pk.column,
                number,
            ],
        )
        return [row[0] for row in cursor.fetchall()]


def _fill_sqlite(table: str, columns: Sequence[str], rows: Iterable):
    marks = ", ".join(repeat("%s", len(columns)))
    with connection.cursor() as cursor:
        cursor.executemany(f"{_into(table, columns)} VALUES ({marks})", rows)


def _fill_postgresql(table: str, columns: Sequence[str], rows: Iterable):
    with connection.cursor() as cursor, connection.wrap_database_errors:
        execute_values(
            cursor.cursor,
            f"{_into(table, columns)} VALUES %s",
            rows,
            page_size=OF_ONE_STATEMENT,
        )


def _into(table, columns):
    quote = connection.ops.quote_name
    return f"INSERT INTO {quote(table)} ({', '.join(map(quote, columns))})"


_NEXT_KEYS = {"sqlite": _keys_of_sqlite, "postgresql": _keys_of_postgresql}
_FILL = {"sqlite": _fill_sqlite, "postgresql": _fill_postgresql}

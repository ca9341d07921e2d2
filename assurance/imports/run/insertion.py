"""Rows written by one statement for many, as both databases take them fastest.

Django's own way writes the words of a statement anew for each few hundred rows. Here each value of
a field is made ready once, however many rows have it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import repeat

from django.db import connection
from django.db.models import JSONField, Model

from assurance.runtime.databases.trial import WRITES, write_copy
from assurance.runtime.databases.written import note
from assurance.runtime.processes.lazy_modules import LazyModule

extras = LazyModule("psycopg2.extras")

# Rows of one statement of PostgreSQL.
OF_ONE_STATEMENT = 1_000


def insert_columns(
    model: type[Model], columns: Mapping[str, Sequence], number: int
) -> Sequence[int]:
    """Writes so many new rows of `model`, field → the value of each, another row as itself or by
    its key, and gives their keys; `NONE`, or no column, gives a field its default."""
    if not number:
        return ()
    keys = _next_keys(model, number)
    fields = _fields(model)
    ready = [
        keys if field.primary_key else _column(field, columns.get(field.name), number)
        for field in fields
    ]
    _fill(model, fields, ready, keys)
    return keys


NONE = object()
# Of these no two values are equal that are not the same.
TOLD_APART = frozenset({str, int, date, type(None)})


def _column(field, values, number):
    """The values of one field as the database takes them; `NONE` is left as it is made."""
    # A new list or dict is as good as the last one; another key or moment is not.
    is_made = field.has_default() and callable(field.default)
    is_made_alike = not is_made or field.default in (dict, list)
    ready = {}

    def prepare(value):
        if value is NONE:
            value = field.get_default()
        return field.get_db_prep_save(getattr(value, "pk", value), connection)

    def read(value):
        # 1 and True are one key, and not one value.
        key = (value.__class__, value)
        if key not in ready:
            ready[key] = prepare(value)
        return ready[key]

    if values is None:
        return [prepare(NONE)] * number if is_made_alike else [prepare(NONE) for _ in range(number)]
    if is_made_alike and not isinstance(field, JSONField):
        if {*map(type, values)} <= TOLD_APART:
            return list(map({value: prepare(value) for value in {*values}}.__getitem__, values))
        return list(map(read, values))
    made = prepare(NONE) if is_made_alike else None
    return [made if value is NONE and is_made_alike else prepare(value) for value in values]


def _fields(model):
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def _next_keys(model, number):
    write_copy(model._meta.db_table)
    return _NEXT_KEYS[connection.vendor](model, number)


def _fill(model, fields, columns, keys):
    names = [field.column for field in fields]
    _FILL[connection.vendor](model._meta.db_table, names, zip(*columns, strict=True))
    note(connection, model, keys)


def execute_each(cursor, statement: str, rows: Sequence[tuple]):
    """Executes one statement for each of `rows`, its values, many of them in one round trip."""
    if connection.vendor == "sqlite":
        cursor.executemany(statement, rows)
        return
    write_copy(WRITES.match(statement)[1])
    with connection.wrap_database_errors:
        extras.execute_batch(cursor.cursor, statement, rows, page_size=OF_ONE_STATEMENT)


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
        keys = [row[0] for row in cursor.fetchall()]
    # Nobody else took one in between, nearly always.
    whole = range(keys[0], keys[-1] + 1)
    return whole if len(whole) == number else keys


def _fill_sqlite(table: str, columns: Sequence[str], rows: Iterable):
    marks = ", ".join(repeat("%s", len(columns)))
    with connection.cursor() as cursor:
        cursor.executemany(f"{_into(table, columns)} VALUES ({marks})", rows)


def _fill_postgresql(table: str, columns: Sequence[str], rows: Iterable):
    with connection.cursor() as cursor, connection.wrap_database_errors:
        extras.execute_values(
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

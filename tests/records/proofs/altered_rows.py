"""What a person who owns the database can do to one row, past the program and its guards."""

from datetime import timedelta

from django.db import DatabaseError, connection, models, transaction

from assurance.records import database
from assurance.records.proofs.rows import proved_columns


def without_guards():
    """Lifts every guard of the database."""
    for guard in database.guards():
        guard.lift(connection)


def alter(row) -> models.Field | None:
    """Changes one field of `row` by SQL alone, the first that no constraint keeps as it is, and
    gives it; None where there was none."""
    return next((field for field in _fields(type(row)) if _altered(row, field)), None)


def _fields(model):
    """The fields of `model` whose values SQL can change: words first, then numbers, days, truths,
    and at last the keys of other rows, which may stay empty."""
    columns = {*proved_columns(model)}
    plain = [
        item
        for item in model._meta.concrete_fields
        if item.attname in columns and not item.is_relation
    ]
    kinds = (
        *(models.CharField, models.TextField, models.IntegerField, models.FloatField),
        *(models.DecimalField, models.DateField, models.BinaryField, models.BooleanField),
        models.JSONField,
    )
    keys = [item for item in model._meta.concrete_fields if item.many_to_one]
    return [*(item for kind in kinds for item in plain if isinstance(item, kind)), *keys]


def _altered(row, field):
    value = getattr(row, field.attname)
    try:
        with transaction.atomic():
            tell(f"SET {quoted(field.column)} = %s", row, [_other(field, value)])
    except DatabaseError:
        return False
    return True


def _other(field, value):
    if isinstance(field, models.CharField | models.TextField):
        return "x" if value != "x" else "y"
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateField):
        return value + timedelta(days=1) if value else "2016-01-18"
    if isinstance(field, models.BinaryField):
        return b"y" if value == b"x" else b"x"
    if isinstance(field, models.JSONField):
        return '{"another": 1}'
    return (value or 0) + 1


def tell(words, row, values=()):
    """Says an UPDATE of one row to the database, past everything."""
    table, key = quoted(row._meta.db_table), quoted(row._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} {words} WHERE {key} = %s", [*values, row.pk])


def remove(row):
    """Deletes one row by SQL alone."""
    table, key = quoted(row._meta.db_table), quoted(row._meta.pk.column)
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {key} = %s", [row.pk])


def quoted(name):
    """A name as the database has it quoted."""
    return connection.ops.quote_name(name)

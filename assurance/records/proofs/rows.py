"""Digests of rows as they are stored, and of all rows of an entry of history together.

A digest is of every stored column of the row but its own key, and of the keys that each of its
many-to-many fields leads to; a model's `unproved_fields` are left out. A model whose rows no
operation writes has a sentence of why in `unproved`, and no digests. Where an entry writes few rows
of a table, those of single values (`field_digests`) are kept after the digest of each row.
"""

import hashlib
import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import DateField, Field, QuerySet, TextField
from django.db.models.functions import Cast

from assurance.records.proofs.field_digests import (
    MOST_ROWS,
    SEPARATOR,
    changed_places,
    field_digests,
)
from assurance.records.proofs.models import WrittenRows
from assurance.runtime.databases.written import Keys

# What one statement takes.
KEYS = 900
# What reading a value raises that no program stores, as somebody who owns the database can.
UNREADABLE = (
    *(ValueError, TypeError, KeyError, AttributeError, ArithmeticError),
    ObjectDoesNotExist,
)
BYTES = 16


def proved_models() -> list[type]:
    """The models whose rows have digests in history, in the order of apps."""
    return [model for model in apps.get_models() if _is_proved(model)]


def proved_columns(model) -> list[str]:
    """The columns that a digest of a row of `model` is of, and then its many-to-many fields."""
    left_out = getattr(model, "unproved_fields", ())
    columns = [
        field.attname
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated and field.name not in left_out
    ]
    return [*columns, *(field.name for field in model._meta.many_to_many)]


def digests_of(model, columns, salts: Mapping, keys: Iterable | None = None) -> dict:
    """Key → digest, in hexadecimal, of the rows of `model` with these keys, or of all that have a
    salt in `salts`, key → salt; a key without a row is left out. A row that cannot be read has an
    empty digest, which is no row's."""
    try:
        return _digests_of(model, columns, salts, keys)
    except UNREADABLE:
        present = {*model._base_manager.order_by().values_list("pk", flat=True)}
        requested = present & {*(salts if keys is None else keys)}
        return {key: _digest_alone(model, columns, salts, key) for key in sorted(requested)}


def _digest_alone(model, columns, salts, key):
    try:
        return _digests_of(model, columns, salts, [key])[key]
    except UNREADABLE:
        return ""


def _digests_of(model, columns, salts, keys):
    if keys is None:
        return _digests(model, columns, salts, model._base_manager.all(), None)
    index, ordered = {}, sorted(keys)
    for first in range(0, len(ordered), KEYS):
        some = ordered[first : first + KEYS]
        index |= _digests(model, columns, salts, rows_of_keys(model, some), some)
    return index


def rows_of_keys(model, keys: Sequence[int], field: str = "pk") -> QuerySet:
    """The rows of `model` with these keys, which are in order, in its `field`; in the order that is
    quickest."""
    rows = model._base_manager.order_by()
    if keys and keys[-1] - keys[0] + 1 == len(keys):
        # One after another, as an import adds them: both ends say as much as all of them.
        return rows.filter(**{f"{field}__gte": keys[0], f"{field}__lte": keys[-1]})
    return rows.filter(**{f"{field}__in": keys})


def as_text(field: Field) -> str | Cast:
    """The column of `field`, or of a date its text, which SQLite keeps and which JSON has too."""
    is_text = connection.vendor == "sqlite" and field.__class__ is DateField
    return Cast(field.attname, TextField()) if is_text else field.attname


def take_written() -> list[WrittenRows]:
    """The digests of all rows that the transaction under way has written since this was last asked
    for, not saved yet: a list of one `WrittenRows` for each table, which names no entry."""
    written, connection.written = connection.written, defaultdict(Keys)
    # By table: a migration writes rows of a model that is not ours, of the same table.
    known = {model._meta.db_table: keys for model, keys in written.items() if keys}
    models = [model for model in apps.get_models() if model._meta.db_table in known]
    return [rows_written(item, known[item._meta.db_table]) for item in models if _is_proved(item)]


def rows_written(model, keys) -> WrittenRows:
    """The digests of the rows of `model` with these keys as they are stored; null without a row."""
    columns, salt = proved_columns(model), secrets.token_hex(16)
    ordered = sorted(keys)
    # Of an import there are hundreds of thousands: some of them at a time become text.
    digests = _digests if len(ordered) > MOST_ROWS else _digests_of_fields
    parts = (
        _as_json(digests, model, columns, salt, ordered[first : first + KEYS])
        for first in range(0, len(ordered), KEYS)
    )
    return WrittenRows(
        table=model._meta.db_table,
        columns=" ".join(columns),
        salt=salt,
        digests=f"{{{','.join(parts)}}}",
    )


def _as_json(digests, model, columns, salt, keys):
    salts = dict.fromkeys(keys, salt)
    index = digests(model, columns, salts, rows_of_keys(model, keys), keys)
    values = json.dumps(dict.fromkeys(keys) | index, separators=(",", ":"))
    return values[1:-1]


def changed_columns(model, key, written: WrittenRows, kept: str) -> list[str]:
    """The columns of a row of `model` whose values have another digest than is `kept` of them by
    what an entry has `written`."""
    columns = written.columns.split()
    try:
        texts = _texts(model, columns, key)
    except UNREADABLE:
        texts = [_text_alone(model, column, key) for column in columns]
    return [columns[place] for place in changed_places(written.salt, texts, kept)]


def _text_alone(model, column, key):
    try:
        return _texts(model, [column], key)[0]
    except UNREADABLE:
        # No value that can be read has this text.
        return ""


def _texts(model, columns, key):
    [(_key, values)] = _stored(model, columns, rows_of_keys(model, [key]), [key])
    return [*map(ENCODE, values)]


def save(written: Iterable[WrittenRows], entry) -> None:
    """Saves what `take_written` gave as rows of the `entry` of history."""
    for item in written:
        item.council, item.seq = entry.council, entry.seq
    WrittenRows.objects.bulk_create(written)


def summary(written: Iterable[WrittenRows]) -> Mapping:
    """What an entry of history has of the rows: table → how many, and SHA-256 in hexadecimal."""
    return {
        # Neither keys nor digests have the sign that stands between the two.
        item.table: {"rows": item.digests.count(":"), "digest": fingerprint(item)}
        for item in written
    }


def fingerprint(written: WrittenRows) -> str:
    """SHA-256, in hexadecimal, of one table's digests."""
    return hashlib.sha256(written.text.encode()).hexdigest()


def _is_proved(model):
    return hasattr(model, "personal") and not getattr(model, "unproved", "")


def _digests(model, columns, salts, rows, keys):
    return {
        key: _digest(salt, values)
        for key, values in _stored(model, columns, rows, keys)
        if (salt := salts.get(key))
    }


def _digests_of_fields(model, columns, salts, rows, keys):
    return {
        key: f"{_digest(salts[key], values)}{SEPARATOR}"
        f"{field_digests(salts[key], [*map(ENCODE, values)])}"
        for key, values in _stored(model, columns, rows, keys)
    }


def _digest(salt, values):
    text = f"{salt}{ENCODE(values)}".encode()
    return hashlib.blake2b(text, digest_size=BYTES).hexdigest()


def _stored(model, columns, rows, keys):
    """(key, values of the columns) of each of the `rows`."""
    several = {field.name: field for field in model._meta.many_to_many}
    fields = {field.attname: field for field in model._meta.concrete_fields}
    names = [as_text(fields[name]) for name in columns if name not in several]
    linked = [_linked(several[name], keys) for name in columns if name in several]
    for key, *values in rows.order_by().values_list("pk", *names).iterator():
        values.extend(sorted(item[key]) for item in linked)
        yield key, values


def _linked(field, keys):
    source, target = field.m2m_column_name(), field.m2m_reverse_name()
    through = field.remote_field.through
    rows = through._base_manager if keys is None else rows_of_keys(through, keys, source)
    index = defaultdict(list)
    for key, other in rows.values_list(source, target):
        index[key].append(other)
    return index


def _text(value):
    if value.__class__ is date:
        return value.isoformat()
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, bytes | bytearray | memoryview):
        return hashlib.sha256(value).hexdigest()
    return str(value)


ENCODE = json.JSONEncoder(default=_text, separators=(",", ":"), ensure_ascii=False).encode

"""The rows that the transaction under way has written, by model, whichever way Django wrote them.

History asks for them when an operation ends (`assurance.records.proofs`). Signals would not do:
Django sends none for rows written in bulk or by an `update` of a queryset. Statements that a module
writes itself, past Django's models, are named by `note`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from django.core.exceptions import EmptyResultSet

# Called with the connection before each commit of an outermost transaction.
BEFORE_COMMIT = []


class Keys:
    """Keys of rows, each once. Those of rows that one statement added follow on each other, and are
    kept as a range: of an import there are hundreds of thousands."""

    def __init__(self):
        self._ranges, self._others = [], set()

    def update(self, keys: Iterable[int]):
        """Takes in more keys."""
        if isinstance(keys, range):
            self._ranges.append(keys)
        else:
            self._others.update(keys)

    def __contains__(self, key):
        return key in self._others or self._is_in_a_range(key)

    def __iter__(self) -> Iterator[int]:
        yield from chain.from_iterable(self._ranges)
        yield from (key for key in self._others if not self._is_in_a_range(key))

    def __len__(self):
        return sum(1 for _ in self)

    def _is_in_a_range(self, key):
        return any(key in some for some in self._ranges)


class RemembersRows:
    """What both connections add to Django's: `written`, model → keys, and `last_entry` of history,
    both of the transaction under way; `writes`, how often it wrote rows or took them back."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.writes = 0
        self.forget_rows()

    def forget_rows(self):
        """Begins with no row written."""
        self.written = defaultdict(Keys)
        self.last_entry = None

    def set_autocommit(self, *arguments, **options):
        """Begins or ends a transaction, as Django does it."""
        self.forget_rows()
        super().set_autocommit(*arguments, **options)

    def commit(self):
        """Commits, as Django does, after what has to be written last."""
        for action in BEFORE_COMMIT:
            action(self)
        super().commit()

    def rollback(self):
        """Takes the transaction back, as Django does."""
        self.writes += 1
        super().rollback()

    def savepoint_rollback(self, sid):
        """Takes back what was written since a savepoint, as Django does."""
        self.writes += 1
        super().savepoint_rollback(sid)


def note(connection, model, keys):
    """Remembers that rows of `model` with these keys were written; of a many-to-many field's own
    table, see `key_column`."""
    connection.writes += 1
    if connection.in_atomic_block:
        connection.written[_owner(model)].update(keys)


def key_column(model):
    """The field whose values say which rows are written with those of `model`: its key, or for the
    table of a many-to-many field the key of the record that has the field."""
    owner = model._meta.auto_created
    if not owner:
        return model._meta.pk
    [field] = [item for item in owner._meta.many_to_many if item.remote_field.through is model]
    return model._meta.get_field(field.m2m_field_name())


def _owner(model):
    return (model._meta.auto_created or model)._meta.concrete_model


class NotesInserted:
    """An INSERT that notes the keys of its rows."""

    def execute_sql(self, returning_fields=None):
        """What Django's does."""
        rows = super().execute_sql(returning_fields)
        model = self.query.get_meta().concrete_model
        field = key_column(model)
        keys = {getattr(item, field.attname) for item in self.query.objs} - {None}
        if returning_fields and field in returning_fields:
            place = list(returning_fields).index(field)
            keys |= {row[place] for row in rows}
        note(self.connection, model, keys)
        return rows


class NotesChanged:
    """An UPDATE or DELETE that has its own rows' keys returned, in the same statement."""

    def execute_sql(self, result_type):
        """How many rows it met; of an UPDATE that meets no row by its terms None, as Django has
        it."""
        # No model of ours has its columns in two tables, which Django updates in two statements.
        if not self.connection.in_atomic_block or getattr(self.query, "related_updates", None):
            self.connection.writes += 1
            return super().execute_sql(result_type)
        try:
            sql, parameters = self.as_sql()
        except EmptyResultSet:
            return None
        if not sql:
            return None
        model = self.query.get_meta().concrete_model
        column = self.connection.ops.quote_name(key_column(model).column)
        with self.connection.cursor() as cursor:
            cursor.execute(f"{sql} RETURNING {column}", parameters)
            keys = [row[0] for row in cursor.fetchall()]
        note(self.connection, model, keys)
        return len(keys)

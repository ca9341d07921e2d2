"""The step of a migration that changes rows: history takes in what it wrote once every migration
has run, but for rows that were not as history had them before. Those stay named by `verify`."""

from collections import defaultdict
from collections.abc import Callable

from django.apps import apps
from django.db import connections, transaction
from django.db.migrations.operations import RunPython

from assurance.records import history
from assurance.records.history import CommandLine
from assurance.records.proofs.faults import council_path, intact_keys
from assurance.runtime.databases.written import note
from assurance.runtime.periods import today

# What entries of history are called that take in what migrations wrote.
MIGRATED = "history.migrate"
BY = CommandLine("migrate")
# Database → table → key → why, of what the migrations of this command wrote.
PENDING = defaultdict(lambda: defaultdict(dict))


class ChangeRows(RunPython):
    """A `RunPython` over the rows of one model, `label` as `app.Model`, with its reason in a
    sentence. Without a `change` every row is taken in again: put it before a step that renames or
    removes a column."""

    def __init__(
        self,
        label: str,
        because: str,
        change: Callable = RunPython.noop,
        reverse: Callable = RunPython.noop,
    ):
        super().__init__(change, reverse)
        self.label, self.because = label, because

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Changes the rows, and remembers which of them history is to take in."""
        self._run(super().database_forwards, app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Changes them back, and remembers likewise."""
        self._run(super().database_backwards, app_label, schema_editor, from_state, to_state)

    def _run(self, action, app_label, schema_editor, from_state, to_state):
        connection = schema_editor.connection
        model = from_state.apps.get_model(self.label)
        intact, before = intact_keys(model), _keys(model)
        action(app_label, schema_editor, from_state, to_state)
        written = _take(connection, model._meta.db_table)
        if self.code is RunPython.noop:
            written = intact
        right = written & intact | written - before
        pending = PENDING[connection.alias][model._meta.db_table]
        pending |= dict.fromkeys(right, self.because)


def take_in_changes(using: str, **_signal) -> None:
    """Writes into the history of each council what migrations wrote of its rows: one entry for
    each reason. Called once all migrations have run."""
    tables = PENDING.pop(using, {})
    council = apps.get_model("accounts", "Council")
    for item in council.objects.using(using).order_by("pk") if tables else ():
        with transaction.atomic(using=using):
            _take_in(item, connections[using], tables)


def _take_in(council, connection, tables):
    by_reason = defaultdict(list)
    for model in (m for m in apps.get_models() if m._meta.db_table in tables):
        reasons = tables[model._meta.db_table]
        path = council_path(model, type(council))
        rows = model._base_manager.filter(**{path or "pk": council.pk})
        for key in rows.filter(pk__in=reasons).values_list("pk", flat=True):
            by_reason[reasons[key]].append((model, key))
    for because, rows in sorted(by_reason.items()):
        for model, key in rows:
            note(connection, model, [key])
        changes = history.impersonal_changes({"rows": len(rows)})
        history.record(MIGRATED, about=council, by=BY, on=today(), changes=changes, reason=because)


def _take(connection, table):
    """The keys of the rows of `table` that the transaction has written; they are remembered no
    longer."""
    keys = set()
    for model in [item for item in connection.written if item._meta.db_table == table]:
        keys |= {*connection.written.pop(model)}
    return keys


def _keys(model):
    return {*model._base_manager.values_list("pk", flat=True)}

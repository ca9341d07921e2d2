"""Database objects that no model describes: guards, indexes and national rows of every app.

An app names them in its AppConfig: `guards` and `indexes` are modules with `place(connection)` and
`lift(connection)`, `national` modules with `load(apps)`. Migrations and tests call the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


@dataclass(frozen=True)
class RowGuard:
    """Triggers that refuse changes of rows, on SQLite and on PostgreSQL: `refused` maps a table to
    its events, each with when it is refused and the words of the refusal. `placing` and `lifting`
    are the statements that PostgreSQL needs besides, after and before its triggers."""

    refused: Mapping[str, Mapping[str, tuple[str, str]]]
    placing: tuple[str, ...] = ()
    lifting: tuple[str, ...] = ()

    def place(self, connection) -> None:
        """Places every trigger."""
        statements = {
            "sqlite": self._each(_on_sqlite),
            "postgresql": (*self._each(_on_postgresql), *self.placing),
        }
        run(connection, statements)

    def lift(self, connection) -> None:
        """Takes every trigger off again."""
        statements = {
            "sqlite": self._each(_off_sqlite),
            "postgresql": (*self.lifting, *self._each(_off_postgresql)),
        }
        run(connection, statements)

    def _each(self, write):
        return tuple(
            statement
            for table, events in self.refused.items()
            for event, (when, message) in events.items()
            for statement in write(table, event, when, message)
        )


def guards():
    """Every guard, in the order of apps."""
    return _named("guards")


def indexes():
    """Every index, in the order of apps."""
    return _named("indexes")


def place_all(connection) -> None:
    """Places every guard and index and loads the national rows, into tables that are empty."""
    for part in (*guards(), *indexes()):
        part.place(connection)
    load_national()


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """True while the database has no table."""
    return not connection.introspection.table_names()


def create_tables(connection: BaseDatabaseWrapper) -> None:
    """Creates in an empty database what all migrations together create, which count as applied: one
    after another they take ten times as long, since each draws the models again.

    There are no rows for them to change. Guards, indexes and national rows are placed by the
    functions that migrations call. In one transaction, so that all of it is there or nothing.
    """
    loader = MigrationLoader(connection)
    recorder = MigrationRecorder(connection)
    with connection.schema_editor() as editor:
        for model in loader.project_state().apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        editor.create_model(recorder.Migration)
        place_all(connection)
        for app, name in loader.graph.nodes:
            recorder.record_applied(app, name)


def load_national() -> None:
    """Loads the national rows of every app."""
    for part in _named("national"):
        part.load(apps)


def run(connection, statements) -> None:
    """Does the statements that `statements`, vendor → statements, holds for the connection's."""
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)


def _named(attribute):
    return [part for config in apps.get_app_configs() for part in getattr(config, attribute, ())]


def _on_sqlite(table, event, when, message):
    yield f"""
        CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} WHEN {when}
        BEGIN SELECT RAISE(ABORT, '{message}'); END
        """


def _on_postgresql(table, event, when, message):
    name = f"{table}_no_{event.lower()}"
    value = "OLD" if event == "DELETE" else "NEW"
    yield f"""
        CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$
        BEGIN
          IF {when} THEN RAISE EXCEPTION '{message}'; END IF;
          RETURN {value};
        END
        $$ LANGUAGE plpgsql
        """
    yield f"""
        CREATE TRIGGER {name} BEFORE {event} ON {table}
        FOR EACH ROW EXECUTE FUNCTION {name}()
        """


def _off_sqlite(table, event, _when, _message):
    yield f"DROP TRIGGER IF EXISTS {table}_no_{event.lower()}"


def _off_postgresql(table, event, _when, _message):
    yield f"DROP TRIGGER IF EXISTS {table}_no_{event.lower()} ON {table}"
    yield f"DROP FUNCTION IF EXISTS {table}_no_{event.lower()}()"

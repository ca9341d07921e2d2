"""The migration that makes an app's first tables: without drawing every model anew for each, and
with what is large in the last columns."""

from itertools import groupby

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState

# Documents and files, which take many pages of a database.
LARGE = (models.JSONField, models.BinaryField)


class FirstMigration(migrations.Migration):
    """Creates tables that follow one another from one drawing of the models.

    Django draws each model that a new one leads to again, table by table: on an empty database
    that was nine tenths of `migrate`.

    SQLite reads a row from its start: a date that comes after a document of a hundred kilobytes
    costs the whole document, in every list that leaves the document out.
    """

    initial = True

    def __init__(self, name: str, app_label: str):
        super().__init__(name, app_label)
        self.operations = [_large_last(operation) for operation in self.operations]

    def apply(
        self,
        project_state: ProjectState,
        schema_editor: BaseDatabaseSchemaEditor,
        collect_sql: bool = False,
    ) -> ProjectState:
        """The state after this migration, once its tables are there; `collect_sql` as Django's."""
        if collect_sql or not schema_editor.atomic_migration:
            return super().apply(project_state, schema_editor, collect_sql)
        for are_tables, operations in groupby(self.operations, _creates_a_table):
            run = tuple(operations)
            if are_tables:
                self._create_tables(run, project_state, schema_editor)
                continue
            for operation in run:
                before = project_state.clone()
                operation.state_forwards(self.app_label, project_state)
                operation.database_forwards(self.app_label, schema_editor, before, project_state)
        return project_state

    def _create_tables(self, run, project_state, schema_editor):
        before = project_state.clone()
        # What was drawn goes, so that the models are drawn once: when the first table is made.
        project_state.__dict__.pop("apps", None)
        for operation in run:
            operation.state_forwards(self.app_label, project_state)
        for operation in run:
            operation.database_forwards(self.app_label, schema_editor, before, project_state)


def _creates_a_table(operation):
    return isinstance(operation, migrations.CreateModel)


def _large_last(operation):
    """The operation; one that creates a table, with its large columns after all others."""
    if not _creates_a_table(operation):
        return operation
    _name, _arguments, values = operation.deconstruct()
    fields = sorted(values.pop("fields"), key=lambda pair: isinstance(pair[1], LARGE))
    return type(operation)(fields=fields, **values)

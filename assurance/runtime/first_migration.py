"""The migration that makes an app's first tables, without drawing every model anew for each."""

from itertools import groupby

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class FirstMigration(migrations.Migration):
    """Creates tables that follow one another from one drawing of the models.

    Django draws each model that a new one leads to again, table by table: on an empty database
    that was nine tenths of `migrate`.
    """

    initial = True

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

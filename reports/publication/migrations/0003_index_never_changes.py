"""The database itself refuses to change the index of published editions, their fronts and headlines."""

from django.db import migrations

from reports.publication import database_guard


def place(apps, schema_editor):
    database_guard.place(schema_editor.connection)
    database_guard.FRONTS.place(schema_editor.connection)
    database_guard.HEADLINES.place(schema_editor.connection)


def lift(apps, schema_editor):
    database_guard.HEADLINES.lift(schema_editor.connection)
    database_guard.FRONTS.lift(schema_editor.connection)
    database_guard.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publication", "0002_search_index")]
    operations = [migrations.RunPython(place, lift)]

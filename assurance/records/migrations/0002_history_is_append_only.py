"""The database itself refuses to change or delete a history entry."""

from django.db import migrations

from assurance.records import history_guard


def place(apps, schema_editor):
    history_guard.place(schema_editor.connection)


def lift(apps, schema_editor):
    history_guard.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(place, lift)]

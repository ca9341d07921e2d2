"""The database itself refuses to change a published edition."""

from django.db import migrations

from reports.editions import database_guard


def place(apps, schema_editor):
    database_guard.place(schema_editor.connection)


def lift(apps, schema_editor):
    database_guard.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]
    operations = [migrations.RunPython(place, lift)]

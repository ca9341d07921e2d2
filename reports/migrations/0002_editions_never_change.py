"""The database itself refuses to change a published edition, and an editor's approval."""

from django.db import migrations

from reports import edition_guard


def place(apps, schema_editor):
    edition_guard.place(schema_editor.connection)


def lift(apps, schema_editor):
    edition_guard.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [migrations.RunPython(place, lift)]

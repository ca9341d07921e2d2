"""The database itself refuses to change or delete a history entry."""

from django.db import migrations

from assurance import history_guard

TABLE = "assurance_historyentry"


def place(apps, schema_editor):
    history_guard.place(schema_editor.connection, TABLE)


def lift(apps, schema_editor):
    history_guard.lift(schema_editor.connection, TABLE)


class Migration(migrations.Migration):
    dependencies = [("assurance", "0001_initial")]
    operations = [migrations.RunPython(place, lift)]

"""The database itself keeps who writes and who approves apart."""

from django.db import migrations

from reports.approvals import database_guard


def place(apps, schema_editor):
    database_guard.place(schema_editor.connection)


def lift(apps, schema_editor):
    database_guard.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("approvals", "0001_initial"), ("papers", "0001_initial")]
    operations = [migrations.RunPython(place, lift)]

"""The full-text index of published passages."""

from django.db import migrations

from reports.publication.search import index


def place(apps, schema_editor):
    index.place(schema_editor.connection)


def lift(apps, schema_editor):
    index.lift(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial")]
    operations = [migrations.RunPython(place, lift)]

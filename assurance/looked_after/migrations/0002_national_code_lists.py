"""The national code lists, placement groups and age bands."""

from django.db import migrations

from assurance.looked_after import national


def load(apps, schema_editor):
    national.load(apps)


def unload(apps, schema_editor):
    national.unload(apps)


class Migration(migrations.Migration):
    dependencies = [("looked_after", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]

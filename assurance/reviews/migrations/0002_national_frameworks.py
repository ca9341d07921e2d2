"""The national frameworks of inspections and reviews."""

from django.db import migrations

from assurance.reviews import national


def load(apps, schema_editor):
    national.load(apps)


def unload(apps, schema_editor):
    national.unload(apps)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]

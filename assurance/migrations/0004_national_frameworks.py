"""The frameworks by which councils were inspected and reviewed, each in force for a time."""

import json
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parents[2] / "fixtures" / "national" / "frameworks.json"


def load(apps, schema_editor):
    """Adds the national frameworks."""
    framework = apps.get_model("assurance", "Framework")
    national = json.loads(FILE.read_text(encoding="utf-8"))
    framework.objects.bulk_create(framework(**row) for row in national["frameworks"])


def unload(apps, schema_editor):
    """Takes them away again; refused by the database while a review names one."""
    apps.get_model("assurance", "Framework").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("assurance", "0003_national_code_lists")]

    operations = [migrations.RunPython(load, unload)]

"""The code lists, placement groups and age bands that statutory returns are read by."""

import json
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parents[2] / "fixtures" / "national" / "looked-after-code-lists.json"


def load(apps, schema_editor):
    """Adds the national rows; a council's own stand beside them."""
    national = json.loads(FILE.read_text(encoding="utf-8"))
    code, group, band = _models(apps)
    code.objects.bulk_create(
        code(list=name, **row) for name, rows in national["codes"].items() for row in rows
    )
    group.objects.bulk_create(group(council=None, **row) for row in national["placement_groups"])
    band.objects.bulk_create(band(council=None, **row) for row in national["age_bands"])


def unload(apps, schema_editor):
    """Takes the national rows away again."""
    code, group, band = _models(apps)
    code.objects.all().delete()
    group.objects.filter(council__isnull=True).delete()
    band.objects.filter(council__isnull=True).delete()


def _models(apps):
    names = ("Code", "PlacementGroup", "AgeBand")
    return [apps.get_model("assurance", name) for name in names]


class Migration(migrations.Migration):
    dependencies = [("assurance", "0002_history_is_append_only")]

    operations = [migrations.RunPython(load, unload)]

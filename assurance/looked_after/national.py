"""The code lists, placement groups and age bands that statutory returns are read by."""

import json
from pathlib import Path

FILE = Path(__file__).parents[2] / "fixtures" / "national" / "looked-after-code-lists.json"


def load(apps) -> None:
    """Adds the national rows; a council's own are kept as well."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    code, group, band = _models(apps)
    code.objects.bulk_create(
        code(list=name, **row) for name, codes in rows["codes"].items() for row in codes
    )
    group.objects.bulk_create(group(council=None, **row) for row in rows["placement_groups"])
    band.objects.bulk_create(band(council=None, **row) for row in rows["age_bands"])


def unload(apps) -> None:
    """Takes the national rows away again."""
    code, group, band = _models(apps)
    code.objects.all().delete()
    group.objects.filter(council__isnull=True).delete()
    band.objects.filter(council__isnull=True).delete()


def _models(apps):
    names = ("Code", "PlacementGroup", "AgeBand")
    return [apps.get_model("looked_after", name) for name in names]

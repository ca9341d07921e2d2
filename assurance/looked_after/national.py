"""The code lists, placement groups and age bands that statutory returns are read by."""

import json
from pathlib import Path

FILE = Path(__file__).parents[2] / "fixtures" / "national" / "looked-after-code-lists.json"


def rows(apps) -> dict[type, list]:
    """Model → the national rows as they come with the program, not saved."""
    lists = json.loads(FILE.read_text(encoding="utf-8"))
    code, group, band = _models(apps)
    return {
        code: [code(list=name, **row) for name, codes in lists["codes"].items() for row in codes],
        group: [group(council=None, **row) for row in lists["placement_groups"]],
        band: [band(council=None, **row) for row in lists["age_bands"]],
    }


def load(apps) -> None:
    """Adds the national rows; a council's own are kept as well."""
    for model, some in rows(apps).items():
        model.objects.bulk_create(some)


def unload(apps) -> None:
    """Takes the national rows away again."""
    code, group, band = _models(apps)
    code.objects.all().delete()
    group.objects.filter(council__isnull=True).delete()
    band.objects.filter(council__isnull=True).delete()


def _models(apps):
    names = ("Code", "PlacementGroup", "AgeBand")
    return [apps.get_model("looked_after", name) for name in names]

"""The frameworks by which councils were inspected and reviewed, each in force for a time."""

import json
from pathlib import Path

FILE = Path(__file__).parents[2] / "fixtures" / "national" / "frameworks.json"


def load(apps) -> None:
    """Adds the national frameworks."""
    framework = apps.get_model("reviews", "Framework")
    rows = json.loads(FILE.read_text(encoding="utf-8"))["frameworks"]
    framework.objects.bulk_create(framework(**row) for row in rows)


def unload(apps) -> None:
    """Takes them away again; refused by the database while a review names one."""
    apps.get_model("reviews", "Framework").objects.all().delete()

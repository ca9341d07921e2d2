"""The frameworks by which councils were inspected and reviewed, each in force for a time."""

import json
from pathlib import Path

FILE = Path(__file__).parents[2] / "fixtures" / "national" / "frameworks.json"


def rows(apps) -> dict[type, list]:
    """Model → the national frameworks as they come with the program, not saved."""
    framework = apps.get_model("reviews", "Framework")
    listed = json.loads(FILE.read_text(encoding="utf-8"))["frameworks"]
    return {framework: [framework(**row) for row in listed]}


def load(apps) -> None:
    """Adds the national frameworks."""
    for model, some in rows(apps).items():
        model.objects.bulk_create(some)


def unload(apps) -> None:
    """Takes them away again; refused by the database while a review names one."""
    apps.get_model("reviews", "Framework").objects.all().delete()

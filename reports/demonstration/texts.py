"""The words and numbers of the demonstration as they stand in its files."""

import json
from datetime import date

from django.conf import settings

FIXTURES = settings.BASE_DIR / "fixtures"
TEMPLATES = ("york-2016", "york-2017", "york-2020", "worcestershire-2016")


def read(name: str):
    """What the demonstration's file of that name says."""
    return _json("demonstration", name)


def picture(name: str) -> bytes:
    """The picture of that name."""
    return (FIXTURES / "demonstration" / name).read_bytes()


def paper(slug: str) -> dict:
    """The paper file of that slug."""
    return _json("papers", slug)


def templates() -> list[dict]:
    """The report templates that are shipped."""
    return [_json("templates", slug) for slug in TEMPLATES]


def glossary() -> list[dict]:
    """The abbreviations of the council."""
    return json.loads((FIXTURES / "glossary.json").read_text(encoding="utf-8"))


def dated(fields: dict) -> dict:
    """The fields of a record with the dates among them, which end in `_on` or `_date`, as dates."""
    return {
        name: date.fromisoformat(value)
        if value and (name.endswith(("_on", "_date")) or name == "date")
        else value
        for name, value in fields.items()
    }


def _json(folder, name):
    return json.loads((FIXTURES / folder / f"{name}.json").read_text(encoding="utf-8"))

"""The report templates that are shipped as examples to start from."""

import json
from functools import cache

from django.conf import settings

SHIPPED = settings.BASE_DIR / "fixtures" / "templates"


@cache
def shipped() -> dict[str, dict]:
    """Name → data of each shipped template, by title."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in SHIPPED.glob("*.json")]
    return {row["slug"]: row for row in sorted(rows, key=lambda row: row["title"])}

"""Tables and what was found in them as packed bytes, for the time between check and Import."""

import json
import zlib
from datetime import date

from assurance.tables.table import Row, Table

# Cells repeat: the quickest packing takes them to about a tenth, and a better one little further.
QUICK = 1


def packed(values) -> bytes:
    """Anything that JSON holds, and days, as bytes."""
    text = json.dumps(values, default=_day, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), QUICK)


def unpacked(content):
    """What `packed` was given; a tuple comes back as a list."""
    text = zlib.decompress(bytes(content)).decode("utf-8", "surrogatepass")
    return json.loads(text, object_hook=_known)


def as_told(table: Table) -> dict:
    """A table as `packed` takes it."""
    return {
        "name": table.name,
        "sha256": table.sha256,
        "sheet": table.sheet,
        "headings": table.headings,
        "dropped": table.dropped,
        "notices": table.notices,
        "spoiled": table.spoiled,
        "rows": [[row.number, *row.cells] for row in table.rows],
    }


def as_table(values: dict) -> Table:
    """The table that `as_told` told of."""
    several = {name: tuple(values[name]) for name in ("headings", "dropped", "notices")}
    spoiled = tuple((number, why) for number, why in values["spoiled"])
    rows = tuple(Row(number, tuple(cells)) for number, *cells in values["rows"])
    return Table(**{**values, **several, "spoiled": spoiled, "rows": rows})


def _day(value):
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(f"{value.__class__} is no cell")


def _known(values):
    return date.fromisoformat(values["day"]) if values.keys() == {"day"} else values

"""Writes the table of errors for readers: `python -m tests.checks.seeds.table` puts it in docs."""

from pathlib import Path

from tests.checks.seeds.item import Item
from tests.checks.seeds.items import ITEMS

PLACE = Path("docs/errors-found.md")
_HEAD = """# Errors that real papers had, and what finds them

Written by `python -m tests.checks.seeds.table` from the table of the tests; a change here would be
lost. The papers stand in `fixtures/papers/seeds`, each once with these errors and once corrected;
the tests find each error at its place, and nothing above advice in what is corrected.

| no. | what a reader must be told | rule | found in | waits for |
| --- | --- | --- | --- | --- |
"""


def table() -> str:
    """The document, a row for each item."""
    return _HEAD + "".join(f"{_row(item)}\n" for item in ITEMS)


def _row(item: Item):
    rules = dict.fromkeys(place.rule for place in item.places)
    found = dict.fromkeys(f"{one.paper}, `{one.where}`" for one in (*item.places, *item.kept))
    cells = (
        item.number,
        item.asks,
        ", ".join(f"`{rule}`" for rule in rules) or _quietly(item),
        "; ".join(found) or "—",
        item.waits or "—",
    )
    return f"| {' | '.join(cells)} |"


def _quietly(item):
    if item.kept:
        return "commitments are proposed"
    return "right as printed: raises nothing" if item.quiet else "—"


if __name__ == "__main__":
    PLACE.write_text(table(), encoding="utf-8")

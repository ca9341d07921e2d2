"""Lists of records that are late or owed, proposed to the report that follows another."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from assurance.figures.quotable import LISTS
from reports.papers.models.papers import Paper
from reports.papers.rules.subjects import SUBJECTS
from reports.verdicts.paper.mentions import mentions_of


def list_choices(before: Paper, day: date) -> list[tuple[str, str]]:
    """(name, words) of each list of what is late or owed on `day` that `before` does not print."""
    blocks = before.blocks.filter(removed_on__isnull=True).only("text", "data")
    rows = mentions_of(before.council, blocks, day)
    return [(row.list, f"{row.title}: {len(row.left_out)}") for row in rows if row.left_out]


def with_lists(carried: Sequence[Mapping], lists: Collection[str]) -> list[Mapping]:
    """The blocks of a new report with those of `lists`, each after the last one of its subject. A
    report without any has no part to place them in, and keeps none."""
    blocks = list(carried)
    for name in lists if blocks else ():
        place = _place_of(name, blocks)
        block = _block_of(name, {row["slug"] for row in blocks}, blocks[place])
        blocks.insert(place + 1, block)
    return blocks


def _place_of(name, blocks):
    """The number of the last block about the subject of a list; else of the last of the report's
    longest part."""
    subject = next((row for row in SUBJECTS if name in row.records), None)
    about = [place for place, row in enumerate(blocks) if subject and _is_about(row, subject)]
    if about:
        return about[-1]
    parts = [row["part"] for row in blocks]
    longest = max(parts, key=parts.count)
    return len(parts) - 1 - parts[::-1].index(longest)


def _is_about(block, subject):
    """True for a block that prints a list or quotes a figure or a record of the subject."""
    if block["kind"] not in ("paragraph", "table", "records", "chart"):
        return False
    if block["data"].get("records", {}).get("what") in subject.records:
        return True
    text = f"{block['text']} {block['data']}"
    quoted = (*subject.families, *(f"record:{name}/" for name in subject.records))
    return any(f"[[{name}" in text or f"'quote': '{name}" in text for name in quoted)


def _block_of(name, used, beside):
    slug = name.replace("_", "-")
    slugs = (slug, *(f"{slug}-{number}" for number in range(2, len(used) + 3)))
    kind = LISTS[name]
    return {
        "slug": next(item for item in slugs if item not in used),
        "part": beside["part"],
        "parent": beside.get("parent", ""),
        "kind": "records",
        "heading": "",
        "text": "",
        "data": {
            "caption": kind.title,
            "records": {"what": name, "columns": kind.first_columns},
        },
    }

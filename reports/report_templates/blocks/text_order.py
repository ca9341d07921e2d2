"""Standing texts of a template added, changed and moved: each gives new data and leaves the old as
they were."""

from collections.abc import Mapping

from reports.editor.outline import WRITTEN
from reports.language import template as templates
from reports.language.grammar import TOKEN
from reports.language.labels import name_for
from reports.language.standing_blocks import ASKED_OF_OTHERS
from reports.language.template import ASKING
from reports.papers import lifecycle
from reports.papers.rules import block_order
from reports.papers.rules.block_order import BlockPlace, Spot

UP, DOWN = "up", "down"
# What the name of a text of a template begins with.
STANDING = "standing"
MOVES = (UP, DOWN)
GONE = "Another person has removed that place: choose another."
_OF_A_TEXT = ("heading", "text", "data")


def part_of_block(spec: Mapping, slug: str) -> dict | None:
    """The part in which the standing text `slug` stands, or None."""
    rows = ((part, row["slug"]) for part in spec["parts"] for row in part.get("blocks", ()))
    return next((part for part, name in rows if name == slug), None)


def kinds_for(part: Mapping) -> tuple[str, ...]:
    """The kinds of standing texts that can be written into a part here."""
    if part["kind"] in ASKING:
        return ("recommendation",)
    if part["kind"] not in ASKED_OF_OTHERS:
        return ()
    return ("paragraph", *(("section",) if part["kind"] == "sections" else ()), *WRITTEN)


def sections_in(part: Mapping) -> list[tuple[str, str]]:
    """(name, heading) of the standing sections of a part, in order."""
    rows = part.get("blocks", ())
    return [(row["slug"], row.get("heading", "")) for row in rows if row["kind"] == "section"]


def with_new(spec: Mapping, part: str, kind: str, fields: Mapping, parent: str = "") -> dict:
    """The template with a new standing text at the end of `part`, or of the section `parent`."""
    used = {row["slug"] for item in spec["parts"] for row in item.get("blocks", ())}
    # What a report was given by other hands rarely has a name that begins so.
    caption = fields.get("data", {}).get("caption", "")
    opening = fields.get("heading") or fields.get("text") or TOKEN.sub("", caption)
    own = {"kind": "table" if kind == "cells" else kind, "parent": parent, **fields}
    row = {"slug": name_for(f"{STANDING} {opening}", STANDING, used), **own}
    return _with_rows(spec, part, lambda rows: [*rows, _without_nothing(row)])


def with_text(spec: Mapping, slug: str, fields: Mapping) -> dict:
    """The template with other words and days in the standing text `slug`."""
    names = (*_OF_A_TEXT, "from_date", "to_date")

    def changed(row):
        rest = {name: value for name, value in row.items() if name not in names}
        return _without_nothing({**rest, **fields})

    part = part_of_block(spec, slug)["slug"]
    return _with_rows(
        spec, part, lambda rows: [changed(row) if row["slug"] == slug else row for row in rows]
    )


def with_moved(spec: Mapping, slug: str, move: str) -> dict:
    """The template with the standing text `slug`, and all that stands in it, before or behind the
    one beside it."""
    part = part_of_block(spec, slug)["slug"]

    def moved(rows):
        row = next(item for item in rows if item["slug"] == slug)
        siblings = [item for item in rows if _parent(item, rows) == _parent(row, rows)]
        place = siblings.index(row)
        target = place + {UP: -1, DOWN: 1}[move]
        if not 0 <= target < len(siblings):
            return rows
        other = siblings[target]
        swapped = {slug: other, other["slug"]: row}
        return [swapped.get(item["slug"], item) for item in rows]

    return _with_rows(spec, part, moved)


def placed_rows(spec: Mapping) -> list[BlockPlace]:
    """Every standing text of a template with its part and what it stands in, in nested order."""
    return [
        BlockPlace(row["slug"], part["slug"], _parent(row, rows))
        for part in spec["parts"]
        for rows in [part.get("blocks", ())]
        for row, *_place in nested(rows)
    ]


def why_not_spot(spec: Mapping, slug: str, spot: Spot) -> str:
    """Why the standing text `slug` cannot stand at `spot`, or nothing."""
    rows = placed_rows(spec)
    known = {row["slug"]: row for part in spec["parts"] for row in part.get("blocks", ())}
    if {spot.parent, spot.after} - {"", *known}:
        return GONE
    part = templates.read(spec).part(spot.part)
    within = spot.parent and (known[spot.parent]["kind"], part_of_block(spec, spot.parent)["slug"])
    refused = (
        lifecycle.why_not_place(known[item]["kind"], part, within if item == slug else None)
        for item in block_order.inside(rows, slug)
    )
    return block_order.why_not_spot(rows, slug, spot) or next(filter(None, refused), "")


def with_placed(spec: Mapping, slug: str, spot: Spot) -> dict:
    """The template with the standing text `slug`, and all that stands in it, at `spot`."""
    rows = placed_rows(spec)
    moving = block_order.inside(rows, slug)
    parts = {row.slug: spot.part if row.slug in moving else row.part for row in rows}
    texts = {row["slug"]: row for part in spec["parts"] for row in part.get("blocks", ())}
    texts[slug] = _without_nothing({**texts[slug], "parent": spot.parent})
    order = block_order.with_block(rows, slug, spot)
    made = {
        part["slug"]: [texts[name] for name in order if parts[name] == part["slug"]]
        for part in spec["parts"]
    }
    return {
        **spec,
        "parts": [
            {**part, "blocks": made[part["slug"]]}
            if "blocks" in part or made[part["slug"]]
            else part
            for part in spec["parts"]
        ],
    }


def nested(rows) -> list[tuple[dict, int, bool, bool]]:
    """Each standing text of a part behind what it stands in: (itself, how deep, whether it is the
    first, the last of those beside it)."""
    inner = {}
    for row in rows:
        inner.setdefault(_parent(row, rows), []).append(row)

    def below(parent, depth):
        siblings = inner.get(parent, ())
        for place, row in enumerate(siblings):
            yield row, depth, place == 0, place == len(siblings) - 1
            yield from below(row["slug"], depth + 1)

    return list(below("", 0))


def _with_rows(spec, part, changed):
    """The template with the standing texts of `part` as `changed` gives them, in nested order."""
    parts = [
        {**item, "blocks": [row for row, *_ in nested(changed(list(item.get("blocks", ()))))]}
        if item["slug"] == part
        else item
        for item in spec["parts"]
    ]
    return {**spec, "parts": parts}


def _parent(row, rows):
    """The name of what a text stands in; empty where that is not there."""
    parent = row.get("parent", "")
    return parent if any(item["slug"] == parent for item in rows) else ""


def _without_nothing(row):
    return {name: value for name, value in row.items() if value or name in ("slug", "kind")}

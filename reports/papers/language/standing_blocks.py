"""What a new report has to begin with: blocks that stand in the parts of its template.

A standing block has the `slug`, `kind`, `heading`, `text`, `data` and `parent` of a block in a
paper file, and `from_date` and `to_date` (days as text, both included) where it is for a time.
"""

from collections.abc import Collection, Mapping
from datetime import date

from reports.papers.language import structure
from reports.papers.language.shapes import (
    Entry,
    a_list,
    an_object,
    any_text,
    day,
    maybe,
    one_of,
    slug,
)
from reports.papers.language.template import WRITTEN, Part, Template

# The named days that every report is asked for when it is begun.
AT_START = ("position", "comparison")
KINDS = (
    *("section", "heading", "paragraph", "list", "table", "chart", "headlines", "records"),
    "recommendation",
)
_TEXTS = ("slug", "kind", "heading", "text", "parent")
_BLOCKS = a_list(
    an_object(
        {
            "slug": Entry(slug),
            "kind": Entry(one_of(KINDS, "kind of standing text")),
            "heading": maybe(any_text),
            "text": maybe(any_text),
            "parent": maybe(any_text),
            "data": maybe(an_object({}, strict=False)),
            "from_date": maybe(day),
            "to_date": maybe(day),
        }
    )
)


def fault_of(template: Template) -> str:
    """The first thing that is wrong with the standing blocks of `template`, or nothing."""
    rows = []
    for part in template.parts:
        if wrong := _fault_of_part(part):
            return f"Part “{part.title or part.slug}”: {wrong}"
        rows += [_placed(row, part) for row in part.blocks]
    names = {*template.dates, *AT_START}
    problems = structure.problems(rows, names, template)
    return f"{problems[0].place}: {problems[0].sentence}" if problems else ""


def _fault_of_part(part):
    problem = next(iter(_BLOCKS(list(part.blocks), "standing text")), None)
    if problem:
        return problem.sentence
    if part.blocks and part.kind not in WRITTEN:
        return "It fills itself and holds no standing text."
    backwards = any(
        row.get("from_date") and row.get("to_date") and row["to_date"] < row["from_date"]
        for row in part.blocks
    )
    return "A standing text must end on or after the day it starts." if backwards else ""


def blocks_for(template: Template, on: date, but: Collection[str] = ()) -> list[dict]:
    """The standing blocks of `template` on the day `on`, as a report is given them; without those
    whose slugs are in `but`. What is in a section that is not there stands by itself."""
    made = []
    for part in template.parts:
        current = [row for row in part.blocks if _is_current(row, on) and row["slug"] not in but]
        slugs = {row["slug"] for row in current}
        for row in current:
            parent = row.get("parent", "")
            made.append({**_placed(row, part), "parent": parent if parent in slugs else ""})
    return made


def slugs_of(template: Template) -> set[str]:
    """The slugs of all its standing blocks, whenever they are for."""
    return {row["slug"] for part in template.parts for row in part.blocks}


def _placed(row: Mapping, part: Part) -> dict:
    texts = {name: row.get(name, "") for name in _TEXTS}
    return {**texts, "part": part.slug, "data": dict(row.get("data", {}))}


def _is_current(row, on):
    first, last = row.get("from_date"), row.get("to_date")
    return (not first or first <= on.isoformat()) and (not last or on.isoformat() <= last)

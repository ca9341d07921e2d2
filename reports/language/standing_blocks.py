"""What a new report has to begin with: blocks that stand in the parts of its template.

A standing block has the `slug`, `kind`, `heading`, `text`, `data` and `parent` of a block in a
paper file, and `from_date` and `to_date` (days as text, both included) where it is for a time.
A part and a standing section may have a `writer`: the `name` of the post that is asked to write it,
a `question`, and how many working `days` before the texts are due. Who that is stands beside the
template, not in it (`reports.papers.models.part_writers`).
"""

from collections.abc import Collection, Mapping
from datetime import date

from reports.language import structure
from reports.language.grammar import Problem
from reports.language.shapes import (
    Entry,
    a_list,
    an_object,
    any_text,
    day,
    maybe,
    one_of,
    slug,
)
from reports.language.template import ASKING, WITH_ANNEXES, WRITTEN, Part, Template

# The named days that every report is asked for when it is begun.
AT_START = ("position", "comparison")
KINDS = (
    *("section", "heading", "paragraph", "list", "table", "chart", "headlines", "records"),
    "recommendation",
)
PART, BLOCK = "part", "block"
ASKED_OF_OTHERS = tuple(kind for kind in WRITTEN if kind not in (*ASKING, *WITH_ANNEXES))
LONGEST_NAME, LONGEST_QUESTION, MOST_DAYS = 100, 2000, 30
NO_WRITER = "No one can be asked to write it: only a part or section of text has a writer."


def _name(value, place):
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_NAME:
        yield Problem(f"The writer needs a name of 1 to {LONGEST_NAME} letters.", place)


def _question(value, place):
    if not isinstance(value, str) or len(value) > LONGEST_QUESTION:
        yield Problem(f"A question of at most {LONGEST_QUESTION} letters is wanted here.", place)


def _days(value, place):
    if type(value) is not int or not 0 <= value <= MOST_DAYS:
        yield Problem(f"A whole number of days from 0 to {MOST_DAYS} is wanted here.", place)


_WRITER = an_object({"name": Entry(_name), "question": maybe(_question), "days": maybe(_days)})
_TEXTS = ("slug", "kind", "heading", "text", "parent")
_BLOCKS = a_list(
    an_object(
        {
            "slug": Entry(slug),
            "kind": Entry(one_of(KINDS, "kind of template text")),
            "heading": maybe(any_text),
            "text": maybe(any_text),
            "parent": maybe(any_text),
            "data": maybe(an_object({}, strict=False)),
            "from_date": maybe(day),
            "to_date": maybe(day),
            "writer": maybe(_WRITER),
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
    wrong = _WRITER(part.writer, "writer") if part.writer else ()
    problem = next(iter((*_BLOCKS(list(part.blocks), "template text"), *wrong)), None)
    if problem:
        return problem.sentence
    if part.writer and part.kind not in ASKED_OF_OTHERS:
        return NO_WRITER
    if any(row.get("writer") and row["kind"] != "section" for row in part.blocks):
        return NO_WRITER
    if part.blocks and part.kind not in WRITTEN:
        return "It fills itself and has no text of the template."
    backwards = any(
        row.get("from_date") and row.get("to_date") and row["to_date"] < row["from_date"]
        for row in part.blocks
    )
    return (
        "The end date of a template text must be on or after its start date." if backwards else ""
    )


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


def writers_in(template: Template) -> dict[str, Mapping]:
    """The place (`part:body`, or `block:` and a standing section) → its writer, in print order."""
    writers = {}
    for part in template.parts:
        rows = [(f"{PART}:{part.slug}", part.writer)]
        rows += [(f"{BLOCK}:{row['slug']}", row.get("writer")) for row in part.blocks]
        writers |= {place: writer for place, writer in rows if writer}
    return writers


def slugs_of(template: Template) -> set[str]:
    """The slugs of all its standing blocks, whenever they are for."""
    return {row["slug"] for part in template.parts for row in part.blocks}


def _placed(row: Mapping, part: Part) -> dict:
    texts = {name: row.get(name, "") for name in _TEXTS}
    return {**texts, "part": part.slug, "data": dict(row.get("data", {}))}


def _is_current(row, on):
    first, last = row.get("from_date"), row.get("to_date")
    return (not first or first <= on.isoformat()) and (not last or on.isoformat() <= last)

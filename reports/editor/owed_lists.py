"""Lists of records that are late or owed, proposed to a report that is started."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django import forms

from assurance.figures.quotable import LISTS
from reports.language.template import WRITTEN, Template
from reports.papers.models.papers import Paper
from reports.papers.rules.subjects import SUBJECTS
from reports.verdicts.paper.mentions import mentions_of

# The kinds of parts that a list goes into first.
WRITTEN_FIRST = {"sections": 0, "paragraphs": 1}


def list_choices(council, day: date, before: Paper | None = None) -> list[tuple[str, str]]:
    """(name, words) of each list of what is late or owed on `day`, of `before` those that it does
    not print."""
    blocks = before.blocks.filter(removed_on__isnull=True).only("text", "data") if before else ()
    rows = mentions_of(council, blocks, day)
    return [(row.list, f"{row.title}: {len(row.left_out)}") for row in rows if row.left_out]


def lists_field(hint: str = "") -> forms.MultipleChoiceField:
    """The field `lists` of a form that starts a report; `offer_lists` fills it."""
    return forms.MultipleChoiceField(
        label="Lists of what is late or owed",
        help_text=hint,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def offer_lists(form, choices: Sequence[tuple[str, str]]) -> None:
    """Ticks every list of `choices` in a form, whose field goes where there is none."""
    field = form.fields["lists"]
    field.choices, field.initial = choices, [name for name, _words in choices]
    if not choices:
        del form.fields["lists"]
        form.helper.layout.fields.remove("lists")


def with_lists(
    carried: Sequence[Mapping], lists: Collection[str], template: Template
) -> list[Mapping]:
    """The blocks of a new report with those of `lists` that it lacks, each after the last one of
    its subject; in a report without any, in the body of its `template`, or nowhere without one."""
    blocks, body = list(carried), _body_of(template)
    if not (blocks or body):
        return blocks
    printed = {row["data"].get("records", {}).get("what") for row in blocks}
    for name in (name for name in lists if name not in printed):
        place = _place_of(name, blocks) if blocks else -1
        neighbour = blocks[place] if blocks else {"part": body}
        block = _block_of(name, {row["slug"] for row in blocks}, neighbour)
        blocks.insert(place + 1, block)
    return blocks


def _body_of(template):
    """The slug of the first part of sections, else of paragraphs, else of any text; empty where
    every part asks something of the committee or is made by the program."""
    parts = [part for part in template.parts if part.kind in WRITTEN and not part.asks]
    first = min(
        parts, key=lambda part: WRITTEN_FIRST.get(part.kind, len(WRITTEN_FIRST)), default=None
    )
    return first.slug if first else ""


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


def _block_of(name, used, neighbour):
    slug = name.replace("_", "-")
    slugs = (slug, *(f"{slug}-{number}" for number in range(2, len(used) + 3)))
    kind = LISTS[name]
    return {
        "slug": next(item for item in slugs if item not in used),
        "part": neighbour["part"],
        "parent": neighbour.get("parent", ""),
        "kind": "records",
        "heading": "",
        "text": "",
        "data": {
            "caption": kind.title,
            "records": {"what": name, "columns": kind.first_columns},
        },
    }

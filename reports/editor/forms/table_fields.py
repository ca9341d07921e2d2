"""What the forms of tables share: their fields, and lines with bars."""

import re
from itertools import pairwise

from django import forms
from django.core.exceptions import ValidationError

from assurance.runtime.text import filled_lines
from reports.editor.forms.blocks import SHORT
from reports.language.grammar import TOKEN
from reports.language.inline import parse_inline
from reports.language.tokens import FaultyToken, walk


def caption_field(*, required: bool = True, help_text: str = ""):
    """The field of a table's caption."""
    return forms.CharField(
        label="Caption",
        max_length=300,
        required=required,
        help_text=help_text,
        error_messages={"required": "Write the caption"},
    )


def total_row_field(label: str = "The last row is a total"):
    """The field that says that the last row is a total."""
    return forms.BooleanField(label=label, required=False)


def initial_of_table(block, inner):
    """Field → value of what every table has, and its inner data."""
    notes = "\n".join(block.data.get("notes", ()))
    total = bool(inner.get("total_row"))
    return {"caption": block.data.get("caption", ""), "total_row": total, "notes": notes}


def notes_field(what: str = "table"):
    """The field of the notes under a table, or what else it is called."""
    return forms.CharField(
        label=f"Notes under the {what}",
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="A line each.",
    )


def table_fields(fields, kind, inner):
    """What is saved of a table whose data have `inner` under the name `kind`."""
    if fields.get("total_row"):
        inner["total_row"] = True
    data = {"caption": fields["caption"], kind: inner}
    if notes := filled_lines(fields.get("notes", "")):
        data["notes"] = notes
    return {"heading": "", "text": "", "data": data}


def lines_of_cells(typed):
    """(number of the line, its cells) of each line that is not empty."""
    return [
        (place, [cell.strip() for cell in _cells(line)])
        for place, line in enumerate(typed.splitlines(), 1)
        if line.strip()
    ]


def _cells(line):
    """The stretches of a line between its bars; one within a token is no bar."""
    tokens = [match.span() for match in TOKEN.finditer(line)]
    bars = (match.start() for match in re.finditer(r"\|", line))
    ends = [at for at in bars if not any(start < at < end for start, end in tokens)]
    return [line[start + 1 : end] for start, end in pairwise((-1, *ends, len(line)))]


def joined_lines(rows):
    """Rows as lines with bars."""
    return "\n".join(" | ".join(map(str, row)).rstrip(" |") for row in rows)


def token_faults(typed):
    """The sentences of the tokens that cannot be read."""
    return [item.sentence for item in walk(parse_inline(typed)) if isinstance(item, FaultyToken)]


def on_line(place, sentence):
    """The sentence with the number of its line, in a list; none for no sentence."""
    return [f"Line {place}: {sentence}"] if sentence else []


def unless_wrong(wrong, value):
    """`value`, unless something is wrong with it."""
    if wrong:
        raise ValidationError(wrong)
    return value

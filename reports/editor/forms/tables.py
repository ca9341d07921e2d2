"""The form of each kind of block."""

from django import forms

from reports.editor.forms.blocks import (
    AnnexForm,
    BlockForm,
    ParagraphForm,
    RecommendationForm,
    SectionForm,
)
from reports.editor.forms.builders.cells import CellsForm
from reports.editor.forms.builders.charts import ChartForm
from reports.editor.forms.builders.grids import GridForm
from reports.editor.forms.builders.lists import RecordsForm
from reports.editor.forms.headlines import HeadlinesForm


class SubjectHeadingForm(BlockForm):
    """A heading above some paragraphs of a section."""

    heading = forms.CharField(
        label="Subject heading",
        max_length=300,
        help_text="It takes no number. It heads what follows it, up to the next subject heading "
        "or section.",
        error_messages={"required": "Write the subject heading"},
    )


FORMS_BY_KIND = {
    "section": SectionForm,
    "heading": SubjectHeadingForm,
    "paragraph": ParagraphForm,
    "recommendation": RecommendationForm,
    "annex": AnnexForm,
    "table": GridForm,
    "cells": CellsForm,
    "chart": ChartForm,
    "headlines": HeadlinesForm,
    "records": RecordsForm,
    # Papers that were imported hold these; they are changed as paragraphs are.
    "list": ParagraphForm,
    "note": ParagraphForm,
}


def kind_of_form(kind: str, data: dict) -> str:
    """The kind of form of a block: a table of written cells, or of records, has its own."""
    own = next((name for name in ("cells", "records") if name in data), kind)
    return own if kind == "table" else kind

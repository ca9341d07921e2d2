"""Which form each kind of block has."""

from reports.editor.forms.blocks import AnnexForm, ParagraphForm, RecommendationForm, SectionForm
from reports.editor.forms.tables import CellsForm, ChartForm, GridForm, RecordsForm

FORMS_BY_KIND = {
    "section": SectionForm,
    "paragraph": ParagraphForm,
    "recommendation": RecommendationForm,
    "annex": AnnexForm,
    "table": GridForm,
    "cells": CellsForm,
    "chart": ChartForm,
    "records": RecordsForm,
    # Papers that were imported hold these; they are changed as paragraphs are.
    "list": ParagraphForm,
    "note": ParagraphForm,
}


def kind_of_form(kind: str, data: dict) -> str:
    """The kind of form of a block: a table of written cells, or of records, has its own."""
    own = next((name for name in ("cells", "records") if name in data), kind)
    return own if kind == "table" else kind


def form_for(kind: str, data: dict):
    """The form of a block."""
    return FORMS_BY_KIND[kind_of_form(kind, data)]

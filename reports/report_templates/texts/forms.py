"""Forms of standing texts that are written on the page of their template."""

from functools import cached_property, partial

from django import forms
from django.core.exceptions import ValidationError

from reports.editor.forms.blocks import ParagraphForm, RecommendationForm, SectionForm
from reports.editor.forms.builders.cells import CellsForm
from reports.editor.forms.builders.charts import ChartForm
from reports.editor.forms.builders.grids import GridForm
from reports.editor.forms.builders.lists import RecordsForm
from reports.editor.forms.headlines import HeadlinesForm
from reports.editor.forms.tables import SubjectHeadingForm
from reports.language.block_data import HEADLINES
from reports.language.structure import strings
from reports.language.text import quotes
from reports.language.tokens import Reference, RowCount, StatedNumber
from reports.quotable.headline_choices import choices_among
from reports.report_templates.blocks.meanings import entries_of, meanings
from reports.report_templates.blocks.standing_texts import CITES, TYPED
from reports.report_templates.forms import StandingForm

PART = ""
DAYS = ("from_date", "to_date")


class OwnTextForm(StandingForm):
    """The ground of these forms: the words of a text, its days and, of a new one, its place."""

    submit = "Save the template text"

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    parent = forms.ChoiceField(label="Where does it go?", required=False)

    def __init__(self, data=None, *, sections=None, **kwargs):
        super().__init__(data, **kwargs)
        if sections:
            named = [(slug, f"In “{heading}”") for slug, heading in sections]
            self.fields["parent"].choices = [(PART, "In the part itself"), *named]
        else:
            del self.fields["parent"]
        # When it is for comes last, whatever it is.
        self.order_fields([*(name for name in self.fields if name not in DAYS), *DAYS])
        self.helper.layout = None

    @classmethod
    def typed(cls, posted):
        """Field → what was sent of it, its days in their three boxes."""
        days = {name: cls.base_fields[name].widget for name in DAYS}
        boxes = {name: item.value_from_datadict(posted, {}, name) for name, item in days.items()}
        return {**super().typed(posted), **boxes}

    def clean(self):
        """Refuses what belongs to one report alone, at its field."""
        fields = super().clean()
        for name in [name for name in self.fields if name in fields and name not in DAYS]:
            if sentence := _why_not_in_every_report(fields[name]):
                self.add_error(name, ValidationError(sentence))
        return fields

    def fields_of_text(self):
        """The text as a template has it, its days with it."""
        return {**self.words(), **self.days()}


class StandingParagraphForm(OwnTextForm, ParagraphForm):
    """A paragraph of every new report."""


class StandingRecommendationForm(OwnTextForm, RecommendationForm):
    """A recommendation of every new report."""


class StandingSectionForm(OwnTextForm, SectionForm):
    """A section of every new report."""


class StandingHeadingForm(OwnTextForm, SubjectHeadingForm):
    """A subject heading of every new report."""


class StandingGridForm(OwnTextForm, GridForm):
    """A table of figures of every new report."""


class StandingChartForm(OwnTextForm, ChartForm):
    """A chart of every new report."""


class StandingRecordsForm(OwnTextForm, RecordsForm):
    """A list from records of every new report."""


class StandingCellsForm(OwnTextForm, CellsForm):
    """A table of words of every new report."""


class StandingHeadlinesForm(OwnTextForm, HeadlinesForm):
    """The headline figures of every new report, each at a date by what it is called."""

    @cached_property
    def offered(self):
        """What can be chosen, and what was."""
        chosen = [row["figure"] for row in self.before.get(HEADLINES, ())]
        entries = entries_of(self.manuscript, "figures")
        return choices_among(entries, chosen, partial(meanings, self.manuscript))

    @property
    def other_fields(self):
        """What it asks for besides the figures."""
        return [self[name] for name in ("seen", "parent", *DAYS) if name in self.fields]


FORMS_BY_KIND = {
    "paragraph": StandingParagraphForm,
    "recommendation": StandingRecommendationForm,
    "section": StandingSectionForm,
    "heading": StandingHeadingForm,
    "table": StandingGridForm,
    "cells": StandingCellsForm,
    "chart": StandingChartForm,
    "headlines": StandingHeadlinesForm,
    "records": StandingRecordsForm,
    # Templates that were imported hold these.
    "list": StandingParagraphForm,
}


def _why_not_in_every_report(value):
    """Why a text, or what holds texts, belongs to one report alone, or nothing."""
    tokens = [token for text in strings(value) for token in quotes(text)]
    if any(isinstance(token, StatedNumber) for token in tokens):
        return TYPED
    return CITES if any(isinstance(token, Reference | RowCount) for token in tokens) else ""

"""Forms of standing texts that are written on the page of their template."""

from django import forms
from django.core.exceptions import ValidationError

from reports.editor.forms.blocks import ParagraphForm, RecommendationForm, SectionForm
from reports.editor.report_templates.forms import StandingForm
from reports.editor.report_templates.standing_texts import CITES, TYPED
from reports.papers.language.text import quotes
from reports.papers.language.tokens import Reference, RowCount, StatedNumber

PART = ""


class OwnTextForm(StandingForm):
    """The ground of these forms: the words of a text, its days and, of a new one, its place."""

    submit = "Save the standing text"

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    parent = forms.ChoiceField(label="Where does it stand?", required=False)

    def __init__(self, data=None, *, sections=None, **kwargs):
        super().__init__(data, **kwargs)
        if sections:
            named = [(slug, f"In “{heading}”") for slug, heading in sections]
            self.fields["parent"].choices = [(PART, "In the part itself"), *named]
        else:
            del self.fields["parent"]
        self.helper.layout = None

    def clean(self):
        """Refuses what belongs to one report alone, at its field."""
        fields = super().clean()
        for name in ("heading", "text", "reason"):
            if sentence := _why_not_in_every_report(fields.get(name) or ""):
                self.add_error(name, ValidationError(sentence))
        return fields

    def fields_of_text(self):
        """The text as a template has it, its days with it."""
        return {**self.words(), **self.days()}


class StandingParagraphForm(OwnTextForm, ParagraphForm):
    """A paragraph of every new report."""

    field_order = ("heading", "text", "parent", "from_date", "to_date")


class StandingRecommendationForm(OwnTextForm, RecommendationForm):
    """A recommendation of every new report."""

    field_order = ("decision", "text", "reason", "from_date", "to_date")


class StandingSectionForm(OwnTextForm, SectionForm):
    """A section of every new report."""

    field_order = ("heading", "parent", "from_date", "to_date")


FORMS_BY_KIND = {
    "paragraph": StandingParagraphForm,
    "recommendation": StandingRecommendationForm,
    "section": StandingSectionForm,
}


def _why_not_in_every_report(text):
    tokens = list(quotes(text))
    if any(isinstance(token, StatedNumber) for token in tokens):
        return TYPED
    return CITES if any(isinstance(token, Reference | RowCount) for token in tokens) else ""

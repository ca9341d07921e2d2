"""The forms of notes on actions and of links to what shows how they go."""

from django import forms
from django.conf import settings
from django.utils.module_loading import import_string

from assurance.figures.registry import title_of
from assurance.govuk.forms import GovukFilterForm
from assurance.improvement.forms.plans import text_area
from assurance.improvement.rules import actions
from assurance.people.forms.post_fields import offer_posts, own_post_in, post_field
from assurance.registers.confirmed_words import NO_NAMES
from assurance.registers.forms import PastDateField, RecordForm, line


class FigureField(forms.ChoiceField):
    """The choice of a figure, by its title in history as well."""

    def say_kept(self, value):
        """The title of the figure that history has by its key."""
        return title_of(value)


class NoteForm(RecordForm):
    """How an action goes, as a post says it on a day."""

    proposed_for = own_post_in("post")

    noted_on = PastDateField(what="the date of the note", label="Date")
    post = post_field("Post that reports it")
    text = text_area("How it goes", NO_NAMES, required=True)

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "post")

    def clean_noted_on(self):
        """The day, where the action was there by then."""
        day = self.cleaned_data["noted_on"]
        action = self.parent or self.record.action
        if sentence := actions.why_not_note(action, day):
            raise forms.ValidationError(sentence)
        return day


class EvidenceForm(RecordForm):
    """A case audit or a figure that shows how an action goes."""

    speaks_of = {"audit_reference": ("figure",), "figure": ("audit_reference",)}

    audit_reference = line(
        "Reference of a case audit", 40, "As written in the list of case audits.", required=False
    )
    figure = FigureField(
        label="Or a figure",
        required=False,
        error_messages={"invalid_choice": "Select a figure from the list"},
    )
    shows = line("Evidence it gives", 200, NO_NAMES)

    @staticmethod
    def field_faults(values):
        """What refuses neither of the two, and both."""
        wrong = actions.why_not_one(values["audit_reference"], values["figure"])
        return [wrong] if wrong else []

    def prepare_for(self, council):
        """Offers every figure that a paper may quote."""
        figures = import_string(settings.DECLARED_FIGURES)
        named = sorted((figure.title, key) for key, figure in figures.items())
        self.fields["figure"].choices = [("", "No figure"), *((key, value) for value, key in named)]


class SinceForm(GovukFilterForm):
    """The day of the last meeting."""

    submit = "Show what changed"

    since = PastDateField(what="the date of the last meeting", label="Date of the last meeting")

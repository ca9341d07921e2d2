"""Forms of asking for another format or language, and of what the clerk did about it."""

from django import forms

from assurance.govuk.forms import GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from reports.publication.models.format_requests import FORMATS, LANGUAGE, OTHER, OUTCOMES

TRAP = "Leave the box empty that is meant to stay empty, and send this again"


class FormatForm(GovukForm):
    """What is wanted of which paper, and how to reach who asks."""

    submit = "Ask for it"

    about = forms.CharField(
        label="Which report",
        max_length=300,
        help_text="Its title, or what it is about and when it was",
        error_messages={"required": "Enter which report"},
    )
    wanted = forms.ChoiceField(
        label="Format or language",
        choices=FORMATS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you need"},
    )
    language = forms.CharField(
        label="Which language",
        max_length=60,
        required=False,
        help_text="If you need another language",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    details = forms.CharField(
        label="Anything else that we should know",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contact = forms.CharField(
        label="How to reach you",
        max_length=500,
        help_text=(
            "An e-mail address, a telephone number, or where to send it. It is used for this only "
            "and removed three months after we answer."
        ),
        error_messages={"required": "Enter how to reach you"},
    )
    # Programs that fill in every box are found by it; style sheets put it out of people's way.
    website = forms.CharField(
        label="Leave this box empty",
        max_length=200,
        required=False,
        widget=forms.TextInput(
            attrs={"class": "app-leave-empty", "autocomplete": "off", "tabindex": "-1"}
        ),
    )

    def clean(self):
        """Refuses a language that is not named, and something else that is not described."""
        fields = super().clean()
        if fields.get("wanted") == LANGUAGE and not fields.get("language"):
            self.add_error("language", "Enter which language")
        if fields.get("wanted") == OTHER and not fields.get("details"):
            self.add_error("details", "Describe what you need")
        if fields.get("website"):
            self.add_error("website", TRAP)
        return fields

    def asked(self):
        """What was asked, as the operation takes it."""
        named = ("about", "wanted", "language", "details", "contact")
        return {name: self.cleaned_data[name] for name in named}


class AnswerForm(ConfirmedWordsForm):
    """What became of a request."""

    submit = "Close the request"

    outcome = forms.ChoiceField(
        label="Outcome",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the outcome"},
    )
    said = forms.CharField(
        label="Answer",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="This is kept. Do not name the person who asked.",
        error_messages={"required": "Describe the answer"},
    )

"""Forms by which a record or a list is put into a draft from its own page."""

from django import forms

from assurance.govuk.forms import GovukFilterForm, GovukForm

NO_PLACE = "There is no such place in the section any more: choose another."
NO_LIST_IN_A_SENTENCE = (
    "A list is a block of its own: choose a place after a paragraph, or the first."
)


class StepForm(GovukFilterForm):
    """One choice of `choices`, sent as part of the address; `begun` is what was chosen before."""

    submit = "Continue"
    step = ""

    asked = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, request, *, choices, **begun):
        # Unless its own step was `asked`, the page is opened, and nobody has left anything out.
        is_sent = request.GET.get("asked") == self.step or self.step in request.GET
        own = {"asked": self.step, **begun}
        super().__init__(request.GET if is_sent else None, initial=own)
        self.fields[self.step].choices = choices
        self.fields[self.step].required = True


class ReportForm(StepForm):
    """Which open report something goes into; `gone` says why not the one that was chosen."""

    step = "report"

    report = forms.ChoiceField(
        label="Which report?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a report"},
    )

    def __init__(self, request, *, choices, gone):
        super().__init__(request, choices=choices)
        self.fields["report"].error_messages["invalid_choice"] = gone


class SectionForm(StepForm):
    """Which section of the report it goes into."""

    step = "section"

    report = forms.CharField(widget=forms.HiddenInput)
    section = forms.ChoiceField(
        label="Which section?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose a section",
            "invalid_choice": "That section is no longer in the report: choose another.",
        },
    )


class QuotationForm(GovukForm):
    """How it is quoted, and where in the section; begins with the first way, at the end."""

    submit = "Put it in the report"

    how = forms.ChoiceField(
        label="Content to insert",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what to put in",
            "invalid_choice": "That can no longer be quoted: choose from what there is now.",
        },
    )
    where = forms.ChoiceField(
        label="Where in the section",
        error_messages={"required": "Choose where it goes", "invalid_choice": NO_PLACE},
    )

    def __init__(self, data=None, *, quotations, places):
        self.quotations = {item.key: item for item in quotations}
        self.places = {place.key: place for place in places}
        by_itself = [place for place in places if not place.into]
        last = (by_itself or places)[-1].key
        first = next(iter(self.quotations))
        super().__init__(data, initial={"how": first, "where": last})
        self.fields["how"].choices = [(item.key, item.label) for item in quotations]
        self.fields["where"].choices = [
            (title, [(place.key, place.label) for place in group])
            for title, group in (
                ("By itself", by_itself),
                ("In a paragraph", [place for place in places if place.into]),
            )
            if group
        ]

    def clean(self):
        """Refuses a list in a paragraph."""
        cleaned = super().clean()
        if {"how", "where"} <= set(cleaned) and self.quotation.is_list and self.place.into:
            self.add_error("where", NO_LIST_IN_A_SENTENCE)
        return cleaned

    @property
    def quotation(self):
        """What was chosen to be put in."""
        return self.quotations[self.cleaned_data["how"]]

    @property
    def place(self):
        """Where."""
        return self.places[self.cleaned_data["where"]]

"""What a person types to find records, and which kind and page of the results they ask for."""

from django import forms

from assurance.govuk.forms import GovukForm
from reports.publication.search.forms import NO_NULL, TOO_LONG
from reports.vocabulary.plain_text import LONGEST, is_short_enough

BAD_REQUEST = 400


class RecordSearchForm(GovukForm):
    """Sent by POST, for names of people stand in no address and in no log."""

    submit = "Search"
    # What is sought is compared, never reckoned with.
    bounds_numbers = False

    words = forms.CharField(
        label="Search records and published reports",
        help_text="A name, a reference, words of a record, or a list such as overdue actions. "
        "Your search is not kept.",
        required=False,
        strip=True,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"null_characters_not_allowed": NO_NULL},
    )
    kind = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    as_typed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    page = forms.CharField(required=False, max_length=9, widget=forms.HiddenInput)

    def __init__(self, *args, has_records=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.mark_optional = False
        if not has_records:
            self.fields["words"].label = "Search published reports"
            self.fields["words"].help_text = ""

    def clean_words(self):
        """Refuses more than anybody types."""
        text = self.cleaned_data["words"]
        if not is_short_enough(text):
            raise forms.ValidationError(TOO_LONG.format(most=LONGEST, count=f"{len(text):,}"))
        return text

    def chosen(self) -> dict:
        """What was asked for; its page answers 400 where the words cannot be looked for."""
        if self.is_bound and not self.is_valid():
            self.answered_with = BAD_REQUEST
        values = getattr(self, "cleaned_data", {}) if self.is_bound else {}
        names = ("words", "kind", "as_typed", "page")
        return {name: values.get(name) or "" for name in names}

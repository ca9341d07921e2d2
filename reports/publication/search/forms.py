"""What anybody asks of issued papers: by meeting, series, subject, period, and by words."""

from django import forms

from assurance.accounts.access import Subject
from assurance.govuk.forms import DatePartsField, GovukFilterForm
from assurance.meetings.models.bodies import Body
from assurance.meetings.models.meetings import Meeting
from assurance.runtime.processes.lazy_modules import LazyModule
from reports.papers.models.papers import Paper, open_to_all
from reports.papers.models.templates import Series
from reports.vocabulary.plain_text import LONGEST, is_short_enough

answers = LazyModule("reports.publication.search.answers")
BAD_REQUEST = 400
NO_NULL = "Leave the null character out of what you look for"
TOO_LONG = "Look for fewer words: {most} letters, signs and spaces at most, and this is {count}"


def _kinds():
    return [(name, name) for name in answers.KINDS]


class PaperFilters(GovukFilterForm):
    """The filter of the list of issued papers of a council."""

    submit = "Find reports"

    committee = forms.ModelChoiceField(
        queryset=None, to_field_name="slug", label="Committee", empty_label="Every committee"
    )
    meeting = forms.ModelChoiceField(queryset=None, label="Meeting", empty_label="Every meeting")
    series = forms.ModelChoiceField(
        queryset=None, to_field_name="slug", label="Series", empty_label="Every series"
    )
    subject = forms.ChoiceField(
        label="Subject",
        choices=[("", "Every subject"), *Subject.choices],
        help_text="Reports that print a figure on this subject.",
    )
    period_from = DatePartsField(what="the start date", label="About a time from")
    period_to = DatePartsField(what="the end date", label="About a time to")

    def __init__(self, *args, council, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["committee"].queryset = Body.committees.of(council)
        public = Paper.objects.filter(open_to_all(), council=council)
        self.fields["meeting"].queryset = Meeting.committees.of(council).with_papers(public)
        self.fields["series"].queryset = Series.objects.of(council)


class SearchForm(PaperFilters):
    """What is looked for within issued papers, and in which of them."""

    submit = "Search"

    words = forms.CharField(
        label="Search reports, figures, commitments and recommendations",
        strip=True,
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "list": "suggested"}
        ),
        error_messages={"null_characters_not_allowed": NO_NULL},
    )
    earlier = forms.BooleanField(label="Search earlier editions, since corrected, as well")
    kind = forms.ChoiceField(choices=_kinds, widget=forms.HiddenInput)
    as_typed = forms.BooleanField(widget=forms.HiddenInput)
    field_order = ["words", "earlier"]

    def clean_words(self):
        """Refuses more than anyone types."""
        text = self.cleaned_data["words"]
        if not is_short_enough(text):
            raise forms.ValidationError(TOO_LONG.format(most=LONGEST, count=f"{len(text):,}"))
        return text

    def chosen(self):
        """A dict of what was asked for and can be; its page answers 400 where the words cannot."""
        value = super().chosen()
        if "words" in self.errors:
            self.answered_with = BAD_REQUEST
        return value

"""The form that puts several findings under one theme, and the filter of their list."""

from django import forms

from assurance.registers.forms import ListFilters, RecordForm
from assurance.reviews.forms.findings import choice_of_theme
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.themes import Theme

RESPONSE_CHOICES = [
    ("", "Either"),
    ("action", "It has an action"),
    ("reason", "It has a reason for none"),
    ("no", "It has neither, and asks for one"),
]


class ThemeOfReview(forms.ModelChoiceField):
    """A theme, told apart from those of other reviews."""

    def label_from_instance(self, theme):
        """Both titles."""
        return f"{theme.title} ({theme.review})"


class TogetherForm(RecordForm):
    """The theme that many findings of a review go under."""

    submit = "Show what would change"

    theme = ThemeOfReview(
        Theme.objects.none(),
        label="Theme",
        help_text="A finding goes under a theme of its own review.",
        empty_label="Leave it as it is",
        error_messages=choice_of_theme().error_messages,
    )

    def prepare_for(self, council):
        """Offers the themes of every review that stands."""
        self.fields["theme"].queryset = Theme.objects.offered_to(council)


class FindingFilters(ListFilters):
    """The filter of the list of findings."""

    text = forms.CharField(label="Words", help_text="In the finding, or its place in the report.")
    review = forms.ModelChoiceField(Review.objects.none(), label="Review", empty_label="Every one")
    theme = ThemeOfReview(Theme.objects.none(), label="Theme", empty_label="Every theme")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Every kind"), *Finding.KINDS])
    answered = forms.ChoiceField(label="Answered", choices=RESPONSE_CHOICES)

    def prepare_for(self, council):
        """Offers the council's reviews and their themes."""
        self.fields["review"].queryset = Review.objects.of(council).active()
        self.fields["theme"].queryset = Theme.objects.offered_to(council)

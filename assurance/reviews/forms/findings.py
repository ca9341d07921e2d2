"""The forms of findings, one and many at once."""

from django import forms
from django.utils.text import Truncator

from assurance.govuk.forms import DatePartsField, search_box
from assurance.people.forms.post_fields import offer_posts, post_field
from assurance.registers.confirmed_words import NO_NAMES
from assurance.registers.forms import ListFilters, RecordForm, line
from assurance.reviews.forms.fields import choice_of_kind, count
from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.themes import Theme
from assurance.reviews.rules import findings
from assurance.reviews.rules import pasted_tables as reading
from assurance.reviews.rules.repeated_findings import suggested


def choice_of_theme():
    """A field of a theme of the review."""
    return forms.ModelChoiceField(
        Theme.objects.none(),
        label="Theme",
        required=False,
        empty_label="None of them",
        error_messages={"invalid_choice": "Select a theme of this review from the list"},
    )


class FindingForm(RecordForm):
    """A finding of a review."""

    speaks_of = {
        "no_action_because": ("kind", "decider"),
        "decider": ("kind", "no_action_because"),
        "said_by_role": ("speaker",),
    }

    groups = (
        ("The finding", ["kind", "theme", "number", "text", "place"]),
        ("Source of the finding", ["manner", "speaker", "said_by_role"]),
        ("If no action will answer it", ["no_action_because", "decider"]),
    )

    kind = choice_of_kind(Finding.KINDS)
    theme = choice_of_theme()
    number = count("Number", "Its own within its kind; empty for the next.", lowest=1)
    text = forms.CharField(
        label="Finding",
        help_text=NO_NAMES,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter what was found"},
    )
    place = line("Place in the report", 80, "Such as “paragraph 12”.", required=False)
    manner = forms.ChoiceField(
        label="How it was given",
        choices=Finding.MANNERS,
        initial="published",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select how it was given",
            "invalid_choice": "Select how it was given from the list",
        },
    )
    speaker = post_field(
        "Post of the person quoted",
        "For a quotation, and for a comment by the council that was not published.",
        required=False,
    )
    said_by_role = line(
        "Role of a speaker outside the council",
        120,
        "Such as “lead inspector” or “foster carer”. Not a name.",
        required=False,
    )
    no_action_because = line("Why there is no action", 200, NO_NAMES, required=False)
    decider = post_field("Post that decided it", required=False)

    def prepare_for(self, council):
        """Offers the themes of the review and the council's posts."""
        offer_posts(self, "decider", "speaker")
        review = self.parent or self.record.review
        self.fields["theme"].queryset = review.themes.all()

    @staticmethod
    def field_faults(values):
        """What refuses no action without its post, and words without whoever said them."""
        parts = (values[name] for name in ("kind", "no_action_because", "decider"))
        yield from findings.faults_of_finding(*parts)
        said_of = (values[name] for name in ("kind", "manner", "speaker", "said_by_role"))
        yield from findings.faults_of_speaker(*said_of)


class SeveralForm(RecordForm):
    """Many findings of one theme and kind, each on a line of its own."""

    submit = "Continue"

    kind = choice_of_kind(Finding.KINDS)
    theme = choice_of_theme()
    lines = forms.CharField(
        label="Findings, one to a line",
        help_text="After a | a line may give its place in the report: “Plans lack dates | "
        f"paragraph 12”. {NO_NAMES}",
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Enter at least one finding"},
    )

    def prepare_for(self, council):
        """Offers the themes of the review."""
        self.fields["theme"].queryset = self.parent.themes.all()

    def clean_lines(self):
        """The text, where every line of it is a finding."""
        text = self.cleaned_data["lines"]
        if sentence := findings.why_not_lines(findings.lines_of(text)):
            raise forms.ValidationError(sentence)
        return text

    def kind_words(self):
        """The words of the kind that was chosen."""
        return dict(Finding.KINDS)[self.cleaned_data["kind"]]

    def rows(self):
        """(theme, kind, words, place) of each finding."""
        fields = self.cleaned_data
        return [
            (fields["theme"], fields["kind"], *finding)
            for finding in findings.lines_of(fields["lines"])
        ]


class PasteForm(RecordForm):
    """A letter's table, pasted."""

    submit = "Continue"

    layout = forms.ChoiceField(
        label="Columns of the table",
        choices=reading.LAYOUT_WORDS,
        initial="headed",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select what the columns are",
            "invalid_choice": "Select what the columns are from the list",
        },
    )
    table = forms.CharField(
        label="The table",
        help_text="Copied from the letter, or typed with a | between the columns. Each paragraph "
        f"or bullet of a cell becomes a finding. {NO_NAMES}",
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Paste the table"},
        # Its tabs and empty cells at the ends mean something.
        strip=False,
    )

    def clean(self):
        """Reads the table; what cannot be read is said at it."""
        fields = super().clean()
        if not {"layout", "table"} & set(self.errors):
            try:
                self.lines = reading.read(fields["table"], fields["layout"])
            except reading.NotRead as wrong:
                self.add_error("table", str(wrong))
        return fields


class RepeatedFindingForm(RecordForm):
    """The earlier finding that said the same. `record` is the finding."""

    submit = "Save the link"

    said_before = forms.ModelChoiceField(
        Finding.objects.none(),
        label="Repeats a finding of",
        required=False,
        empty_label="None: it is new",
        error_messages={"invalid_choice": "Select an earlier finding from the list"},
    )

    def prepare_for(self, council):
        """Offers the findings of earlier reviews, those that may be meant first."""
        earlier = list(Finding.objects.before(self.record))
        self.suggested = suggested(self.record, earlier)
        named = {item.pk: item for item in (*self.suggested, *reversed(earlier))}
        field = self.fields["said_before"]
        field.queryset = Finding.objects.before(self.record)
        field.choices = [
            ("", field.empty_label),
            *((key, _finding_label(item)) for key, item in named.items()),
        ]


def _finding_label(finding):
    text = Truncator(finding.text).chars(110)
    return f"{finding.review.title}, {str(finding).lower()}: {text}"


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
        empty_label="Leave it unchanged",
        error_messages=choice_of_theme().error_messages,
    )

    def prepare_for(self, council):
        """Offers the themes of every review that stands."""
        self.fields["theme"].queryset = Theme.objects.offered_to(council)


class FindingFilters(ListFilters):
    """The filter of the list of findings."""

    text = search_box("findings", "words or place in the report")
    review = forms.ModelChoiceField(Review.objects.none(), label="Review", empty_label="Every one")
    theme = ThemeOfReview(Theme.objects.none(), label="Theme", empty_label="Every theme")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Every kind"), *Finding.KINDS])
    answered = forms.ChoiceField(label="Answered", choices=RESPONSE_CHOICES)
    published_from = DatePartsField(what="the start date", label="Published from")
    published_to = DatePartsField(what="the end date", label="Published to")

    def prepare_for(self, council):
        """Offers the council's reviews and their themes."""
        self.fields["review"].queryset = Review.objects.of(council).active()
        self.fields["theme"].queryset = Theme.objects.offered_to(council)

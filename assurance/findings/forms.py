"""The forms of reviews, their themes and their findings, and the filter of the list of reviews."""

from django import forms

from assurance.findings import rules
from assurance.findings.models import Finding, Framework, Review, Theme
from assurance.registers.forms import ListFilters, PastDateField, RecordForm
from config.forms import DatePartsField, helper_for

NO_NAMES = "Do not name a child, a family or a worker."


def line(label, length, hint="", required=True):
    """A field of one line of words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=length,
        required=required,
        error_messages={
            "required": f"Enter “{label}”",
            "max_length": f"“{label}” must have {length} characters or fewer",
        },
    )


def count(label, hint="", lowest=0):
    """A field of a count that may be left empty."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=lowest,
        max_value=10_000,
        error_messages={
            "invalid": f"“{label}” must be a whole number, such as 17",
            "min_value": f"“{label}” must be {lowest} or more",
            "max_value": f"“{label}” must be 10,000 or fewer",
        },
    )


def day(what, label, hint=""):
    """A field of a day that has come already, and may be left empty."""
    return PastDateField(what=what, label=label, help_text=hint, required=False)


def choice_of_kind(choices):
    """A field of radios of kinds."""
    wrong = "Select what kind it is"
    return forms.ChoiceField(
        label="Kind",
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": wrong, "invalid_choice": f"{wrong} from the list"},
    )


def choice_of_grade():
    """A field of a grade; `offer_grades` fills it."""
    return forms.ChoiceField(
        label="Grade",
        required=False,
        error_messages={"invalid_choice": "Select the grade from the list"},
    )


def offer_grades(field, held):
    """Offers the grades of every framework, best first, and the one that is `held` already."""
    frameworks = Framework.objects.all()
    grades = dict.fromkeys(grade for framework in frameworks for grade in framework.grades)
    every = dict.fromkeys([*grades, *([held] if held else [])])
    field.choices = [("", "No grade"), *((grade, grade) for grade in every)]


class ReviewForm(RecordForm):
    """An inspection or a peer review."""

    groups = (
        ("The review", ["kind", "title", "body", "framework", "with_areas"]),
        ("On site", ["started_on", "ended_on", "team_size", "people_met"]),
        ("What came of it", ["grade", "published_on", "response_received_on"]),
        ("The response", ["response_due_on", "response_sent_on", "follow_up_on"]),
        ("Totals that the report states", [f"stated_{name}" for name in rules.TOTALS]),
    )

    kind = choice_of_kind(Review.KINDS)
    title = line("Title", 160, "Such as “Inspection of children's services, 2016”.")
    body = line("Who did it", 120, "The inspectorate, association or region, not a person.")
    framework = forms.ModelChoiceField(
        Framework.objects.all(),
        label="Framework",
        required=False,
        empty_label="None of these",
        error_messages={"invalid_choice": "Select the framework from the list"},
    )
    with_areas = forms.BooleanField(
        label="Begin with the framework's judgement areas as themes", required=False, initial=True
    )
    started_on = PastDateField(what="the first day on site", label="First day on site")
    ended_on = PastDateField(what="the last day on site", label="Last day on site")
    team_size = count("People in the review team")
    people_met = line("People met", 40, "A number, or words such as “over 45”.", required=False)
    grade = choice_of_grade()
    published_on = day("the date the report was published", "Date the report was published")
    response_received_on = day(
        "the date the report was received",
        "Date the report was received",
        "A written response falls due 70 working days from here.",
    )
    response_due_on = DatePartsField(
        what="the date the response is due", label="Date the response is due", required=False
    )
    response_sent_on = day("the date the response was sent", "Date the response was sent")
    follow_up_on = DatePartsField(
        what="the date of the follow-up", label="Date of the follow-up", required=False
    )
    stated_strengths = count("Strengths stated", "Empty where the report gives no total.")
    stated_areas_for_development = count("Areas for development stated")
    stated_recommendations = count("Recommendations stated")

    def prepare_for(self, council):
        """Offers the grades; the framework's areas are offered for a new review only."""
        offer_grades(self.fields["grade"], self.record and self.record.grade)
        if self.record:
            del self.fields["with_areas"]
            groups = [(legend, self._kept(names)) for legend, names in self.groups]
            self.helper = helper_for(self, submit=self.submit, groups=groups)

    def clean(self):
        """Says at its field what does not fit together; what could not be read fits anything."""
        told = super().clean()
        for field, sentence in rules.faults({name: told.get(name) for name in rules.WEIGHED}):
            self.add_error(field, sentence)
        return told

    def _kept(self, names):
        return [name for name in names if name in self.fields]


class ReviewFilters(ListFilters):
    """The filter of the list of reviews."""

    text = forms.CharField(label="Words", help_text="In the title or who did it.")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Every kind"), *Review.KINDS])
    published_from = DatePartsField(what="the first day", label="Published from")
    published_to = DatePartsField(what="the last day", label="Published to")


class ThemeForm(RecordForm):
    """A theme, line of enquiry or judgement area of a review."""

    title = line("Theme", 200, "In the words of the report, in its order.")
    grade = choice_of_grade()

    def prepare_for(self, council):
        """Offers the grades."""
        offer_grades(self.fields["grade"], self.record and self.record.grade)


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

    groups = (
        ("The finding", ["kind", "theme", "number", "text", "place"]),
        ("If no action will answer it", ["no_action_because", "no_action_role"]),
    )

    kind = choice_of_kind(Finding.KINDS)
    theme = choice_of_theme()
    number = count("Number", "Its own within its kind; empty for the next.", lowest=1)
    text = forms.CharField(
        label="What was found",
        help_text=NO_NAMES,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter what was found"},
    )
    place = line("Place in the report", 80, "Such as “paragraph 12”.", required=False)
    no_action_because = line("Why there is no action", 200, NO_NAMES, required=False)
    no_action_role = line(
        "Role that decided it", 120, "The role's title, not a name.", required=False
    )

    def prepare_for(self, council):
        """Offers the themes of the review."""
        review = self.parent or self.record.review
        self.fields["theme"].queryset = review.themes.all()

    def clean(self):
        """Says at its field what does not fit together."""
        told = super().clean()
        parts = [told.get(name) for name in ("kind", "no_action_because", "no_action_role")]
        if not {"kind", "no_action_because", "no_action_role"} & set(self.errors):
            for field, sentence in rules.faults_of_finding(*parts):
                self.add_error(field, sentence)
        return told


class SeveralForm(RecordForm):
    """Many findings of one theme and kind, each on a line of its own."""

    submit = "Continue"

    kind = choice_of_kind(Finding.KINDS)
    theme = choice_of_theme()
    lines = forms.CharField(
        label="Findings, one to a line",
        help_text="After a | a line may say its place in the report: “Plans lack dates | "
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
        if sentence := rules.why_not_lines(rules.lines_of(text)):
            raise forms.ValidationError(sentence)
        return text

    def kind_words(self):
        """The words of the kind that was chosen."""
        return dict(Finding.KINDS)[self.cleaned_data["kind"]]

    def rows(self):
        """(theme, kind, words, place) of each finding."""
        told = self.cleaned_data
        return [(told["theme"], told["kind"], *one) for one in rules.lines_of(told["lines"])]

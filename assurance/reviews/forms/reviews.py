"""The forms of reviews and their themes, and the filter of the list of reviews."""

from django import forms

from assurance.govuk.forms import DatePartsField, helper_for, search_box
from assurance.registers.confirmed_words import NO_NAMES
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, day, line, past
from assurance.reviews.forms.fields import (
    choice_of_grade,
    choice_of_kind,
    count,
    offer_grades,
)
from assurance.reviews.models.findings import Review
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.rules import findings


class ReviewForm(RecordForm):
    """An inspection or a peer review."""

    field_faults = staticmethod(findings.faults)
    later = (
        *("team_size", "team_roles", "people_met", "files_read"),
        *("Outcome", "The reply", "The follow-up", "Totals that the report states"),
    )

    groups = (
        ("The review", ["kind", "title", "body", "framework", "with_areas"]),
        (
            "On site",
            [
                *("started_on", "ended_on", "team_size", "team_roles"),
                *("people_met", "groups_met", "files_read"),
            ],
        ),
        ("Outcome", ["grade", "published_on", "response_received_on"]),
        ("The reply", ["response_due_on", "response_sent_on", "no_reply_because"]),
        ("The follow-up", ["follow_up_on", "followed_up_on"]),
        (
            "Totals that the report states",
            [*(f"stated_{name}" for name in findings.COMPARED), "stated_points"],
        ),
    )

    kind = choice_of_kind(Review.KINDS)
    title = line("Title", 160, "Such as “Inspection of children’s services, 2016”.")
    body = line("Who did it", 120, "The inspectorate, association or region, not a person.")
    framework = forms.ModelChoiceField(
        Framework.objects.none(),
        label="Framework",
        required=False,
        empty_label="None of these",
        error_messages={"invalid_choice": "Select the framework from the list"},
    )
    with_areas = forms.BooleanField(
        label="Begin with the framework’s judgement areas as themes", required=False, initial=True
    )
    started_on = PastDateField(what="the start date on site", label="Start date on site")
    ended_on = PastDateField(what="the end date on site", label="End date on site")
    team_size = count("People in the review team")
    team_roles = line(
        "Roles in the review team",
        200,
        "Such as “a lead inspector and ten inspectors”. No names.",
        required=False,
    )
    people_met = line("People met", 40, "A number, or words such as “over 45”.", required=False)
    groups_met = line(
        "Who was met, in words",
        200,
        "In words. Add groups with their numbers on the page of the review.",
        required=False,
    )
    files_read = count("Case files read")
    grade = choice_of_grade()
    published_on = past("the date the report was published", "Date the report was published")
    response_received_on = past(
        "the date the report was received",
        "Date the report was received",
        "A written reply to an inspection falls due 70 working days from here.",
    )
    response_due_on = day(
        "the date the reply is due",
        "Date the reply is due",
        "Empty for the 70 working days after an inspection’s report was received.",
    )
    response_sent_on = past("the date the reply was sent", "Date the reply was sent")
    no_reply_because = line("Why no reply is owed", 200, NO_NAMES, required=False)
    follow_up_on = day(
        "the date agreed for the follow-up",
        "Date agreed for the follow-up",
        "Empty for the usual 9 to 12 months after a peer review.",
    )
    followed_up_on = past("the date it was followed up", "Date it was followed up")
    stated_strengths = count("Strengths stated", "Empty where the report gives no total.")
    stated_areas_for_development = count("Areas for development stated")
    stated_recommendations = count("Recommendations stated")
    stated_top_tips = count("Top tips stated")
    stated_lines_of_enquiry = count("Lines of enquiry stated")
    stated_points = line(
        "Strengths and areas together stated",
        40,
        "A number, or words such as “over 120”.",
        required=False,
    )

    def prepare_for(self, council):
        """Offers frameworks and grades; the framework's areas are offered for a new review only."""
        self.fields["framework"].queryset = Framework.objects.offered_to(council)
        offer_grades(self.fields["grade"], council, self.record and self.record.grade)
        if self.record:
            del self.fields["with_areas"]
            groups = [(legend, self._kept(names)) for legend, names in self.groups]
            self.helper = helper_for(self, submit=self.submit, groups=groups)

    def _kept(self, names):
        return [name for name in names if name in self.fields]


class ReviewFilters(ListFilters):
    """The filter of the list of reviews."""

    text = search_box("reviews", "title or inspecting body")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Every kind"), *Review.KINDS])
    published_from = DatePartsField(what="the start date", label="Published from")
    published_to = DatePartsField(what="the end date", label="Published to")


class ThemeForm(RecordForm):
    """A theme, line of enquiry or judgement area of a review."""

    title = line("Theme", 200, "In the words of the report, in its order.")
    grade = choice_of_grade()

    def prepare_for(self, council):
        """Offers the grades."""
        offer_grades(self.fields["grade"], council, self.record and self.record.grade)


class GradesForm(RecordForm):
    """The grade of every theme of a review, on one page. `record` is the review."""

    submit = "Save the grades"

    def prepare_for(self, council):
        """One list of the grades of the review's framework for each theme."""
        self.themes = list(self.record.themes.all())
        for theme in self.themes:
            field = choice_of_grade()
            field.label = theme.title
            offer_grades(field, council, theme.grade)
            field.initial = theme.grade
            self.fields[f"theme_{theme.pk}"] = field
        self.helper = helper_for(self, submit=self.submit, groups=())

    def grades(self):
        """A dict of theme → the grade chosen."""
        return {theme: self.cleaned_data[f"theme_{theme.pk}"] for theme in self.themes}

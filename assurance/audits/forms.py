"""The forms of case-file audits and of totals, and the filters of their lists."""

from django import forms
from django.utils.text import slugify

from assurance.audits import rules
from assurance.audits.models import CaseAudit, Grade
from assurance.people.models import Team
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, yes_or_no
from config.forms import DatePartsField

WIDE = {"class": "govuk-input--width-20"}
NO_NAMES = "Do not name a child, a family or a worker."


class GradeChoice(forms.ModelChoiceField):
    """One grade of the council's scales, said with its scale."""

    def label_from_instance(self, grade):
        """The choice's words."""
        return f"{grade.label} ({grade.scale.title})"


def words(label, hint="", required=False):
    """A field of free words."""
    return forms.CharField(
        label=label, help_text=hint, required=required, widget=forms.Textarea(attrs={"rows": 4})
    )


class AuditForm(RecordForm):
    """A case-file audit."""

    groups = (
        (
            "The audit",
            ["reference", "audited_on", "team", "method", "auditor_role", "own_team"],
        ),
        ("Grade", ["first_grade", "moderated_grade"]),
        ("What came of it", ["shared_on", "recorded_on"]),
        ("What it found", ["strengths", "areas_for_development", "actions"]),
    )

    reference = forms.CharField(
        label="Audit reference",
        help_text="A reference of the audit's own, never the child's name or case number.",
        max_length=40,
        widget=forms.TextInput(attrs=WIDE),
        error_messages={
            "required": "Enter the audit's reference",
            "max_length": "The audit's reference must have 40 characters or fewer",
        },
    )
    audited_on = PastDateField(what="the date of the audit", label="Date of the audit")
    team = forms.ModelChoiceField(
        Team.objects.none(),
        label="Team whose work was audited",
        empty_label="Select a team",
        error_messages={
            "required": "Select the team whose work was audited",
            "invalid_choice": "Select a team from the list",
        },
    )
    method = forms.ChoiceField(
        label="How it was done",
        choices=CaseAudit.METHODS,
        widget=forms.RadioSelect,
        initial="desk",
        error_messages={
            "required": "Select how the audit was done",
            "invalid_choice": "Select how the audit was done from the list",
        },
    )
    auditor_role = forms.CharField(
        label="Auditor's role",
        help_text="The role's title, such as “Practice Manager”, not a name.",
        max_length=120,
        widget=forms.TextInput(attrs=WIDE),
        error_messages={
            "required": "Enter the auditor's role",
            "max_length": "The auditor's role must have 120 characters or fewer",
        },
    )
    own_team = yes_or_no(
        "The team that was audited",
        "Another team",
        label="The auditor belongs to",
        error_messages={"required": "Select which team the auditor belongs to"},
    )
    first_grade = GradeChoice(
        Grade.objects.none(),
        label="First grade",
        required=False,
        empty_label="Not graded",
        error_messages={"invalid_choice": "Select the first grade from the list"},
    )
    moderated_grade = GradeChoice(
        Grade.objects.none(),
        label="Grade at moderation",
        help_text="Both grades are kept; the moderated one counts.",
        required=False,
        empty_label="Not moderated",
        error_messages={"invalid_choice": "Select the grade at moderation from the list"},
    )
    shared_on = PastDateField(
        what="the date it was shared with the worker",
        label="Date shared with the worker",
        required=False,
    )
    recorded_on = PastDateField(
        what="the date the discussion was recorded",
        label="Date the discussion was recorded on the child's record",
        required=False,
    )
    strengths = words("Strengths", NO_NAMES)
    areas_for_development = words("Areas for development", NO_NAMES)
    actions = words("Actions agreed", NO_NAMES)

    def prepare_for(self, council):
        """Offers the council's teams and the grades of its scales."""
        self.fields["team"].queryset = Team.objects.of(council)
        grades = Grade.objects.of(council)
        self.fields["first_grade"].queryset = grades
        self.fields["moderated_grade"].queryset = grades

    def clean(self):
        """Says at its field what does not fit together, where its parts could be read at all."""
        told = super().clean()
        parts = ("audited_on", "team", "first_grade", "moderated_grade", "shared_on", "recorded_on")
        read = {name: told.get(name) for name in parts}
        for field, sentence in rules.faults(**read):
            if not {field, *rules.SPEAKS_OF[field]} & set(self.errors):
                self.add_error(field, sentence)
        return told


class AuditFilters(ListFilters):
    """The filter of the list of audits."""

    text = forms.CharField(label="Words", help_text="In the reference, role or findings.")
    team = forms.ModelChoiceField(Team.objects.none(), label="Team", empty_label="Every team")
    service = forms.ChoiceField(label="Service")
    done_from = DatePartsField(what="the first day", label="Done from")
    done_to = DatePartsField(what="the last day", label="Done to")
    grade = GradeChoice(Grade.objects.none(), label="Grade", empty_label="Every grade")
    shared = forms.ChoiceField(
        label="Shared with the worker",
        choices=[("", "Either"), ("yes", "Shared"), ("no", "Not shared")],
    )
    recorded = forms.ChoiceField(
        label="Discussion of those shared",
        choices=[("", "Either"), ("yes", "Recorded"), ("no", "Not recorded")],
    )
    own_team = forms.ChoiceField(
        label="Auditor's team",
        choices=[("", "Either"), ("yes", "Own team"), ("no", "Another team")],
    )

    def prepare_for(self, council):
        """Offers the council's teams, services and grades."""
        teams = Team.objects.of(council)
        self.fields["team"].queryset = teams
        services = [(name, name) for name in teams.services()]
        self.fields["service"].choices = [("", "Every service"), *services]
        self.fields["grade"].queryset = Grade.objects.of(council)


def count(label, hint="", **kwargs):
    """A field of a count of audits."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=0,
        max_value=100_000,
        error_messages={
            "required": f"Enter a number for “{label}”",
            "invalid": f"“{label}” must be a whole number, such as 67",
            "min_value": f"“{label}” must be 0 or more",
            "max_value": f"“{label}” must be 100,000 or fewer",
        },
        **kwargs,
    )


class TotalForm(RecordForm):
    """A total of audits that are not recorded one by one."""

    title = forms.CharField(
        label="Title",
        help_text="Such as “Audit of open Child in Need cases, April 2019”.",
        max_length=160,
        error_messages={
            "required": "Enter a title",
            "max_length": "The title must have 160 characters or fewer",
        },
    )
    start = PastDateField(what="the first day of the period", label="First day of the period")
    end = PastDateField(what="the last day of the period", label="Last day of the period")
    done = count("Audits done", "Leave out audits that are recorded here one by one.")
    shared = count("Of those, shared with the worker", "Empty where not known.", required=False)
    recorded = count(
        "Of those shared, discussion recorded", "Empty where not known.", required=False
    )
    source = forms.CharField(
        label="Source",
        help_text="Where the numbers stand, such as the report and its date.",
        max_length=200,
        error_messages={
            "required": "Enter the source of the numbers",
            "max_length": "The source must have 200 characters or fewer",
        },
    )

    def clean(self):
        """Says at its field what does not fit together."""
        told = super().clean()
        read = {name: told.get(name) for name in ("start", "end", "done", "shared", "recorded")}
        if not {"shared", "recorded"} & set(self.errors):
            for field, sentence in rules.faults_of_total(**read):
                self.add_error(field, sentence)
        return told


class ScaleForm(RecordForm):
    """A scale of grades. Its grades are asked for once: audits carry them from then on."""

    title = forms.CharField(
        label="Title",
        max_length=120,
        error_messages={
            "required": "Enter the title of the scale",
            "max_length": "The title must have 120 characters or fewer",
        },
    )
    grades = forms.CharField(
        label="Grades",
        help_text="One on each line, the best first. They cannot be changed afterwards: a scale "
        "with other grades is a new scale.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the grades, one on each line"},
    )
    from_date = DatePartsField(what="the scale's first day", label="First day")
    to_date = DatePartsField(
        what="the scale's last day",
        label="Last day",
        help_text="Empty while the scale is in force.",
        required=False,
    )

    def prepare_for(self, council):
        """A scale that is kept shows its grades and does not ask for them."""
        self.fields["grades"].disabled = self.record is not None

    def initial_of(self, record):
        """The scale's values, its grades as lines."""
        lines = "\n".join(grade.label for grade in record.grades.all())
        return {**super().initial_of(record), "grades": lines}

    def clean_grades(self):
        """(code, label) of each grade, best first."""
        labels = [line.strip() for line in self.cleaned_data["grades"].splitlines() if line.strip()]
        grades = [(slugify(label).replace("-", "_")[:40], label) for label in labels]
        if sentence := rules.why_not_grades(grades):
            raise forms.ValidationError(sentence)
        return grades

    def clean(self):
        """Says at its field what does not fit together."""
        told = super().clean()
        if sentence := rules.why_not_end_scale(told.get("from_date"), told.get("to_date")):
            self.add_error("to_date", sentence)
        return told

    def said(self):
        """A new scale's name is made of its title; a kept one's name and grades stay."""
        told = super().said()
        if self.record is None:
            return {**told, "slug": slugify(told["title"])[:60]}
        return {name: value for name, value in told.items() if name != "grades"}


class ScaleFilters(ListFilters):
    """Scales are few and never withdrawn: their list has no filter."""

    withdrawn = None

    def narrow(self, rows):
        """Every scale."""
        return rows


class TotalFilters(ListFilters):
    """The filter of the list of totals."""

    text = forms.CharField(label="Words", help_text="In the title or the source.")
    done_from = DatePartsField(what="the first day", label="Done from")
    done_to = DatePartsField(what="the last day", label="Done to")

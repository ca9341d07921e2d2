"""The forms of case-file audits and of totals, and the filters of their lists."""

from django import forms

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditTheme
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.scales import Grade
from assurance.audits.rules import case_audits
from assurance.govuk.forms import DatePartsField, helper_for
from assurance.people.models.teams import Team
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, past, yes_or_no

WIDE = {"class": "govuk-input--width-20"}
NO_NAMES = "Do not name a child, a family or a worker."


class GradeChoice(forms.ModelChoiceField):
    """One grade of the council's scales, said with its scale."""

    def label_from_instance(self, grade):
        """The choice's words."""
        return f"{grade.label} ({grade.scale.title})"


def row_of(rows, label, empty, hint="", required=False):
    """A field that chooses one row of `rows`, whose choices are set once the council is known."""
    return forms.ModelChoiceField(
        rows,
        label=label,
        help_text=hint,
        required=required,
        empty_label=empty,
        error_messages={
            "required": f"Select “{label}”",
            "invalid_choice": f"Select “{label}” from the list",
        },
    )


def several_of(rows, label, hint=""):
    """A field that ticks any of `rows`, whose choices are set once the council is known."""
    return forms.ModelMultipleChoiceField(
        rows,
        label=label,
        help_text=hint,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": f"Select “{label}” from the list",
            "invalid_pk_value": f"Select “{label}” from the list",
            "list": f"Select “{label}” from the list",
        },
    )


def leave_out(form, names):
    """Takes fields that offer nothing to choose off a form that stands in groups."""
    for name in names:
        del form.fields[name]
    groups = [
        (legend, [item for item in current if item in form.fields])
        for legend, current in form.groups
    ]
    form.helper = helper_for(
        form, submit=form.submit, groups=[group for group in groups if group[1]]
    )


def text_area(label, hint="", required=False):
    """A field of free words."""
    return forms.CharField(
        label=label, help_text=hint, required=required, widget=forms.Textarea(attrs={"rows": 4})
    )


class AuditForm(RecordForm):
    """A case-file audit."""

    field_faults = staticmethod(case_audits.faults_of_audit)
    speaks_of = case_audits.SPEAKS_OF

    groups = (
        (
            "The audit",
            [
                *("reference", "audited_on", "team", "method", "round"),
                *("auditor_role", "own_team", "auditor_team"),
            ],
        ),
        ("Grade", ["first_grade", "moderated_grade"]),
        ("What came of it", ["shared_on", "recorded_on"]),
        ("What it found", ["strengths", "areas_for_development", "actions"]),
        ("Themes found again", ["themes"]),
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
    auditor_team = row_of(
        Team.objects.none(),
        "The auditor's own team, where it is another",
        "Not known, or the same team",
        "The programme counts by it who has audited another team's cases.",
    )
    round = row_of(
        AuditRound.objects.none(),
        "Round of the audit programme",
        "None",
        "The audit counts towards its number.",
    )
    themes = several_of(AuditTheme.objects.none(), "Themes that this audit found")
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
    shared_on = past("the date it was shared with the worker", "Date shared with the worker")
    recorded_on = past(
        "the date the discussion was recorded",
        "Date the discussion was recorded on the child's record",
    )
    strengths = text_area("Strengths", NO_NAMES)
    areas_for_development = text_area("Areas for development", NO_NAMES)
    actions = text_area("Actions agreed", NO_NAMES)

    def prepare_for(self, council):
        """Offers the council's teams and the grades of its scales."""
        self.fields["team"].queryset = Team.objects.of(council)
        grades = Grade.objects.of(council)
        self.fields["first_grade"].queryset = grades
        self.fields["moderated_grade"].queryset = grades
        self.fields["auditor_team"].queryset = Team.objects.of(council)
        self.fields["round"].queryset = AuditRound.objects.offered(council, self.record)
        self.fields["themes"].queryset = AuditTheme.objects.offered(council, self.record)
        if not self.fields["themes"].queryset.exists():
            leave_out(self, ["themes"])


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

    moderation = forms.ChoiceField(
        label="Moderation",
        choices=[
            *(("", "Moderated or not"), ("changed", "Grade changed")),
            *(("confirmed", "Grade confirmed"), ("none", "Not moderated")),
        ],
    )
    round = row_of(AuditRound.objects.none(), "Round", "Every round and none")
    theme = row_of(AuditTheme.objects.none(), "Theme found", "Every theme and none")

    def prepare_for(self, council):
        """Offers the council's teams, services, grades, rounds and themes."""
        rounds = AuditRound.objects.of(council).active().select_related("kind")
        self.fields["round"].queryset = rounds
        self.fields["theme"].queryset = AuditTheme.objects.of(council).active()
        teams = Team.objects.of(council)
        self.fields["team"].queryset = teams
        services = [(name, name) for name in teams.services()]
        self.fields["service"].choices = [("", "Every service"), *services]
        self.fields["grade"].queryset = Grade.objects.of(council)


class SharedForm(RecordForm):
    """The days that many audits have in common, such as that of a feedback meeting."""

    submit = "Show what would change"

    shared_on = AuditForm.base_fields["shared_on"]
    recorded_on = AuditForm.base_fields["recorded_on"]

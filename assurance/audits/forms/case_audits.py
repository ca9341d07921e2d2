"""The forms of case-file audits and of totals, and the filters of their lists."""

from datetime import date

from django import forms

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.kinds import AuditTheme
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.scales import Grade, GradeScale
from assurance.audits.rules import case_audits, reaudits
from assurance.govuk.forms import DatePartsField, search_box
from assurance.people import succession
from assurance.people.forms.post_fields import offer_posts, own_post_in, post_field
from assurance.people.forms.teams import TeamChoice
from assurance.people.models.teams import Team, TeamSuccession
from assurance.registers.confirmed_words import NO_NAMES
from assurance.registers.forms import (
    ListFilters,
    PastDateField,
    RecordForm,
    leave_out,
    line,
    past,
    yes_or_no,
    yours_filter,
)
from assurance.registers.short_forms.own_reference import OwnReference

WIDE = {"class": "govuk-input--width-20"}


class GradeChoice(forms.ModelChoiceField):
    """One grade of the council's scales, said with its scale."""

    def label_from_instance(self, grade):
        """The choice's words."""
        return f"{grade.label} ({grade.scale.title})"


def row_of(rows, label, empty, hint="", required=False, field=forms.ModelChoiceField):
    """A field that chooses one row of `rows`, whose choices are set once the council is known."""
    return field(
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


def several_of(rows, label, hint="", field=forms.ModelMultipleChoiceField):
    """A field that ticks any of `rows`, whose choices are set once the council is known."""
    return field(
        rows,
        label=label,
        help_text=hint,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def text_area(label, hint="", required=False):
    """A field of free words."""
    return forms.CharField(
        label=label, help_text=hint, required=required, widget=forms.Textarea(attrs={"rows": 4})
    )


class AuditForm(OwnReference, RecordForm):
    """A case-file audit."""

    referred, why_not_refer = CaseAudit, staticmethod(case_audits.why_not_refer)

    chosen_from = {"first_grade": GradeScale}
    proposed_for = own_post_in("auditor")

    field_faults = staticmethod(case_audits.faults_beside_moderation)
    speaks_of = case_audits.SPEAKS_OF
    later = ("Outcome", "Views given to the auditor")

    groups = (
        (
            "The audit",
            [
                *("reference", "audited_on", "team", "method", "round"),
                *("auditor", "own_team", "auditor_team", "earlier_audit"),
            ],
        ),
        ("Grade", ["first_grade"]),
        ("Outcome", ["shared_on", "recorded_on"]),
        ("Findings", ["strengths", "areas_for_development", "actions"]),
        ("Views given to the auditor", ["child_view", "family_view", "worker_view"]),
        ("Repeated themes", ["themes"]),
    )

    reference = forms.CharField(
        label="Audit reference",
        help_text="A reference of the audit’s own, never the child’s name or case number.",
        max_length=40,
        widget=forms.TextInput(attrs=WIDE),
        error_messages={
            "required": "Enter the audit’s reference",
            "max_length": "The audit’s reference must have 40 characters or fewer",
        },
    )
    audited_on = PastDateField(what="the date of the audit", label="Date of the audit")
    team = TeamChoice(
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
    auditor = post_field("Auditor’s post")
    own_team = yes_or_no(
        "The team that was audited",
        "Another team",
        label="The auditor belongs to",
        error_messages={"required": "Select which team the auditor belongs to"},
    )
    auditor_team = row_of(
        Team.objects.none(),
        "The auditor’s own team, where it is another",
        "Not known, or the same team",
        "The programme counts by it who has audited another team’s cases.",
        field=TeamChoice,
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
    shared_on = past("the date it was shared with the worker", "Date shared with the worker")
    recorded_on = past(
        "the date the discussion was recorded",
        "Date the discussion was recorded on the child’s record",
    )
    strengths = text_area("Strengths", NO_NAMES)
    areas_for_development = text_area("Areas for development", NO_NAMES)
    actions = text_area(
        "Actions agreed",
        f"In a few words. Actions with an owner and a date are added once it is saved. {NO_NAMES}",
    )
    child_view = text_area("The child’s views", NO_NAMES)
    family_view = text_area("The family’s views", NO_NAMES)
    worker_view = text_area("The worker’s views", NO_NAMES)
    earlier_audit = line(
        "Audit that this one repeats",
        40,
        "For a re-audit: the reference of the earlier audit of the same case.",
        required=False,
    )

    def initial_of(self, record):
        """Its values, the earlier audit by its reference."""
        earlier = record.earlier_audit
        return {**super().initial_of(record), "earlier_audit": earlier and earlier.reference}

    def clean_earlier_audit(self):
        """The audit of the reference that was typed, or None."""
        typed = self.cleaned_data["earlier_audit"]
        audits = CaseAudit.objects.of(self.council)
        earlier = audits.with_reference(typed).first() if typed else None
        own = self.record and (self.record.pk, self.record.earlier_audit_id)
        before = earlier, self.cleaned_data.get("audited_on")
        wrong = reaudits.why_not_known(typed, earlier)
        if wrong := wrong or reaudits.why_not_repeat(*before, *(own or ())):
            raise forms.ValidationError(wrong)
        return earlier

    def besides(self):
        """The grade at moderation, which has a page of its own."""
        return {"moderated_grade": self.record.moderated_grade if self.record else None}

    def prepare_for(self, council):
        """Offers the council's teams and the grades of its scales."""
        self.fields["team"].queryset = Team.objects.of(council)
        offer_posts(self, "auditor")
        grades = Grade.objects.of(council)
        self.fields["first_grade"].queryset = grades
        self.fields["auditor_team"].queryset = Team.objects.of(council)
        self.fields["round"].queryset = AuditRound.objects.offered(council, self.record)
        self.fields["themes"].queryset = AuditTheme.objects.offered(council, self.record)
        if not self.fields["themes"].queryset.exists():
            leave_out(self, ["themes"])


class AuditFilters(ListFilters):
    """The filter of the list of audits."""

    text = search_box("audits", "reference, auditor’s post or findings")
    team = forms.ModelChoiceField(Team.objects.none(), label="Team", empty_label="Every team")
    before = forms.ChoiceField(
        label="Teams that the chosen team follows",
        choices=[("", "Leave out"), ("yes", "Show their audits too")],
    )
    service = forms.ChoiceField(label="Service")
    done_from = DatePartsField(what="the start date", label="Done from")
    done_to = DatePartsField(what="the end date", label="Done to")
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
        label="Auditor’s team",
        choices=[("", "Either"), ("yes", "Own team"), ("no", "Another team")],
    )

    moderation = forms.ChoiceField(
        label="Moderation",
        choices=[
            *(("", "Moderated or not"), ("moderated", "Moderated")),
            ("changed", "Grade changed"),
            *(("confirmed", "Grade confirmed"), ("none", "Not moderated")),
            ("waiting", "Waits for its moderation"),
        ],
    )
    yours = yours_filter(("moderate", "You, to moderate it"))
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
        self.steps = TeamSuccession.objects.of(council).steps()
        if not self.steps:
            self.fields["before"].widget = forms.HiddenInput()
        chosen = [step for step in self.steps if str(step.after) == self.data.get("team")]
        sentences = succession.sentences(chosen, date.min, date.max)
        self.fields["before"].help_text = " ".join(sentences)

    def chosen(self):
        """What was asked for: a team alone, or with every team that it follows."""
        values = super().chosen()
        with_before, team = values.pop("before", ""), values.get("team")
        if with_before and team:
            values["teams"] = {values.pop("team").pk, *succession.follows(team.pk, self.steps)}
        return values


class SharedForm(RecordForm):
    """The days that many audits have in common, such as that of a feedback meeting."""

    submit = "Show what would change"

    shared_on = AuditForm.base_fields["shared_on"]
    recorded_on = AuditForm.base_fields["recorded_on"]

"""The form of learning meetings, and the filter of their list."""

from django import forms

from assurance.audits.forms.case_audits import row_of, several_of, text_area
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.rules import learning
from assurance.govuk.forms import DatePartsField, search_box
from assurance.people.forms.teams import TeamChoice
from assurance.people.models.teams import Team
from assurance.registers.confirmed_words import NO_NAMES
from assurance.registers.forms import (
    ListFilters,
    PastDateField,
    RecordForm,
    day,
    leave_out,
    line,
    past,
)

# So many forums are named beside the field.
MOST = 12


class MeetingForm(RecordForm):
    """A learning meeting."""

    field_faults = staticmethod(lambda values: learning.faults({"rounds": None, **values}))
    speaks_of = learning.SPEAKS_OF

    groups = (
        ("The meeting", ["forum", "held_on", "team"]),
        ("Material reviewed", ["rounds", "audits", "reviewed_from", "reviewed_to", "reviewed"]),
        ("Learning", ["strengths", "areas_for_development"]),
        ("Next steps", ["circulated_to", "circulated_on", "next_on"]),
    )

    forum = line("Forum", 120, "Such as “Performance meeting”.")
    held_on = PastDateField(what="the date of the meeting", label="Date of the meeting")
    team = row_of(
        Team.objects.none(), "Team whose work it was about", "Every team", field=TeamChoice
    )
    rounds = several_of(AuditRound.objects.none(), "Rounds of the audit programme")
    audits = text_area("Case audits, by their references", "One to a line.")
    reviewed_from = past("the start date of the audits reviewed", "Audits done from")
    reviewed_to = past("the end date of the audits reviewed", "Audits done to")
    reviewed = text_area("Other material reviewed", NO_NAMES)
    strengths = text_area("Strengths", NO_NAMES)
    areas_for_development = text_area("Areas for development", NO_NAMES)
    circulated_to = line("Circulated to", 200, "Roles or teams, not names.", required=False)
    circulated_on = past("the date it was circulated", "Circulated on")
    next_on = day("the date of the next meeting", "Next meeting")

    def prepare_for(self, council):
        """Offers the council's teams and rounds, and names its forums."""
        self.fields["team"].queryset = Team.objects.of(council)
        forums = LearningMeeting.objects.bodies(council).values_list("title", flat=True)[:MOST]
        if forums:
            named = f"Named as in boards and forums, where it is one: {', '.join(forums)}."
            self.fields["forum"].help_text = named
        rounds = AuditRound.objects.offered_to_a_meeting(council, self.record)
        self.fields["rounds"].queryset = rounds
        if not rounds.exists():
            leave_out(self, ["rounds"])

    def initial_of(self, record):
        """The audits by their references."""
        references = (audit.reference for audit in record.audits.order_by("reference"))
        return {**super().initial_of(record), "audits": "\n".join(references)}

    def clean_audits(self):
        """The audits of the references that were typed."""
        typed = learning.references_of(self.cleaned_data["audits"])
        index = CaseAudit.objects.of(self.council).by_references(typed)
        unknown = [item for item in typed if item not in index]
        withdrawn = [item for item in index if index[item].is_withdrawn]
        if sentence := learning.why_not_audits(unknown, withdrawn):
            raise forms.ValidationError(sentence)
        return list(dict.fromkeys(index.values()))

    def values_to_save(self):
        """The cleaned values; no rounds where the council has none to choose from."""
        return {"rounds": [], **super().values_to_save()}


class MeetingFilters(ListFilters):
    """The filter of the list of learning meetings."""

    text = search_box("meetings", "forum, findings or who was sent them")
    team = row_of(Team.objects.none(), "Team", "Every team")
    held_from = DatePartsField(what="the start date", label="Meetings from")
    held_to = DatePartsField(what="the end date", label="Meetings until")
    following = forms.ChoiceField(
        label="Next meeting", choices=[("", "Either"), ("late", "Late: not recorded yet")]
    )

    def prepare_for(self, council):
        """Offers the council's teams."""
        self.fields["team"].queryset = Team.objects.of(council)

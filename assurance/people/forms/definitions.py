"""The forms of teams and populations, and the filters of their lists."""

from django import forms

from assurance.govuk.forms import DatePartsField, search_box
from assurance.people import rules
from assurance.people.models.people import Cohort, Engagement
from assurance.people.models.teams import Team
from assurance.registers.forms import ListFilters, RecordForm, day, ends_by, yes_or_no
from assurance.registers.short_forms.addresses import AddressedForm, AddressField
from assurance.runtime.typography import with_capital


class TeamForm(RecordForm):
    """A team within a service."""

    field_faults = ends_by(rules.why_not_end_team)

    name = forms.CharField(
        label="Name of the team",
        max_length=120,
        error_messages={
            "required": "Enter the name of the team",
            "max_length": "The name of the team must have 120 characters or fewer",
        },
    )
    service = forms.CharField(
        label="Service",
        max_length=120,
        error_messages={
            "required": "Enter the service that the team belongs to",
            "max_length": "The service must have 120 characters or fewer",
        },
    )
    from_date = DatePartsField(what="the team’s start date", label="Start date")
    to_date = day(
        "the team’s end date",
        "End date",
        "Empty while the team is there. A team that ended stays in the list.",
    )


class TeamSuccessionForm(RecordForm):
    """The team that came before one, and the day from which that one follows it."""

    before = forms.ModelChoiceField(
        Team.objects.none(),
        label="Team before",
        help_text="Of a merger add each of the teams that were merged.",
        empty_label="Select a team",
        error_messages={
            "required": "Select the team before",
            "invalid_choice": "Select the team before from the list",
        },
    )
    from_date = DatePartsField(
        what="the date from which it follows the team before",
        label="Follows it from",
        help_text="Counts of teams have the earlier team up to the day before.",
    )

    def prepare_for(self, council):
        """Offers the council's other teams."""
        team = self.record.team if self.record else self.parent
        self.fields["before"].queryset = Team.objects.of(council).exclude(pk=team and team.pk)


class TeamFilters(ListFilters):
    """The filter of the list of teams, which are never withdrawn."""

    withdrawn = None
    text = search_box("teams", "name or service")


class CohortForm(AddressedForm, RecordForm):
    """A population: who belongs to it, in words that a paper can print."""

    field_faults = ends_by(rules.why_not_end_cohort)

    title = forms.CharField(
        label="Title",
        help_text="Such as “Children’s social care staff”.",
        max_length=160,
        error_messages={
            "required": "Enter the title",
            "max_length": "The title must have 160 characters or fewer",
        },
    )
    slug = AddressField("Short name in addresses and figures")
    kind = forms.ChoiceField(
        label="People counted",
        choices=[(kind, with_capital(text)) for kind, text in Cohort.KINDS],
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the population counts"},
    )
    definition = forms.CharField(
        label="Who belongs to it",
        help_text="Reports print these words. They cannot change once a position counts them.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Describe who belongs to the population"},
    )
    groups = forms.MultipleChoiceField(
        label="Groups of the DBS register that belong to it",
        help_text="Needed for counting from the register.",
        choices=Engagement.GROUPS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    usual = yes_or_no(
        label="Is it the usual population of its kind?",
        help_text="A figure that names no population is about the usual one.",
        error_messages={"required": "Select whether it is the usual population"},
    )
    from_date = DatePartsField(what="the start date", label="Start date")
    to_date = day("the end date", "End date", "Empty while the population is in use.")

    def taken_addresses(self):
        """Those of the council's populations."""
        return Cohort.objects.of(self.council).values_list("slug", flat=True)


class CohortFilters(ListFilters):
    """The filter of the list of populations, which are never withdrawn."""

    withdrawn = None
    kind = forms.ChoiceField(label="People counted", choices=[("", "Either"), *Cohort.KINDS])

"""The form that adds a population for each group of the register that none counts."""

from django import forms
from django.utils.text import slugify

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.people.models.people import Cohort, Engagement

# Group → what a population of it alone is called.
TITLES = {
    "employee": "Employees",
    "agency": "Agency staff",
    "foster_carer": "Foster carers",
    "household": "Household members of foster carers",
    "independent_visitor": "Independent visitors",
    "volunteer": "Volunteers",
    "panel": "Adoption and fostering panel members",
    "governor": "School governors",
    "elected": "Elected members",
    "contractor": "Contractors",
}


def groups_to_count(council) -> list[str]:
    """The groups that no population of the council counts, in the order of the register."""
    rows = Cohort.objects.of(council).filter(kind=Cohort.STAFF, to_date__isnull=True)
    covered = {group for groups in rows.values_list("groups", flat=True) for group in groups}
    return [group for group, _ in Engagement.GROUPS if group not in covered]


class PopulationsForm(GovukForm):
    """Which groups become populations of their own, and from which day."""

    submit = "Add these populations"

    groups = forms.MultipleChoiceField(
        label="Groups that no population counts",
        help_text="Each becomes a population of its own, which has its own DBS position.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one group"},
    )
    from_date = DatePartsField(
        what="the start date",
        label="Start date",
        help_text="The earliest day whose position is to be counted.",
    )

    def __init__(self, data=None, *, groups, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["groups"].choices = [(group, TITLES[group]) for group in groups]

    def populations(self):
        """The fields of each population that was chosen."""
        labels = dict(Engagement.GROUPS)
        return [
            {
                "kind": Cohort.STAFF,
                "slug": slugify(TITLES[group]),
                "title": TITLES[group],
                "definition": f"Everybody in the DBS register as “{labels[group]}”, in a role "
                "that needs a check.",
                "groups": [group],
                "usual": False,
                "from_date": self.cleaned_data["from_date"],
                "to_date": None,
            }
            for group in self.cleaned_data["groups"]
        ]

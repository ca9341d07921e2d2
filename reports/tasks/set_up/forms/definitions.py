"""The forms that set up populations and small numbers, each with what is proposed."""

from django import forms
from django.utils.text import slugify

from assurance.audits.forms.scales import ScaleForm
from assurance.dbs.forms.checks import PolicyForm as RecheckForm
from assurance.figures.models import LARGEST, DisclosurePolicy
from assurance.figures.small_numbers import MOST
from assurance.govuk.forms import helper_for
from assurance.govuk.numbers import WholeNumberField
from assurance.people.models.people import Cohort
from assurance.registers.forms import RecordForm, line
from reports.tasks.set_up.forms.people import NOTHING_LEFT, first_day, since_field

NO_POPULATION = "Tick at least one population"
STAFF_GROUPS = ("employee", "agency", "contractor")
CARER_GROUPS = ("foster_carer", "household", "independent_visitor", "panel", "volunteer")
# Name in the form → what is proposed; `{council}` is the council's short name.
PROPOSED_POPULATIONS = {
    "staff": {
        "title": "Children’s social care staff",
        "kind": Cohort.STAFF,
        "groups": list(STAFF_GROUPS),
        "definition": "Everyone in post, employed, through an agency or under contract, whose role "
        "in children’s services needs a DBS check.",
    },
    "carers": {
        "title": "Foster carers, panel members and volunteers",
        "kind": Cohort.STAFF,
        "groups": list(CARER_GROUPS),
        "definition": "Foster carers and adults who live with them, independent visitors, members "
        "of the adoption and fostering panel, and volunteers.",
    },
    "children": {
        "title": "Children looked after by {council}",
        "kind": Cohort.CHILDREN,
        "groups": [],
        "definition": "Every child looked after by the Council under section 22 of the Children "
        "Act 1989 at the end of the day, wherever the child lives. Agreed series of short breaks "
        "are left out.",
    },
}
USUAL_GRADES = "Outstanding\nGood\nRequires improvement\nInadequate"


class PopulationsForm(RecordForm):
    """The populations that are proposed, each to be changed or left out."""

    submit = "Save the populations"

    from_date = since_field("They are counted from")

    def prepare_for(self, council):
        """Draws what is proposed and not there yet."""
        known = {(row.kind, row.title) for row in Cohort.objects.of(council)}
        self.proposed = {
            name: {**row, "title": row["title"].format(council=council.short_name)}
            for name, row in PROPOSED_POPULATIONS.items()
        }
        for name, row in list(self.proposed.items()):
            if (row["kind"], row["title"]) in known:
                del self.proposed[name]
        for name, row in self.proposed.items():
            self.fields |= _population_fields(name, row)
        groups = [(row["title"], _population_fields(name, row)) for name, row in self._rows()]
        self.helper = helper_for(self, submit=self.submit, groups=groups)
        self.helper.mark_optional = False

    def clean(self):
        """Asks for the title and definition of what is ticked, and for one tick."""
        fields = super().clean()
        for name in self.proposed:
            for part, sentence in (("title", "its title"), ("definition", "who belongs to it")):
                field = f"{name}_{part}"
                if fields.get(name) and field not in self.errors and not fields.get(field):
                    self.add_error(field, f"Enter {sentence}, or leave the population out")
        if self.nothing_left:
            self.add_error(None, NOTHING_LEFT)
        elif not self.errors and not any(fields[name] for name in self.proposed):
            self.add_error(next(iter(self.proposed)), NO_POPULATION)
        return fields

    @property
    def nothing_left(self):
        """Whether every population that is proposed is there."""
        return not self.proposed

    def populations(self):
        """The fields of each population that is ticked, but for its first day."""
        fields = self.cleaned_data
        return [
            {
                **row,
                "title": fields[f"{name}_title"],
                "slug": slugify(fields[f"{name}_title"])[:60],
                "definition": fields[f"{name}_definition"],
            }
            for name, row in self._rows()
            if fields[name]
        ]

    def _rows(self):
        return self.proposed.items()


def _population_fields(name, row):
    return {
        name: forms.BooleanField(
            label=f"Count this population: {row['title']}", required=False, initial=True
        ),
        f"{name}_title": forms.CharField(
            label="Title", required=False, max_length=160, initial=row["title"]
        ),
        f"{name}_definition": forms.CharField(
            label="Who belongs to it",
            required=False,
            initial=row["definition"],
            widget=forms.Textarea(attrs={"rows": 3}),
        ),
    }


class GradesForm(ScaleForm):
    """A scale of grades, with the usual four proposed."""

    submit = "Save the grades"

    def prepare_for(self, council):
        """Proposes the usual four grades and when they began."""
        super().prepare_for(council)
        usual = {"title": "Four grades", "grades": USUAL_GRADES, "from_date": first_day()}
        self.initial = {**usual, **self.initial}


class PolicyForm(RecheckForm):
    """A re-check policy, with the usual months proposed."""

    submit = "Save the policy"

    def prepare_for(self, council):
        """Proposes when it began and an audit every half-year; offers the council's posts."""
        super().prepare_for(council)
        self.initial = {"from_date": first_day(), "audit_months": 6, **self.initial}


class SmallNumbersForm(RecordForm):
    """The largest numbers that are hidden, of each kind of people."""

    submit = "Save the policy of small numbers"

    from_date = since_field("It applies to reports of this date or later")
    minute = line("Minute", 120, "Where the decision is recorded.", required=False)

    def prepare_for(self, council):
        """Asks of each kind that no policy of its own is recorded for."""
        known = set(DisclosurePolicy.objects.of(council).active().values_list("counted", flat=True))
        self.counted = [(key, text) for key, text in DisclosurePolicy.COUNTED if key not in known]
        for key, text in self.counted:
            label = f"{text}: largest number that is hidden"
            self.fields[key] = WholeNumberField(
                label=label,
                initial=MOST,
                min_value=MOST,
                max_value=LARGEST,
            )
        self.order_fields([key for key, _text in self.counted])
        self.helper = helper_for(self, submit=self.submit)

    def clean(self):
        """Refuses a form that asks nothing."""
        fields = super().clean()
        if self.nothing_left:
            self.add_error(None, NOTHING_LEFT)
        return fields

    @property
    def nothing_left(self):
        """Whether each kind of people has a policy of its own."""
        return not self.counted

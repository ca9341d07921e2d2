"""The form of a census as counts, its filter, and the short forms of held returns."""

from django import forms

from assurance.govuk.forms import GovukForm, helper_for
from assurance.govuk.numbers import WholeNumberField
from assurance.looked_after.models import queries
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import AgeBand
from assurance.looked_after.models.tables import HEADINGS
from assurance.looked_after.rules.groups import NOT_BROKEN_DOWN, PLACEMENT
from assurance.looked_after.rules.positions import ENTERED_BREAKDOWNS, MEASURE, EnteredCensus
from assurance.people.models.people import Cohort
from assurance.registers.forms import ListFilters, PastDateField, RecordForm
from assurance.registers.short_forms.proposed_totals import Sum
from assurance.runtime.periods import today

COSTS = "Average yearly cost of one placement"
MOST = 1_000_000
# The groups whose placements councils buy one by one, besides every measure.
COSTED = ("agency_foster",)


def number(label, hint="", required=False):
    """A field of a whole number, 0 or more."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=required,
        min_value=0,
        max_value=MOST,
        example=21,
    )


def text_field(label, hint="", *, needs, required=True, longest=200):
    """A field of one line of words; `needs` is said where it is empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=longest,
        error_messages={
            "required": needs,
            "max_length": f"“{label}” must have {longest} characters or fewer",
        },
    )


class CostFields:
    """Fields for the average yearly cost of a placement, a pair per group in `costed`."""

    costed = {}

    def ask_costs(self, groups):
        """Asks for a cost and its source per group that councils buy; gives the fields' names."""
        offered = [group for group in groups if group.measure or group.slug in COSTED]
        self.costed = {group.slug: group.label for group in offered}
        for slug, label in self.costed.items():
            self.fields[f"cost_{slug}"] = number(f"{label}: pounds a year")
            self.fields[f"cost_source_{slug}"] = text_field(
                f"{label}: source of the cost", needs="Enter where the cost is from", required=False
            )
        return [f"{kind}_{slug}" for slug in self.costed for kind in ("cost", "cost_source")]

    def clean(self):
        """A cost has a source."""
        fields = super().clean()
        for group in self.costed:
            if fields.get(f"cost_{group}") is not None and not fields.get(f"cost_source_{group}"):
                self.add_error(f"cost_source_{group}", "Enter where the cost is from")
        return fields

    def unit_costs_given(self):
        """Group → (pounds, source), for each cost that was typed."""
        fields = self.cleaned_data
        return {
            group: (fields[f"cost_{group}"], fields[f"cost_source_{group}"])
            for group in self.costed
            if fields[f"cost_{group}"] is not None
        }


class CensusForm(CostFields, RecordForm):
    """A census as counts: entered new, or the newest edition corrected. The parts asked for are
    those that are defined on the census's own day, so a day typed long ago is asked again in that
    day's groups."""

    submit = "Save the count"
    submit_after = {"differs_because": "Save with this reason"}
    later = (
        *(heading for key, heading in HEADINGS.items() if key != PLACEMENT),
        COSTS,
    )

    cohort = forms.ModelChoiceField(
        Cohort.objects.none(),
        label="Which children are counted",
        empty_label=None,
        error_messages={
            "required": "Select which children are counted",
            "invalid_choice": "Select a population from the list",
        },
    )
    date = PastDateField(what="the date of the count", label="Date of the count")
    total = number("Children in all", "At the end of the day, each child once.", required=True)
    source = text_field(
        "Source",
        "Where the counts are from, such as “Monthly performance report, December 2015”.",
        needs="Enter where the counts are from",
    )
    differs_because = text_field(
        "Why it differs from the return",
        "Do not name a child or a family.",
        needs="Enter why it differs",
        required=False,
    )
    because = text_field(
        "Why it is corrected",
        "Do not name a child or a family.",
        needs="Enter why the count is corrected",
    )

    def prepare_for(self, council):
        """Asks for the parts that are defined on the day; leaves out what cannot be corrected."""
        if self.record:
            del self.fields["cohort"], self.fields["date"]
        else:
            del self.fields["because"]
            self.fields["cohort"].queryset = Cohort.objects.of(council).filter(kind=Cohort.CHILDREN)
        self.parts = self._defined(council, self.record.date if self.record else self._typed_day())
        groups = [("The count", [name for name in self.fields if name != "because"])]
        for breakdown, members in self.parts.items():
            fields = {f"{breakdown}_{member}": number(label) for member, label in members.items()}
            self.fields |= fields
            if fields:
                groups.append((HEADINGS[breakdown], list(fields)))
        groups.append((COSTS, self.ask_costs(self.groups_of_day)))
        if self.record:
            groups.append(("The correction", ["because"]))
        self.helper = helper_for(self, submit=self.submit, groups=groups)

    def sums(self):
        """The total with the parts of each breakdown; what is left is not broken down."""
        for breakdown, members in self.parts.items():
            if breakdown != MEASURE and members:
                names = [f"{breakdown}_{member}" for member in members]
                yield Sum("total", names, f"{breakdown}_{NOT_BROKEN_DOWN}")

    def initial_of(self, record):
        """What the census says now: a counted one in the groups of its day."""
        fields = {"total": record.total, "source": record.source if record.is_entered else ""}
        fields["differs_because"] = record.differs_because
        for breakdown, members in queries.parts_of(record).items():
            fields |= {f"{breakdown}_{member}": children for member, children in members.items()}
        return fields | costs_of(record)

    def values_to_save(self):
        """What the operation is told: `entered`, and which census or why it is corrected."""
        values = super().values_to_save()
        filled = {
            breakdown: {
                member: values[f"{breakdown}_{member}"]
                for member in members
                if values[f"{breakdown}_{member}"] is not None
            }
            for breakdown, members in self.parts.items()
        }
        entered = EnteredCensus(
            total=values["total"],
            source=values["source"],
            measures=filled.pop(MEASURE),
            parts={breakdown: members for breakdown, members in filled.items() if members},
            unit_costs=self.unit_costs_given(),
            differs_because=values.get("differs_because", ""),
        )
        if self.record:
            return {"entered": entered, "because": values["because"]}
        return {"entered": entered, "cohort": values["cohort"], "day": values["date"]}

    def _typed_day(self):
        if not self.is_bound:
            return self.initial.get("date") or today()
        field = self.fields["date"]
        typed = field.widget.value_from_datadict(self.data, self.files, self.add_prefix("date"))
        try:
            return field.to_python(typed) or today()
        except forms.ValidationError:
            return today()

    def _defined(self, council, day):
        groups = self.groups_of_day = queries.groups_on(council, day)
        parts = {
            PLACEMENT: {group.slug: group.label for group in groups if not group.measure},
            **{name: {} for name in ENTERED_BREAKDOWNS if name != PLACEMENT},
            MEASURE: {group.slug: group.label for group in groups if group.measure},
        }
        for band in AgeBand.objects.in_force(council, day):
            parts[band.set][band.slug] = band.label
        for breakdown in ENTERED_BREAKDOWNS:
            if parts[breakdown]:
                parts[breakdown][NOT_BROKEN_DOWN] = queries.NOT_BROKEN_DOWN_LABEL
        return parts


class CensusFilters(ListFilters):
    """The filter of the list of censuses."""

    cohort = forms.ModelChoiceField(
        Cohort.objects.none(), label="Which children", empty_label="Every population"
    )
    origin = forms.ChoiceField(label="Origin", choices=[("", "Either"), *Census.ORIGINS])
    year = WholeNumberField(
        label="Year",
        help_text="Such as 2015.",
        min_value=1990,
        max_value=2100,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "The year must be a year such as 2015"
        ),
    )
    earlier = forms.ChoiceField(
        label="Earlier editions", choices=[("", "Leave out"), ("yes", "Show too")]
    )

    def prepare_for(self, council):
        """Offers the council's populations of children."""
        self.fields["cohort"].queryset = Cohort.objects.of(council).filter(kind=Cohort.CHILDREN)


class CostsForm(CostFields, GovukForm):
    """The unit costs of a census whose children stand as they were counted."""

    submit = "Save the costs"

    def __init__(self, data=None, *, census, **kwargs):
        super().__init__(data, version=census.version, initial=costs_of(census), **kwargs)
        self.ask_costs(queries.groups_on(census.council, census.date))
        # The helper lays out the fields that are there when it is made.
        self.helper = helper_for(self, submit=self.submit)

    def values_to_save(self):
        """What the operation is told."""
        return {"unit_costs": self.unit_costs_given()}


def costs_of(census):
    """The initial values of the cost fields."""
    fields = {}
    for cost in census.unit_costs.all():
        fields |= {f"cost_{cost.group}": cost.pounds, f"cost_source_{cost.group}": cost.source}
    return fields


class TakeOfferForm(GovukForm):
    """Nothing to fill in: what differs stands above it."""

    submit = "Use the new count"


class TakeOffersForm(GovukForm):
    """Nothing to fill in: every day stands above it."""

    submit = "Use every new count"


class RecountForm(GovukForm):
    """Nothing to fill in: what was found stands above it."""

    submit = "Offer the new counts"


class RemoveRowsForm(GovukForm):
    """Nothing to fill in: the preview above it says what will go."""

    submit = "Remove the rows"

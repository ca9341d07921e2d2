"""The form of an outcome set with all its outcomes, and the filter of the list."""

from decimal import Decimal

from django import forms

from assurance.govuk.forms import helper_for, search_box
from assurance.govuk.numbers import WholeNumberField
from assurance.outcomes import rules
from assurance.outcomes.models import OutcomeSet
from assurance.registers.forms import ListFilters, PastDateField, RecordForm, day, line
from assurance.registers.short_forms.later import fold_lines

# So many lines are open in an empty form; the others are added one at a time.
FEWEST = 2
FIELDS = ("title", "count", "target", "tolerance")
LINES = range(1, rules.MOST + 1)
REMOVE = "To remove this outcome, empty its boxes."
HIGHEST = 1_000_000


def count_field(label, hint="", required=False):
    """A field of a whole number."""
    return WholeNumberField(
        label=label,
        help_text=hint,
        required=required,
        min_value=0,
        max_value=HIGHEST,
        example=17,
    )


def per_cent_field(label):
    """A field of a per cent from 0 to 100 with at most one decimal."""
    bounds = f"“{label}” must be from 0 to 100"
    return forms.DecimalField(
        label=f"{label} (optional)",
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(100),
        max_digits=5,
        decimal_places=1,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={
            "invalid": f"“{label}” must be a number, such as 62.5",
            "min_value": bounds,
            "max_value": bounds,
            "max_decimal_places": f"“{label}” must have 1 decimal or fewer",
            "max_digits": bounds,
            "max_whole_digits": bounds,
        },
    )


class OutcomeSetForm(RecordForm):
    """One set with its outcomes, and further lines that are added one at a time."""

    submit = "Save the outcome set"

    title = line("Title", 160, "Sets of one title are a series, such as “Where care leavers live”.")
    unit = forms.ChoiceField(
        label="Unit counted",
        help_text="Small numbers of people are protected in reports. Numbers of settings are not.",
        choices=OutcomeSet.UNITS,
        initial="people",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Select what is counted"},
    )
    population = line("Who is counted", 300, "Such as “Care leavers aged 19 to 21”. No names.")
    from_date = day("the start date of the period", "Start date", "Empty for a count at one date.")
    to_date = PastDateField(what="the date of the set", label="Date, or end date")
    base = count_field("Number in all", "Each has one outcome.", required=True)
    source = line("Source", 200, "Where the numbers are from.")

    def prepare_for(self, council):
        """Asks for the outcomes, a line each."""
        filled = sum(bool(self.initial.get(f"title_{place}")) for place in LINES)
        groups = [("The population", list(self.base_fields))]
        for place in LINES:
            remove = REMOVE if place <= filled else ""
            self.fields |= {
                f"title_{place}": line(f"Outcome {place}", 120, remove, required=False),
                f"count_{place}": count_field(f"Number with outcome {place}"),
                f"target_{place}": per_cent_field(f"Target of outcome {place}, per cent"),
                f"tolerance_{place}": per_cent_field(f"Tolerance of outcome {place}, points"),
            }
            groups.append((f"Outcome {place}", [f"{name}_{place}" for name in FIELDS]))
        self.helper = helper_for(self, submit=self.submit, groups=groups)
        self.helper.mark_optional = False
        further = [legend for legend, _names in groups[max(filled, FEWEST) + 1 :]]
        fold_lines(self, "Add another outcome", further)

    def initial_of(self, record):
        """Its own fields and those of each outcome."""
        return {
            **super().initial_of(record),
            **{
                f"{name}_{place}": getattr(outcome, name)
                for place, outcome in enumerate(record.outcomes.all(), 1)
                for name in FIELDS
            },
        }

    @classmethod
    def repeated_from(cls, record):
        """The title, unit and population, and each outcome with its target, without a number."""
        kept = [(place, item) for place, item in enumerate(record.outcomes.all(), 1)]
        return {
            **{name: getattr(record, name) for name in ("title", "unit", "population")},
            **{
                f"{name}_{place}": getattr(item, name)
                for place, item in kept
                for name in FIELDS
                if name != "count"
            },
        }

    def clean(self):
        """Refuses lines that cannot be, and outcomes that do not add up."""
        fields = super().clean()
        if self.errors:
            return fields
        wrong = list(rules.line_faults(self._lines(fields)))
        for name, place, sentence in wrong:
            self.add_error(f"{name}_{place}", sentence)
        if not wrong:
            counts = [item["count"] for item in self._filled(fields)]
            if sentence := rules.why_not_sum(fields["base"], counts):
                self.add_error("base", sentence)
        return fields

    def values_to_save(self):
        """What the operation is given: the set's fields and its `outcomes`."""
        values = super().values_to_save()
        own = {name: values[name] for name in self.base_fields if name in values}
        own["unit"] = own["unit"] or "people"
        return {**own, "outcomes": self._filled(values)}

    def _lines(self, values):
        """Every line, also those in which nothing was typed."""
        return [{name: values.get(f"{name}_{place}") for name in FIELDS} for place in LINES]

    def _filled(self, values):
        """The lines in which anything was typed."""
        return [item for item in self._lines(values) if not rules.is_blank(item)]


class OutcomeSetFilters(ListFilters):
    """The filter of the list of outcome sets."""

    text = search_box("outcome sets", "title, population or source")
    year = WholeNumberField(
        label="Year",
        help_text="Such as 2015.",
        min_value=1990,
        max_value=2100,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "The year must be a year such as 2015"
        ),
    )

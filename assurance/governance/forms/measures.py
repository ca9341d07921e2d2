"""The forms of measures, their values and targets, and the filter of their list."""

from django import forms

from assurance.figures.small_numbers import fewer_than
from assurance.governance.forms.fields import (
    amount,
    choice,
    radios,
    rows_to_tick,
    text_area,
    whole,
)
from assurance.governance.models.measures import Measure
from assurance.governance.models.relations import MeasureRelation
from assurance.governance.rules import faults
from assurance.governance.rules.choices import PERCENT, VERDICTS
from assurance.govuk.forms import search_box
from assurance.people.forms.post_fields import offer_posts, owner_filter, post_field
from assurance.people.models.posts import Post
from assurance.registers.forms import (
    ACTIVE,
    ListFilters,
    RecordForm,
    day,
    leave_out,
    line,
    past,
    yes_or_no,
)


class MeasureForm(RecordForm):
    """A measure."""

    title = line("Title", 160, "Such as “Average caseload”.")
    unit = choice("Unit", Measure.UNITS)
    definition = text_area("Definition", "The things counted, and the things left out.")
    source = line("Source", 200, "Such as “workforce return” or “finance monitor”.")
    of_people = yes_or_no(
        label="Does it count people?",
        help_text=f"Children, families or staff. In a public report {fewer_than()} of them are "
        "not shown.",
        error_messages={"required": "Select whether it counts people"},
    )
    better = choice("Which way is better", Measure.BETTER)
    area = line("Area", 120, "A ward or “England”; empty for the whole council.", required=False)
    owner = post_field(
        "Who owns it", "The post that writes its sentence of each month.", required=False
    )

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "owner")


class MeasureFilters(ListFilters):
    """The filter of the list of measures."""

    text = search_box("measures", "title, definition, source, area or owner")
    unit = forms.ChoiceField(label="Unit", choices=[("", "Every unit"), *Measure.UNITS])
    target = forms.ChoiceField(
        label="Target",
        choices=[("", "Any or none"), *((word, word) for word in VERDICTS)],
    )
    owner = owner_filter()

    def prepare_for(self, council):
        """Offers the council's posts."""
        self.fields["owner"].queryset = Post.objects.of(council)

    def narrow(self, rows):
        """The measures that fit what was chosen, by how the latest value of each compares with
        the target of its day."""
        chosen = self.chosen()
        verdict, state = chosen.pop("target", ""), chosen.pop("withdrawn", ACTIVE)
        rows = rows.in_state(state).filtered(**chosen)
        if not verdict:
            return rows
        fetched = rows.prefetch_related("values", "targets")
        return rows.filter(
            pk__in=[one.pk for one in fetched if one.latest and one.latest.verdict == verdict]
        )


PRINTED = (
    "It is printed unchanged: enter no number of people so small that a person could be recognised."
)


class ValueForm(RecordForm):
    """A value of a measure."""

    field_faults = staticmethod(faults.value_faults)
    groups = (
        ("When", ["to_date", "from_date"]),
        ("The value", ["value", "count", "out_of", "source"]),
    )

    to_date = past("the date of the value", "Date, or end date of the period", required=True)
    from_date = past("the start date of the period", "Start date of the period")
    value = amount(
        "Value",
        f"Leave it empty where the two counts below give it. {PRINTED}",
        required=False,
    )
    count = whole("Count", "How many, where the per cent is worked out of two counts.")
    out_of = whole("Out of", "Of how many.")
    source = line("Source", 200, "Only where it differs from the measure’s own.", required=False)

    def prepare_for(self, council):
        """Asks for counts where the unit is worked out of them, and else for the value."""
        if self._measure.unit == PERCENT:
            for name in ("value", "count", "out_of"):
                self.fields[name].is_alternative = True
        else:
            leave_out(self, ["count", "out_of"])
            self.fields["value"].required = True
            self.fields["value"].help_text = PRINTED

    def besides(self):
        """The measure, and no counts where none are asked for."""
        return {
            **{name: None for name in ("count", "out_of") if name not in self.fields},
            "measure": self._measure,
        }

    @property
    def _measure(self):
        return self.parent or self.record.measure


class TargetForm(RecordForm):
    """A target of a measure."""

    field_faults = staticmethod(faults.target_faults)

    value = amount("Target")
    tolerance = amount(
        "Tolerance", "How far a value may miss it, in the same unit.", required=False
    )
    from_date = day("the start date of the target", "Applies from", required=True)
    to_date = day("the end date of the target", "Applies until", "Leave empty while it applies.")

    def besides(self):
        """The measure."""
        return {"measure": self.parent or self.record.measure}


class CommentaryForm(RecordForm):
    """What the owner of a measure says of a month, in a sentence."""

    month = past("a date in the month", "Month", "Any date in the month.", required=True)
    text = line("The sentence", 300, "Changes, reasons and actions. No names.")


class RelationForm(RecordForm):
    """Which measures are parts of a measure, or are counted out of it."""

    field_faults = staticmethod(faults.relation_faults)

    members = rows_to_tick(
        Measure.objects.none(), "Measures", "Those that are part of this one, or out of it."
    )
    kind = radios("Relation", MeasureRelation.KINDS)
    exhaustive = yes_or_no(
        label="Do they add up to it?",
        help_text="Choose “No” where something of it is in none of them.",
        error_messages={"required": "Select whether they add up to it"},
    )
    from_date = day("the start date of the relation", "Applies from", required=True)
    to_date = day("the end date of the relation", "Applies until", "Leave empty while it applies.")

    def prepare_for(self, council):
        """Offers the council's own measures."""
        whole = self.parent or self.record.measure
        rows = Measure.objects.of(council).active().exclude(pk=whole.pk)
        self.fields["members"].queryset = rows

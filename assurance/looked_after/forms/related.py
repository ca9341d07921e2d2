"""The forms of what is stated beside a census, and of the areas it is compared with."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukFilterForm, GovukForm, helper_for
from assurance.looked_after.forms.censuses import number, text_field
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.models.related import LOCATIONS
from assurance.looked_after.rules.comparison import why_not_these_days, why_not_this_code
from assurance.registers.forms import ListFilters, PastDateField, RecordForm
from assurance.runtime.periods import months_after


class LocationsForm(GovukForm):
    """Where a census's children are placed; empty boxes are left out."""

    submit = "Save the locations"

    source = text_field(
        "Source", "Such as “Placements team, quarterly return”.", needs="", required=False
    )

    def __init__(self, data=None, *, census, **kwargs):
        index = {location.place: location for location in census.locations.all()}
        initial = {f"location_{place}": item.children for place, item in index.items()}
        initial["source"] = next((value.source for value in index.values()), "")
        super().__init__(data, version=census.version, initial=initial, **kwargs)
        for place, label in LOCATIONS.items():
            self.fields[f"location_{place}"] = number(label)
        self.order_fields([*(f"location_{place}" for place in LOCATIONS), "source"])
        # The helper lays out the fields that are there when it is made.
        self.helper = helper_for(self, submit=self.submit)

    def values_to_save(self):
        """Place → children of what was typed, and the source."""
        fields = self.cleaned_data
        locations = {
            place: fields[f"location_{place}"]
            for place in LOCATIONS
            if fields[f"location_{place}"] is not None
        }
        return {"locations": locations, "source": fields["source"]}


class AreaForm(RecordForm):
    """An area that the council compares itself with."""

    role = forms.ChoiceField(
        label="Description", choices=ComparedArea.ROLES, widget=forms.RadioSelect
    )
    area_name = text_field("Name of the area", needs="Enter the name of the area", longest=120)
    area_code = text_field(
        "Code in official statistics",
        "A letter and 8 figures, such as E06000014.",
        needs="Enter the code of the area",
        longest=12,
    )
    from_date = DatePartsField(what="the start date", label="Compared from")
    to_date = DatePartsField(
        what="the end date",
        label="End date",
        help_text="Empty while it is compared with.",
        required=False,
    )
    source = text_field(
        "Source",
        "Where the choice is from, such as “Local authority interactive tool, 2015”.",
        needs="Enter where the choice of this area is from",
    )

    def clean(self):
        """Says at its field what does not fit together."""
        fields = super().clean()
        if code := fields.get("area_code"):
            fields["area_code"] = code.strip().upper()
            if sentence := why_not_this_code(fields["area_code"]):
                self.add_error("area_code", sentence)
        if sentence := why_not_these_days(fields.get("from_date"), fields.get("to_date")):
            self.add_error("to_date", sentence)
        return fields


class AreaFilters(ListFilters):
    """The filter of the list of areas."""

    role = forms.ChoiceField(label="Description", choices=[("", "Any"), *ComparedArea.ROLES])


class PerformanceForm(GovukFilterForm):
    """Which day is shown, and from which day on movements are."""

    submit = "Show"

    day = PastDateField(what="the date shown", label="Date", help_text="The end of this date.")
    since = PastDateField(
        what="the start of the period",
        label="Movements since",
        help_text="The end of this date; left out, a year before.",
    )

    def clean(self):
        """The period begins before the day."""
        fields = super().clean()
        if fields.get("day") and fields.get("since") and fields["since"] >= fields["day"]:
            self.add_error("since", "The start of the period must be before the date shown")
        return fields

    def asked(self, latest):
        """(day, since) as typed, else `latest` and a year before; None without any day."""
        typed = self.chosen() if self.is_bound else {}
        day = typed.get("day", latest)
        if day is None:
            return None
        since = typed.get("since")
        return day, since if since and since < day else months_after(day, -12)

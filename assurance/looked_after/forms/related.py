"""The forms of what is stated beside a census, and of the areas it is compared with."""

from django import forms

from assurance.govuk.forms import DatePartsField, GovukForm, helper_for
from assurance.looked_after.forms.censuses import number, words
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.models.related import LOCATIONS
from assurance.looked_after.rules import areas
from assurance.registers.forms import ListFilters, RecordForm


class LocationsForm(GovukForm):
    """Where a census's children are placed; empty boxes are left out."""

    submit = "Save the locations"

    source = words(
        "Source", "Such as “Placements team, quarterly return”.", needs="", required=False
    )

    def __init__(self, data=None, *, census, **kwargs):
        held = {one.place: one for one in census.locations.all()}
        initial = {f"location_{place}": one.children for place, one in held.items()}
        initial["source"] = next((one.source for one in held.values()), "")
        super().__init__(data, version=census.version, initial=initial, **kwargs)
        for place, label in LOCATIONS.items():
            self.fields[f"location_{place}"] = number(label)
        self.order_fields([*(f"location_{place}" for place in LOCATIONS), "source"])
        # The helper lays out the fields that are there when it is made.
        self.helper = helper_for(self, submit=self.submit)

    def said(self):
        """Place → children of what was typed, and the source."""
        told = self.cleaned_data
        locations = {
            place: told[f"location_{place}"]
            for place in LOCATIONS
            if told[f"location_{place}"] is not None
        }
        return {"locations": locations, "source": told["source"]}


class AreaForm(RecordForm):
    """An area that the council compares itself with."""

    role = forms.ChoiceField(
        label="What it is", choices=ComparedArea.ROLES, widget=forms.RadioSelect
    )
    area_name = words("Name of the area", needs="Enter the name of the area", longest=120)
    area_code = words(
        "Code in official statistics",
        "A letter and 8 figures, such as E06000014.",
        needs="Enter the code of the area",
        longest=12,
    )
    from_date = DatePartsField(what="the first day", label="Compared from")
    to_date = DatePartsField(
        what="the last day",
        label="Last day",
        help_text="Empty while it is compared with.",
        required=False,
    )
    source = words(
        "Source",
        "Where the choice is from, such as “Local authority interactive tool, 2015”.",
        needs="Enter where the choice of this area is from",
    )

    def clean(self):
        """Says at its field what does not fit together."""
        told = super().clean()
        if code := told.get("area_code"):
            told["area_code"] = code.strip().upper()
            if sentence := areas.why_not_this_code(told["area_code"]):
                self.add_error("area_code", sentence)
        if sentence := areas.why_not_these_days(told.get("from_date"), told.get("to_date")):
            self.add_error("to_date", sentence)
        return told


class AreaFilters(ListFilters):
    """The filter of the list of areas."""

    role = forms.ChoiceField(label="What it is", choices=[("", "Any"), *ComparedArea.ROLES])

"""Forms that put a block elsewhere, or out of the paper."""

from django import forms

from assurance.govuk.forms import GovukForm
from reports.papers.rules.block_order import Spot

AFTER, INSIDE, PART = "after", "in", "part"


class MoveForm(GovukForm):
    """Where a block goes. `choices` are (part's title, [(place, its words)])."""

    submit = "Move it there"

    to = forms.ChoiceField(
        label="Where it goes",
        error_messages={
            "required": "Choose where it goes",
            "invalid_choice": "There is no such place for it any more: choose another.",
        },
    )

    def __init__(self, data=None, *, choices, spots, **kwargs):
        super().__init__(data, **kwargs)
        self.spots = spots
        self.fields["to"].choices = [("", "Choose a place"), *choices]

    def spot(self) -> Spot:
        """The place that was chosen."""
        return self.spots[self.cleaned_data["to"]]


class RemoveForm(GovukForm):
    """A second look before a block is removed."""

    submit = "Remove it"


class RemoveHoldingForm(RemoveForm):
    """The same for a block in which others stand: what becomes of them."""

    inside = forms.ChoiceField(
        label="What becomes of what stands in it?",
        choices=[
            ("remove", "Remove it too"),
            ("keep", "Keep it, where the heading was"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what becomes of what stands in it"},
    )

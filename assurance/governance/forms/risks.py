"""The forms of risks, their ratings and the scales of those, and the filters of their lists."""

from django import forms

from assurance.governance.forms.fields import (
    LinesField,
    steps_to_choose,
    text_area,
    whole,
)
from assurance.governance.models.risks import RiskScale
from assurance.governance.rules import faults
from assurance.governance.rules.choices import span_of_scale
from assurance.govuk.forms import search_box
from assurance.people.forms.post_fields import offer_posts, owner_filter, post_field
from assurance.people.models.posts import Post
from assurance.registers.forms import ListFilters, RecordForm, day, line, past
from assurance.runtime.periods import today


def scale_of(what):
    """A field of the words of a scale."""
    return LinesField(
        label=f"{what}, from lowest to highest",
        help_text="One to a line: the first is 1.",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": f"Enter the words of “{what}”, one to a line"},
    )


class RiskForm(RecordForm):
    """A risk."""

    field_faults = staticmethod(faults.risk_faults)
    groups = (
        ("The risk", ["title", "cause", "control", "owner"]),
        ("When", ["opened_on", "reviewed_on", "closed_on"]),
    )

    title = line("Risk", 160, "The event that may happen, in a few words.")
    cause = text_area("Cause")
    control = text_area("Control", "Actions against it. Do not name a person.")
    owner = post_field("Who owns it")
    opened_on = past("the date it was opened", "Opened", required=True)
    reviewed_on = past("the date it was last reviewed", "Last reviewed")
    closed_on = past("the date it was closed", "Closed")

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "owner")


class RiskFilters(ListFilters):
    """The filter of the list of risks."""

    text = search_box("risks", "title, cause, control or owner")
    state = forms.ChoiceField(
        label="State", choices=[("", "Either"), ("open", "Open"), ("closed", "Closed")]
    )
    unreviewed = forms.ChoiceField(
        label="Open and not reviewed for",
        choices=[("", "Any time"), ("3", "3 months"), ("6", "6 months"), ("12", "12 months")],
    )
    owner = owner_filter()

    def prepare_for(self, council):
        """Offers the council's posts."""
        self.fields["owner"].queryset = Post.objects.of(council)


class RatingForm(RecordForm):
    """A rating of a risk, on the scale of its day."""

    chosen_from = {"likelihood": RiskScale, "impact": RiskScale}

    rated_on = past("the date of the rating", "Date", required=True)
    likelihood = whole("Likelihood", "On the scale of that date.", required=True, lowest=1)
    impact = whole("Impact", "On the scale of that date.", required=True, lowest=1)

    def prepare_for(self, council):
        """Offers the steps of the scale, where one alone has been in force since the risk was
        opened; else names those of the latest. Without any it offers none, and leads to it."""
        opened_on = (self.parent or self.record.risk).opened_on
        scales = RiskScale.objects.of(council).in_force_within(opened_on, today())
        if not scales:
            for name in self.chosen_from:
                self.fields[name] = steps_to_choose(self.fields[name].label, ())
        for scale in scales[:1]:
            for name, steps in (("likelihood", scale.likelihoods), ("impact", scale.impacts)):
                if len(scales) == 1:
                    self.fields[name] = steps_to_choose(self.fields[name].label, steps)
                else:
                    field = self.fields[name]
                    span = span_of_scale(steps)
                    field.help_text = f"{field.help_text} The latest goes {span}."
                    wrong = f"“{field.label}” must be a whole number. The latest scale goes {span}"
                    field.error_messages["invalid"] = wrong


class ScaleForm(RecordForm):
    """A scale of likelihood and impact."""

    field_faults = staticmethod(faults.scale_faults)

    title = line("Title", 160, "Such as “Corporate scale of five”.")
    likelihoods = scale_of("Likelihood")
    impacts = scale_of("Impact")
    from_date = day("the start date of the scale", "Applies from", required=True)
    to_date = day("the end date of the scale", "Applies until", "Leave empty while it applies.")


class ScaleFilters(ListFilters):
    """The filter of the list of scales."""

    text = search_box("scales", "title")

"""The form of authorisation levels, and the filter of their list."""

from assurance.governance.rules import decision_levels as rules
from assurance.govuk.forms import DatePartsField, search_box
from assurance.people.forms.post_fields import offer_posts, post_field
from assurance.registers.forms import ListFilters, RecordForm, day, line


class DecisionLevelForm(RecordForm):
    """Who may take one decision, from a day on."""

    field_faults = staticmethod(rules.level_faults)

    decision = line("Decision", 160, "Such as “A child comes into care”. Do not name a child.")
    level = line(
        "Level or limit",
        120,
        "Such as “up to 28 days” or “more than £500 a week”. Empty where it has one level.",
        required=False,
    )
    post = post_field("Post that may take it")
    evidence = line("Must be on file first", 300, required=False)
    from_date = day("the start date", "Start date", required=True)
    to_date = day("the end date", "End date", "Leave empty while it applies.")

    def prepare_for(self, council):
        """Offers the council's posts."""
        offer_posts(self, "post")


class DecisionLevelFilters(ListFilters):
    """The filter of the list of authorisation levels."""

    text = search_box("levels", "decision, level, post or evidence")
    on = DatePartsField(what="the date", label="In force on")

"""The form of a group of people whom a review met."""

from assurance.registers.forms import RecordForm, line, past
from assurance.reviews.forms.fields import count
from assurance.reviews.rules import met_groups as rules


class MetGroupForm(RecordForm):
    """A group that a review met."""

    group = line("Group", 120, "Such as “Foster carers”. No names.")
    number = count("How many people", "Leave empty where the number is not known.", lowest=1)
    met_on = past(
        "the date they were met",
        "Date they were met",
        "Leave empty where only the dates on site are known.",
    )

    def field_faults(self, values):
        """Refuses a day on which the review was not on site."""
        review = self.record.review if self.record else self.parent
        yield "met_on", rules.why_not_met_on(review, values["met_on"])

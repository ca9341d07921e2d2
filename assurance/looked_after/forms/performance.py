"""The form of the page of children in care: which day, and since when."""

from assurance.govuk.forms import GovukFilterForm
from assurance.looked_after.rules.comparison import year_before
from assurance.registers.forms import PastDateField


class PerformanceForm(GovukFilterForm):
    """Which day is shown, and from which day on movements are."""

    submit = "Show"

    day = PastDateField(what="the day shown", label="Day", help_text="The end of this day.")
    since = PastDateField(
        what="the start of the period",
        label="Movements since",
        help_text="The end of this day; left out, a year before.",
    )

    def clean(self):
        """The period begins before the day."""
        fields = super().clean()
        if fields.get("day") and fields.get("since") and fields["since"] >= fields["day"]:
            self.add_error("since", "The start of the period must be before the day shown")
        return fields

    def asked(self, latest):
        """(day, since): as typed, else `latest` and a year before the day; None where no day is
        known at all."""
        typed = self.chosen() if self.is_bound else {}
        day = typed.get("day", latest)
        if day is None:
            return None
        since = typed.get("since")
        return day, since if since and since < day else year_before(day)

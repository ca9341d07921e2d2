"""The form that asks since when a board wants to know what changed."""

from assurance.govuk.forms import GovukFilterForm
from assurance.registers.forms import PastDateField


class SinceForm(GovukFilterForm):
    """The day of the last meeting."""

    submit = "Show what changed"

    since = PastDateField(what="the date of the last meeting", label="Date of the last meeting")

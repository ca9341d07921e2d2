"""The form that ends the roles of several people, or moves them to another service."""

from assurance.dbs.forms.people import line
from assurance.govuk.forms import DatePartsField
from assurance.registers.forms import RecordForm


class TogetherForm(RecordForm):
    """What many people's roles change at once: a contract ends, a team goes to another service."""

    submit = "Show what would change"

    ends_on = DatePartsField(
        what="the day the roles end",
        label="Day the role ends",
        help_text="For every role that has no end yet. From this day on it is not counted.",
    )
    service = line(
        "Service",
        "the service",
        "For every role that has not ended: the service or team that it now belongs to.",
    )

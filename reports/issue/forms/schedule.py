"""Forms of issue: the hour at which a paper is issued by itself."""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.runtime.digits import whole
from reports.issue.rules import LONDON, local_moment

BY_ITSELF, BY_HAND = "by_itself", "by_hand"
WAYS = [
    (BY_ITSELF, "By itself, at the hour below"),
    (BY_HAND, "When somebody presses “Issue the paper”"),
]
# 17:00, 17.00, 1700, 5pm, 5.30 pm, 9am.
CLOCK = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE
)


class HourForm(GovukForm):
    """How a paper comes to be issued; `moment()` is the hour with its time zone, or None."""

    submit = "Save"

    way = forms.ChoiceField(
        label="How is this paper issued?",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the paper is issued"},
    )
    day = DatePartsField(what="the day of issue", label="Day of issue", required=False)
    hour = forms.CharField(
        label="Hour of issue",
        help_text="By the clock in England, for example 17:00 or 9.30am.",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )

    @classmethod
    def initial_of(cls, set_hour):
        """What the form shows of the hour that is set, or of none."""
        if set_hour is None:
            return {"way": BY_HAND}
        local = set_hour.at.astimezone(LONDON)
        return {"way": BY_ITSELF, "day": local.date(), "hour": f"{local:%H:%M}"}

    def clean_hour(self):
        """A time of day, or None."""
        text = self.cleaned_data["hour"].strip()
        return clock_time(text) if text else None

    def clean(self):
        """Day and hour together, where the paper is issued by itself."""
        fields = super().clean()
        if fields.get("way") == BY_ITSELF and not {"day", "hour"} & set(self.errors):
            for name, text in (("day", "Enter the day of issue"), ("hour", "Enter the hour")):
                if not fields.get(name):
                    self.add_error(name, text)
            if fields.get("day") and fields.get("hour"):
                self.at, sentence = local_moment(fields["day"], fields["hour"])
                if sentence:
                    self.add_error("hour", sentence)
        return fields

    def moment(self):
        """The hour of issue, or None for a paper that is issued by hand."""
        return self.at if self.cleaned_data["way"] == BY_ITSELF else None


def clock_time(text: str) -> time:
    """The time of day that was typed; raises `ValidationError` where it is none."""
    match = CLOCK.fullmatch(text)
    hour, minute = (whole(match[name] or "0") for name in ("hour", "minute")) if match else (99, 0)
    half = (match["half"] or "")[:1].lower() if match else ""
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise ValidationError(f"“{text}” is no time of day: write it as 17:00")
    return time(hour, minute)

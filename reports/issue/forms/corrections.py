"""Forms of issue: the hour, a correction, and the removal of what was published."""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError

from assurance.govuk.forms import DatePartsField, GovukForm
from assurance.registers.confirmed_words import ConfirmedWordsForm
from assurance.runtime.digits import whole
from reports.editions.models.removals import CONFIRMED, REASONS, UNDONE
from reports.issue.rules import LONDON, local_moment

BY_ITSELF, BY_HAND = "by_itself", "by_hand"
WAYS = [
    (BY_ITSELF, "By itself, at the hour below"),
    (BY_HAND, "When a person presses “Publish the report”"),
]
# 17:00, 17.00, 1700, 5pm, 5.30 pm, 9am.
CLOCK = re.compile(
    r"(?P<hour>\d{1,2}?)(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>[ap]\.?m\.?)?", re.IGNORECASE
)


class HourForm(GovukForm):
    """How a report comes to be published; `moment()` is the hour with its time zone, or None."""

    submit = "Save"
    at = None

    way = forms.ChoiceField(
        label="How is this report published?",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how the report is published"},
    )
    day = DatePartsField(
        what="the date of publication", label="Date of publication", required=False
    )
    hour = forms.CharField(
        label="Hour of publication",
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
        """Day and hour together, where the report is published by itself."""
        fields = super().clean()
        if fields.get("way") == BY_ITSELF and not {"day", "hour"} & set(self.errors):
            for name, text in (
                ("day", "Enter the date of publication"),
                ("hour", "Enter the hour"),
            ):
                if not fields.get(name):
                    self.add_error(name, text)
            if fields.get("day") and fields.get("hour"):
                self.at, sentence = local_moment(fields["day"], fields["hour"])
                if sentence:
                    self.add_error("hour", sentence)
        return fields

    def moment(self):
        """The hour of publication, or None where somebody publishes it or none was read."""
        return self.at if self.cleaned_data.get("way") == BY_ITSELF else None


def clock_time(text: str) -> time:
    """The time of day that was typed; raises `ValidationError` where it is none."""
    match = CLOCK.fullmatch(text)
    hour, minute = (whole(match[name] or "0") for name in ("hour", "minute")) if match else (99, 0)
    half = (match["half"] or "")[:1].lower() if match else ""
    if half:
        hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise ValidationError("Enter a time such as 17:00")
    return time(hour, minute)


class CorrectionForm(ConfirmedWordsForm):
    """What a correction changes, in words for readers."""

    submit = "Save the description"

    note = forms.CharField(
        label="Changes, and why they were needed",
        help_text=(
            "Readers see this at the top of the new edition and of those before it, with its "
            "date, under the lines that the notice has by itself. Each line is a paragraph."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=4000,
        error_messages={"required": "Enter what changes"},
    )

    def __init__(self, data=None, *, numbers=(), **kwargs):
        super().__init__(data, **kwargs)
        taken_out = [item for item in numbers if item.after is None]
        if taken_out:
            self.fields["removed"] = forms.MultipleChoiceField(
                label="Numbers taken out for a person’s sake",
                help_text=(
                    "The notice then states that a number was removed, without its value. The "
                    "earlier edition leaves the public site when this one is published."
                ),
                choices=[(item.key, item.sentence()) for item in taken_out],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            self.helper.layout.append("removed")


class GiveUpForm(ConfirmedWordsForm):
    """Why a correction is given up."""

    submit = "Give up the correction"

    reason = forms.CharField(
        label="Why is the correction given up?",
        help_text="Colleagues read this in the history. It is not public.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": "Enter why the correction is given up"},
    )


OFTEN_IN_OTHERS = (
    "The other editions often have the same words or numbers: choose each edition that has them."
)


class EditionRemovalForm(ConfirmedWordsForm):
    """Which editions go, and why: the class of reason for readers, the rest for who decides."""

    submit = "Remove it from publication now"

    editions = forms.MultipleChoiceField(
        label="Report to remove",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one edition"},
    )
    reason = forms.ChoiceField(
        label="Reason shown to readers",
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the reason to show to readers"},
    )
    explanation = forms.CharField(
        label="Events that led to this",
        help_text=(
            "For the second person who confirms or undoes it. It is never public. Leave out what "
            "must not be repeated."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        error_messages={"required": "Enter what happened"},
    )

    def __init__(self, *args, standing, pressed=None, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(str(item.number), f"Edition {item.number}") for item in standing]
        self.fields["editions"].choices = choices
        self.fields["editions"].help_text = OFTEN_IN_OTHERS if choices[1:] else ""
        # Removal is at once, so that no edition is removed that no one chose.
        is_only = len(choices) == 1
        self.fields["editions"].initial = [
            number for number, _ in choices if is_only or number == pressed
        ]

    def numbers(self):
        """The numbers of the editions that were chosen."""
        return {whole(cleaned_datum) for cleaned_datum in self.cleaned_data["editions"]}


class DecideForm(GovukForm):
    """A second person's word on what was removed."""

    submit = "Record your decision"

    decision = forms.ChoiceField(
        label="Your decision",
        choices=[
            (CONFIRMED, "Confirm: it stays down"),
            (UNDONE, "Undo: everybody can read it again, at once"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you confirm it or undo it"},
    )

    def __init__(self, *args, for_good=False, **kwargs):
        super().__init__(*args, **kwargs)
        if for_good:
            self.fields["decision"].choices = self.fields["decision"].choices[:1]
